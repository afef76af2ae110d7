package statistics

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
	"github.com/fazhi-go/fazhi/table"
)

// The names of the sheets.
const (
	HeadSheet    = "统计期间"
	GridSheet    = "统计表"
	RatioSheet   = "指标"
	BalanceSheet = "核对"
)

// The first two columns of the grid, and the rows that belong to no axis.
const (
	axisColumn = "分类"
	nameColumn = "名称"
	totalAxis  = "全部"
	monthAxis  = "月份"
)

// undefined stands for a rate of nothing.
const undefined = "—（分母为零）"

// Sheets returns the grid as sheets for package table/xlsx: 统计期间 and 统计表, which Read reads back, the 指标 that are given, and the
// 核对 of the total with every identity that does not hold. The error is that of a ratio that cannot be used.
func (g *Grid) Sheets(ratios []Ratio) ([]table.Sheet, error) {
	rates, err := g.ratioSheet(ratios)
	if err != nil {
		return nil, err
	}
	return []table.Sheet{g.headSheet(), g.gridSheet(), rates, g.balanceSheet()}, nil
}

// head is the one row of the first sheet.
type head struct {
	Form Form       `table:"表种,required"`
	Unit string     `table:"统计单位,required"`
	From fazhi.Date `table:"首日,required"`
	To   fazhi.Date `table:"末日,required"`
}

func (g *Grid) headSheet() table.Sheet {
	return table.Sheet{Name: HeadSheet, Columns: []table.Column{
		{Name: "表种", Required: true}, {Name: "统计单位", Required: true, Width: 16},
		{Name: "首日", Required: true, Kind: table.Date, Width: 12}, {Name: "末日", Required: true, Kind: table.Date, Width: 12},
	}, Rows: [][]any{{string(g.Form), g.Unit, g.Period.From, g.Period.To}}}
}

// columns are those of the sheet 统计表: which row, and a column for each item.
func (f *form) columns() []table.Column {
	columns := []table.Column{{Name: axisColumn, Required: true, Width: 12}, {Name: nameColumn, Required: true, Width: 20}}
	for _, d := range f.items {
		columns = append(columns, table.Column{Name: string(d.item), Doc: d.doc, Kind: table.Integer, Expected: true})
	}
	return columns
}

func (g *Grid) gridSheet() table.Sheet {
	f := formOf(g.Form)
	if f == nil {
		f = &form{}
	}
	s := table.Sheet{Name: GridSheet, Columns: f.columns(), Grid: true}
	add := func(axis string, row Row) {
		values := []any{axis, row.Name}
		for _, d := range f.items {
			values = append(values, row.Counts[d.item])
		}
		s.Rows = append(s.Rows, values)
	}
	add(totalAxis, Row{Name: cmp.Or(g.Unit, totalAxis), Counts: g.Total})
	for _, a := range g.Axes {
		for _, row := range a.Rows {
			add(a.Name, row)
		}
	}
	for _, row := range g.Months {
		add(monthAxis, row)
	}
	return s
}

func (g *Grid) ratioSheet(ratios []Ratio) (table.Sheet, error) {
	s := table.Sheet{Name: RatioSheet, Grid: true, Wrap: true, Columns: []table.Column{
		{Name: "指标", Width: 20}, {Name: "数值", Width: 12}, {Name: "分子", Kind: table.Integer}, {Name: "分母", Kind: table.Integer}, {Name: "口径", Width: 60},
	}}
	for _, r := range ratios {
		f, err := r.Of(g)
		if err != nil {
			return table.Sheet{}, err
		}
		rate := r.rate(g.Total)
		s.Rows = append(s.Rows, []any{r.Name, textOf(f), rate.Num, rate.Den, f.Scope})
	}
	return s, nil
}

// textOf prints a rate, or says that it is not defined.
func textOf(f fazhi.Figure) string {
	text, err := f.Text(fazhi.Form{})
	if err != nil {
		return undefined
	}
	return text
}

func (g *Grid) balanceSheet() table.Sheet {
	s := table.Sheet{Name: BalanceSheet, Grid: true, Wrap: true, Columns: []table.Column{
		{Name: "位置", Width: 16}, {Name: "应当", Width: 60}, {Name: "左边", Kind: table.Integer}, {Name: "右边", Kind: table.Integer}, {Name: "相符", Kind: table.YesNo},
	}}
	for b := range g.Balances() {
		if b.Path == "/total" || !b.Holds() && len(s.Rows) < grid.MostIssues {
			s.Rows = append(s.Rows, []any{string(b.Path), b.Name, b.Left, b.Right, b.Holds()})
		}
	}
	return s
}
