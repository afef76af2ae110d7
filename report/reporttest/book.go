package reporttest

import (
	"fmt"
	"iter"
	"strconv"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// A book is a workbook in memory: named sheets, cells with types. What cannot stand in a cell is an error cell.
type book []table.Sheet

var _ table.Source = book(nil)

// cover is a first sheet that is no ledger.
func cover() table.Sheet {
	return table.Sheet{Name: "封面", Columns: []table.Column{{Name: "单位"}}, Rows: [][]any{{"某区司法局"}}}
}

func (book) File() string { return fileName }

func (b book) Sheets() []string {
	names := make([]string, len(b))
	for i, s := range b {
		names[i] = s.Name
	}
	return names
}

func (b book) Rows(sheet string) iter.Seq2[table.Raw, error] {
	return func(yield func(table.Raw, error) bool) {
		for _, s := range b {
			if s.Name != sheet {
				continue
			}
			for i, row := range rowsOf(s) {
				if !yield(table.Raw{Row: i + 1, Cells: cellsOf(row)}, nil) {
					return
				}
			}
			return
		}
		yield(table.Raw{}, fmt.Errorf("reporttest: %s：%w“%s”", fileName, table.ErrNoSheet, sheet))
	}
}

// rowsOf returns title, header and rows of a sheet.
func rowsOf(s table.Sheet) [][]any {
	var rows [][]any
	if s.Title != "" {
		rows = append(rows, []any{s.Title})
	}
	names := make([]any, len(s.Columns))
	for i, c := range s.Columns {
		names[i] = c.Name
	}
	return append(append(rows, names), s.Rows...)
}

func cellsOf(row []any) []table.Cell {
	cells := make([]table.Cell, len(row))
	for i, v := range row {
		cells[i] = cellOf(v)
	}
	return cells
}

// cellOf stores a value as workbooks do: amounts in yuan, dates as the number of days since 1899-12-30.
func cellOf(v any) table.Cell {
	plain, err := table.Plain(v)
	if err != nil {
		return table.Cell{Type: table.ErrorCell}
	}
	switch p := plain.(type) {
	case int64:
		return table.Cell{Type: table.NumberCell, Text: strconv.FormatInt(p, 10)}
	case fazhi.Money:
		return table.Cell{Type: table.NumberCell, Text: p.String()}
	case fazhi.Date:
		return table.Cell{Type: table.DateCell, Text: strconv.Itoa(p.DaysSince(fazhi.DateOf(1899, time.December, 30)))}
	case string:
		return table.Cell{Text: p}
	}
	return table.Cell{}
}
