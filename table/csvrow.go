package table

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// csvRows reads the rows of one block after the other (RFC 4180). It takes no quotes but those that are right: around a
// whole cell, and doubled within.
type csvRows struct {
	all    []byte // of the block
	text   []byte // what is not read yet
	kept   string // the rows from an offset on, as a string that their texts share
	from   int
	row    int  // number of the last row
	line   int  // number of the last line
	quotes bool // there are some
	broken bool
	enough bool
	cells  []Cell
	far    int    // first column with content behind them, 0 if there is none
	cell   []byte // texts of a row with quotes
	ends   []int
}

// each yields the rows of a block, until yield says that it is enough.
func (r *csvRows) each(b block, yield func(Raw) bool) error {
	text, err := b.decode()
	if err != nil {
		return b.file.fault(err)
	}
	r.all, r.kept, r.from, r.quotes = text, "", 0, bytes.IndexByte(text, '"') >= 0
	r.text, r.row, r.line, r.broken, r.enough = text, b.rows, b.lines, b.broken, false
	for {
		raw, err := r.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return b.file.fault(err)
		}
		if !yield(raw) {
			r.enough = true
			return nil
		}
	}
}

// next returns the next row, io.EOF at the end of the block. Its cells are valid until the next call; their texts share
// one string with those of its neighbours.
func (r *csvRows) next() (Raw, error) {
	for {
		at := len(r.all) - len(r.text)
		line := r.cutLine()
		if line == nil {
			return Raw{}, io.EOF
		}
		r.row++
		if len(line) == 0 {
			continue
		}
		start := r.line
		r.cells, r.far = r.cells[:0], 0
		if !r.quotes || bytes.IndexByte(line, '"') < 0 {
			r.split(r.keep(at, len(line)))
		} else if err := r.unquote(line); err != nil {
			return Raw{}, err
		}
		if r.broken && len(r.text) == 0 {
			return Raw{}, r.fault(start, ErrLongRow)
		}
		return Raw{Row: r.row, Cells: r.cells, Far: r.far, Delimited: true}, nil
	}
}

// keptBytes is how much of the block one string holds: that of some rows costs less than one for each row, and a text that
// somebody keeps does not keep the whole block.
const keptBytes = 4 << 10

// keep returns a line of the block as a string, for its texts to share.
func (r *csvRows) keep(at, size int) string {
	if at+size > r.from+len(r.kept) {
		r.kept, r.from = string(r.all[at:min(len(r.all), at+max(size, keptBytes))]), at
	}
	return r.kept[at-r.from:][:size]
}

// cutLine takes the next line from the text, without its end; nil when there is none.
func (r *csvRows) cutLine() []byte {
	if len(r.text) == 0 {
		return nil
	}
	r.line++
	line, rest, ended := bytes.Cut(r.text, []byte{'\n'})
	r.text = rest
	if ended {
		line = bytes.TrimSuffix(line, []byte{'\r'})
	}
	return line
}

// split makes the cells of a row without quotes.
func (r *csvRows) split(line string) {
	start := 0
	for i := range len(line) {
		if line[i] != ',' {
			continue
		}
		r.cells = append(r.cells, Cell{Text: live(line[start:i])})
		if start = i + 1; len(r.cells) == MaxColumns {
			r.farther(line[start:])
			return
		}
	}
	r.cells = append(r.cells, Cell{Text: live(line[start:])})
}

// farther looks for content behind the cells that are read.
func (r *csvRows) farther(line string) {
	if text := strings.TrimLeft(line, ","); text != "" {
		r.far = MaxColumns + len(line) - len(text)
	}
}

// unquote makes the cells of a row with quotes, which may go on over lines.
func (r *csvRows) unquote(line []byte) error {
	r.cell, r.ends = r.cell[:0], r.ends[:0]
	start := r.line
	for column, more := 0, true; more; column++ {
		var err error
		if line, more, err = r.unquoteCell(line, start); err != nil {
			return err
		}
		if column < MaxColumns {
			r.ends = append(r.ends, len(r.cell))
			continue
		}
		kept := r.ends[MaxColumns-1]
		if r.far == 0 && len(r.cell) > kept {
			r.far = column
		}
		r.cell = r.cell[:kept]
	}
	text, from := string(r.cell), 0
	for _, end := range r.ends {
		r.cells = append(r.cells, Cell{Text: live(text[from:end])})
		from = end
	}
	return nil
}

// unquoteCell takes a cell from a line and reports whether another one follows.
func (r *csvRows) unquoteCell(line []byte, start int) (rest []byte, more bool, err error) {
	if len(line) == 0 || line[0] != '"' {
		cell, rest, more := bytes.Cut(line, []byte{','})
		if bytes.IndexByte(cell, '"') >= 0 {
			return nil, false, r.fault(start, ErrQuotes)
		}
		r.cell = append(r.cell, cell...)
		return rest, more, nil
	}
	for line = line[1:]; ; {
		end := bytes.IndexByte(line, '"')
		if end < 0 {
			r.cell = append(append(r.cell, line...), '\n')
			if line = r.cutLine(); line == nil {
				return nil, false, r.fault(start, ErrQuotes)
			}
			continue
		}
		r.cell = append(r.cell, line[:end]...)
		line = line[end+1:]
		switch {
		case len(line) == 0:
			return nil, false, nil
		case line[0] == ',':
			return line[1:], true, nil
		case line[0] != '"':
			return nil, false, r.fault(start, ErrQuotes)
		}
		r.cell = append(r.cell, '"')
		line = line[1:]
	}
}

// fault says in which line a bad row begins.
func (r *csvRows) fault(line int, what error) error { return fmt.Errorf("第 %d 行%w", line, what) }
