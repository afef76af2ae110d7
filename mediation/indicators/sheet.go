package indicators

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
	"github.com/fazhi-go/fazhi/table"
)

// The names of the sheets.
const (
	TotalSheet    = "调解统计"
	RateSheet     = "调解指标"
	MonthsSheet   = "按月统计"
	AxesSheet     = "分类统计"
	CompareSheet  = "同期比较"
	RatioSheet    = "指标比较"
	CategorySheet = "类型比较"
)

// Sheets returns the grid as sheets to be printed: 调解统计 with every number and its scope, 调解指标 with the rates, 按月统计, and 分类统计
// with a row for each value of each property. Ratios are those that are given; nil: Ratios. The error is ErrRatio, or that of a
// grid that does not agree with itself: such a one is not printed.
func (g *Grid) Sheets(ratios []Ratio) ([]table.Sheet, error) {
	f := newForm()
	if err := g.check(f).Err(); err != nil {
		return nil, err
	}
	if ratios == nil {
		ratios = Ratios()
	}
	rates, err := g.rateSheet(f, ratios)
	if err != nil {
		return nil, err
	}
	return grid.Fit(g.totalSheet(f), rates, g.monthsSheet(), g.axesSheet()), nil
}

func (g *Grid) title(what string) string { return g.Unit + g.Period.String() + what }

func (g *Grid) totalSheet(f *form) table.Sheet {
	s := grid.Page(TotalSheet, g.title("人民调解统计表"), grid.Text("项目", 0), grid.Number("数量"), grid.Text("单位", 4), grid.Money("金额"), grid.Text("口径", 0))
	for _, d := range f.items {
		count, amount := grid.Cells(d.Unit, g.Total[d.Item])
		s.Rows = append(s.Rows, []any{string(d.Item), count, d.Unit, amount, d.Scope})
	}
	return s
}

func (g *Grid) rateSheet(f *form, ratios []Ratio) (table.Sheet, error) {
	s := grid.Page(RateSheet, g.title("人民调解指标表"), grid.Text("指标", 0), grid.Text("数值", 6), grid.Number("分子"), grid.Number("分母"), grid.Text("口径", 0))
	for _, r := range ratios {
		rate, err := r.rate(f, g.Total)
		if err != nil {
			return s, err
		}
		s.Rows = append(s.Rows, []any{r.Name, grid.Percent(rate), rate.Num, rate.Den, r.scope(f)})
	}
	return s, nil
}

// columns are those of a table with a row for each value.
func columns(first ...table.Column) []table.Column {
	return append(first, grid.Number("期初未结"), grid.Number("受理"), grid.Text("受理占比", 5), grid.Number("办结"), grid.Number("调解成功"), grid.Text("成功率", 5), grid.Number("期末未结"),
		grid.Money("协议涉及金额"), grid.Number("书面协议"), grid.Number("口头协议"), grid.Number("履行完毕"), grid.Number("司法确认"), grid.Number("防止激化"), grid.Number("防止激化人数"), grid.Number("排查次数"), grid.Number("排查发现"), grid.Number("预防"))
}

func (g *Grid) cells(c Counts) []any {
	return []any{
		c[Carried], c[Accepted], grid.Percent(fazhi.Rate{Num: c[Accepted], Den: g.Total[Accepted]}), c[Closed], c[Succeeded],
		grid.Percent(fazhi.Rate{Num: c[Succeeded], Den: c[Accepted]}), c[Open], fazhi.Money(c[Amount]),
		c[Succeeded.Of(Form, "书面")], c[Succeeded.Of(Form, "口头")], c[Succeeded.Of(Performance, "履行完毕")],
		c[Succeeded.Of(Confirmation, "确认有效")], c[Averted], c[AvertedPeople], c[Screenings], c[Found], c[Prevented],
	}
}

func (g *Grid) monthsSheet() table.Sheet {
	s := grid.Page(MonthsSheet, g.title("人民调解按月统计表"), columns(grid.Text("月份", 7))...)
	for _, m := range append(g.Months[:len(g.Months):len(g.Months)], Row{Name: "合计", Counts: g.Total}) {
		s.Rows = append(s.Rows, append([]any{m.Name}, g.cells(m.Counts)...))
	}
	return s
}

func (g *Grid) axesSheet() table.Sheet {
	s := grid.Page(AxesSheet, g.title("人民调解分类统计表"), columns(grid.Text("分类", 6), grid.Text("名称", 14))...)
	add := func(axis, name string, c Counts) {
		s.Rows = append(s.Rows, append([]any{axis, name}, g.cells(c)...))
	}
	add("全部", g.Unit, g.Total)
	for _, a := range g.Axes {
		if a.Name == ByUnit && len(a.Rows) < 2 { // the total once more
			continue
		}
		for _, row := range a.Rows {
			add(a.Name, row.Name, row.Counts)
		}
	}
	return s
}
