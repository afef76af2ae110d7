package statistics

import (
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// The properties by which a grid divides the contracts (分类).
const (
	ByUnit           = "统计单位" // the counties whose grids were merged
	BySort           = "合同类型"
	ByAmount         = "合同金额"
	ByDepartment     = "承办单位"
	ByOpinion        = "审查结果"
	ByAdoption       = "意见采纳"
	ByMethod         = "采购方式"
	ByAdministrative = "行政协议"
	ByMajor          = "重大合同"
	BySmall          = "相对方为中小企业"
	ByProgress       = "履行状态" // as the ledger has it on the day on which it is counted
)

// The names of rows that no word of the ledger has.
const (
	Blank     = "未填"     // the ledger says nothing
	Rest      = "其余"     // values beyond MaxRows
	NotSeen   = "未审查"    // neither opinion nor day of review
	NoComment = "没有提出意见" // of what became of the opinion
	NoTender  = "非政府采购"
	Foreign   = "外币"
)

// MaxRows is how many values a property tells apart; a ledger with more departments than that has something else in the column.
const MaxRows = 5_000

// The columns of the ledger whose choices a grid has.
const (
	opinionColumn = "审查意见"
	adoptedColumn = "意见采纳"
)

// An axis divides the contracts by one property. Its values are in their order; others follow.
type axis struct {
	name   string
	values []string
	of     func(*contract.Contract) string
}

// axes are all but the amount's bands, which are a setting, see rule.axes.
func axes(l wordlist) []axis {
	type c = contract.Contract
	return []axis{
		{name: ByUnit},
		{BySort, l[BySort], func(d *c) string { return d.Sort }},
		{name: ByAmount},
		{ByDepartment, nil, func(d *c) string { return d.Department }},
		{ByOpinion, l.with(opinionColumn, NotSeen), opinion},
		{ByAdoption, l.with(adoptedColumn, NoComment), adoption},
		{ByMethod, l.with(ByMethod, NoTender), method},
		{ByAdministrative, yesNo(), func(d *c) string { return answer(d.Administrative) }},
		{ByMajor, yesNo(), func(d *c) string { return answer(d.Major) }},
		{BySmall, yesNo(), func(d *c) string { return answer(small(d)) }},
		{ByProgress, l[ByProgress], func(d *c) string { return d.Progress }},
	}
}

func yesNo() []string { return []string{"是", "否"} }

// answer is empty where no answer is given.
func answer(yes *bool) string {
	switch {
	case yes == nil:
		return ""
	case *yes:
		return "是"
	}
	return "否"
}

func opinion(d *contract.Contract) string {
	if d.Opinion == "" && d.Reviewed.IsZero() {
		return NotSeen
	}
	return d.Opinion
}

func adoption(d *contract.Contract) string {
	if !d.Advised() {
		return NoComment
	}
	return d.Adopted
}

func method(d *contract.Contract) string {
	if d.Method == "" && !d.Procurement {
		return NoTender
	}
	return d.Method
}

// small says whether one of the other side is a small or medium-sized enterprise (中小企业); nil where no answer is given for one
// of them and none is.
func small(d *contract.Contract) *bool {
	var found *bool
	open := true
	for i := range d.Parties {
		p := &d.Parties[i]
		if p.Side != contract.Other {
			continue
		}
		if p.Small == nil {
			found, open = nil, false
			continue
		}
		if *p.Small {
			return p.Small
		}
		if open {
			found = p.Small
		}
	}
	return found
}

// sort puts rows in the order of the axis: its values, others by their text, what has no value last.
func (a *axis) sort(rows []Row) { grid.Sort(rows, a.values, []string{Blank, Rest}) }
