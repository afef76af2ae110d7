package narrative

import (
	"regexp"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
)

// delimiterRow is the second line of a table: | --- | ---: |.
var delimiterRow = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)

// findTable returns the index of the line that is the header of a table, as GitHub reads them: the line after it has a
// dash for each of its cells.
func findTable(lines []textLine) (head int, ok bool) {
	for i := 1; i < len(lines); i++ {
		if row := lines[i].text; strings.Contains(row, "|") && delimiterRow.MatchString(row) &&
			len(cells(row)) == len(cells(lines[i-1].text)) {
			return i - 1, true
		}
	}
	return 0, false
}

// table reads a header, a delimiter row and the rows after it. A row longer than the header is an issue.
func (m *markdown) table(lines []textLine) []report.Item {
	in := newInline(m.reader, lines[0].line)
	read := func(l textLine) [][]gongwen.Span {
		var out [][]gongwen.Span
		for _, c := range cells(l.text) {
			out = append(out, in.read([]textLine{{c, l.line}}))
		}
		return out
	}
	out := gongwen.Table{Header: read(lines[0])}
	for _, c := range cells(lines[1].text) {
		out.Right = append(out.Right, strings.HasSuffix(c, ":") && !strings.HasPrefix(c, ":"))
	}
	for _, l := range lines[2:] {
		row := read(l)
		if len(row) > len(out.Header) {
			m.report(CodeMarkdown, fazhi.Error, l.line, "表格这一行的列比表头多")
		}
		out.Rows = append(out.Rows, row)
	}
	return in.item(out)
}

// cells cuts a row at its bars. A bar after a backslash and one within a placeholder belong to the cell; both are the
// same there.
func cells(row string) []string {
	row = strings.TrimPrefix(strings.TrimSpace(row), "|")
	var out []string
	var cell strings.Builder
	open := false // a bar belongs to a placeholder
	for i := 0; i < len(row); i++ {
		switch c := row[i]; {
		case c == '\\' && i+1 < len(row):
			if row[i+1] != '|' {
				cell.WriteByte(c)
			}
			i++
			cell.WriteByte(row[i])
		case c == '|' && !open:
			out = append(out, strings.TrimSpace(cell.String()))
			cell.Reset()
		default:
			if strings.HasPrefix(row[i:], "{{") {
				open = placeholderEnd(row[i:]) > 0
			} else if strings.HasPrefix(row[i:], "}}") {
				open = false
			}
			cell.WriteByte(c)
		}
	}
	if last := strings.TrimSpace(cell.String()); last != "" || len(out) == 0 {
		out = append(out, last)
	}
	return out
}
