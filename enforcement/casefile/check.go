package casefile

import (
	"context"
	"errors"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// Checks returns a check for each limit, duty, order and writ, for systems that register files without scoring them. They
// report what is Broken, and what cannot be counted because a pause has no end or an extension no known length; a day that is missing may still come. A
// year that the calendar does not know is an error of the run. LawOn of a File is the day to validate it on. The error is
// that of NewExaminer.
func Checks(calendar *workday.Calendar, own ...Limit) ([]fazhi.Check, error) {
	x, err := NewExaminer(calendar, own...)
	if err != nil {
		return nil, err
	}
	var checks []fazhi.Check
	for i := range x.limits {
		checks = append(checks, x.check(rule{limitRule, i}))
	}
	for i := range x.duties {
		checks = append(checks, x.check(rule{dutyRule, i}))
	}
	for i := range x.orders {
		checks = append(checks, x.check(rule{orderRule, i}))
	}
	for i := range x.writs {
		checks = append(checks, x.check(rule{writRule, i}))
	}
	return checks, nil
}

// errProvisional says that a limit cannot be counted yet, because the notice of days off for its last days is to come: no
// fault of the file.
var errProvisional = errors.New("casefile: 放假安排尚未公布")

func (x *Examiner) check(r rule) fazhi.Check {
	n := x.norm(r)
	message := n.Name + "不符合规定"
	if r.kind == writRule {
		message = "缺少" + n.Name
	}
	return fazhi.Check{Code: n.Code, Kind: Kind, Doc: n.Doc, Basis: n.Basis(), Severity: n.Severity, From: n.From, Until: n.Until,
		Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, f *File) error {
			state, path, err := x.judge(f, r)
			switch {
			case state == Broken:
				p.Report(path, message)
			case errors.Is(err, workday.ErrNoCalendar):
				return err
			case state == Incalculable && !errors.Is(err, errProvisional):
				p.Report(path, n.Name+"无法计算")
			}
			return nil
		})}
}

// judge returns what came of one demand, the place that decides, and why a limit could not be counted.
func (x *Examiner) judge(f *File, r rule) (State, fazhi.Path, error) {
	switch {
	case !x.norm(r).IsFor(f):
		return NotApplicable, "", nil
	case r.kind == limitRule:
		var counted reckoning
		l := &x.limits[r.index]
		x.reckon(l, f, &counted, nil)
		if counted.err == nil && counted.state == Incalculable && !counted.elsewhere {
			counted.err = errProvisional
		}
		return counted.state, l.End.Path(), counted.err
	case r.kind == dutyRule:
		d := &x.duties[r.index]
		return x.duty(d, f, nil), d.Path, nil
	case r.kind == orderRule:
		return x.orders[r.index].judge(f), x.orders[r.index].Then.Path(), nil
	}
	return x.writs[r.index].judge(f, x.holds(f, r.index)), "/documents", nil
}
