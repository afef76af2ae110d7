package statistics

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
	"github.com/fazhi-go/fazhi/table"
)

// The names of the sheets.
const (
	TotalSheet   = "合同统计"
	AxesSheet    = "分类统计"
	LateSheet    = "逾期统计"
	UnpaidSheet  = "逾期未付"
	CompareSheet = "同期比较"
	RatioSheet   = "指标比较"
	SortSheet    = "类型比较"
)

// Sheets returns the grid as sheets to be printed: 合同统计 with every number and its scope, 分类统计 with a row for each value of each
// property, 逾期统计, and 逾期未付 by whether it is owed to small and medium-sized enterprises. The error is that of a grid that does not
// agree with itself: such a one is not printed.
func (g *Grid) Sheets() ([]table.Sheet, error) {
	if err := g.Check().Err(); err != nil {
		return nil, err
	}
	return grid.Fit(g.totalSheet(), g.axesSheet(), g.lateSheet(), g.unpaidSheet()), nil
}

func (g *Grid) title(what string) string { return g.Unit + g.Period.String() + what }

func share(name string) table.Column { return grid.Text(name, 5) }

func (g *Grid) totalSheet() table.Sheet {
	s := grid.Page(TotalSheet, g.title("政府合同统计表（"+strings.Join(g.Rules.Limits, "，")+"）"),
		grid.Text("项目", 0), grid.Number("数量"), grid.Text("单位", 4), grid.Money("金额"), grid.Text("口径", 0))
	for _, d := range newForm().items {
		count, amount := grid.Cells(d.Unit, g.Total[d.Item])
		s.Rows = append(s.Rows, []any{string(d.Item), count, d.Unit, amount, d.Scope})
	}
	days, ok := g.Total.AverageDays()
	if !ok {
		days = grid.Undefined
	}
	s.Rows = append(s.Rows, []any{"平均审查用时", nil, "工作日", nil, days + "（审查工作日除以审查计时）"})
	return s
}

func (g *Grid) axesSheet() table.Sheet {
	s := grid.Page(AxesSheet, g.title("政府合同分类统计表"),
		grid.Text("分类", 6), grid.Text("名称", 14), grid.Number("审查"), share("审查占比"), grid.Money("审查金额"), share("平均用时"),
		grid.Number("签订"), share("签订占比"), grid.Money("签订金额"), grid.Number("未经审查签订"), grid.Number("变更协议"), grid.Money("增加金额"), grid.Number("发生争议"), grid.Money("争议金额"), grid.Number("期末未终结"))
	add := func(axis, name string, c Counts) {
		days, ok := c.AverageDays()
		if !ok {
			days = grid.Undefined
		}
		s.Rows = append(s.Rows, []any{
			axis, name, c[Reviewed], grid.Percent(fazhi.Rate{Num: c[Reviewed], Den: g.Total[Reviewed]}), fazhi.Money(c[ReviewedAmount]), days,
			c[Signed], grid.Percent(fazhi.Rate{Num: c[Signed], Den: g.Total[Signed]}), fazhi.Money(c[SignedAmount]), c[Unreviewed],
			c[Changes], fazhi.Money(c[Increase]), c[Disputes], fazhi.Money(c[DisputeAmount]), c[Outstanding],
		})
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

func (g *Grid) lateSheet() table.Sheet {
	f := newForm()
	s := grid.Page(LateSheet, g.title("政府合同逾期统计表（"+strings.Join(g.Rules.Limits, "，")+"）"),
		grid.Text("事项", 8), grid.Number("到期"), grid.Number("逾期"), share("逾期率"), grid.Money("到期金额"), grid.Money("逾期金额"), grid.Text("逾期口径", 0))
	for _, l := range [...]struct {
		name                          string
		due, late, dueSum, lateAmount Item
	}{
		{name: "审查", due: ReviewDue, late: ReviewLate}, {name: "采购、中标合同签订", due: SigningDue, late: SigningLate}, {name: "备案", due: FilingDue, late: FilingLate},
		{name: "采购合同公告", due: PublishingDue, late: PublishingLate}, {name: "采购合同备案", due: CopyDue, late: CopyLate},
		{"付款", PayingDue, PayingLate, PayingDueAmount, PayingLateAmount}, {"收款", GainDue, GainLate, GainDueAmount, GainLateAmount},
	} {
		due, late := g.Total[l.due], g.Total[l.late]
		row := []any{l.name, due, late, grid.Percent(fazhi.Rate{Num: late, Den: due}), nil, nil, f.items[f.at[l.late]].Scope}
		if l.dueSum != "" {
			row[4], row[5] = fazhi.Money(g.Total[l.dueSum]), fazhi.Money(g.Total[l.lateAmount])
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// unpaidSheet has what article 18 of the 保障中小企业款项支付条例 asks to be made public by 31 March: in the row 是 the purchases.
func (g *Grid) unpaidSheet() table.Sheet {
	s := grid.Page(UnpaidSheet, g.title("期末逾期未付款项统计表"),
		grid.Text("相对方为中小企业", 10), grid.Number("合同"), grid.Money("金额"), grid.Number("采购合同"), grid.Money("采购合同金额"), grid.Money("采购合同有争议金额"), grid.Text("说明", 24))
	notes := map[string]string{
		"是":   "保障中小企业款项支付条例第十八条：每年3月31日前公开上一年度逾期尚未支付的合同数量、金额",
		Blank: "没有写明相对方是否为中小企业，公开以前应当查清",
	}
	for _, row := range append(slices.Clone(g.Axis(BySmall)), Row{Name: "合计", Counts: g.Total}) {
		c := row.Counts
		s.Rows = append(s.Rows, []any{row.Name, c[Unpaid], fazhi.Money(c[UnpaidAmount]), c[UnpaidPurchase],
			fazhi.Money(c[UnpaidPurchaseAmount]), fazhi.Money(c[UnpaidDisputedAmount]), notes[row.Name]})
	}
	return s
}
