package circular

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/table"
)

// The columns of numbers that are written as texts.
const (
	meanColumn  = "平均分"
	shareColumn = "占比"
)

// sheet is one table of a circular: for the page and for the workbook alike.
type sheet struct {
	name    string
	columns []table.Column
	rows    [][]any
}

// Sheets returns the tables as sheets for package table/xlsx: 各类案卷, 各单位, 共性问题, 整改清单. Reasons are not masked: the
// workbook is for those who work on it.
func (s *Summary) Sheets() []table.Sheet {
	var sheets []table.Sheet
	for _, t := range []sheet{s.sortTable(), s.unitTable(), s.faultTable(), s.rectifyTable(func(text string) string { return text })} {
		sheets = append(sheets, table.Sheet{Name: t.name, Columns: t.columns, Rows: t.rows, Grid: true, Wrap: true})
	}
	return sheets
}

func text(name string, width int) table.Column { return table.Column{Name: name, Width: width} }

func count(name string) table.Column { return table.Column{Name: name, Kind: table.Integer, Width: 6} }

// gradeColumns are a column for each grade.
func (s *Summary) gradeColumns() (columns []table.Column) {
	for _, g := range s.Policy.Grades {
		columns = append(columns, count(g.Name))
	}
	return columns
}

// withGrades adds the counts of grades to a row, and the values after them.
func withGrades(row []any, grades []int, after ...any) []any {
	for _, n := range grades {
		row = append(row, int64(n))
	}
	return append(row, after...)
}

func (s *Summary) sortTable() sheet {
	t := sheet{name: "各类案卷评查情况", columns: append([]table.Column{text("案卷类型", 12), count("报送"), count("评查")}, s.gradeColumns()...)}
	for _, r := range s.Sorts {
		t.rows = append(t.rows, withGrades([]any{string(r.Sort), int64(r.Received), int64(r.Reviewed)}, r.Grades))
	}
	t.rows = append(t.rows, withGrades([]any{"合计", int64(s.Received), int64(s.Reviewed)}, s.Grades))
	return t
}

func (s *Summary) unitTable() sheet {
	t := sheet{name: "各单位评查情况", columns: append([]table.Column{text("名次", 5), text("单位", 24), count("报送"), count("评查"), text(meanColumn, 8)}, s.gradeColumns()...)}
	t.columns = append(t.columns, count("一票否决"))
	for _, r := range s.Units {
		rank, mean := "—", "—"
		if r.Rank > 0 {
			rank, mean = strconv.Itoa(r.Rank), r.Mean.Fixed()
		}
		t.rows = append(t.rows, withGrades([]any{rank, r.Unit, int64(r.Received), int64(r.Reviewed), mean}, r.Grades, int64(r.Vetoed)))
	}
	t.rows = append(t.rows, withGrades([]any{"", "合计", int64(s.Received), int64(s.Reviewed), s.meanText()}, s.Grades, int64(s.Vetoed)))
	return t
}

func (s *Summary) meanText() string {
	if s.Scored == 0 {
		return "—"
	}
	return s.Mean.Fixed()
}

func (s *Summary) faultTable() sheet {
	t := sheet{name: "较为普遍的问题", columns: []table.Column{text("问题", 40), text("环节", 12), count("案卷"), text(shareColumn, 8), count("单位"), text("依据", 24)}}
	for _, r := range s.Faults {
		share := "—"
		if percent, ok := r.Files.Decimal(1); ok {
			share = percent + "%"
		}
		t.rows = append(t.rows, []any{r.Name, r.Stage, r.Files.Num, share, int64(r.Units), r.Basis})
	}
	return t
}

func (s *Summary) rectifyTable(mask func(string) string) sheet {
	t := sheet{name: "整改清单", columns: []table.Column{count("序号"), text("单位", 20), text("案卷", 16), text("问题", 32), text("评查意见", 40), {Name: "整改期限", Kind: table.Date, Width: 12}}}
	for i, r := range s.Rectify {
		name := r.Name
		if r.Veto {
			name += "（一票否决）"
		}
		t.rows = append(t.rows, []any{int64(i + 1), r.Unit, r.File, name, mask(strings.Join(r.Reasons, "；")), r.Due})
	}
	return t
}

// page turns a table into one of a document; widths are shares of the line.
func (t sheet) page(widths []int) gongwen.Table {
	made := gongwen.Table{Caption: t.name, Widths: widths, Right: make([]bool, len(t.columns))}
	for i, c := range t.columns {
		made.Header = append(made.Header, []gongwen.Span{gongwen.Text(c.Name)})
		made.Right[i] = c.Kind == table.Integer || c.Name == meanColumn || c.Name == shareColumn
	}
	for _, row := range t.rows {
		var cells [][]gongwen.Span
		for _, v := range row {
			cells = append(cells, []gongwen.Span{gongwen.Text(printed(v))})
		}
		made.Rows = append(made.Rows, cells)
	}
	return made
}

// printed writes a cell.
func printed(v any) string {
	switch v := v.(type) {
	case int64:
		return strconv.FormatInt(v, 10)
	case interface{ String() string }:
		return v.String()
	case string:
		return v
	}
	return ""
}

func (w *writing) sorts() gongwen.Block { return w.s.sortTable().page(nil) }

func (w *writing) units() gongwen.Block { return w.s.unitTable().page(nil) }

func (w *writing) common() gongwen.Block {
	return w.s.faultTable().page([]int{34, 14, 9, 11, 9, 23})
}

func (w *writing) rectifications() gongwen.Block {
	t := w.s.rectifyTable(func(text string) string {
		masked, _ := w.mask.Text(text)
		return cmp.Or(masked, "—")
	}).page([]int{8, 16, 13, 25, 19, 19})
	t.Caption = ""
	return t
}
