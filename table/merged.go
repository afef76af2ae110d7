package table

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// An Area is a rectangle of cells. Columns count from 0, rows from 1; both ends belong to it.
type Area struct {
	Column, Row         int
	LastColumn, LastRow int
}

// String returns the area as spreadsheets write it: "B4:B6".
func (a Area) String() string {
	return CellName(a.Column, a.Row) + ":" + CellName(a.LastColumn, a.LastRow)
}

// vetMerged reports merged cells that hide cells of records: what a person reads for several rows or columns stands in the
// first cell only.
func (r *reader) vetMerged(areas []Area) {
	if r.head.matched == 0 {
		return
	}
	for _, a := range areas {
		if column := r.hidden(a); column >= 0 {
			r.add(fazhi.Issue{Code: MergedCells, Severity: fazhi.Warning, Path: r.columns[column].path, Origin: r.layout.origin(a.Column, a.Row),
				Message: a.String() + " 是合并的单元格，只有左上角一格的值读入，其余各格按空格处理"})
		}
	}
}

func (r *reader) skips(row int) bool {
	_, found := slices.BinarySearch(r.skipped, row)
	return found
}

// hidden returns the first wanted column of which an area hides a cell in a record, -1 if none.
func (r *reader) hidden(a Area) int {
	first, last := max(a.Row, r.head.row+1), min(a.LastRow, r.last)
	if first > last || first == last && r.skips(first) {
		return -1
	}
	for i := range r.columns {
		at := r.head.at[i]
		corner := at == a.Column && first == a.Row && first == last
		if at >= max(a.Column, 0) && at <= a.LastColumn && !corner {
			return i
		}
	}
	return -1
}
