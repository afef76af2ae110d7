package xlsx

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi/table"
)

const (
	mostRows    = 1 << 20
	mostColumns = 1 << 14
	// mostCells bounds the work on one sheet, empty cells between others included: small files can claim a lot.
	mostCells = 1 << 27
)

// rowScanner reads the rows of one sheet.
type rowScanner struct {
	book  *Book
	xml   *scanner
	row   int
	cells []table.Cell
	far   int // first column with content right of those that are read, 0 if none
	total int
	text  []byte
}

// run yields the rows that have content, until yield says stop. A sheet that ends before its rows do is damaged.
func (s *rowScanner) run(yield func(table.Raw) bool) error {
	inside := false
	for {
		kind, err := s.xml.next()
		switch {
		case err != nil:
			return err
		case kind == endOfFile:
			return damaged("工作表不完整")
		case kind == textRun:
		case s.xml.is("sheetData"):
			if kind == endTag {
				return s.rest(yield)
			}
			inside = true
		case inside && kind == startTag && s.xml.is("row"):
			if err := s.readRow(); err != nil {
				return err
			}
			if (len(s.cells) > 0 || s.far > 0) && !yield(table.Raw{Row: s.row, Cells: s.cells, Far: s.far, Date1904: s.book.date1904}) {
				return nil
			}
		}
	}
}

// rest reads what follows the rows, so that a part that is cut off or altered there is noticed too, and yields the merged
// cells, if there are any, as a row of their own.
func (s *rowScanner) rest(yield func(table.Raw) bool) error {
	var merged []table.Area
	for {
		kind, err := s.xml.next()
		if err != nil {
			return err
		}
		if kind == endOfFile {
			break
		}
		if kind == startTag && s.xml.is("mergeCell") && len(merged) < maxMerged {
			if area, ok := areaOf(s.xml.attributes); ok {
				merged = append(merged, area)
			}
		}
	}
	if len(merged) > 0 {
		yield(table.Raw{Row: s.row + 1, Merged: merged, Date1904: s.book.date1904})
	}
	return nil
}

// areaOf returns the cells that are merged; one cell alone is none. Besides "A1:B2" it knows what some programs write:
// "$A$1:$B$2", corners in another order, and whole columns and rows, "A:B" and "1:2".
func areaOf(attributes []byte) (table.Area, bool) {
	ref, _ := attribute(attributes, "ref")
	from, to, ok := bytes.Cut(bytes.ReplaceAll(ref, []byte{'$'}, nil), []byte{':'})
	column, row, okFrom := place(from)
	column2, row2, okTo := place(to)
	if !ok || !okFrom || !okTo || (column < 0) != (column2 < 0) || (row == 0) != (row2 == 0) {
		return table.Area{}, false
	}
	a := table.Area{Column: min(column, column2), Row: min(row, row2), LastColumn: max(column, column2), LastRow: max(row, row2)}
	if row == 0 {
		a.Row, a.LastRow = 1, mostRows
	}
	if column < 0 {
		a.Column, a.LastColumn = 0, mostColumns-1
	}
	return a, true
}

// place returns the column and the row of a cell name, -1 or 0 for the one that it does not have.
func place(name []byte) (column, row int, ok bool) {
	column, digits := letters(name)
	if len(digits) == 0 {
		return column, 0, column >= 0
	}
	row, err := strconv.Atoi(string(digits))
	return column, row, err == nil && row > 0 && row <= mostRows && column < mostColumns
}

func (s *rowScanner) readRow() error {
	row := s.row + 1
	if r, ok := attribute(s.xml.attributes, "r"); ok {
		n, err := strconv.Atoi(string(r))
		if err != nil || n < row {
			return damaged("行号次序不对")
		}
		row = n
	}
	if row > mostRows {
		return damaged("行号太大")
	}
	s.row, s.cells, s.far = row, s.cells[:0], 0
	next := 0 // column of a cell without a name
	for {
		kind, err := s.xml.next()
		switch {
		case err != nil:
			return err
		case kind == endOfFile:
			return damaged("工作表不完整")
		case kind == endTag && s.xml.is("row"):
			s.total += len(s.cells)
			if s.total > mostCells {
				return ErrTooLarge
			}
			return nil
		case kind == startTag && s.xml.is("c"):
			column, err := s.readCell(next)
			if err != nil {
				return err
			}
			next = column + 1
		case kind == startTag:
			if err := s.xml.skip(); err != nil {
				return err
			}
		}
	}
}

