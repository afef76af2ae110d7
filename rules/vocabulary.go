package rules

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// A Field is one thing that conditions may speak of, made by Text, Money and their like. Its accessor must not change
// the document, and must be safe for concurrent use if the compiled conditions are used so. The zero Field is refused.
type Field[T any] struct {
	column table.Column
	path   fazhi.Path
	unit   string
	// Exactly one accessor is set. The bool is false when the value is empty.
	text    func(T) (string, bool)
	ordered func(T) (int64, bool) // fen, numbers, days
	yes     func(T) (bool, bool)
	list    func(T) []string
	number  func(T) (fazhi.Number, bool)
}

// Text makes a field that holds a text; "" is empty.
func Text[T any](name string, get func(T) string) Field[T] {
	f := Field[T]{column: table.Column{Name: name, Kind: table.Text}}
	if get != nil {
		f.text = func(doc T) (string, bool) { s := get(doc); return s, s != "" }
	}
	return f
}

// List makes a field that holds several texts; no texts is empty.
func List[T any](name string, get func(T) []string) Field[T] {
	return Field[T]{column: table.Column{Name: name, Kind: table.List}, list: get}
}

// Date makes a field that holds a day; the zero Date is empty.
func Date[T any](name string, get func(T) fazhi.Date) Field[T] {
	f := Field[T]{column: table.Column{Name: name, Kind: table.Date}}
	if get != nil {
		f.ordered = func(doc T) (int64, bool) { d := get(doc); return dayOf(d), !d.IsZero() }
	}
	return f
}

// Money makes a field that holds an amount; false is empty.
func Money[T any](name string, get func(T) (fazhi.Money, bool)) Field[T] {
	f := Field[T]{column: table.Column{Name: name, Kind: table.Money}}
	if get != nil {
		f.ordered = func(doc T) (int64, bool) { m, ok := get(doc); return int64(m), ok }
	}
	return f
}

// Count makes a field that holds a number of things; false is empty.
func Count[T any](name string, get func(T) (fazhi.Count, bool)) Field[T] {
	f := Field[T]{column: table.Column{Name: name, Kind: table.Count}}
	if get != nil {
		f.ordered = func(doc T) (int64, bool) { c, ok := get(doc); return c.N, ok }
	}
	return f
}

// Integer makes a field that holds a whole number, as 立案至决定天数; false is empty.
func Integer[T any](name string, get func(T) (int64, bool)) Field[T] {
	return Field[T]{column: table.Column{Name: name, Kind: table.Integer}, ordered: get}
}

// YesNo makes a field that holds yes or no; a second result of false is empty.
func YesNo[T any](name string, get func(T) (yes, known bool)) Field[T] {
	return Field[T]{column: table.Column{Name: name, Kind: table.YesNo}, yes: get}
}

// Number makes a field that holds the number of a document; the zero Number is empty.
func Number[T any](name string, get func(T) fazhi.Number) Field[T] {
	f := Field[T]{column: table.Column{Name: name, Kind: table.Number}}
	if get != nil {
		f.number = func(doc T) (fazhi.Number, bool) { n := get(doc); return n, n != fazhi.Number{} }
	}
	return f
}

// With returns the field with an explanation for the people who write conditions and, for a text, the values that it
// can have; then conditions may not speak of others.
func (f Field[T]) With(doc string, choices ...string) Field[T] {
	f.column.Doc, f.column.Choices = doc, slices.Clone(choices)
	return f
}

// At returns the field with its place in the document, "/fine", where issues and marks point to. A derived field names
// the one that decides it.
func (f Field[T]) At(path fazhi.Path) Field[T] {
	f.path = path
	return f
}

// In returns the field with the unit of its numbers, 日, for the people who write conditions.
func (f Field[T]) In(unit string) Field[T] {
	f.unit = unit
	return f
}

func (f *Field[T]) bound() bool {
	return f.text != nil || f.ordered != nil || f.yes != nil || f.list != nil || f.number != nil
}

// dayOf counts days, so that dates compare as numbers.
func dayOf(d fazhi.Date) int64 { return int64(d.DaysSince(fazhi.Date{})) }

// A Vocabulary is the ordered list of fields that conditions about a T may speak of. It does not change and may be used
// by several goroutines.
type Vocabulary[T any] struct {
	fields []Field[T]
	names  []string
	index  map[string]int
}

