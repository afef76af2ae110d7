package review

import "github.com/fazhi-go/fazhi/table"

// The names of the sheets of a concord.
const (
	ConcordSheet = "双评一致性"
	ItemsSheet   = "分歧项目"
)

// Sheets lays a concord out as two sheets: the statistics, a group a row, and the items on which the two sides differ, by
// rubric. Statistics that cannot be computed say so.
func (c *Concord) Sheets() []table.Sheet {
	stats := table.Sheet{Name: ConcordSheet, Grid: true, Wrap: true, Columns: columns("范围", 16, "案卷", 4, "否决一致率", 6, "否决κ", 7, "否决AC1", 7,
		"等次一致率", 6, "等次κ", 7, "线性加权κ", 7, "平方加权κ", 7, "等次AC1", 7, "评分ICC(2,1)", 8, "平均差", 6, "95%下限", 6, "95%上限", 6)}
	for _, group := range [][]Accord{{c.All}, c.Units, c.Rubrics} {
		for i := range group {
			a := &group[i]
			stats.Rows = append(stats.Rows, []any{a.Name, num(a.Files), a.Veto.Same.String(), a.Veto.Kappa.String(), a.Veto.AC1.String(),
				a.Grade.Same.String(), a.Grade.Kappa.String(), a.Grade.Linear.String(), a.Grade.Quadratic.String(), a.Grade.AC1.String(),
				a.ICC.String(), a.Limits.Bias.Fixed(2), a.Limits.Lower.Fixed(2), a.Limits.Upper.Fixed(2)})
		}
	}
	items := table.Sheet{Name: ItemsSheet, Grid: true, Wrap: true, Columns: columns("评分标准", 16, "编号", 6, "评分项目", 40, "案卷", 4, "不一致", 4, "平均相差", 6, "法律顾问减赋权部门", 8)}
	for i := range c.Rubrics {
		for _, d := range c.Rubrics[i].Items {
			items.Rows = append(items.Rows, []any{d.Rubric, d.Item.Item, d.Name, num(d.Files), num(d.Differ), d.Mean.Fixed(2), d.Bias.Fixed(2)})
		}
	}
	return []table.Sheet{stats, items}
}

// columns makes columns of texts from names and widths in turn.
func columns(namesAndWidths ...any) []table.Column {
	var list []table.Column
	for i := 0; i+1 < len(namesAndWidths); i += 2 {
		name, _ := namesAndWidths[i].(string)
		width, _ := namesAndWidths[i+1].(int)
		list = append(list, table.Column{Name: name, Width: width})
	}
	return list
}
