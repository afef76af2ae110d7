package table

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Row remembers which row of which sheet a record was read from. Embed it in the struct given to Read, and the record
// implements fazhi.Located. It is small: the columns are shared by all records of a sheet. The zero Row knows nothing.
type Row struct {
	layout *layout
	number int
}

var _ fazhi.Located = Row{}

// layout is where the fields of a sheet's records are: shared, and not written to once records exist.
type layout struct {
	file, sheet string
	columns     map[fazhi.Path]int // 0 is column A
	first       int                // leftmost column that was read
}

// Origin returns the cell that the field at a path was read from: "/signed", or "/parties/0" for an item of the list
// "/parties", or the first cell below "/party" for a group of fields. The empty path is the first cell of the row.
//
// When the ledger has no column for the path, Origin returns the first cell of the row and false, so that the row can
// be found all the same. A record that was not read from a ledger has the zero Origin.
func (r Row) Origin(path fazhi.Path) (fazhi.Origin, bool) {
	if r.layout == nil {
		return fazhi.Origin{}, false
	}
	column, ok := r.layout.column(path)
	return r.layout.origin(column, r.number), ok
}

func (l *layout) origin(column, row int) fazhi.Origin {
	return fazhi.Origin{File: l.file, Sheet: l.sheet, Cell: CellName(column, row)}
}

// column returns the column of a path, of the nearest path above it, or of the leftmost path below it.
func (l *layout) column(path fazhi.Path) (int, bool) {
	if path == "" {
		return l.first, true
	}
	for p := string(path); p != ""; p = p[:max(0, strings.LastIndexByte(p, '/'))] {
		if c, ok := l.columns[fazhi.Path(p)]; ok {
			return c, true
		}
	}
	best, found := l.first, false
	for p, c := range l.columns {
		if strings.HasPrefix(string(p), string(path)+"/") && (!found || c < best) {
			best, found = c, true
		}
	}
	return best, found
}

// CellName returns the name of a cell as spreadsheets write it: column 3, row 3 is "D3". Columns count from 0, rows
// from 1.
func CellName(column, row int) string {
	return columnName(column) + strconv.Itoa(row)
}

func columnName(column int) string {
	var letters [8]byte
	i := len(letters)
	for n := column + 1; n > 0 && i > 0; n = (n - 1) / 26 {
		i--
		letters[i] = byte('A' + (n-1)%26)
	}
	return string(letters[i:])
}