// NewVocabulary makes a vocabulary. The error names every field without name or accessor, or of a name that another one
// has.
func NewVocabulary[T any](fields ...Field[T]) (*Vocabulary[T], error) {
	v := &Vocabulary[T]{fields: slices.Clone(fields), index: make(map[string]int, len(fields))}
	columns := make([]table.Column, len(fields))
	var faults []error
	for i := range v.fields {
		f := &v.fields[i]
		columns[i] = f.column
		v.names = append(v.names, f.column.Name)
		v.index[f.column.Name] = i
		if !f.bound() {
			faults = append(faults, fmt.Errorf("rules: 字段“%s”没有取值函数", f.column.Name))
		}
	}
	if err := errors.Join(append(faults, table.VetColumns(columns))...); err != nil {
		return nil, fmt.Errorf("rules: 字段表：%w", err)
	}
	return v, nil
}

// VocabularyOf makes the vocabulary of a ledger that is declared as data: a field for each column. The error is that of
// table.VetColumns.
func VocabularyOf(columns []table.Column) (*Vocabulary[*table.Record], error) {
	return VocabularyIn(columns, func(r *table.Record) *table.Record { return r })
}

// VocabularyIn is VocabularyOf for documents that hold such a record.
func VocabularyIn[T any](columns []table.Column, record func(T) *table.Record) (*Vocabulary[T], error) {
	fields := make([]Field[T], len(columns))
	for i, c := range columns {
		fields[i] = columnField(c, record)
	}
	return NewVocabulary(fields...)
}

func columnField[T any](c table.Column, record func(T) *table.Record) Field[T] {
	f := Field[T]{column: c, path: fazhi.At(c.Name)}
	f.column.Choices = slices.Clone(c.Choices)
	switch c.Kind {
	case table.List:
		f.list = func(doc T) []string { s, _ := valueOf[[]string](record(doc), c.Name); return s }
	case table.Date:
		f.ordered = func(doc T) (int64, bool) { d, ok := valueOf[fazhi.Date](record(doc), c.Name); return dayOf(d), ok }
	case table.Money:
		f.ordered = func(doc T) (int64, bool) { m, ok := valueOf[fazhi.Money](record(doc), c.Name); return int64(m), ok }
	case table.Count:
		f.ordered = func(doc T) (int64, bool) { n, ok := valueOf[fazhi.Count](record(doc), c.Name); return n.N, ok }
	case table.Integer:
		f.ordered = func(doc T) (int64, bool) { return valueOf[int64](record(doc), c.Name) }
	case table.YesNo:
		f.yes = func(doc T) (bool, bool) { return valueOf[bool](record(doc), c.Name) }
	case table.Number:
		f.number = func(doc T) (fazhi.Number, bool) { return valueOf[fazhi.Number](record(doc), c.Name) }
	default:
		f.text = func(doc T) (string, bool) { return valueOf[string](record(doc), c.Name) }
	}
	return f
}

// LedgerVocabulary makes the vocabulary of a ledger whose rows are structs R. Fields that are named as a column are
// explained and have the choices as its tags say; others are derived and explain themselves. The error also names
// fields whose column is of another kind.
func LedgerVocabulary[R any](fields ...Field[*R]) (*Vocabulary[*R], error) {
	ledger, err := table.SheetOf[R]("", nil)
	if err != nil {
		return nil, fmt.Errorf("rules: 字段表：%w", err)
	}
	columns := make(map[string]table.Column, len(ledger.Columns))
	for _, c := range ledger.Columns {
		columns[c.Name] = c
	}
	fields = slices.Clone(fields)
	var faults []error
	for i := range fields {
		f := &fields[i].column
		c, ok := columns[f.Name]
		if !ok {
			continue
		}
		f.Doc, f.Choices = cmp.Or(f.Doc, c.Doc), c.Choices
		if f.Kind != c.Kind {
			faults = append(faults, fmt.Errorf("rules: 字段“%s”是%s，台账中是%s", f.Name, f.Kind, c.Kind))
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return NewVocabulary(fields...)
}

func valueOf[V any](r *table.Record, column string) (V, bool) {
	v, ok := r.Get(column).(V)
	return v, ok
}
