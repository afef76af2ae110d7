package tabletest_test

import (
	"bytes"
	"errors"
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// What is put into a workbook is read from it, cell by cell.
func TestWorkbook(t *testing.T) {
	rows := []table.Raw{
		{Row: 1, Cells: []table.Cell{{Text: "甲<&\n"}, {}, {Text: "甲<&\n"}}},
		{Row: 3, Cells: []table.Cell{{Text: "1.5", Type: table.NumberCell}, {Text: "45352", Type: table.DateCell}, {Text: "1", Type: table.BoolCell}}},
		{Row: 4, Cells: []table.Cell{{Text: "#REF!", Type: table.ErrorCell, Formula: true}, {Text: "乙", Formula: true},
			{Text: "2", Type: table.NumberCell, Formula: true}, {Type: table.ErrorCell, Formula: true}}},
		{Row: 5, Merged: []table.Area{{Column: 1, Row: 3, LastColumn: 2, LastRow: 3}}},
	}
	var b bytes.Buffer
	require.NoError(t, tabletest.Workbook(&b, "表 <一>", slices.Values(rows)))
	book, err := xlsx.Open("t.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), xlsx.Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"表 <一>"}, book.Sheets())
	n := 0
	for raw, err := range book.Rows("表 <一>") {
		require.NoError(t, err)
		require.Equal(t, rows[n].Row, raw.Row)
		require.Equal(t, rows[n].Merged, raw.Merged)
		require.True(t, slices.Equal(rows[n].Cells, raw.Cells), raw.Cells)
		n++
	}
	require.Equal(t, len(rows), n)
	require.NoError(t, tabletest.Source(book))
	require.NoError(t, book.Close())
}

// full takes no more than so many bytes.
type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func TestWorkbookThatCannotBeWritten(t *testing.T) {
	var rows iter.Seq[table.Raw] = func(yield func(table.Raw) bool) {}
	for size := range 10 {
		require.ErrorContains(t, tabletest.Workbook(&full{size * 100}, "表", rows), "full")
	}
}
