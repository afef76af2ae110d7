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
		"条件": 5, "连接": 5, "字段": 16, "关系": 7, "值": 16}
}

// dress makes a sheet of rules fit for people: columns of a good width, points as numbers that a spreadsheet can add up,
// and drop-downs for the fields and relations of a vocabulary. Without entries those columns stay free.
func dress(s *table.Sheet, entries []Entry) {
	width := widths()
	fields, relations := offered(entries)
	for i := range s.Columns {
		c := &s.Columns[i]
		c.Width = width[c.Name]
		switch c.Name {
		case "字段":
			c.Choices = fields
		case "关系":
			c.Choices = relations
		case "分值", "总分":
			c.Kind = table.Money // hundredths, as points are
			for _, row := range s.Rows {
				row[i] = amount(row[i])
			}
		}
	}
}

// offered returns the names of all fields, and all relations that fit one of them.
func offered(entries []Entry) (fields, relations []string) {
	for _, e := range entries {
		fields = append(fields, e.Name)
		for _, r := range e.Relations {
			if !slices.Contains(relations, r) {
				relations = append(relations, r)
			}
		}
	}
	return fields, relations
}

// amount writes points as a number with two decimals, nil as an empty cell.
func amount(v any) any {
	p, ok := v.(*rubric.Points)
	if !ok || p == nil {
		return nil
	}
	return fazhi.Money(*p)
}
