package statistics

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/table"
)

// A Form is a kind of grid (表种).
type Form string

// The forms.
const (
	Cases Form = "行政复议"
	Suits Form = "行政应诉"
)

// form says what a grid of one kind has in it and which of its numbers must agree.
type form struct {
	items    []definition
	states   []state    // of what is open
	sums     []equation // left is one item, made of the others
	balances []equation // both sides are equal
	bounds   []equation // the left side is no more than the right one
	axes     []axis
	ways     []Item // in which cases end
}

// A definition says what an item counts; empty where its name says it.
type definition struct {
	item Item
	doc  string
}

// A state is one in which a case can be at the end of a period, and the item as which the next period carries it over.
type state struct{ open, carried Item }

// An equation compares two sums.
type equation struct {
	left, right []Item
	text        string // "受理 = 办理中 + 中止 + 审结"
}

func equal(left, right []Item) equation {
	return equation{left, right, join(left) + " = " + join(right)}
}

func atMost(part Item, whole ...Item) equation {
	return equation{[]Item{part}, whole, string(part) + " ≤ " + join(whole)}
}

// An axis divides the cases by one property. Choices returns its values in their order; others follow.
type axis struct {
	name    string
	choices func() []string
}

// formOf returns a form, nil if there is none of that name.
func formOf(name Form) *form {
	switch name {
	case Cases:
		return caseForm()
	case Suits:
		return suitForm()
	}
	return nil
}

// ends adds the ways in which cases end, which make up what was concluded.
func (f *form) ends(ways []Item) {
	f.ways = ways
	ways = append(ways[:len(ways):len(ways)], Unlisted)
	for _, way := range ways {
		f.items = append(f.items, definition{item: way})
	}
	f.balances = append(f.balances, equal([]Item{Concluded}, ways))
}

// index returns where each item stands.
func (f *form) index() map[Item]int {
	at := make(map[Item]int, len(f.items))
	for i, d := range f.items {
		at[d.item] = i
	}
	return at
}

// has reports whether the form has an item.
func (f *form) has(item Item) bool {
	return slices.ContainsFunc(f.items, func(d definition) bool { return d.item == item })
}

// identities are all equations of the form that must be equal.
func (f *form) identities() []equation { return slices.Concat(f.sums, f.balances) }

func join(items []Item) string {
	names := make([]string, len(items))
	for i, item := range items {
		names[i] = string(item)
	}
	return strings.Join(names, " + ")
}

// A property is an axis as a ledger has it: the column that lists its choices, and the value of a record.
type property[D any] struct {
	axis   string
	column string
	order  []string // where no column lists them
	of     func(*D) string
}

// UnitAxis is the axis of the organs or places whose grids were merged (统计单位). It comes first.
const UnitAxis = "统计单位"

// axesOf returns the axes of properties, after that of units.
func axesOf[D any](properties []property[D]) []axis {
	axes := []axis{{UnitAxis, func() []string { return nil }}}
	for _, p := range properties {
		axes = append(axes, axis{p.axis, p.choices})
	}
	return axes
}

// choices returns what may stand in the ledger's column, in the order of its list.
func (p property[D]) choices() []string {
	columns, err := table.ColumnsOf[D]()
	i := slices.IndexFunc(columns, func(c table.Column) bool { return c.Name == p.column })
	if err != nil || i < 0 {
		return p.order
	}
	return columns[i].Choices
}
