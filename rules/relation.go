package rules

import (
	"slices"

	"github.com/fazhi-go/fazhi/table"
)

// operator is what a relation does, apart from its opposite.
type operator uint8

const (
	equal operator = iota
	greater
	less
	among
	contains
	empty
	yes
)

// relation is one row of the table of relations.
type relation struct {
	name  string
	also  []string // other spellings
	op    operator
	not   bool // the opposite holds
	kinds []table.Kind
}

// relations returns which relations there are and which kinds of field they fit. The table is a value, made anew, so
// that nobody can change it.
func relations() []relation {
	ordered := []table.Kind{table.Money, table.Count, table.Integer}
	single := append([]table.Kind{table.Text, table.Date, table.Number}, ordered...)
	days := []table.Kind{table.Date}
	lists := []table.Kind{table.Text, table.List}
	yesNo := []table.Kind{table.YesNo}
	every := append(slices.Clone(single), table.List, table.YesNo)
	return []relation{
		{"等于", []string{"=", "==", "＝"}, equal, false, append(slices.Clone(single), table.YesNo)},
		{"不等于", []string{"≠", "!=", "<>"}, equal, true, append(slices.Clone(single), table.YesNo)},
		{"大于", []string{">", "＞", "超过", "高于", "多于"}, greater, false, ordered},
		{"不小于", []string{">=", "≥", "大于等于", "大于或等于", "不低于", "不少于"}, less, true, ordered},
		{"小于", []string{"<", "＜", "低于", "少于"}, less, false, ordered},
		{"不大于", []string{"<=", "≤", "小于等于", "小于或等于", "不超过", "不高于", "不多于"}, greater, true, ordered},
		{"早于", []string{"<", "＜"}, less, false, days},
		{"不早于", []string{">=", "≥"}, less, true, days},
		{"晚于", []string{">", "＞"}, greater, false, days},
		{"不晚于", []string{"<=", "≤"}, greater, true, days},
		{"属于", nil, among, false, single},
		{"不属于", nil, among, true, single},
		{"包含", []string{"含有"}, contains, false, lists},
		{"不包含", []string{"不含"}, contains, true, lists},
		{"为空", nil, empty, false, every},
		{"不为空", []string{"非空"}, empty, true, every},
		{"是", nil, yes, false, yesNo},
		{"否", nil, yes, true, yesNo},
	}
}

// Relations returns the names of the relations that fit a kind of field, in their usual order.
func Relations(k table.Kind) []string {
	var list []string
	for _, r := range relations() {
		if slices.Contains(r.kinds, k) {
			list = append(list, r.name)
		}
	}
	return list
}

// findRelation returns the relation of that name that fits the kind. It reports whether there is one that fits, and
// whether there is one at all.
func findRelation(all []relation, name string, k table.Kind) (found relation, fits, known bool) {
	for _, r := range all {
		if r.name != name && !slices.Contains(r.also, name) {
			continue
		}
		known = true
		if slices.Contains(r.kinds, k) {
			return r, true, true
		}
	}
	return relation{}, false, known
}

// takesValue reports whether a condition with this relation needs a value.
func (r *relation) takesValue() bool { return r.op != empty && r.op != yes }