// readCell reads one cell and returns its column.
func (s *rowScanner) readCell(column int) (int, error) {
	kind, date := "", false
	for rest := s.xml.attributes; ; {
		key, value, more, ok := cutAttribute(rest)
		if !ok {
			break
		}
		rest = more
		switch string(key) {
		case "r":
			if column, ok = columnOf(value); !ok {
				return 0, damaged("单元格名称不对")
			}
		case "t":
			kind = cellKind(value)
		case "s":
			date = s.isDate(value)
		}
	}
	if column >= mostColumns {
		return 0, damaged("列号太大")
	}
	c, err := s.content(kind, date)
	if err != nil || c.Text == "" && c.Type != table.ErrorCell {
		return column, err
	}
	if column >= table.MaxColumns {
		if s.far == 0 || column < s.far {
			s.far = column
		}
		return column, nil
	}
	if n := len(s.cells); n <= column {
		s.cells = slices.Grow(s.cells, column+1-n)[:column+1]
		clear(s.cells[n:])
	}
	s.cells[column] = c
	return column, nil
}

// cellKind returns a type of cell without allocating.
func cellKind(value []byte) string {
	for _, kind := range [...]string{"", "s", "inlineStr", "str", "n", "b", "e", "d"} {
		if string(value) == kind {
			return kind
		}
	}
	return "?"
}

func (s *rowScanner) isDate(style []byte) bool {
	n, err := strconv.Atoi(string(style))
	return err == nil && n >= 0 && n < len(s.book.dates) && s.book.dates[n]
}

// content reads up to the end of the cell.
func (s *rowScanner) content(kind string, date bool) (table.Cell, error) {
	if value, ok := s.xml.plainValue(); ok {
		s.text = append(s.text[:0], value...)
		return s.cell(kind, date)
	}
	s.text = s.text[:0]
	var inValue, hasValue, formula bool
	for {
		token, err := s.xml.next()
		switch {
		case err != nil:
			return table.Cell{}, err
		case token == endOfFile:
			return table.Cell{}, damaged("工作表不完整")
		case token == textRun:
			if inValue {
				if s.text, err = s.xml.appendText(s.text); err != nil {
					return table.Cell{}, err
				}
			}
		case s.xml.is("c") && token == endTag:
			if formula {
				return s.formula(kind, date, hasValue)
			}
			return s.cell(kind, date)
		case s.xml.is("v"):
			inValue, hasValue = token == startTag, true
		case s.xml.is("f"):
			formula = true
		case s.xml.is("is") && token == startTag:
			if s.text, err = s.xml.appendRichText(s.text, "is"); err != nil {
				return table.Cell{}, err
			}
		case token == startTag: // an extension, which may have values of its own
			if err := s.xml.skip(); err != nil {
				return table.Cell{}, err
			}
		}
	}
}

// formula makes the cell of a formula from its result, if the workbook holds it.
func (s *rowScanner) formula(kind string, date, hasValue bool) (table.Cell, error) {
	if !hasValue || kind != "str" && len(s.text) == 0 {
		return table.Cell{Type: table.ErrorCell, Formula: true}, nil
	}
	c, err := s.cell(kind, date)
	c.Formula = err == nil
	return c, err
}

// cell makes the cell of a type (ISO/IEC 29500-1, 18.18.11) from its text.
func (s *rowScanner) cell(kind string, date bool) (table.Cell, error) {
	switch kind {
	case "s":
		if len(s.text) == 0 {
			return table.Cell{}, nil
		}
		n, err := strconv.Atoi(string(bytes.TrimSpace(s.text)))
		if err != nil || n < 0 || n >= s.book.texts.len() {
			return table.Cell{}, damaged("共享文本的编号不对")
		}
		return table.Cell{Text: s.book.texts.at(n)}, nil
	case "inlineStr", "str":
		return table.Cell{Text: unescape(string(s.text))}, nil
	case "b":
		return table.Cell{Text: truth(s.text), Type: table.BoolCell}, nil
	case "e":
		return table.Cell{Text: string(s.text), Type: table.ErrorCell}, nil
	case "d":
		return table.Cell{Text: string(s.text)}, nil
	case "", "n":
		c := table.Cell{Text: string(bytes.TrimSpace(s.text)), Type: table.NumberCell}
		if date {
			c.Type = table.DateCell
		}
		return c, nil
	}
	return table.Cell{}, damaged("未知的单元格类型")
}

// truth writes what some programs write as words as the numbers that stand for them.
func truth(text []byte) string {
	switch s := string(bytes.TrimSpace(text)); s {
	case "true":
		return "1"
	case "false":
		return "0"
	default:
		return s
	}
}

// columnOf returns the column of a cell name, "D3" is column 3.
func columnOf(name []byte) (int, bool) {
	column, digits := letters(name)
	return column, column >= 0 && len(digits) > 0 && digits[0] >= '0' && digits[0] <= '9'
}

// letters returns the column that the letters of a cell name stand for, at most three, and what follows them. Without
// letters it is -1.
func letters(name []byte) (column int, rest []byte) {
	n := 0
	for i, c := range name {
		c &^= 0x20 // small letters count as large ones
		if c < 'A' || c > 'Z' || i == 3 {
			return n - 1, name[i:]
		}
		n = n*26 + int(c-'A') + 1
	}
	return n - 1, nil
}
