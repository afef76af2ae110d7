package indicators

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// incomparable stands where the earlier number or rate is of nothing.
const incomparable = "无可比"

// Sheets returns the comparison as sheets to be printed: 同期比较 of every number, 指标比较 in 百分点, and 类型比较 by category.
func (c *Comparison) Sheets() []table.Sheet {
	return fit(c.itemSheet(), c.ratioSheet(), c.categorySheet())
}

func (c *Comparison) title(what string) string {
	return c.Unit + c.Now.String() + "与" + c.Before.String() + what
}

func changeColumns(first ...table.Column) []table.Column {
	return append(first, number("本期"), number("比较期"), number("增减"), money("本期金额"), money("比较期金额"), money("增减金额"), text("增减率", 6))
}

// cells returns a change in the columns of numbers and of amounts, and its growth.
func (c *ItemChange) cells() []any {
	row := make([]any, 7)
	for i, n := range [...]int64{c.Now, c.Before, c.Difference()} {
		row[i], row[i+3] = c.Definition.cells(n)
	}
	row[6] = incomparable
	if c.Before != 0 {
		row[6] = percent(c.Growth())
	}
	return row
}

func (c *Comparison) itemSheet() table.Sheet {
	s := page(CompareSheet, c.title("人民调解比较表"), changeColumns(text("项目", 0), text("单位", 4))...)
	for _, item := range c.Items {
		if item.Now != 0 || item.Before != 0 {
			s.Rows = append(s.Rows, append([]any{string(item.Item), item.Unit}, item.cells()...))
		}
	}
	return s
}

func (c *Comparison) ratioSheet() table.Sheet {
	s := page(RatioSheet, c.title("人民调解指标比较表"), text("指标", 0), text("本期", 6), text("比较期", 6), text("变化", 0), text("口径", 0))
	for _, r := range c.Ratios {
		s.Rows = append(s.Rows, []any{r.Ratio.Name, percent(r.Now), percent(r.Before), r.text(), r.Ratio.Scope()})
	}
	return s
}

// text prints the change, "上升3.2个百分点".
func (c *RatioChange) text() string {
	text, err := fazhi.Figure{ID: c.Ratio.ID, Unit: "百分点", Value: c.Points()}.Text(fazhi.Form{})
	if err != nil { // one of the rates is of nothing
		return incomparable
	}
	return text
}

func (c *Comparison) categorySheet() table.Sheet {
	s := page(CategorySheet, c.title("人民调解类型比较表"), changeColumns(text("纠纷类型", 10), text("项目", 6))...)
	for _, row := range c.Categories {
		for _, item := range row.Items {
			if item.Now != 0 || item.Before != 0 {
				s.Rows = append(s.Rows, append([]any{row.Name, string(item.Item)}, item.cells()...))
			}
		}
	}
	return s
}
