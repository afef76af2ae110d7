package statistics

import (
	"github.com/fazhi-go/fazhi/internal/grid"
	"github.com/fazhi-go/fazhi/table"
)

// Sheets returns the comparison as sheets to be printed: 同期比较 of every number, 指标比较 in 百分点, and 类型比较 by the kinds of contracts.
func (c *Comparison) Sheets() []table.Sheet {
	return grid.Fit(c.itemSheet(), c.ratioSheet(), c.sortSheet())
}

func (c *Comparison) title(what string) string {
	return c.Unit + c.Now.String() + "与" + c.Before.String() + what
}

func (c *Comparison) itemSheet() table.Sheet {
	s := grid.Page(CompareSheet, c.title("政府合同比较表"), grid.ChangeColumns(grid.Text("项目", 0), grid.Text("单位", 4))...)
	for _, item := range c.Items {
		if item.Now != 0 || item.Before != 0 {
			s.Rows = append(s.Rows, append([]any{string(item.Item), item.Unit}, grid.ChangeCells(item.Unit, item.Now, item.Before)...))
		}
	}
	return s
}

func (c *Comparison) ratioSheet() table.Sheet {
	s := grid.Page(RatioSheet, c.title("政府合同指标比较表"), grid.Text("指标", 0), share("本期"), share("比较期"),
		grid.Text("变化", 0), grid.Text("口径", 0))
	for _, r := range c.Ratios {
		s.Rows = append(s.Rows, []any{r.Ratio.Name, grid.Percent(r.Now), grid.Percent(r.Before), grid.Points(r.Ratio.ID, r.Points()), r.Ratio.Scope()})
	}
	return s
}

func (c *Comparison) sortSheet() table.Sheet {
	s := grid.Page(SortSheet, c.title("政府合同类型比较表"), grid.ChangeColumns(grid.Text("合同类型", 0), grid.Text("项目", 5))...)
	for _, row := range c.Sorts {
		for _, item := range row.Items {
			if item.Now != 0 || item.Before != 0 {
				s.Rows = append(s.Rows, append([]any{row.Name, string(item.Item)}, grid.ChangeCells(item.Unit, item.Now, item.Before)...))
			}
		}
	}
	return s
}
