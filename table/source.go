package table

import (
	"errors"
	"iter"
)

// ErrNoSheet is returned, wrapped, when a source has no sheet of the name asked for.
var ErrNoSheet = errors.New("没有这张工作表")

// A Source is a file of ledgers, opened for reading: a workbook or a CSV file.
//
// File returns the name that origins carry; it is not a path to open. Sheets returns the names of the sheets in the
// order of the file; a format without sheets returns one empty name. Rows reads one sheet from its beginning, in
// ascending order of rows, and may be called again; rows without any content may be left out. The cells of a Raw are
// valid until the next one is asked for. A non-nil error ends the sequence; it wraps ErrNoSheet when there is no such
// sheet. Breaking off the loop releases what Rows opened.
type Source interface {
	File() string
	Sheets() []string
	Rows(sheet string) iter.Seq2[Raw, error]
}

// MaxColumns is how many columns of a sheet are read. No ledger is so wide; content far to the right is a slip of the
// hand, and is told of.
const MaxColumns = 1024

// A Raw is one row as the file has it. Row counts from 1; Cells[0] is column A.
type Raw struct {
	Row   int
	Cells []Cell
	// Delimited says that cells are told apart by separators, as in CSV, so that a row with more or fewer cells than
	// the header is suspicious. Cells of workbooks have their own addresses.
	Delimited bool
	// Far is the first column with content to the right of MaxColumns, 0 if there is none. Such content is not read; a
	// source that keeps cells by their addresses names it here instead of filling Cells up to it.
	Far int
	// Merged lists the merged cells of the sheet. A source that knows of them names them in a row of its own, without
	// cells, below the last one; a workbook tells of them behind its rows.
	Merged []Area
	// Date1904 says that numbers of days count from 1904-01-01 instead of 1900-01-01.
	Date1904 bool
}

// A Cell is the content of one cell as the file has it, without number format. The zero Cell is empty.
type Cell struct {
	Text string
	Type CellType
	// Formula says that a formula stands in the cell; Text is its result when the workbook was saved. A formula without a
	// result is an ErrorCell without text.
	Formula bool
}

// A CellType says how the file stores a cell.
type CellType uint8

// The types of cells.
const (
	TextCell   CellType = iota // text, as typed
	NumberCell                 // a number in decimal or scientific notation
	DateCell                   // a number of days that the workbook shows as a date
	BoolCell                   // "1" or "0"
	ErrorCell                  // the result of a broken formula, "#REF!"
)
