package indicators

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
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
		if !yield(Balance{Code: BadBalance, Name: join(e.left) + " = " + join(e.right), Path: at, Left: c.sum(e.left...), Right: c.sum(e.right...)}) {
			return false
		}
	}
	for _, b := range bounds() {
		if !yield(Balance{Code: BadPart, Name: string(b.part) + " ≤ " + string(b.whole), Path: at, Left: c[b.part], Right: c[b.whole], AtMost: true}) {
			return false
		}
	}
	return true
}

func join(items []Item) string {
	list := make([]string, len(items))
	for i, item := range items {
		list[i] = string(item)
	}
	return strings.Join(list, " + ")
}

// column adds an item of several rows, -1 where that is out of range.
func column(rows []Row, item Item) int64 {
	sum := int64(0)
	for _, row := range rows {
		if sum += row.Counts[item]; sum > mostOfAll {
			return -1
		}
	}
	return sum
}

// rows compares the rows of a property with the total.
func (f *form) rows(g *Grid, i int, a Axis, yield func(Balance) bool) bool {
	for _, d := range f.items {
		name := "全部“" + string(d.Item) + "” = 各" + a.Name + "“" + string(d.Item) + "”之和"
		if !yield(Balance{Code: BadTotal, Name: name, Path: fazhi.At("axes", i), Left: g.Total[d.Item], Right: column(a.Rows, d.Item)}) {
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
		name := "全部“" + string(d.Item) + "” = 各月“" + string(d.Item) + "”之和"
		if !yield(Balance{Code: BadMonth, Name: name, Path: "/months", Left: g.Total[d.Item], Right: column(g.Months, d.Item)}) {
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
