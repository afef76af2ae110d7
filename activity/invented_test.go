package activity_test

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// invented returns a ledger of n rows as CSV. Its cells run through choices, days around the borders of 2024, lower
// bounds and, where a cell may be empty, emptiness; each column at its own pace, so that all combinations come up.
func invented(columns []table.Column, n int) string {
	var b strings.Builder
	for i, c := range columns {
		b.WriteString(comma(i) + c.Name)
	}
	b.WriteString("\n")
	for row := range n {
		last := fazhi.Date{}
		for i, c := range columns {
			b.WriteString(comma(i) + cell(c, row, row/(i+1)+row, &last))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

func cell(c table.Column, row, step int, last *fazhi.Date) string {
	switch {
	case strings.HasSuffix(c.Name, "编号") && c.Required:
		return fmt.Sprintf("号-%d", row)
	case !c.Required && step%5 == 4:
		return ""
	case len(c.Choices) > 0:
		return c.Choices[step%len(c.Choices)]
	}
	switch c.Kind {
	case table.Date: // later columns are later days
		if last.IsZero() {
			*last = [...]fazhi.Date{fazhi.DateOf(2024, 1, 1), fazhi.DateOf(2024, 7, 1), fazhi.DateOf(2023, 12, 31), fazhi.DateOf(2024, 12, 31)}[step%4]
		}
		*last = last.AddDays(row % 2)
		return last.String()
	case table.Money:
		return fmt.Sprintf("%d.5", step*100)
	case table.Count:
		return [...]string{"3", "20余", "0", "7"}[step%4]
	case table.Integer:
		return "2024"
	case table.YesNo:
		return [...]string{"是", "否"}[step%2]
	}
	return fmt.Sprintf("值%d", step%6)
}
