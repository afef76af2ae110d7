package rules

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/rules/rubric"
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
	plain := make([]rubric.Condition, len(conditions))
	for i, c := range conditions {
		plain[i] = rubric.Condition{Or: c.Or, Field: c.Field, Relation: c.Relation, Value: c.Value}
	}
	c := &compiler[T]{vocabulary: v, relations: relations(), at: rows(conditions)}
	holds := c.compile(plain)
	if len(c.issues) > 0 {
		return nil, c.issues
	}
	return holds.holds, nil
}

// compiler is the work on lists of conditions.
type compiler[T any] struct {
	vocabulary *Vocabulary[T]
	relations  []relation
	at         fazhi.Located // may be nil
	base       fazhi.Path    // of the list under way
	where      string        // the same in words, for conditions that were not read from a file
	tests      []func(T) bool
	numbers    map[rubric.Condition]int32 // of the tests
	search     search
	issues     fazhi.Issues
}

// compile compiles one list. When it reports anything the result is of no use.
func (c *compiler[T]) compile(conditions []rubric.Condition) *compiled[T] {
	var made compiled[T]
	for i := range conditions {
		if i == 0 && conditions[i].Or {
			c.report(i, "join", BadJoin, "第一个条件不能是“或”")
		}
		one := c.condition(i, &conditions[i])
		if i == 0 || conditions[i].Or {
			made.alternatives = append(made.alternatives, nil)
			made.claims = append(made.claims, nil)
		}
		if i > 0 && conditions[i].Or {
			made.query = append(made.query, orElse)
		}
		last := len(made.alternatives) - 1
		made.alternatives[last] = append(made.alternatives[last], one.test)
		made.claims[last] = append(made.claims[last], one.claim)
		made.query = append(made.query, c.number(conditions[i], one.test))
		made.paths = append(made.paths, one.path)
	}
	return &made
}

// compiled is a list of conditions that can be asked. Without any it always holds.
type compiled[T any] struct {
	alternatives [][]func(T) bool
	paths        []fazhi.Path // of the fields, condition by condition
	claims       [][]claim    // what the alternatives claim, apart from documents
	query        query        // the conditions by their numbers
}

// number returns the number of a condition's test; the same condition has the same one wherever it stands.
func (c *compiler[T]) number(at rubric.Condition, test func(T) bool) int32 {
	at.Or = false
	n, ok := c.numbers[at]
	if !ok {
		n = int32(len(c.tests))
		c.tests = append(c.tests, test)
		if c.numbers == nil {
			c.numbers = map[rubric.Condition]int32{}
		}
		c.numbers[at] = n
	}
	return n
}

// single is one condition that can be asked. When it could not be compiled nothing is set.
type single[T any] struct {
	test  func(T) bool
	path  fazhi.Path // of its field
	claim claim
}

func (c *compiled[T]) holds(doc T) bool {
	for _, tests := range c.alternatives {
		if allOf(tests, doc) {
			return true
		}
	}
	return len(c.alternatives) == 0
}

func allOf[T any](tests []func(T) bool, doc T) bool {
	for _, test := range tests {
		if !test(doc) {
			return false
		}
	}
	return true
}

// failing returns the place of the first condition that does not hold, for a document for which the list does not.
func (c *compiled[T]) failing(doc T) fazhi.Path {
	if len(c.alternatives) > 0 {
		for i, test := range c.alternatives[0] {
			if !test(doc) {
				return c.paths[i]
			}
		}
	}
	return ""
}

// columns are the names of the parts of a condition in messages.
var columns = map[string]string{"field": "字段", "relation": "关系", "value": "值", "join": "连接"}

func (c *compiler[T]) report(i int, part string, code fazhi.Code, message string) {
	issue := fazhi.Issue{Code: code, Path: c.base.At(i, part), Message: message}
	if c.at != nil {
		issue.Origin, _ = c.at.Origin(issue.Path)
	}
	if issue.Origin.IsZero() {
		issue.Message = fmt.Sprintf("%s第%d行“%s”列：%s", c.where, i+1, columns[part], message)
	}
	c.issues = append(c.issues, issue)
}

// condition compiles one condition; it reports what hinders it.
func (c *compiler[T]) condition(i int, at *rubric.Condition) single[T] {
	name := strings.TrimSpace(at.Field)
	n, ok := c.vocabulary.find(name)
	if !ok {
		c.report(i, "field", UnknownField, "没有“"+name+"”这个字段"+maybe(name, c.vocabulary.known()))
		return single[T]{}
	}
	f := &c.vocabulary.fields[n]
	r, ok := c.relation(i, &f.column, at)
	if !ok {
		return single[T]{}
	}
	values, err := f.values(&r, at.Value)
	if err != nil {
		c.report(i, "value", BadValue, "“"+name+"”是"+f.column.Kind.String()+"字段："+err.Error())
		return single[T]{}
	}
	return single[T]{f.test(&r, values), f.path, f.claim(n, &r, values)}
}

// relation finds the relation of a condition and checks that it has a value when it needs one.
func (c *compiler[T]) relation(i int, field *table.Column, at *rubric.Condition) (relation, bool) {
	name, kind := strings.TrimSpace(at.Relation), field.Kind
	r, fits, known := findRelation(c.relations, name, kind)
	blank := strings.TrimSpace(at.Value) == ""
	switch {
	case !known:
		c.report(i, "relation", UnknownRelation, "没有“"+name+"”这个关系"+maybe(name, Relations(kind)))
	case !fits:
		c.report(i, "relation", UnfitRelation, "“"+field.Name+"”是"+kind.String()+"字段，不能用“"+name+
			"”，可用："+strings.Join(Relations(kind), "、"))
	case r.takesValue() && blank:
		c.report(i, "value", MissingValue, "“"+r.name+"”需要一个值")
	case !r.takesValue() && !blank:
		c.report(i, "value", NeedlessValue, "“"+r.name+"”不需要值")
	default:
		return r, true
	}
	return r, false
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
	if column.Kind == table.Text && r.op == contains {
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
		if list, ok := v.([]string); ok {
			if len(list) != 1 {
				return nil, &table.CellError{Code: table.NotChoice, Message: "一个条件只写其中一项，几项的分几行写"}
			}
			v = list[0]
		}
		values = append(values, v)
	}
	if len(values) == 0 {
		return nil, &table.CellError{Code: table.EmptyCell, Message: "没有值"}
	}
	return values, nil
}

// items splits the values of 属于 at 、 and ；, and those without digits to group, as 1，000, at commas.
func items(r *relation, k table.Kind, text string) []string {
	if r.op != among {
		return []string{text}
	}
	marks := "、；;\n"
	switch k {
	case table.Text:
		marks += "，,"
	case table.Date, table.Number:
		marks += "，"
	}
	var list []string
	for item := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		if strings.TrimSpace(item) != "" {
			list = append(list, item)
		}
	}
	return list
}
