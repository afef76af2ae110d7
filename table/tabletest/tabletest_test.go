package tabletest_test

import (
	"bytes"
	"errors"
	"iter"
	"testing"

	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
	"github.com/fazhi-go/fazhi/table/xlsx"
	"github.com/stretchr/testify/require"
)

var sheet = table.Sheet{Name: "表", Columns: []table.Column{{Name: "甲"}}, Rows: [][]any{{"a"}, {nil}, {"b"}}}

func TestOurSources(t *testing.T) {
	src, err := table.CSV("t.csv", []byte("甲\n\na\n"))
	require.NoError(t, err)
	require.NoError(t, tabletest.Source(src))

	var file bytes.Buffer
	require.NoError(t, xlsx.Write(&file, []table.Sheet{sheet}))
	book, err := xlsx.Open("t.xlsx", bytes.NewReader(file.Bytes()), int64(file.Len()), xlsx.Options{})
	require.NoError(t, err)
	require.NoError(t, tabletest.Source(book))
	require.NoError(t, book.Close())
}

// broken breaks every rule.
type broken struct{ calls *int }

func (broken) File() string { return "" }
func (b broken) Sheets() []string {
	*b.calls++
	return []string{"表", "二"}[:1+*b.calls%2]
}

func (b broken) Rows(sheet string) iter.Seq2[table.Raw, error] {
	return func(yield func(table.Raw, error) bool) {
		if sheet == "二" {
			yield(table.Raw{Row: 1, Cells: make([]table.Cell, 1), Merged: make([]table.Area, 1)}, nil)
			return
		}
		*b.calls++
		_ = yield(table.Raw{Row: *b.calls}, nil)
		_ = yield(table.Raw{Row: 1}, errors.New("x"))
		_ = yield(table.Raw{Row: 1}, nil)
	}
}

func TestTheKitBites(t *testing.T) {
	err := tabletest.Source(broken{calls: new(int)})
	for _, rule := range []string{"file:", "sheets: differ", "rows: sheet", "beside the merged", "goes on after an error", "differ when read again", "break:", "no-sheet:"} {
		require.ErrorContains(t, err, rule)
	}
}
