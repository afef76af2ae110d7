package activity

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
)

// tables returns the tables of parts, one a grouping, in the order in which groupings come up.
func (a *Activity) tables(list []counted) []report.Item {
	var names []string
	for _, c := range list {
		if c.table && !slices.Contains(names, c.by.name) {
			names = append(names, c.by.name)
		}
	}
	items := make([]report.Item, len(names))
	for i, name := range names {
		items[i] = a.tableBy(name, list)
	}
	return items
}

// tableBy has a row for each part, a column for each figure, and the wholes in the last row.
func (a *Activity) tableBy(name string, list []counted) report.Item {
	list = slices.DeleteFunc(slices.Clone(list), func(c counted) bool { return !c.table || c.by.name != name })
	t := gongwen.Table{Caption: a.sheet + "（按" + name + "）", Header: [][]gongwen.Span{{gongwen.Text(name)}}, Right: []bool{false}}
	item := report.Item{}
	for _, c := range list {
		t.Header = append(t.Header, []gongwen.Span{gongwen.Text(c.figure.Name)})
		t.Right = append(t.Right, true)
	}
	row := func(name string, of func(counted) fazhi.Figure) {
		cells := [][]gongwen.Span{{gongwen.Text(name)}}
		for _, c := range list {
			cells = append(cells, cell(&item, of(c)))
		}
		t.Rows = append(t.Rows, cells)
	}
	for i := range list[0].parts {
		row(list[0].names[i], func(c counted) fazhi.Figure { return c.parts[i] })
	}
	row("合计", func(c counted) fazhi.Figure { return c.whole })
	item.Block = t
	return item
}

// cell names a figure in a cell of the item's table. A part in which nothing can be divided, as in a month without cases, is
// a dash.
func cell(item *report.Item, f fazhi.Figure) []gongwen.Span {
	if f.Value != nil && f.Number() == "" {
		return []gongwen.Span{gongwen.Text("—")}
	}
	item.Marks = append(item.Marks, report.Mark{ID: f.ID})
	return []gongwen.Span{gongwen.Figure{ID: f.ID}}
}
