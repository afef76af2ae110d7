package table

import (
	"reflect"

	"github.com/fazhi-go/fazhi"
)

// sink makes records from values.
type sink interface {
	// put stores the value of a wanted column in the record under way and reports false when the field refuses it.
	put(column int, v *value) bool
	// keep ends the record under way and reports whether another one is wanted; drop forgets it.
	keep(Row) bool
	drop()
}

// openStructs returns the opener for records of a struct type.
func openStructs[T any](o Options) (opener[T], error) {
	b, err := bind(reflect.TypeFor[T]())
	if err != nil {
		return nil, err
	}
	return func(yield func(*T) bool, lent bool) *reader {
		r := &reader{options: o, sink: newStructSink(b, yield, lent)}
		for i := range b.fields {
			r.columns = append(r.columns, withKeys(b.fields[i].wanted, o))
		}
		return r
	}, nil
}

// structSink makes records of a struct type. It fills one record, field by field through setters that are made once, and
// gives away copies, or lends it.
type structSink[T any] struct {
	now     T
	zero    T
	row     *Row // in now, nil if T has none
	setters []setter
	yield   func(*T) bool
	lent    bool
}

func newStructSink[T any](b *binding, yield func(*T) bool, lent bool) *structSink[T] {
	s := &structSink[T]{yield: yield, lent: lent}
	record := reflect.ValueOf(&s.now).Elem()
	for i := range b.fields {
		s.setters = append(s.setters, b.fields[i].setter(record))
	}
	if b.row != nil {
		s.row = record.FieldByIndex(b.row).Addr().Interface().(*Row)
	}
	return s
}

func (s *structSink[T]) put(column int, v *value) bool { return s.setters[column](v) }

func (s *structSink[T]) keep(row Row) bool {
	if s.row != nil {
		*s.row = row
	}
	record := &s.now
	if !s.lent {
		record = new(T)
		*record = s.now
	}
	more := s.yield(record)
	s.drop()
	return more
}

func (s *structSink[T]) drop() { s.now = s.zero }

// openColumns returns the opener for records of a ledger whose columns are data.
func openColumns(columns []Column, o Options) (opener[Record], error) {
	if err := VetColumns(columns); err != nil {
		return nil, err
	}
	fields := newFields(columns)
	return func(yield func(*Record) bool, lent bool) *reader {
		r := &reader{options: o, sink: &recordSink{yield: yield, lent: lent, now: newRecord(fields)}}
		for _, c := range fields.columns {
			r.columns = append(r.columns, withKeys(wanted{Column: c, path: fazhi.At(c.Name)}, o))
		}
		return r
	}, nil
}

// recordSink makes records of a ledger whose columns are data.
type recordSink struct {
	now   *Record
	yield func(*Record) bool
	lent  bool
}

func newRecord(f *fields) *Record { return &Record{fields: f, values: make([]any, len(f.columns))} }

func (s *recordSink) put(column int, v *value) bool {
	s.now.values[column] = v.any(s.now.fields.columns[column].Kind)
	return true
}

func (s *recordSink) keep(row Row) bool {
	record := s.now
	record.Row = row
	if s.lent {
		defer s.drop()
	} else {
		s.now = newRecord(record.fields)
	}
	return s.yield(record)
}

func (s *recordSink) drop() { clear(s.now.values) }
