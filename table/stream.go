package table

import (
	"context"
	"iter"

	"github.com/fazhi-go/fazhi"
)

// A Stream is a sheet that is read record by record, so that its length does not matter: only the record under way is in
// memory, the issues, which are bounded, and 32 to 64 bytes a row where rows are compared with each other (unique columns,
// Options.Doubles).
//
//	contracts := table.Each[Contract](src, "2024", table.Options{})
//	for c := range contracts.All() {
//		…
//	}
//	issues, err := contracts.Issues(), contracts.Err()
//
// Issues, Tally and Err speak of the last loop that has ended. A Stream is for one goroutine; the zero Stream has no records.
type Stream[T any] struct {
	src    Source
	sheet  string
	open   opener[T]
	fault  error // of the columns
	issues fazhi.Issues
	tally  Tally
	err    error
}

// An opener makes the reader of a sheet that gives its records to yield until that says stop. If they are lent, a record is
// valid until yield returns, else it is a new one each time.
type opener[T any] func(yield func(*T) bool, lent bool) *reader

// Each reads a sheet as Read does, record by record. Nothing is read before the loop begins.
func Each[T any](src Source, sheet string, o Options) *Stream[T] {
	open, err := openStructs[T](o)
	return &Stream[T]{src: src, sheet: sheet, open: open, fault: err}
}

// EachRecord reads a sheet as ReadColumns does, record by record. Nothing is read before the loop begins.
func EachRecord(src Source, sheet string, columns []Column, o Options) *Stream[Record] {
	open, err := openColumns(columns, o)
	return &Stream[Record]{src: src, sheet: sheet, open: open, fault: err}
}

// All returns the records in the order of the rows. Each is a new one that may be kept. A loop that is broken off ends the
// reading; another loop reads the sheet from its beginning again.
func (s *Stream[T]) All() iter.Seq[*T] {
	return func(yield func(*T) bool) {
		s.issues, s.tally, s.err = nil, Tally{}, s.fault
		if s.err != nil || s.open == nil {
			return
		}
		r := s.open(yield, false)
		s.err = r.read(context.Background(), s.src, s.sheet)
		s.issues, s.tally = r.issues, r.tally
	}
}

// Issues returns what Read returns as issues.
func (s *Stream[T]) Issues() fazhi.Issues { return s.issues }

// Tally says what became of the rows that were read.
func (s *Stream[T]) Tally() Tally { return s.tally }

// Err returns what ended the reading before the end of the sheet, as Read does; nil after a loop that was broken off.
func (s *Stream[T]) Err() error { return s.err }

// collect reads a stream to its end and keeps all records.
func (s *Stream[T]) collect() (*Records[T], fazhi.Issues, error) {
	var all []*T
	for record := range s.All() {
		all = append(all, record)
	}
	if s.err != nil {
		return nil, s.issues, s.err
	}
	return &Records[T]{All: all, Tally: s.tally}, s.issues, nil
}
