package indicators

import (
	"cmp"
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/workday"
)

// doubted are the checks of package mediation of which a doubt tells, without running them, that they find nothing. All others
// are always run.
func doubted() []fazhi.Code {
	return []fazhi.Code{
		"mediation/fields", "mediation/dates", "mediation/result", "mediation/agreement/form", "mediation/agreement/effect",
		"mediation/term/month", "mediation/performance/agreement", "mediation/confirmation/agreement", "mediation/averted",
		"mediation/same", "mediation/county", "mediation/detail", "mediation/risk", "mediation/source",
	}
}

// A doubt asks cheaply which checks could find something in a dispute. It may say yes in vain, and never no in vain: what is
// wrong is for the checks alone to say.
type doubt struct {
	days           int // that the usual limit has at least
	today          fazhi.Date
	risks, sources []string
}

func newDoubt(p mediation.Profile, today fazhi.Date) doubt {
	return doubt{atLeast(p.Limit), today, p.Risks, p.Sources}
}

// about returns a bit for each of the checks in doubted.
func (q *doubt) about(d *mediation.Case) uint {
	success, begun := d.Result == "成功", d.Result == "调解中"
	answers := [...]bool{
		isHalf(d),
		!d.Closed.IsZero() && d.Closed.Before(d.Accepted),
		begun != d.Closed.IsZero(),
		success != (d.Form != ""),
		!d.Sealed && d.Form == "书面",
		cmp.Or(d.Closed, q.today).DaysSince(d.Accepted) > q.days,
		!success && d.Performed != "",
		!success && d.Confirmation != "",
		d.AvertedPeople != 0 && d.Averted == "",
		d.Same != "",
		d.County != "" && !isCounty(d.County),
		d.Detail != "",
		!allowed(d.Risk, q.risks),
		!allowed(d.Source, q.sources),
	}
	bits := uint(0)
	for i, yes := range answers {
		if yes {
			bits |= 1 << i
		}
	}
	return bits
}

// isHalf reports whether a field that is required is empty, or a number is none that can be.
func isHalf(d *mediation.Case) bool {
	return d.Serial == "" || d.Committee == "" || d.Accepted.IsZero() || d.Result == "" ||
		d.Parties != 0 && d.Parties < 2 || d.Amount < 0 || d.Sessions < 0 || d.AvertedPeople < 0
}

func allowed(value string, list []string) bool {
	return list == nil || value == "" || slices.Contains(list, value)
}

// atLeast returns how many days a span has at least, in every year and whatever the days off; the zero span is a month.
func atLeast(s workday.Span) int {
	switch {
	case s.IsZero():
		return 28
	case s.Unit == workday.Months:
		return 28 * s.N
	case s.Unit == workday.Years:
		return 365 * s.N
	}
	return s.N
}

// judge runs the checks of which it doubts that they find nothing.
type judge struct {
	checks []fazhi.Check
	bits   []uint // of each check in a doubt; 0: always run
	always bool   // there is such a check
	doubt  doubt
	today  fazhi.Date
}

func newJudge(p mediation.Profile, today fazhi.Date) (*judge, error) {
	checks, err := mediation.Checks(p)
	if err != nil {
		return nil, err
	}
	j := &judge{checks: checks, doubt: newDoubt(p, today), today: today}
	codes := doubted()
	for i := range checks {
		bit := uint(0)
		if at := slices.Index(codes, checks[i].Code); at >= 0 {
			bit = 1 << at
		}
		j.bits = append(j.bits, bit)
		j.always = j.always || bit == 0
	}
	return j, nil
}

// of returns what fazhi.Validate finds in a dispute with all checks. The list is used again and again.
func (j *judge) of(ctx context.Context, d *mediation.Case, needed []fazhi.Check) (fazhi.Issues, []fazhi.Check, error) {
	needed = needed[:0]
	bits := j.doubt.about(d)
	if bits == 0 && !j.always {
		return nil, needed, nil
	}
	for i, bit := range j.bits {
		if bit == 0 || bits&bit != 0 {
			needed = append(needed, j.checks[i])
		}
	}
	issues, err := fazhi.Validate(ctx, d, d.LawOn(j.today), j.today, needed)
	return issues, needed, err
}
