package casefile

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// An Explanation says why a demand on a file is kept or not: the article, the days, and the reasons line by line. It holds
// days of the file, and no personal data.
type Explanation struct {
	Code  fazhi.Code `json:"code"`
	Name  string     `json:"name"`
	Basis string     `json:"basis"`
	State State      `json:"state"`
	// Start and End are the days of the two events, zero where there are none or the file does not say.
	Start fazhi.Date `json:"start,omitzero"`
	End   fazhi.Date `json:"end,omitzero"`
	// Deadline is the last day, of a limit that could be counted.
	Deadline fazhi.Date `json:"deadline,omitzero"`
	// Late is by how many days of the calendar a limit was missed.
	Late int      `json:"late,omitempty"`
	Why  []string `json:"why"`
}

// Explain says what came of one demand, by its name or code, and why. The error is ErrUnknown for a name that there is
// not, ErrFile for no file. A year without calendar is told in the reasons.
func (x *Examiner) Explain(f *File, name string) (Explanation, error) {
	if f == nil {
		return Explanation{}, fmt.Errorf("casefile: %w", ErrFile)
	}
	if x == nil || x.calendar == nil {
		return Explanation{}, fmt.Errorf("casefile: %w", ErrCalendar)
	}
	r, ok := x.find(f, name)
	if !ok {
		return Explanation{}, fmt.Errorf("casefile: %w：%q", ErrUnknown, name)
	}
	return x.explain(f, r), nil
}

func (x *Examiner) explain(f *File, r rule) Explanation {
	n := x.norm(r)
	e := Explanation{Code: n.Code, Name: n.Name, Basis: n.Basis()}
	switch {
	case !n.IsFor(f):
		e.State, e.Why = NotApplicable, []string{"不适用于本类案卷，或者当时尚未施行"}
	case r.kind == limitRule:
		x.explainLimit(f, &x.limits[r.index], &e)
	case r.kind == dutyRule:
		d := &x.duties[r.index]
		e.State, e.Why = x.duty(d, f, nil), []string{n.Doc}
	case r.kind == orderRule:
		explainOrder(f, &x.orders[r.index], &e)
	default:
		e.State, e.Why = x.writs[r.index].judge(f, x.holds(f, r.index)), []string{n.Doc}
	}
	return e
}

func (x *Examiner) norm(r rule) *Norm {
	switch r.kind {
	case limitRule:
		return &x.limits[r.index].Norm
	case dutyRule:
		return &x.duties[r.index].Norm
	case orderRule:
		return &x.orders[r.index].Norm
	}
	return &x.writs[r.index].Norm
}

func explainOrder(f *File, o *Order, e *Explanation) {
	e.State, e.Start, e.End = o.judge(f), f.Dates[o.First], f.Dates[o.Then]
	e.Why = []string{o.Doc, dayLine(f, o.First), dayLine(f, o.Then)}
	if e.State == Broken {
		if e.Late = e.Start.DaysSince(e.End); o.Apart {
			e.Late++
		}
		e.Why = append(e.Why, o.Then.String()+"提前"+strconv.Itoa(e.Late)+"日")
	}
}

// dayLine says the day of an event.
func dayLine(f *File, e Event) string {
	if f.Dates[e].IsZero() {
		return "未填写" + e.String()
	}
	return e.String() + "为" + f.Dates[e].Chinese()
}

func (x *Examiner) explainLimit(f *File, l *Limit, e *Explanation) {
	var r reckoning
	x.reckon(l, f, &r, nil)
	e.State = r.state
	if r.state == NotApplicable {
		e.Why = []string{l.Doc}
		return
	}
	start := l.start(f)
	e.Start, e.End = f.Dates[start], f.Dates[l.End]
	e.Why = []string{dayLine(f, start), dayLine(f, l.End)}
	e.explainEnds(l, &r)
	if !r.term.Start.IsZero() {
		x.explainTerm(l, &r, e)
	}
	if r.unsure {
		e.Why = append(e.Why, "案卷没有写明“"+l.Instead.String()+"”，期限长短不能确定")
	}
	if r.late {
		e.Why = append(e.Why, "批准延长时期限已届满，延长无效")
	}
	if r.elsewhere {
		e.Why = append(e.Why, dayLine(f, l.Extended), "超过期限，但已批准延期；延长多久由法律、法规、规章另行规定，须核对行业规定")
	}
}

// explainEnds says what is special about the day that decides.
func (e *Explanation) explainEnds(l *Limit, r *reckoning) {
	switch {
	case r.standing && r.state == Broken:
		e.Why = append(e.Why, "结案、归档时仍未处理，按"+r.end.Chinese()+"计算")
	case r.reversed && r.state == Kept:
		e.Why = append(e.Why, l.End.String()+"早于起算之日，期限尚未起算")
	case r.reversed:
		e.Late = e.Start.DaysSince(r.end)
		e.Why = append(e.Why, l.End.String()+"早于起算之日")
	}
}

// explainTerm adds how the deadline was counted.
func (x *Examiner) explainTerm(l *Limit, r *reckoning, e *Explanation) {
	r.term.Basis = l.Basis()
	d, err := x.calendar.Deadline(r.term)
	if err != nil {
		e.Why = append(e.Why, reasonOf(err))
		return
	}
	e.Deadline = d.End
	e.Why = append(e.Why, d.Why...)
	if e.State != Broken {
		return
	}
	if l.Wait {
		e.Late = d.End.DaysSince(r.end) + 1
		e.Why = append(e.Why, "提前"+strconv.Itoa(e.Late)+"日")
		return
	}
	e.Late = r.end.DaysSince(d.End)
	e.Why = append(e.Why, "逾期"+strconv.Itoa(e.Late)+"日")
}

// reasonOf is what workday says, without the name of its package.
func reasonOf(err error) string {
	var parts []string
	for line := range strings.SplitSeq(err.Error(), "\n") {
		parts = append(parts, strings.TrimPrefix(line, "workday: "))
	}
	return strings.Join(parts, "；")
}
