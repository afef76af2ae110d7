package statistics

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
)

// OfCases returns a counter of reconsideration cases. The error is ErrUnit or ErrPeriod.
//
// A case that is neither accepted nor disposed of otherwise is open from the day on which it was received. One that was
// disposed of counts on its 处理日期, without one on the day on which it was received.
func OfCases(unit string, p fazhi.Period) (*Counter[reconsideration.Case], error) {
	return newCounter(unit, Cases, p, caseAxes(), caseLife)
}

func caseAxes() []property[reconsideration.Case] {
	type c = reconsideration.Case
	return []property[c]{
		{axis: "事项", column: "行政行为类别", of: func(d *c) string { return d.Act }},
		{axis: "管理类别", of: func(d *c) string { return d.Field }},
		{axis: "被申请人层级", column: "被申请人层级", of: func(d *c) string { return d.Level }},
		{axis: "被申请人", of: func(d *c) string { return d.Respondent }},
		{axis: "申请人类别", column: "申请人类别", of: func(d *c) string { return d.Applicant }},
		{axis: "申请人人数", order: bands(), of: func(d *c) string { return band(d.Applicants) }},
		{axis: "收案渠道", column: "收案渠道", of: func(d *c) string { return d.Channel }},
		{axis: "审理程序", column: "审理程序", of: func(d *c) string { return d.Procedure }},
	}
}

// caseBands are the bands of applicants by their number, the last one open.
var caseBands = [...]struct {
	most int
	name string
}{
	{3, "1至3人"}, {10, "4至10人"}, {20, "11至20人"}, {30, "21至30人"}, {50, "31至50人"}, {80, "51至80人"}, {100, "81至100人"}, {0, "超过100人"},
}

func bands() (names []string) {
	for _, b := range caseBands {
		names = append(names, b.name)
	}
	return names
}

// band returns the band of a number of applicants, empty where it is not known.
func band(n int) string {
	if n < 1 {
		return ""
	}
	for _, b := range caseBands {
		if n <= b.most {
			return b.name
		}
	}
	return caseBands[len(caseBands)-1].name
}

// caseLife tells what became of an application.
func caseLife(c *reconsideration.Case, l *life) {
	arrived := cmp.Or(c.Received, c.Accepted, c.Handled, c.Concluded)
	if arrived.IsZero() {
		return
	}
	l.on(arrived, Received)
	var handled fazhi.Date
	disposal := disposals[c.Intake]
	switch {
	case c.Intake.IsAccepted():
		handled = later(cmp.Or(c.Accepted, c.Handled), arrived)
		acceptedLife(c, handled, l)
	case disposal != "":
		handled = later(c.Handled, arrived)
		l.on(handled, disposal)
	}
	l.during(Unreviewed, Supplementing, arrived, handled, c.Asked, c.Supplied)
}

// disposals are the items of what can be done with an application besides accepting it.
var disposals = map[reconsideration.Intake]Item{
	"不予受理": Refused, "视为放弃": Waived, "转送": Elsewhere, "告知": Elsewhere, "案前和解": Settled, "受理前撤回": Withdrawn,
}

// acceptedLife tells what became of a case from its acceptance.
func acceptedLife(c *reconsideration.Case, accepted fazhi.Date, l *life) {
	l.on(accepted, NewlyAccepted)
	if c.Procedure == "简易" || c.Procedure == "简易转普通" {
		l.on(accepted, SimpleAccepted)
	}
	if c.Concluded.IsZero() {
		l.during(InWork, Suspended, accepted, fazhi.Date{}, c.Suspended, c.Resumed)
		return
	}
	end := later(c.Concluded, accepted)
	l.during(InWork, Suspended, accepted, end, c.Suspended, c.Resumed)
	l.end(end, Item(c.Outcome))
	for _, also := range [...]struct {
		holds bool
		item  Item
	}{
		{c.Indirect && c.Outcome.IsWithdrawn(), Indirect}, {c.Procedure == "简易", SimpleConcluded}, {c.Sued == "起诉", SuedAfter},
	} {
		if also.holds {
			l.on(end, also.item)
		}
	}
	l.onMany(end, Opinions, c.Opinions)
	l.onMany(end, Suggestions, c.Suggestions)
}
