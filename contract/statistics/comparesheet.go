package statistics

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// incomparable stands where the earlier number or rate is of nothing.
const incomparable = "无可比"

// Sheets returns the comparison as sheets to be printed: 同期比较 of every number, 指标比较 in 百分点, and 类型比较 by the kinds of contracts.
func (c *Comparison) Sheets() []table.Sheet {
	sheets := []table.Sheet{c.itemSheet(), c.ratioSheet(), c.sortSheet()}
	for i := range sheets {
		sheets[i].Fit(widest)
	}
	return sheets
}

func (c *Comparison) title(what string) string {
	return c.Unit + c.Now.String() + "与" + c.Before.String() + what
}

func (c *Comparison) columns(first ...table.Column) []table.Column {
	return append(first, number("本期"), number("比较期"), number("增减"), money("本期金额"), money("比较期金额"), money("增减金额"), table.Column{Name: "增减率", Width: 6})
}

// cells returns a change in the columns of numbers and of amounts, and its growth.
func (c ItemChange) cells() []any {
	row := make([]any, 7)
	for i, n := range [...]int64{c.Now, c.Before, c.Difference()} {
		row[i], row[i+3] = cells(c.Definition, n)
	}
	row[6] = growth(c.Growth())
	return row
}

func growth(r fazhi.Rate) string {
	if r.Den == 0 {
		return incomparable
	}
	return percent(r)
}

func (c *Comparison) itemSheet() table.Sheet {
	s := page(CompareSheet, c.title("政府合同比较表"), c.columns(table.Column{Name: "项目"}, table.Column{Name: "单位", Width: 4})...)
	for _, item := range c.Items {
		if item.Now != 0 || item.Before != 0 {
			s.Rows = append(s.Rows, append([]any{string(item.Item), item.Unit}, item.cells()...))
		}
	}
	return s
}

func (c *Comparison) ratioSheet() table.Sheet {
	s := page(RatioSheet, c.title("政府合同指标比较表"), table.Column{Name: "指标"}, share("本期"), share("比较期"),
		table.Column{Name: "变化"}, table.Column{Name: "口径"})
	for _, r := range c.Ratios {
		s.Rows = append(s.Rows, []any{r.Ratio.Name, percent(r.Now), percent(r.Before), r.text(), r.Ratio.Scope()})
	}
	return s
}

// text prints the change, "上升3.2个百分点".
func (c RatioChange) text() string {
	text, err := fazhi.Figure{ID: c.Ratio.ID, Unit: "百分点", Value: c.Points()}.Text(fazhi.Form{})
	if err != nil { // one of the rates is of nothing
		return incomparable
	}
	return text
}

func (c *Comparison) sortSheet() table.Sheet {
	s := page(SortSheet, c.title("政府合同类型比较表"), c.columns(table.Column{Name: "合同类型"}, table.Column{Name: "项目", Width: 5})...)
	for _, row := range c.Sorts {
		for _, item := range row.Items {
			if item.Now != 0 || item.Before != 0 {
				s.Rows = append(s.Rows, append([]any{row.Name, string(item.Item)}, item.cells()...))
			}
		}
	}
	return s
}
