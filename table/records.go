package table

import (
	"reflect"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Records is what was read from one sheet: the records in the order of the rows, and how many rows there were.
type Records[T any] struct {
	All []*T
	Tally
}

// Read reads a sheet into records of the struct type T. An empty sheet name means the first sheet.
//
// A field with the tag `table:"合同名称"` is filled from the column of that name; `table:"合同名称,required"` asks that
// no cell be empty, `table:"签订日期,expected"` only that the column be there, `table:"编号,unique"` that no two rows hold the same, `table:"类别,choices=买卖|租赁"` that it be one
// of the texts. The tag `doc:"…"` explains the column to the person who fills it in. Fields may be strings and types made
// from strings (fazhi.PersonName), fazhi.Date, fazhi.Money, fazhi.Count, fazhi.Number, whole numbers, bools, slices of
// strings, pointers to these (nil for an empty cell), and types with UnmarshalText. Structs without a tag are searched
// for tags in turn. A T that embeds Row remembers its cells.
//
// The issues say, in the order of the sheet, everything that is wrong with the header and the cells; their paths are
// those of the record's JSON, "/signed". A record with an Error is left out of Records and counted as Bad. The error is
// for what ends the reading: a T that cannot be filled, no such sheet (ErrNoSheet), a source that fails; the issues
// found until then are returned with it.
func Read[T any](src Source, sheet string, o Options) (*Records[T], fazhi.Issues, error) {
	return Each[T](src, sheet, o).collect()
}

// All reads a sheet as Read does and returns the records alone.
func All[T any](src Source, sheet string) ([]*T, fazhi.Issues, error) {
	records, issues, err := Read[T](src, sheet, Options{})
	if err != nil {
		return nil, issues, err
	}
	return records.All, issues, nil
}

// withKeys adds the header keys that a column is found by.
func withKeys(c wanted, o Options) wanted {
	c.keys = []string{headerKey(c.Name)}
	for _, also := range o.Also[c.Name] {
		c.keys = append(c.keys, headerKey(also))
	}
	return c
}

// ColumnsOf returns the columns that Read looks for in a ledger of T, in the order of the fields: for templates.
func ColumnsOf[T any]() ([]Column, error) {
	b, err := bind(reflect.TypeFor[T]())
	if err != nil {
		return nil, err
	}
	return b.columns(), nil
}

// SheetOf returns records as a sheet: the way back of Read. Empty texts, dates and numbers of documents, nil pointers
// and empty lists become empty cells.
func SheetOf[T any](name string, records []*T) (Sheet, error) {
	b, err := bind(reflect.TypeFor[T]())
	if err != nil {
		return Sheet{}, err
	}
	s := Sheet{Name: name, Columns: b.columns(), Rows: make([][]any, 0, len(records))}
	for _, record := range records {
		row := make([]any, len(b.fields))
		if record != nil {
			for i := range b.fields {
				row[i] = b.fields[i].get(reflect.ValueOf(record).Elem())
			}
		}
		s.Rows = append(s.Rows, row)
	}
	return s, nil
}

// ReadColumns reads a sheet of a ledger whose columns are data. It finds the same issues as Read and fails the same
// way; the error also says what is wrong with the columns (VetColumns). Paths are column names, "/签订日期".
func ReadColumns(src Source, sheet string, columns []Column, o Options) (*Records[Record], fazhi.Issues, error) {
	return EachRecord(src, sheet, columns, o).collect()
}

// fields is what records of one ledger share.
type fields struct {
	columns []Column
	index   map[string]int
}

func newFields(columns []Column) *fields {
	f := &fields{columns: slices.Clone(columns), index: make(map[string]int, len(columns))}
	for i, c := range f.columns {
		f.index[c.Name] = i
	}
	return f
}
