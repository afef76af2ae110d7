package indicators

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi/internal/grid"
	"github.com/fazhi-go/fazhi/mediation"
)

// The properties by which a grid divides the disputes (分类).
const (
	ByUnit          = "统计单位" // the counties whose grids were merged
	ByCounty        = "行政区划代码"
	ByStreet        = "乡镇街道"
	ByCommittee     = "调解委员会"
	ByCommitteeSort = "调委会类型"
	BySource        = "纠纷来源"
	BySort          = "纠纷类型"
	ByDetail        = "类型细目" // "合同·借款"
	ByRisk          = "风险等级"
	ByDifficulty    = "难易程度"
)

// The names of rows that no word of the ledger has.
const (
	Blank     = "未填"    // the ledger says nothing
	Rest      = "其余"    // values beyond MaxRows
	Elsewhere = "不在名单中" // codes that are not those of a county, or not of one in Settings.Counties
	Screened  = "排查"    // screenings, which have no source, category or risk
)

// MaxRows is how many values a property tells apart: the first ones of the ledger. All others share the row Rest.
const MaxRows = 5_000

// An axis divides the disputes by one property. Its values are in their order; others follow.
type axis struct {
	name      string
	values    []string
	of        func(*mediation.Case) string // nil: the unit
	screening func(*Screening) string      // nil: Screened
	local     bool                         // its values are names that another county may have, too
}

func axes(l wordlist) []axis {
	type c = mediation.Case
	type s = Screening
	return []axis{
		{name: ByUnit},
		{name: ByCounty, of: func(d *c) string { return d.County }, screening: func(d *s) string { return d.County }},
		{name: ByStreet, of: func(d *c) string { return d.Street }, screening: func(d *s) string { return d.Street }, local: true},
		{name: ByCommittee, of: func(d *c) string { return d.Committee }, screening: func(d *s) string { return d.Committee }, local: true},
		{name: ByCommitteeSort, values: l[ByCommitteeSort], of: func(d *c) string { return d.CommitteeSort }, screening: func(d *s) string { return d.CommitteeSort }},
		{name: BySource, values: l[BySource], of: func(d *c) string { return d.Source }},
		{name: BySort, values: l[BySort], of: func(d *c) string { return d.Sort }},
		{name: ByDetail, of: detail},
		{name: ByRisk, values: l[ByRisk], of: func(d *c) string { return d.Risk }},
		{name: ByDifficulty, values: l[ByDifficulty], of: func(d *c) string { return d.Difficulty }},
	}
}

func detail(d *mediation.Case) string {
	if d.Detail == "" {
		return ""
	}
	return cmp.Or(d.Sort, Blank) + "·" + d.Detail
}

// choose returns the axes of those names, in the order of the form; that of the unit is always there. Nil means all.
func (f *form) choose(names []string) []axis {
	if names == nil {
		return f.axes
	}
	return slices.DeleteFunc(slices.Clone(f.axes), func(a axis) bool { return a.name != ByUnit && !slices.Contains(names, a.name) })
}

// axis returns the axis of a name, which there is.
func (f *form) axis(name string) *axis {
	i := slices.IndexFunc(f.axes, func(a axis) bool { return a.name == name })
	return &f.axes[i]
}

// sort puts rows in the order of the axis: its values, others by their text, what has no value last.
func (a *axis) sort(rows []Row) {
	grid.Sort(rows, a.values, []string{Elsewhere, Screened, Blank, Rest})
}

// isCounty reports whether a text can be the code of a county (县级行政区划代码, GB/T 2260), or of a city without counties, which
// ends in 00: six digits.
func isCounty(code string) bool {
	if len(code) != 6 {
		return false
	}
	for i := range len(code) {
		if code[i] < '0' || code[i] > '9' {
			return false
		}
	}
	return true
}
