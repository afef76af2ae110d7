package normdoc

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// A Validity says how long documents are in force (有效期), which differs from place to place: five years as a rule, two
// for 试行 and 暂行, one for a 通告 in some, three or five in others. The zero value says nothing.
type Validity struct {
	General workday.Span // the longest, of most documents
	Trial   workday.Span // of those named 试行 or 暂行; zero: General
	Notice  workday.Span // of those named 通告; zero: General

	// FirstDayCounts says that the day of coming into force is the first of the period: five years from 2018-07-13 end with
	// 2023-07-12. Otherwise it is not counted (民法典第二百零一条), and they end with 2023-07-13. Places print both.
	FirstDayCounts bool

	// Reminders are what has to be done before the end, the earliest first.
	Reminders []Reminder
}

// A Reminder is something to be done before a document runs out: 评估, six months before. One of the name 评估 is done when
// the ledger has an evaluation (Doc.Evaluated) since its day; of others the ledger does not know.
type Reminder struct {
	Name   string
	Before workday.Span // a length, not counted back: 6个月
}

// Of returns the longest period of a document by its name; zero: not set.
func (v Validity) Of(name string) workday.Span {
	bare, _ := BareName(name)
	switch {
	case !v.Trial.IsZero() && (strings.Contains(name, "试行") || strings.Contains(name, "暂行")):
		return v.Trial
	case !v.Notice.IsZero() && strings.HasSuffix(bare, "通告"):
		return v.Notice
	}
	return v.General
}

// End returns the last day of a period that begins with the day of coming into force (施行日期). Where the last month has
// no day of the same number, it ends with that month (民法典第二百零二条). A period of working days, and one that is not set
// or has no end, is an error of workday.
func (v Validity) End(effective fazhi.Date, span workday.Span) (fazhi.Date, error) {
	end, err := dayOf(effective, span)
	if err != nil || !v.FirstDayCounts {
		return end, err
	}
	_, _, first := effective.Date()
	_, _, last := end.Date()
	if (span.Unit == workday.Months || span.Unit == workday.Years) && first != last {
		return end, nil // the month was too short: its last day is the last of the period either way
	}
	return end.AddDays(-1), nil
}

// Due returns the reminders of a document whose day has come and that are not done, while the document is in force. A
// document without an end has none.
func (v Validity) Due(d *Doc, on fazhi.Date) []Reminder {
	if d.Expires.IsZero() || d.Force(on) != InForce {
		return nil
	}
	var due []Reminder
	for _, r := range v.Reminders {
		back := workday.Span{N: -r.Before.N, Unit: r.Before.Unit}
		from, err := dayOf(d.Expires, back)
		done := r.Name == "评估" && !d.Evaluated.Before(from)
		if err == nil && !on.Before(from) && !done {
			due = append(due, r)
		}
	}
	return due
}

// dayOf counts a period whose last day does not move, which asks no calendar.
func dayOf(start fazhi.Date, span workday.Span) (fazhi.Date, error) {
	var none *workday.Calendar
	d, err := none.Due(workday.Term{Start: start, Span: span, Rest: workday.Unmoved})
	if err != nil {
		return fazhi.Date{}, fmt.Errorf("normdoc: %w", err)
	}
	return d.End, nil
}

// isEnded reports whether a document was repealed, or declared not to be in force, on a day.
func isEnded(d *Doc, on fazhi.Date) bool { return !d.Ended.IsZero() && !on.Before(d.Ended) }
