package tabletest

import (
	"fmt"
	"iter"

	"github.com/fazhi-go/fazhi/table"
)

// Texts returns the rows of one of several sheets of texts, as table.Source.Rows does: for tests that give a reader a
// workbook without a file. A sheet that is not there is table.ErrNoSheet.
func Texts(sheets map[string][][]string, sheet string) iter.Seq2[table.Raw, error] {
	return func(yield func(table.Raw, error) bool) {
		rows, ok := sheets[sheet]
		if !ok {
			yield(table.Raw{}, fmt.Errorf("tabletest: %w：“%s”", table.ErrNoSheet, sheet))
			return
		}
		for i, row := range rows {
			raw := table.Raw{Row: i + 1}
			for _, text := range row {
				raw.Cells = append(raw.Cells, table.Cell{Text: text})
			}
			if !yield(raw, nil) {
				return
			}
		}
	}
}
