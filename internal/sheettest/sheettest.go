// Package sheettest tests the sheets that a package prints: what they say, against golden files, and, where poppler and LibreOffice
// are installed (build tag tools), what stands on paper. Its flag -update writes the golden files anew; read what changed before
// you keep it.
package sheettest

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

var update = flag.Bool("update", false, "write golden files")

// T is what a check needs of a *testing.T.
type T interface {
	require.TestingT
	Helper()
	TempDir() string
}

// Golden compares a text with testdata/NAME, or writes that.
func Golden(t T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// Text returns sheets as text, without cells that are empty or print as one of the texts to be left out. It fails where a sheet
// is not one for print, or where a row does not have a cell for each column.
func Text(t T, sheets []table.Sheet, without ...string) string {
	t.Helper()
	var b strings.Builder
	for _, s := range sheets {
		require.NoError(t, table.VetColumns(s.Columns))
		require.True(t, s.Grid && s.Wrap)
		b.WriteString("== " + s.Name + " " + s.Title + "\n")
		for _, row := range s.Rows {
			require.Len(t, row, len(s.Columns))
			for i, v := range row {
				require.NotZero(t, s.Columns[i].Width)
				if v != nil && !slices.Contains(without, fmt.Sprint(v)) {
					fmt.Fprintf(&b, "%s=%v ", s.Columns[i].Name, v)
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// Rows returns the rows of sheets, "3 2 1", by the name of the sheet and the first two cells, "同期比较 受理 件".
func Rows(sheets []table.Sheet) map[string]string {
	rows := make(map[string]string)
	for _, s := range sheets {
		for _, row := range s.Rows {
			rows[s.Name+" "+fmt.Sprint(row[0], " ", row[1])] = strings.TrimSpace(fmt.Sprintln(row[2:]...))
		}
	}
	return rows
}

// Names returns the names of the sheets of a workbook that was written and opened again.
func Names(t T, sheets []table.Sheet) []string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, sheets))
	book, err := xlsx.Open("统计.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()), xlsx.Options{})
	require.NoError(t, err)
	names := book.Sheets()
	require.NoError(t, book.Close())
	return names
}
