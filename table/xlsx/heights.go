package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/fazhi-go/fazhi/table"
)

// The rows of a sheet with Wrap get heights, because LibreOffice does not fit rows to their texts when it opens a
// workbook. They are written as spreadsheets write them, as heights that fit, not as heights that somebody wanted, so
// that a row still grows when more is typed into it.

// Heights in points.
const (
	lineHeight   = 15 // of a line of 11 points
	rowMargin    = 4
	headerMargin = 9
	titleLine    = 22 // of a line of 16 points
	titleMargin  = 8
	mostHeight   = 409
)

// rowHeight returns the height of a row, 0 where texts are not broken into lines.
func rowHeight(s table.Sheet, row []any) float64 {
	if !s.Wrap {
		return 0
	}
	most := 1
	for i, v := range row {
		c := s.Columns[i]
		if plain, _ := table.Plain(v); wraps(c.Kind) {
			text, _ := plain.(string)
			most = max(most, countLines(text, halves(width(c), 11)))
		}
	}
	return min(float64(lineHeight*most+rowMargin), mostHeight)
}

// wraps reports whether the cells of a kind are broken into lines; numbers and days cannot be.
func wraps(k table.Kind) bool { return k == table.Text || k == table.List || k == table.Number }

// heightOfHeader returns the height of the header.
func heightOfHeader(s table.Sheet) float64 {
	most := 1
	for _, c := range s.Columns {
		if s.Wrap {
			most = max(most, countLines(c.Name, halves(width(c), 11)))
		}
	}
	return min(float64(lineHeight*most+headerMargin), mostHeight)
}

// heightOfTitle returns the height of the title, which spans the columns.
func heightOfTitle(s table.Sheet) float64 {
	room, count := 0.0, 1
	for _, c := range s.Columns {
		room += width(c)
	}
	if s.Wrap {
		count = countLines(s.Title, halves(room, 16))
	}
	return min(float64(titleLine*count+titleMargin), mostHeight)
}

// halves returns how many letters, two of which are as wide as a Chinese character, have room in a width in digits. A
// digit is 7 pixels wide, a letter of 11 points 7.5; 5 pixels are margin.
func halves(width, size float64) int {
	return max(2, int(math.Floor((width*7-5)/(7.5*size/11))))
}

// countLines returns how many lines a text takes.
func countLines(text string, room int) (lines int) {
	for line := range strings.SplitSeq(uniform(text), "\n") {
		lines += countBroken(line, room)
	}
	return lines
}

// countBroken returns how many lines a text without line breaks takes. A longer one leaves room for a letter in each line,
// because marks that may not begin a line take the character before them along.
func countBroken(text string, room int) int {
	lines, used, all := 1, 0, 0
	for _, r := range text {
		wide := 1
		if r >= 0x1100 {
			wide = 2
		}
		all += wide
		if used += wide; used > max(2, room-1) {
			lines, used = lines+1, wide
		}
	}
	if all <= room {
		return 1
	}
	return lines
}

// softRows says in which parts of the workbook heights of rows are what fits, and behind which row: that of the title,
// which is one merged cell, keeps the height that it is given.
func softRows(sheets []table.Sheet) map[string]int {
	soft := make(map[string]int)
	for i, s := range sheets {
		if !s.Wrap {
			continue
		}
		title := 0
		if s.Title != "" {
			title = 1
		}
		soft[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = title
	}
	return soft
}

// A softener writes a sheet without the mark by which excelize says of every height that somebody wanted it. No text of
// the sheet can look like the mark: quotation marks are written as references there.
type softener struct {
	out   io.Writer
	first int    // so many rows keep the mark
	rest  []byte // may be the beginning of a mark
}

const (
	hardRow = `" customHeight="1">`
	softRow = `">`
)

func (s *softener) Write(b []byte) (int, error) {
	s.rest = append(s.rest, b...)
	for {
		before, after, found := bytes.Cut(s.rest, []byte(hardRow))
		if !found {
			break
		}
		end := softRow
		if s.first > 0 {
			s.first, end = s.first-1, hardRow
		}
		if _, err := s.out.Write(before); err != nil {
			return 0, err
		}
		if _, err := io.WriteString(s.out, end); err != nil {
			return 0, err
		}
		s.rest = after
	}
	sure := max(0, len(s.rest)-len(hardRow)+1)
	_, err := s.out.Write(s.rest[:sure])
	s.rest = append([]byte(nil), s.rest[sure:]...)
	return len(b), err
}

func (s *softener) flush() error {
	_, err := s.out.Write(s.rest)
	return err
}
