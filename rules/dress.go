package rules

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// widths of the columns of tables of rules, in Chinese characters.
func widths() map[string]int {
	return map[string]int{"编号": 6, "分组": 8, "项目": 30, "分值": 6, "一票否决": 5, "依据条文": 20, "代码": 24, "说明": 30, "依据": 20, "程度": 5,
		"性质": 5, "全扣": 5, "每处扣": 6, "扣分下限": 6, "扣分上限": 6, "关键项": 5, "环节": 8, "封顶": 6, "等次": 8, "起分": 6,
		"否决后果": 8, "否决等次": 8, "否决扣分": 6, "条件": 5, "连接": 5, "字段": 16, "关系": 7, "值": 16}
}

// hundredths are the columns that hold points.
func hundredths() []string {
	return []string{"分值", "总分", "基础分", "折算分", "最低分", "最高分", "否决扣分", "封顶", "每处扣", "扣分下限", "扣分上限", "起分"}
}

// dress makes a sheet of rules fit for people: columns of a good width, points as numbers that a spreadsheet can add up,
// and drop-downs of what is offered for a column.
func dress(s *table.Sheet, offered map[string][]string) {
	s.Grid, s.Wrap = true, true
	width, points := widths(), hundredths()
	for i := range s.Columns {
		c := &s.Columns[i]
		c.Width = width[c.Name]
		if choices, ok := offered[c.Name]; ok {
			c.Choices = choices
		}
		if slices.Contains(points, c.Name) {
			c.Kind = table.Money // hundredths, as points are
			for _, row := range s.Rows {
				row[i] = amount(row[i])
			}
		}
	}
}

// offer returns the names of all fields, and all relations that fit one of them, for the columns that take them. Without
// entries those columns stay free.
func offer(entries []Entry) map[string][]string {
	var fields, relations []string
	for _, e := range entries {
		fields = append(fields, e.Name)
		for _, r := range e.Relations {
			if !slices.Contains(relations, r) {
				relations = append(relations, r)
			}
		}
	}
	return map[string][]string{"字段": fields, "关系": relations}
}

// amount writes points as a number with two decimals, nil as an empty cell.
func amount(v any) any {
	p, ok := v.(*rubric.Points)
	if !ok || p == nil {
		return nil
	}
	return fazhi.Money(*p)
}
