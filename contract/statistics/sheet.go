package statistics

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
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

// widest is how wide a column is at most, in characters.
const widest = 46

// Sheets returns the grid as sheets to be printed: 合同统计 with every number and its scope, 分类统计 with a row for each value of each
// property, 逾期统计, and 逾期未付 by whether it is owed to small and medium-sized enterprises. The error is that of a grid that does not
// agree with itself: such a one is not printed.
func (g *Grid) Sheets() ([]table.Sheet, error) {
	if err := g.Check().Err(); err != nil {
		return nil, err
	}
	sheets := []table.Sheet{g.totalSheet(), g.axesSheet(), g.lateSheet(), g.unpaidSheet()}
	for i := range sheets {
		sheets[i].Fit(widest)
	}
	return sheets, nil
}

// page returns a sheet for print.
func page(name, title string, columns ...table.Column) table.Sheet {
	return table.Sheet{Name: name, Title: title, Columns: columns, Grid: true, Wrap: true}
}

func (g *Grid) title(what string) string { return g.Unit + g.Period.String() + what }

func number(name string) table.Column { return table.Column{Name: name, Kind: table.Integer, Width: 6} }
func money(name string) table.Column  { return table.Column{Name: name, Kind: table.Money, Width: 10} }
func share(name string) table.Column  { return table.Column{Name: name, Width: 5} }

// cells returns a number as it stands in a column of numbers and one of amounts.
func cells(d Definition, n int64) (count, amount any) {
	if d.Unit == "元" {
		return nil, fazhi.Money(n)
	}
	return n, nil
}

func (g *Grid) totalSheet() table.Sheet {
	s := page(TotalSheet, g.title("政府合同统计表（"+strings.Join(g.Rules.Limits, "，")+"）"),
		table.Column{Name: "项目"}, number("数量"), table.Column{Name: "单位", Width: 4}, money("金额"), table.Column{Name: "口径"})
	for _, d := range newForm().items {
		count, amount := cells(d, g.Total[d.Item])
		s.Rows = append(s.Rows, []any{string(d.Item), count, d.Unit, amount, d.Scope})
	}
	days, ok := g.Total.AverageDays()
	if !ok {
		days = undefined
	}
	s.Rows = append(s.Rows, []any{"平均审查用时", nil, "工作日", nil, days + "（审查工作日除以审查计时）"})
	return s
}

func (g *Grid) axesSheet() table.Sheet {
	s := page(AxesSheet, g.title("政府合同分类统计表"),
		table.Column{Name: "分类", Width: 6}, table.Column{Name: "名称", Width: 14}, number("审查"), share("审查占比"), money("审查金额"), share("平均用时"),
		number("签订"), share("签订占比"), money("签订金额"), number("未经审查签订"), number("变更协议"), money("增加金额"), number("发生争议"), money("争议金额"), number("期末未终结"))
	add := func(axis, name string, c Counts) {
		days, ok := c.AverageDays()
		if !ok {
			days = undefined
		}
		s.Rows = append(s.Rows, []any{
			axis, name, c[Reviewed], percent(fazhi.Rate{Num: c[Reviewed], Den: g.Total[Reviewed]}), fazhi.Money(c[ReviewedAmount]), days,
			c[Signed], percent(fazhi.Rate{Num: c[Signed], Den: g.Total[Signed]}), fazhi.Money(c[SignedAmount]), c[Unreviewed],
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
	s := page(LateSheet, g.title("政府合同逾期统计表（"+strings.Join(g.Rules.Limits, "，")+"）"),
		table.Column{Name: "事项", Width: 8}, number("到期"), number("逾期"), share("逾期率"), money("到期金额"), money("逾期金额"), table.Column{Name: "逾期口径"})
	for _, l := range [...]struct {
		name                          string
		due, late, dueSum, lateAmount Item
	}{
		{name: "审查", due: ReviewDue, late: ReviewLate}, {name: "采购、中标合同签订", due: SigningDue, late: SigningLate}, {name: "备案", due: FilingDue, late: FilingLate},
		{name: "采购合同公告", due: PublishingDue, late: PublishingLate}, {name: "采购合同备案", due: CopyDue, late: CopyLate},
		{"付款", PayingDue, PayingLate, PayingDueAmount, PayingLateAmount}, {"收款", GainDue, GainLate, GainDueAmount, GainLateAmount},
	} {
		due, late := g.Total[l.due], g.Total[l.late]
		row := []any{l.name, due, late, percent(fazhi.Rate{Num: late, Den: due}), nil, nil, f.items[f.at[l.late]].Scope}
		if l.dueSum != "" {
			row[4], row[5] = fazhi.Money(g.Total[l.dueSum]), fazhi.Money(g.Total[l.lateAmount])
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// unpaidSheet has what article 18 of the 保障中小企业款项支付条例 asks to be made public by 31 March: in the row 是 the purchases.
func (g *Grid) unpaidSheet() table.Sheet {
	s := page(UnpaidSheet, g.title("期末逾期未付款项统计表"),
		table.Column{Name: "相对方为中小企业", Width: 10}, number("合同"), money("金额"), number("采购合同"), money("采购合同金额"), money("采购合同有争议金额"), table.Column{Name: "说明", Width: 24})
	notes := map[string]string{
		"是":   "保障中小企业款项支付条例第十八条：每年3月31日前公开上一年度逾期尚未支付的合同数量、金额",
		Blank: "没有写明相对方是否为中小企业，公开以前应当查清",
	}
	for _, row := range append(slices.Clone(g.Axis(BySmall)), Row{"合计", g.Total}) {
		c := row.Counts
		s.Rows = append(s.Rows, []any{row.Name, c[Unpaid], fazhi.Money(c[UnpaidAmount]), c[UnpaidPurchase],
			fazhi.Money(c[UnpaidPurchaseAmount]), fazhi.Money(c[UnpaidDisputedAmount]), notes[row.Name]})
	}
	return s
}
