package indicators

import (
	"github.com/fazhi-go/fazhi"
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

// widest is how wide a column is at most, in characters.
const widest = 46

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
	return fit(g.totalSheet(f), rates, g.monthsSheet(), g.axesSheet()), nil
}

func fit(sheets ...table.Sheet) []table.Sheet {
	for i := range sheets {
		sheets[i].Fit(widest)
	}
	return sheets
}

// page returns a sheet for print.
func page(name, title string, columns ...table.Column) table.Sheet {
	return table.Sheet{Name: name, Title: title, Columns: columns, Grid: true, Wrap: true}
}

func (g *Grid) title(what string) string { return g.Unit + g.Period.String() + what }

func text(name string, width int) table.Column { return table.Column{Name: name, Width: width} }
func number(name string) table.Column {
	return table.Column{Name: name, Kind: table.Integer, Width: 6}
}
func money(name string) table.Column { return table.Column{Name: name, Kind: table.Money, Width: 10} }

// cells returns a number as it stands in a column of numbers and one of amounts.
func (d *Definition) cells(n int64) (count, amount any) {
	if d.Unit == "元" {
		return nil, fazhi.Money(n)
	}
	return n, nil
}

func (g *Grid) totalSheet(f *form) table.Sheet {
	s := page(TotalSheet, g.title("人民调解统计表"), text("项目", 0), number("数量"), text("单位", 4), money("金额"), text("口径", 0))
	for _, d := range f.items {
		count, amount := d.cells(g.Total[d.Item])
		s.Rows = append(s.Rows, []any{string(d.Item), count, d.Unit, amount, d.Scope})
	}
	return s
}

func (g *Grid) rateSheet(f *form, ratios []Ratio) (table.Sheet, error) {
	s := page(RateSheet, g.title("人民调解指标表"), text("指标", 0), text("数值", 6), number("分子"), number("分母"), text("口径", 0))
	for _, r := range ratios {
		rate, err := r.rate(f, g.Total)
		if err != nil {
			return s, err
		}
		s.Rows = append(s.Rows, []any{r.Name, percent(rate), rate.Num, rate.Den, r.scope(f)})
	}
	return s, nil
}

// columns are those of a table with a row for each value.
func columns(first ...table.Column) []table.Column {
	return append(first, number("期初未结"), number("受理"), text("受理占比", 5), number("办结"), number("调解成功"), text("成功率", 5), number("期末未结"),
		money("协议涉及金额"), number("书面协议"), number("口头协议"), number("履行完毕"), number("司法确认"), number("防止激化"), number("防止激化人数"), number("排查次数"), number("排查发现"), number("预防"))
}

func (g *Grid) cells(c Counts) []any {
	return []any{
		c[Carried], c[Accepted], percent(fazhi.Rate{Num: c[Accepted], Den: g.Total[Accepted]}), c[Closed], c[Succeeded],
		percent(fazhi.Rate{Num: c[Succeeded], Den: c[Accepted]}), c[Open], fazhi.Money(c[Amount]),
		c[Succeeded.Of(Form, "书面")], c[Succeeded.Of(Form, "口头")], c[Succeeded.Of(Performance, "履行完毕")],
		c[Succeeded.Of(Confirmation, "确认有效")], c[Averted], c[AvertedPeople], c[Screenings], c[Found], c[Prevented],
	}
}

func (g *Grid) monthsSheet() table.Sheet {
	s := page(MonthsSheet, g.title("人民调解按月统计表"), columns(text("月份", 7))...)
	for _, m := range append(g.Months[:len(g.Months):len(g.Months)], Row{"合计", g.Total}) {
		s.Rows = append(s.Rows, append([]any{m.Name}, g.cells(m.Counts)...))
	}
	return s
}

func (g *Grid) axesSheet() table.Sheet {
	s := page(AxesSheet, g.title("人民调解分类统计表"), columns(text("分类", 6), text("名称", 14))...)
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
