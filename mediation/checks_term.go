package mediation

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// A term judges the time that a dispute took. It warns only, because the rule says 一般; what goes on is not judged, because a ledger
// may be read long after it was written (package dispute judges that). Medical disputes have thirty working days of their own (医疗纠纷预防和处理条例第三十八条), without those of appraisals, of which
// the ledger does not know; those that were accepted before that rule have the month.
type term struct {
	calendar *workday.Calendar
	limit    workday.Span
	message  string
}

func (t term) judge(p *fazhi.Pass, c *Case) {
	if c.Accepted.IsZero() || c.Closed.IsZero() || c.ownTerm() {
		return
	}
	if last := t.last(c.Accepted); !last.IsZero() && c.Closed.After(last) {
		p.Report("/closed", t.message)
	}
}

// ownTerm reports whether a dispute has the limit of medical ones.
func (c *Case) ownTerm() bool { return c.Sort == "医疗" && !c.Accepted.Before(medicalFrom()) }

// last returns the last day. A last day whose year has no notice yet is not moved, as in package lifecycle; a limit of working
// days has none then.
func (t term) last(accepted fazhi.Date) fazhi.Date {
	of := workday.Term{Start: accepted, Span: t.limit}
	due, err := t.calendar.Due(of)
	if err != nil && t.limit.Unit != workday.WorkingDays {
		of.Rest = workday.Unmoved
		due, err = t.calendar.Due(of)
	}
	if err != nil {
		return fazhi.Date{}
	}
	return due.End
}

// chineseLimit writes the usual limit in words, the usual one as the rule does.
func chineseLimit(p Profile) string {
	if p.limit() == (workday.Span{N: 1, Unit: workday.Months}) {
		return "一个月"
	}
	return p.limit().Chinese()
}
