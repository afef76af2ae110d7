package indicators

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// row compares the items of one row.
func (f *form) row(at fazhi.Path, c Counts, yield func(Balance) bool) bool {
	for i := range f.groups {
		g := &f.groups[i]
		name := string(g.whole) + " = 各“" + string(g.whole) + "·" + g.property + "”之和"
		if !yield(Balance{Code: BadBalance, Name: name, Path: at, Left: c[g.whole], Right: c.sum(g.parts()...)}) {
			return false
		}
	}
	for _, e := range equations() {
		if !yield(Balance{Code: BadBalance, Name: grid.Join(e.left, " + ") + " = " + grid.Join(e.right, " + "), Path: at, Left: c.sum(e.left...), Right: c.sum(e.right...)}) {
			return false
		}
	}
	for _, b := range bounds() {
		if !yield(grid.AtMost(BadPart, at, c, b.part, b.whole)) {
			return false
		}
	}
	return true
}

// rows compares the rows of a property with the total.
func (f *form) rows(g *Grid, i int, a Axis, yield func(Balance) bool) bool {
	for _, d := range f.items {
		if !yield(grid.InTotal(BadTotal, fazhi.At("axes", i), a.Name, g.Total, a.Rows, d.Item)) {
			return false
		}
	}
	return true
}

// months compares the months with the total and with each other.
func (f *form) months(g *Grid, yield func(Balance) bool) bool {
	before, name := g.Total[Carried], "首月“期初未结” = 全部“期初未结”"
	for i, m := range g.Months {
		if !yield(Balance{Code: BadMonth, Name: name, Path: fazhi.At("months", i), Left: m.Counts[Carried], Right: before}) {
			return false
		}
		before, name = m.Counts[Open], "本月“期初未结” = 上月“期末未结”"
	}
	if !yield(Balance{Code: BadMonth, Name: "末月“期末未结” = 全部“期末未结”", Path: "/months", Left: before, Right: g.Total[Open]}) {
		return false
	}
	for _, d := range f.items {
		if d.Item == Carried || d.Item == Open {
			continue
		}
		if !yield(grid.InTotal(BadMonth, "/months", "月", g.Total, g.Months, d.Item)) {
			return false
		}
	}
	return true
}

// names compares rows with what their names say: all that the row 邻里 has accepted is of the category 邻里.
func (f *form) names(g *Grid, yield func(Balance) bool) bool {
	of := ways(choices())
	for i, a := range g.Axes {
		for j, row := range a.Rows {
			var part Item
			switch {
			case row.Name == Rest:
				continue
			case a.Name == BySort:
				part = f.partOf(f.group(Accepted, Category), row.Name)
			case a.Name == BySource:
				part = f.partOf(f.group(Accepted, Way), of[row.Name])
			default:
				continue
			}
			name := "“" + row.Name + "”行的“受理” = “" + string(part) + "”"
			if !yield(Balance{Code: BadRow, Name: name, Path: fazhi.At("axes", i, "rows", j), Left: row.Counts[Accepted], Right: row.Counts[part]}) {
				return false
			}
		}
	}
	return true
}

// partOf returns the item of a value, that of Unlisted for one that is not listed.
func (f *form) partOf(g *group, value string) Item {
	if !slices.Contains(g.values, value) {
		value = Unlisted
	}
	return g.whole.Of(g.property, value)
}
