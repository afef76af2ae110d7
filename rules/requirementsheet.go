package rules

import (
	"errors"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// RequirementSheet is the name of the sheet of requirements.
const RequirementSheet = "检查项"

// level is a severity as officials write it.
type level fazhi.Severity

func levels() []string { return []string{"错误", "警告", "提示"} }

// MarshalText writes the Chinese name.
func (l level) MarshalText() ([]byte, error) {
	if l < 0 || int(l) >= len(levels()) {
		return nil, errors.New("rules: 没有这种程度")
	}
	return []byte(levels()[l]), nil
}

// UnmarshalText reads it.
func (l *level) UnmarshalText(text []byte) error {
	for i, name := range levels() {
		if string(text) == name {
			*l = level(i)
			return nil
		}
	}
	return errors.New("rules: 没有这种程度")
}

// requirementRow is a row of 检查项. A row without anything before 条件 goes on with the requirement above.
type requirementRow struct {
	table.Row
	Code     string     `table:"代码,expected" doc:"如 licheng/contract/amount，以本单位的名称开头；有几个条件的，从第二行起不填条件以前的各列"`
	Message  string     `table:"说明,expected" doc:"不符合的时候说什么"`
	Basis    string     `table:"依据,expected" doc:"法律条文或者本地规定"`
	Severity *level     `table:"程度,choices=错误|警告|提示" doc:"不填就是错误"`
	From     fazhi.Date `table:"施行日期"`
	Until    fazhi.Date `table:"失效日期"`
	conditionCells
}

func (r *requirementRow) continues() bool {
	return r.Code == "" && r.Message == "" && r.Basis == "" && r.Severity == nil && r.From.IsZero() && r.Until.IsZero()
}

// ReadRequirements reads requirements from a sheet with the columns 代码, 说明, 依据, 程度, 施行日期, 失效日期, 条件, 连接,
// 字段, 关系 and 值, as RequirementsSheet lays them out; an empty name means the first sheet. With an error among the
// issues there are no requirements. The error is that of table.Read. What is wrong with the requirements themselves
// CheckWith says.
func ReadRequirements(src table.Source, sheet string, o table.Options) ([]Requirement, fazhi.Issues, error) {
	read, issues, err := table.Read[requirementRow](src, sheet, o)
	switch {
	case err != nil:
		return nil, issues, err
	case len(read.All) > maxRows:
		return nil, append(issues, tooMany(src, sheet)), nil
	case issues.Count(fazhi.Error) > 0: // conditions may have lost their requirement
		return nil, issues, nil
	}
	c := &collector{}
	c.skip(issues)
	var list []Requirement
	for _, row := range read.All {
		list = c.requirement(list, row)
	}
	if issues = append(issues, c.issues...); issues.Count(fazhi.Error) > 0 {
		return nil, issues, nil
	}
	return list, issues, nil
}

func (c *collector) requirement(list []Requirement, row *requirementRow) []Requirement {
	orphaned := c.orphaned(row.Row)
	if !row.continues() {
		c.places = rubric.Places{"": row.Row}
		list = append(list, Requirement{Code: fazhi.Code(row.Code), Message: row.Message, Basis: row.Basis,
			Severity: fazhi.Severity(valueOr(row.Severity)), From: row.From, Until: row.Until, At: c.places})
	}
	if len(list) == 0 || orphaned && row.continues() {
		c.add(row.Row, row.Part, &row.testCells, "", nil)
		return list
	}
	last := &list[len(list)-1]
	c.add(row.Row, row.Part, &row.testCells, "", itemParts(&last.Applies, &last.Meets))
	return list
}

// RequirementsSheet lays requirements out as the sheet 检查项, which ReadRequirements reads back; none give an empty
// form. With the entries of a vocabulary, fields and relations get drop-downs.
func RequirementsSheet(list []Requirement, entries []Entry) (table.Sheet, error) {
	var rows []*requirementRow
	for i := range list {
		r := &list[i]
		severity := level(r.Severity)
		first := &requirementRow{Code: string(r.Code), Message: r.Message, Basis: r.Basis, Severity: &severity, From: r.From, Until: r.Until}
		rows = grid(rows, first, itemParts(&r.Applies, &r.Meets), func(r *requirementRow, title string, cells testCells) {
			r.conditionCells = conditionCells{title, cells}
		})
	}
	s, err := table.SheetOf(RequirementSheet, rows)
	if err == nil {
		dress(&s, offer(entries))
	}
	return s, err
}
