package course

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/workday"
)

// A Standing is where a case stood at the end of a day.
type Standing struct {
	Code  string     `json:"code"`
	On    fazhi.Date `json:"on"`
	Law   string     `json:"law,omitempty"` // the version that decides; empty before acceptance
	Case  Track      `json:"case"`
	Suits []Track    `json:"suits,omitempty"` // those that had begun
}

// A Track is where the reconsideration or one suit stood.
type Track struct {
	Serial string          `json:"serial,omitempty"` // of a suit
	State  lifecycle.State `json:"state"`
	Clocks []Clock         `json:"clocks,omitempty"` // all that have begun, in the order in which they did
	Next   []Choice        `json:"next,omitempty"`   // in the order of the flow
}

// A Status says what has become of a limit. The zero value is none.
type Status string

// What has become of a limit.
const (
	Runs   Status = "进行"
	Paused Status = "中止"
	Met    Status = "按期"
	Missed Status = "逾期" // it passed; also when the thing was done later
	Ended  Status = "停止" // without the thing itself: another began in its place, the case ended, or it stood still; or on a day that is not known
)

// A Clock is one limit of a case.
type Clock struct {
	Name        string       `json:"name"`
	Status      Status       `json:"status"`
	Start       fazhi.Date   `json:"start"` // not counted
	Span        workday.Span `json:"span"`
	Due         fazhi.Date   `json:"due,omitzero"`          // the last day; zero while it stands still
	Ended       fazhi.Date   `json:"ended,omitzero"`        // zero also where the day is not known
	Provisional bool         `json:"provisional,omitempty"` // a notice to come may move Due
	Basis       string       `json:"basis,omitempty"`
	Why         []string     `json:"why,omitempty"` // how Due was counted; empty when a notice is missing

	// Consequence is what the missed limit has led to; nil when it was not missed, or a day early.
	Consequence *reconsideration.Consequence `json:"consequence,omitempty"`
}

// A Choice is a step that may come next by its order.
type Choice struct {
	Step    string       `json:"step"`
	Roles   []string     `json:"roles,omitempty"`   // who may take it; empty: anybody
	Against fazhi.Issues `json:"against,omitempty"` // what stands against it on that day; empty: it may be taken
}

// Of returns the limits with a status, in order.
func (t *Track) Of(status Status) []Clock {
	var found []Clock
	for _, c := range t.Clocks {
		if c.Status == status {
			found = append(found, c)
		}
	}
	return found
}
