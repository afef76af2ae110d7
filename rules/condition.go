package rules

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// A Condition is one row typed by an official: the field's name, the relation, the value. Or begins an alternative.
//
// At says where the condition stands in its file, for the issues; it is asked for the paths "/field", "/relation",
// "/value" and "/join" and may be nil.
type Condition struct {
	Field, Relation, Value string
	Or                     bool
	At                     fazhi.Located
}

// rows knows the places of conditions: "/6/field" is asked of the seventh.
type rows []Condition

// Origin asks the condition that the path begins with.
func (r rows) Origin(path fazhi.Path) (fazhi.Origin, bool) {
	index, rest, _ := strings.Cut(strings.TrimPrefix(string(path), "/"), "/")
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 || i >= len(r) || r[i].At == nil {
		return fazhi.Origin{}, false
	}
	return r[i].At.Origin(fazhi.At(rest))
}

// row is a condition as a ledger has it.
type row struct {
	table.Row
	Join     string `table:"连接,choices=且|或"`
	Field    string `table:"字段,required"`
	Relation string `table:"关系,required"`
	Value    string `table:"值"`
}

// Read reads conditions from a sheet with the columns 连接 (且 or 或, may be missing), 字段, 关系 and 值. Issues and
// errors are those of table.Read.
func Read(src table.Source, sheet string, o table.Options) ([]Condition, fazhi.Issues, error) {
	rows, issues, err := table.Read[row](src, sheet, o)
	if err != nil {
		return nil, issues, err
	}
	conditions := make([]Condition, len(rows.All))
	for i, r := range rows.All {
		conditions[i] = Condition{Field: r.Field, Relation: r.Relation, Value: r.Value, Or: r.Join == "或", At: r.Row}
	}
	return conditions, issues, nil
}

// InWords reads conditions out as a sentence: “罚款金额”大于“1万元”，且“听证日期”不为空. The values are those of the rule, not of a
// document; no conditions are "".
func InWords(conditions []rubric.Condition) string {
	var b strings.Builder
	for i, c := range conditions {
		switch {
		case i > 0 && c.Or:
			b.WriteString("；或者")
		case i > 0:
			b.WriteString("，且")
		}
		b.WriteString("“" + c.Field + "”" + c.Relation)
		if c.Value != "" {
			b.WriteString("“" + c.Value + "”")
		}
	}
	return b.String()
}
