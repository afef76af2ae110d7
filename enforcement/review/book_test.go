package review_test

import (
	"fmt"
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
)

// A book is a workbook in memory whose cells a test may change.
type book struct {
	names []string
	cells map[string][][]string
}

func bookOf(t testing.TB, sheets ...table.Sheet) *book {
	t.Helper()
	b := &book{cells: make(map[string][][]string)}
	for _, s := range sheets {
		var rows [][]string
		if s.Title != "" {
			rows = append(rows, []string{s.Title})
		}
		var header []string
		for _, c := range s.Columns {
			header = append(header, c.Name)
		}
		rows = append(rows, header)
		for _, row := range s.Rows {
			rows = append(rows, texts(t, row))
		}
		b.names = append(b.names, s.Name)
		b.cells[s.Name] = rows
	}
	return b
}

func texts(t testing.TB, row []any) []string {
	var list []string
	for _, v := range row {
		plain, err := table.Plain(v)
		require.NoError(t, err)
		if plain == nil {
			plain = ""
		}
		list = append(list, fmt.Sprint(plain))
	}
	return list
}

// set changes a cell.
func (b *book) set(sheet string, column, row int, text string) { b.cells[sheet][row-1][column] = text }

// find returns the number of the row that begins with a text.
func (b *book) find(t testing.TB, sheet, first string) int {
	at := slices.IndexFunc(b.cells[sheet], func(row []string) bool { return row[0] == first })
	require.GreaterOrEqual(t, at, 0, first)
	return at + 1
}

func (b *book) clone() *book {
	c := &book{names: slices.Clone(b.names), cells: make(map[string][][]string)}
	for name, rows := range b.cells {
		for _, row := range rows {
			c.cells[name] = append(c.cells[name], slices.Clone(row))
		}
	}
	return c
}

func (b *book) File() string     { return "评分表.xlsx" }
func (b *book) Sheets() []string { return b.names }

func (b *book) Rows(sheet string) iter.Seq2[table.Raw, error] { return tabletest.Texts(b.cells, sheet) }
