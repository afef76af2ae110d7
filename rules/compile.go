package rules

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/table"
)

// The codes of issues that compiling conditions finds.
const (
	UnknownField    fazhi.Code = "rules/field/unknown"    // no such field in the vocabulary
	UnknownRelation fazhi.Code = "rules/relation/unknown" // no such relation
	UnfitRelation   fazhi.Code = "rules/relation/unfit"   // the relation does not fit the field's kind
	MissingValue    fazhi.Code = "rules/value/missing"    // the relation needs a value
	NeedlessValue   fazhi.Code = "rules/value/needless"   // the relation takes none
	BadValue        fazhi.Code = "rules/value/kind"       // the value is not of the field's kind
	BadJoin         fazhi.Code = "rules/join/first"       // the first condition cannot be an alternative
)

// Compile checks conditions against a vocabulary and returns the function that decides them. With any issue the
// function is nil; the issues name all faults, in the order of the conditions, with the cell where it is known and the
// path "/6/field" of the seventh condition. No conditions hold always.
//
// The function may be called by several goroutines at once if the accessors may.
func Compile[T any](v *Vocabulary[T], conditions []Condition) (func(T) bool, fazhi.Issues) {
	c := &compiler[T]{vocabulary: v, relations: relations()}
	var alternatives [][]func(T) bool
	for i := range conditions {
		if i == 0 && conditions[i].Or {
			c.report(i, &conditions[i], "join", BadJoin, "第一个条件不能是“或”")
		}
		test := c.condition(i, &conditions[i])
		if i == 0 || conditions[i].Or {
			alternatives = append(alternatives, nil)
		}
		last := len(alternatives) - 1
		alternatives[last] = append(alternatives[last], test)
	}
	if len(c.issues) > 0 {
		return nil, c.issues
	}
	return func(doc T) bool { return anyOf(alternatives, doc) }, nil
}

func anyOf[T any](alternatives [][]func(T) bool, doc T) bool {
	for _, tests := range alternatives {
		if allOf(tests, doc) {
			return true
		}
	}
	return len(alternatives) == 0
}

func allOf[T any](tests []func(T) bool, doc T) bool {
	for _, test := range tests {
		if !test(doc) {
			return false
		}
	}
	return true
}

// compiler is the work on one list of conditions.
type compiler[T any] struct {
	vocabulary *Vocabulary[T]
	relations  []relation
	issues     fazhi.Issues
}

// columns are the names of the parts of a condition in messages.
var columns = map[string]string{"field": "字段", "relation": "关系", "value": "值", "join": "连接"}

func (c *compiler[T]) report(i int, at *Condition, part string, code fazhi.Code, message string) {
	issue := fazhi.Issue{Code: code, Path: fazhi.At(i, part), Message: message}
	if at.At != nil {
		issue.Origin, _ = at.At.Origin(fazhi.At(part))
	}
	if issue.Origin.IsZero() {
		issue.Message = fmt.Sprintf("第%d行“%s”列：%s", i+1, columns[part], message)
	}
	c.issues = append(c.issues, issue)
}

// condition compiles one condition; it reports and returns nil when it cannot.
func (c *compiler[T]) condition(i int, at *Condition) func(T) bool {
	name, relationName := strings.TrimSpace(at.Field), strings.TrimSpace(at.Relation)
	n, ok := c.vocabulary.find(name)
	if !ok {
		c.report(i, at, "field", UnknownField, "没有“"+name+"”这个字段"+maybe(name, c.vocabulary.known()))
		return nil
	}
	f := &c.vocabulary.fields[n]
	r, fits, known := findRelation(c.relations, relationName, f.column.Kind)
	switch {
	case !known:
		c.report(i, at, "relation", UnknownRelation, "没有“"+relationName+"”这个关系"+maybe(relationName, Relations(f.column.Kind)))
		return nil
	case !fits:
		c.report(i, at, "relation", UnfitRelation, "“"+name+"”是"+f.column.Kind.String()+"字段，不能用“"+relationName+
			"”，可用："+strings.Join(Relations(f.column.Kind), "、"))
		return nil
	}
	blank := strings.TrimSpace(at.Value) == ""
	switch {
	case r.takesValue() && blank:
		c.report(i, at, "value", MissingValue, "“"+r.name+"”需要一个值")
		return nil
	case !r.takesValue() && !blank:
		c.report(i, at, "value", NeedlessValue, "“"+r.name+"”不需要值")
		return nil
	}
	values, err := f.values(&r, at.Value)
	if err != nil {
		c.report(i, at, "value", BadValue, "“"+name+"”是"+f.column.Kind.String()+"字段："+err.Error())
		return nil
	}
	return f.test(&r, values)
}

// maybe returns a suggestion.
func maybe(word string, names []string) string {
	if n, ok := near.Name(word, names); ok {
		return "，是不是“" + n + "”？"
	}
	return ""
}

func (v *Vocabulary[T]) find(name string) (int, bool) {
	if v == nil {
		return 0, false
	}
	n, ok := v.index[name]
	return n, ok
}

func (v *Vocabulary[T]) known() []string {
	if v == nil {
		return nil
	}
	return v.names
}

// values reads the values of a condition as the field's cells are read. A part of a text, for 包含, need not be one of
// the choices.
func (f *Field[T]) values(r *relation, text string) ([]any, error) {
	if !r.takesValue() {
		return nil, nil
	}
	column := f.column
	column.Required = true
	if column.Kind == table.List {
		column.Kind = table.Text
	} else if r.op == contains {
		column.Choices = nil
	}
	var values []any
	for _, item := range items(r, column.Kind, text) {
		v, err := column.Parse(item)
		if err != nil {
			return nil, err
		}
		if n, ok := v.(fazhi.Count); ok && n.More {
			return nil, &table.CellError{Code: table.NotCount, Message: "条件中的数量应当确定，不能带“余”"}
		}
		values = append(values, v)
	}
	if len(values) == 0 {
		return nil, &table.CellError{Code: table.EmptyCell, Message: "没有值"}
	}
	return values, nil
}

// items splits the values of 属于 at 、 ； and ，, and texts also at a half-width comma, which in numbers groups digits.
func items(r *relation, k table.Kind, text string) []string {
	if r.op != among {
		return []string{text}
	}
	marks := "、；;，\n"
	if k == table.Text {
		marks += ","
	}
	var list []string
	for item := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		if strings.TrimSpace(item) != "" {
			list = append(list, item)
		}
	}
	return list
}
