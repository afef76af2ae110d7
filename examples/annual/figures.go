package main

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/annual/internal/figures"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// figuresType is the media type of figures.xlsx.
const figuresType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// figuresBook writes figures.xlsx: every figure with its parts and scope, the rows that it counts, and the issues.
func figuresBook(r result) ([]byte, error) {
	var b bytes.Buffer
	err := xlsx.Write(&b, []table.Sheet{figures.Sheet(r.figures), rowsSheet(r), issuesSheet(r.issues)})
	return b.Bytes(), err
}

func text(name string, width int) table.Column { return table.Column{Name: name, Width: width} }

// rowsSheet lists, for each figure and sheet, the rows that it counts, as ranges.
func rowsSheet(r result) table.Sheet {
	s := table.Sheet{Name: "计入记录", Columns: []table.Column{text("标识", 16), text("文件", 16), text("工作表", 16), text("行", 60)}}
	for _, f := range r.figures {
		for _, rows := range rowsOf(f, r.origins) {
			for _, part := range ranges(rows.numbers) {
				s.Rows = append(s.Rows, []any{f.ID, rows.origin.File, rows.origin.Sheet, part})
			}
		}
	}
	return s
}

// A sheetRows is what one figure counts in one sheet.
type sheetRows struct {
	origin  fazhi.Origin // without the cell
	numbers []int
}

func rowsOf(f fazhi.Figure, origins map[fazhi.Ref]fazhi.Origin) []sheetRows {
	var out []sheetRows
	at := map[fazhi.Origin]int{}
	if f.From.Refs == nil {
		return nil
	}
	for ref := range f.From.Refs {
		o := origins[ref]
		row := rowOf(o)
		o.Cell = ""
		i, ok := at[o]
		if !ok {
			i = len(out)
			at[o] = i
			out = append(out, sheetRows{origin: o})
		}
		out[i].numbers = append(out[i].numbers, row)
	}
	return out
}

// rowOf returns the row of a cell, 0 when there is none.
func rowOf(o fazhi.Origin) int {
	row, _ := strconv.Atoi(strings.TrimLeft(o.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	return row
}

// maxCell is how long a text in a cell gets; workbooks allow 32,767 characters.
const maxCell = 30_000

// ranges writes ascending row numbers as "2-25、31", cut where a cell would be full.
func ranges(rows []int) []string {
	var out []string
	var b strings.Builder
	for i := 0; i < len(rows); {
		j := i
		for j+1 < len(rows) && rows[j+1] == rows[j]+1 {
			j++
		}
		if b.Len() > maxCell {
			out = append(out, b.String())
			b.Reset()
		}
		if b.Len() > 0 {
			b.WriteString("、")
		}
		b.WriteString(strconv.Itoa(rows[i]))
		if j > i {
			b.WriteString("-" + strconv.Itoa(rows[j]))
		}
		i = j + 1
	}
	return append(out, b.String())
}

var severityTitles = map[fazhi.Severity]string{fazhi.Error: "错误", fazhi.Warning: "警告", fazhi.Notice: "提示"}

// maxIssueRows is how many issues the workbook lists; issues.txt has all.
const maxIssueRows = 20_000

func issuesSheet(issues fazhi.Issues) table.Sheet {
	s := table.Sheet{Name: "问题", Columns: []table.Column{
		text("程度", 6), text("代码", 24), text("文件", 16), text("工作表", 16), text("单元格", 8), text("问题", 50), text("依据", 30),
	}}
	for n, i := range issues {
		if n == maxIssueRows {
			s.Rows = append(s.Rows, []any{nil, nil, nil, nil, nil, "其余见 " + issuesFile, nil})
			break
		}
		s.Rows = append(s.Rows, []any{severityTitles[i.Severity], string(i.Code), i.Origin.File, i.Origin.Sheet, i.Origin.Cell, i.Message, i.Basis})
	}
	return s
}

// issuesText writes issues.txt.
func issuesText(issues fazhi.Issues) []byte {
	if len(issues) == 0 {
		return []byte("没有发现问题。\n")
	}
	var b strings.Builder
	for _, i := range issues {
		b.WriteString(severityTitles[i.Severity] + "　" + i.String() + "\n")
	}
	return []byte(b.String())
}
