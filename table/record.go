package table

import (
	"fmt"
	"iter"
	"reflect"

	"github.com/fazhi-go/fazhi"
)

// A Record is one row of a ledger whose columns are data: a value per column, and the cell it came from (Origin). The
// zero Record has no columns. A Record is not changed after it was made and may be used by several goroutines; only the one
// that FoldRecords lends to Add is used again for the next row.
type Record struct {
	Row
	fields *fields
	values []any
}

var _ fazhi.Located = (*Record)(nil)

// NewRecord makes a record that does not come from a file. Values has one value per column, nil where it is empty,
// each of the Go type that the column's Kind names.
func NewRecord(columns []Column, values []any) (*Record, error) {
	if err := VetColumns(columns); err != nil {
		return nil, err
	}
	if len(values) != len(columns) {
		return nil, fmt.Errorf("table: %d 列有 %d 个值", len(columns), len(values))
	}
	r := &Record{fields: newFields(columns), values: make([]any, len(values))}
	for i, v := range values {
		want := kindTypes[columns[i].Kind]
		if v != nil && reflect.TypeOf(v) != want {
			return nil, fmt.Errorf("table: “%s”列的值应为 %s", columns[i].Name, want)
		}
		r.values[i] = v
	}
	return r, nil
}

var kindTypes = [...]reflect.Type{
	reflect.TypeFor[string](), reflect.TypeFor[[]string](), reflect.TypeFor[fazhi.Date](), reflect.TypeFor[fazhi.Money](),
	reflect.TypeFor[fazhi.Count](), reflect.TypeFor[int64](), reflect.TypeFor[bool](), reflect.TypeFor[fazhi.Number](),
}

// Get returns the value of a column: a string, []string, fazhi.Date, fazhi.Money, fazhi.Count, int64, bool or
// fazhi.Number by the column's Kind, and nil when the cell is empty or there is no such column. A list is not to be
// changed.
func (r *Record) Get(column string) any {
	if r == nil || r.fields == nil {
		return nil
	}
	i, ok := r.fields.index[column]
	if !ok {
		return nil
	}
	return r.values[i]
}

// Text returns the value of a text column, "" when it is empty or of another kind.
func (r *Record) Text(column string) string { return get[string](r, column) }

// List returns a copy of the value of a list column.
func (r *Record) List(column string) []string {
	return append([]string(nil), get[[]string](r, column)...)
}

// Date returns the value of a date column, the zero Date when it is empty or of another kind.
func (r *Record) Date(column string) fazhi.Date { return get[fazhi.Date](r, column) }

// Money returns the value of an amount column, 0 when it is empty or of another kind.
func (r *Record) Money(column string) fazhi.Money { return get[fazhi.Money](r, column) }

// Count returns the value of a count column, the zero Count when it is empty or of another kind.
func (r *Record) Count(column string) fazhi.Count { return get[fazhi.Count](r, column) }

// Integer returns the value of an integer column, 0 when it is empty or of another kind.
func (r *Record) Integer(column string) int64 { return get[int64](r, column) }

// Yes reports whether a yes/no column says yes.
func (r *Record) Yes(column string) bool { return get[bool](r, column) }

// Number returns the value of a document-number column, the zero Number when it is empty or of another kind.
func (r *Record) Number(column string) fazhi.Number { return get[fazhi.Number](r, column) }

func get[T any](r *Record, column string) T {
	v, _ := r.Get(column).(T)
	return v
}

// All returns the columns and values in the order of the columns, nil values included.
func (r *Record) All() iter.Seq2[Column, any] {
	return func(yield func(Column, any) bool) {
		if r == nil || r.fields == nil {
			return
		}
		for i, c := range r.fields.columns {
			if !yield(c, r.values[i]) {
				return
			}
		}
	}
}
