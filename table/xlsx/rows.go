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
				return s.rest()
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

// rest reads what follows the rows, so that a part that is cut off or altered there is noticed too.
func (s *rowScanner) rest() error {
	for {
		if kind, err := s.xml.next(); err != nil || kind == endOfFile {
			return err
		}
	}
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
	for _, kind := range [...]string{"s", "inlineStr", "str", "n", "b", "e", "d"} {
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
	s.text = s.text[:0]
	inValue := false
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
			return s.cell(kind, date)
		case s.xml.is("v"):
			inValue = token == startTag
		case s.xml.is("is") && token == startTag:
			if s.text, err = s.xml.appendRichText(s.text, "is"); err != nil {
				return table.Cell{}, err
			}
		}
	}
}

// cell makes the cell of a type (ISO/IEC 29500-1, 18.18.11) from its text.
func (s *rowScanner) cell(kind string, date bool) (table.Cell, error) {
	switch kind {
	case "s":
		if len(s.text) == 0 {
			return table.Cell{}, nil
		}
		n, err := strconv.Atoi(string(bytes.TrimSpace(s.text)))
		if err != nil || n < 0 || n >= len(s.book.texts) {
			return table.Cell{}, damaged("共享文本的编号不对")
		}
		return table.Cell{Text: s.book.texts[n]}, nil
	case "inlineStr", "str":
		return table.Cell{Text: unescape(string(s.text))}, nil
	case "b":
		return table.Cell{Text: string(s.text), Type: table.BoolCell}, nil
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

// columnOf returns the column of a cell name, "D3" is column 3.
func columnOf(name []byte) (int, bool) {
	n := 0
	for i, c := range name {
		switch {
		case c >= 'A' && c <= 'Z' && i < 3:
			n = n*26 + int(c-'A') + 1
		case c >= '0' && c <= '9' && i > 0:
			return n - 1, true
		default:
			return 0, false
		}
	}
	return 0, false
}
