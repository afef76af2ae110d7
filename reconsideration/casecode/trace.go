package casecode

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// A Course is the whole life of a case as the books have it (全程可溯). It is for officials: see PublicView.
type Course struct {
	Code  Code   `json:"code"`
	Steps []Step `json:"steps"`

	// Pending are the documents that carry the code and are in no book yet.
	Pending []Link `json:"pending,omitempty"`
}

// A Step is one entry of a book: what happened to which document on which day, and the numbers that it was given. It has
// neither content, reasons nor accounts; those are in the entry, which Organ and Seq name.
type Step struct {
	On      fazhi.Date   `json:"on"` // the day that counts in law
	Stage   Stage        `json:"stage"`
	Organ   string       `json:"organ"` // whose book it is
	Seq     int64        `json:"seq"`   // in the book
	Of      fazhi.Ref    `json:"of"`
	Act     register.Act `json:"act"`
	Step    string       `json:"step"`
	Numbers []string     `json:"numbers,omitempty"`
	Due     fazhi.Date   `json:"due,omitzero"` // the earliest day on which a clock ends that runs after it

	at time.Time
}

// Trace returns the course of a case: the entries of the document that has the code in the book of the scope's organ and of
// all that carry it, in whichever book, by day, then by time of entry. Refused attempts are left out. A code that the book
// did not give is ErrNotIssued.
//
// It scans nothing, where a store finds entries by number, document and request, as register/sql does with an index each: with n
// links that the case has, or has had, it asks 3n + 3 queries at most. A register.Memory looks through all entries each time.
func Trace(ctx context.Context, store register.Store, scope register.Scope, code Code) (Course, error) {
	first, err := home(ctx, store.Entries, scope, code)
	if err != nil {
		return Course{}, err
	}
	out := Course{Code: code}
	out.add(stageOf(first[0].Ref.Kind), first)
	connected, err := links(ctx, store.Entries, scope, code)
	if err != nil {
		return Course{}, err
	}
	for _, l := range connected {
		there := register.Scope{Organ: l.Organ, Role: scope.Role}
		entries, err := all(store.Entries(ctx, register.Query{Scope: there, Ref: l.Of}))
		if err != nil {
			return Course{}, err
		}
		if !out.add(l.Stage, entries) {
			out.Pending = append(out.Pending, l)
		}
	}
	slices.SortStableFunc(out.Steps, func(a, b Step) int {
		return cmp.Or(a.On.Compare(b.On), a.at.Compare(b.at))
	})
	return out, nil
}

// add takes in the entries of one document and reports whether there were any.
func (c *Course) add(stage Stage, entries []register.Entry) (any bool) {
	for _, e := range entries {
		if e.Act == register.Refused {
			continue
		}
		any = true
		s := Step{On: e.On, Stage: stage, Organ: e.Organ, Seq: e.Seq, Of: e.Ref, Act: e.Act, Step: e.Step, Due: e.Due, at: e.At}
		for _, n := range e.Numbers {
			s.Numbers = append(s.Numbers, n.Text)
		}
		c.Steps = append(c.Steps, s)
	}
	return any
}
