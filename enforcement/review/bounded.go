package review

import (
	"iter"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// maxStrays is how many rows and sheets that do not belong to a workbook are named one by one.
const maxStrays = 100

// maxRows is how many rows of a sheet are read beside those that must be there; people leave some below a table.
const maxRows = 1_000

// A strayList keeps within bounds what is said of content that does not belong to a workbook, of which there may be any amount.
type strayList struct {
	count int // what was looked at
	left  int // rows that were not even read
}

// take adds an issue to those of a reader, or only counts it.
func (s *strayList) take(issues fazhi.Issues, i fazhi.Issue) fazhi.Issues {
	if s.count++; s.count > maxStrays {
		return issues
	}
	return append(issues, i)
}

// close says how many were not named.
func (s *strayList) close(issues fazhi.Issues, code fazhi.Code, file string) fazhi.Issues {
	more := max(0, s.count-maxStrays) + s.left
	if more == 0 {
		return issues
	}
	return append(issues, fazhi.Issue{Code: code, Origin: fazhi.Origin{File: file},
		Message: "还有" + num(more) + "处不属于本表的内容没有列出"})
}

// shortened is a source of which so many rows are read; left counts the others.
type shortened struct {
	table.Source
	rows, left int
}

// Rows implements table.Source.
func (s *shortened) Rows(sheet string) iter.Seq2[table.Raw, error] {
	return func(yield func(table.Raw, error) bool) {
		n := 0
		for raw, err := range s.Source.Rows(sheet) {
			if n++; err == nil && n > s.rows {
				s.left++
				continue
			}
			if !yield(raw, err) {
				return
			}
		}
	}
}

// readSheet is table.Read for a sheet on which so many rows are wanted. Rows far below them are counted as strays.
func readSheet[T any](s *strayList, src table.Source, sheet string, wanted int, o table.Options) (*table.Records[T], fazhi.Issues, error) {
	short := &shortened{Source: src, rows: wanted + maxRows}
	read, issues, err := table.Read[T](short, sheet, o)
	s.left += short.left
	return read, issues, err
}
