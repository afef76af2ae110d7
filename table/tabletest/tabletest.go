// Package tabletest checks implementations of table.Source against the contract in its comment.
//
//	func TestSource(t *testing.T) {
//		if err := tabletest.Source(src); err != nil {
//			t.Fatal(err)
//		}
//	}
//
// It has only the standard library in it. Sentences of errors may change, the rules do not.
package tabletest

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi/table"
)

// Source reads a source through and returns every rule of table.Source that it breaks, joined.
func Source(src table.Source) error {
	var faults []error
	say := func(format string, values ...any) {
		faults = append(faults, fmt.Errorf("tabletest: "+format, values...))
	}
	if src.File() == "" {
		say("file: File is empty")
	}
	sheets := src.Sheets()
	if len(sheets) == 0 {
		say("sheets: there is none")
	}
	if !slices.Equal(sheets, src.Sheets()) {
		say("sheets: differ when asked again")
	}
	for _, name := range sheets {
		first, err := read(src, name)
		if err != nil {
			say("rows: sheet %q: %w", name, err)
		}
		if again, _ := read(src, name); !slices.EqualFunc(first, again, equal) {
			say("rows: sheet %q: differ when read again", name)
		}
		if err := breakOff(src, name); err != nil {
			say("break: sheet %q: %w", name, err)
		}
	}
	if _, err := read(src, "没有这张表\x00"); !errors.Is(err, table.ErrNoSheet) {
		say("no-sheet: the error is %v, not table.ErrNoSheet", err)
	}
	return errors.Join(faults...)
}

// read returns copies of all rows and checks their order and the end after an error.
func read(src table.Source, sheet string) (rows []table.Raw, err error) {
	for raw, rowErr := range src.Rows(sheet) {
		switch {
		case err != nil:
			return rows, errors.Join(err, errors.New("goes on after an error"))
		case rowErr != nil:
			err = rowErr
			continue
		case raw.Row < 1 || len(rows) > 0 && raw.Row <= rows[len(rows)-1].Row:
			return rows, fmt.Errorf("row %d is out of order", raw.Row)
		case len(raw.Merged) > 0 && len(raw.Cells) > 0:
			return rows, fmt.Errorf("row %d has cells beside the merged ones of the sheet", raw.Row)
		}
		raw.Cells = slices.Clone(raw.Cells)
		rows = append(rows, raw)
	}
	return rows, err
}

// breakOff leaves the loop after the first row; a sequence that calls the body again panics.
func breakOff(src table.Source, sheet string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("goes on after the loop was left: %v", p)
		}
	}()
	for range src.Rows(sheet) {
		break
	}
	return nil
}

func equal(a, b table.Raw) bool {
	return a.Row == b.Row && a.Delimited == b.Delimited && a.Date1904 == b.Date1904 && a.Far == b.Far &&
		slices.Equal(a.Cells, b.Cells) && slices.Equal(a.Merged, b.Merged)
}
