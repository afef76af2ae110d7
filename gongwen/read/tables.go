package read

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// mostColumns is how many columns a table may have; Word allows 63.
const mostColumns = 63

// table reads a table. Its first row becomes the header; merged cells are taken apart into empty ones. A table that only
// holds the imprint (版记) becomes the lines of it.
func (w *word) table(n *ooxml.Node) {
	w.seen++
	cell := "第" + strconv.Itoa(w.seen) + "段"
	if w.jointMark(n, cell) {
		return
	}
	merged := w.count[CodeTable]
	rows := w.tableRows(n)
	if len(rows) == 0 {
		return
	}
	if lines, ok := imprintLines(rows); ok {
		w.count[CodeTable] = merged
		for _, line := range lines {
			w.pieces = append(w.pieces, newPiece([]gongwen.Span{gongwen.Text(line)}, cell))
		}
		return
	}
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	t := gongwen.Table{Landscape: w.landscape[n], Widths: widths(n, columns)}
	for i := range columns {
		t.Header = append(t.Header, nil)
		if i < len(rows[0]) {
			t.Header[i] = rows[0][i]
		}
	}
	t.Rows = rows[1:]
	w.pieces = append(w.pieces, piece{block: t, cell: cell})
}

// tableRows reads the rows that are not deleted.
func (w *word) tableRows(n *ooxml.Node) [][][]gongwen.Span {
	var rows [][][]gongwen.Span
	for _, tr := range unwrap(n, "w:tr") {
		props := tr.Child("w:trPr")
		if props.Child("w:ins") != nil {
			w.count[CodeRevisions]++
		}
		if props.Child("w:del") != nil {
			w.count[CodeRevisions]++
			continue
		}
		var row [][]gongwen.Span
		for _, tc := range unwrap(tr, "w:tc") {
			if w.revised(tc) {
				continue
			}
			row = append(row, w.cells(tc)...)
			if len(row) >= mostColumns {
				row = row[:mostColumns]
				break
			}
		}
		if len(row) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// revised counts the tracked changes of a cell itself, and reports whether it was deleted.
func (w *word) revised(tc *ooxml.Node) bool {
	props := tc.Child("w:tcPr")
	for _, change := range [...]string{"w:cellIns", "w:cellDel", "w:cellMerge"} {
		if props.Child(change) != nil {
			w.count[CodeRevisions]++
		}
	}
	return props.Child("w:cellDel") != nil
}

// cells returns a cell, and empty ones for the further columns that it covers.
func (w *word) cells(tc *ooxml.Node) [][]gongwen.Span {
	props := tc.Child("w:tcPr")
	span, _ := strconv.Atoi(props.Child("w:gridSpan").Get("w:val")) // what is no number spans nothing
	span = max(1, min(span, mostColumns))
	merge := props.Child("w:vMerge")
	if span > 1 || merge != nil && merge.Get("w:val") == "restart" {
		w.count[CodeTable]++
	}
	out := make([][]gongwen.Span, span)
	if merge != nil && merge.Get("w:val") != "restart" {
		return out
	}
	if tc.Child("w:tbl") != nil {
		w.count[CodeTable]++
	}
	if text := w.cellText(tc); text != "" {
		out[0] = []gongwen.Span{gongwen.Text(text)}
	}
	return out
}

// cellText reads the paragraphs of a cell and joins them.
func (w *word) cellText(tc *ooxml.Node) string {
	var texts []string
	for _, p := range w.cellPieces(tc) {
		if p.block == nil {
			texts = append(texts, p.text)
		} else {
			w.count[CodePicture]++
		}
	}
	return strings.TrimSpace(strings.Join(texts, "　"))
}

// cellPieces reads the paragraphs of a cell as those of the text are read.
func (w *word) cellPieces(tc *ooxml.Node) []piece {
	pieces, para := w.pieces, w.para
	w.pieces, w.para = nil, paragraph{}
	for i, n := range tc.Nodes {
		if n.Name == "w:tbl" {
			w.flush()
			w.pieces = append(w.pieces, newPiece([]gongwen.Span{gongwen.Text(printedText(n))}, ""))
			continue
		}
		w.blocks(tc.Nodes[i : i+1])
	}
	w.flush()
	read := w.pieces
	w.pieces, w.para = pieces, para
	return read
}

// unwrap returns the elements of a name below n, also where they stand in containers for content.
func unwrap(n *ooxml.Node, name string) []*ooxml.Node {
	var out []*ooxml.Node
	for _, c := range n.Nodes {
		switch c.Name {
		case name:
			out = append(out, c)
		case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo":
			out = append(out, unwrap(c, name)...)
		case "mc:AlternateContent":
			if one := chosen(c); one != nil {
				out = append(out, unwrap(one, name)...)
			}
		}
	}
	return out
}

// widths returns the widths of the columns, nil if the file does not give one for each.
func widths(n *ooxml.Node, columns int) []int {
	var out []int
	for col := range n.Child("w:tblGrid").Children("w:gridCol") {
		v, err := strconv.Atoi(col.Get("w:w"))
		if err != nil || v <= 0 || v > 1_000_000 {
			return nil
		}
		out = append(out, v)
	}
	if len(out) != columns {
		return nil
	}
	return out
}

// imprintLines returns the lines of a table that holds the imprint and nothing else.
func imprintLines(rows [][][]gongwen.Span) (lines []string, ok bool) {
	if len(rows) > 4 {
		return nil, false
	}
	for _, row := range rows {
		var cells []string
		for _, c := range row {
			if text := gongwen.PlainText(c); text != "" {
				cells = append(cells, text)
			}
		}
		line := strings.Join(cells, "　")
		p := newPiece([]gongwen.Span{gongwen.Text(line)}, "")
		_, _, isPrinted := printed(p)
		if !isPrinted && !isCopyTo(p) {
			return nil, false
		}
		lines = append(lines, line)
	}
	return lines, true
}

// landscapeTables finds the tables in sections whose paper lies on its side.
func landscapeTables(body *ooxml.Node) map[*ooxml.Node]bool {
	turned := make(map[*ooxml.Node]bool)
	var tables []*ooxml.Node
	for _, n := range body.Nodes {
		section := n.Child("w:pPr", "w:sectPr")
		switch n.Name {
		case "w:tbl":
			tables = append(tables, n)
		case "w:sectPr":
			section = n
		}
		if section == nil {
			continue
		}
		for _, t := range tables {
			turned[t] = section.Child("w:pgSz").Get("w:orient") == "landscape"
		}
		tables = nil
	}
	return turned
}

// printedText returns the text of paragraphs that stand apart: of a note, a text box, a table within a table. What was
// deleted is not printed.
func printedText(n *ooxml.Node) string {
	var b strings.Builder
	n.Walk(func(c *ooxml.Node) bool {
		switch c.Name {
		case "w:del", "w:moveFrom", "w:instrText":
			return false
		case "mc:AlternateContent":
			if one := chosen(c); one != nil {
				b.WriteString(printedText(one))
			}
			return false
		case "w:t":
			b.WriteString(strings.Map(printable, c.Content()))
			return false
		case "w:tab", "w:br":
			b.WriteByte(' ')
		case "w:p", "w:tc":
			if b.Len() > 0 {
				b.WriteString(" ")
			}
		}
		return true
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// hasWords reports whether a text has more than a page number.
func hasWords(text string) bool {
	return strings.Trim(text, "0123456789-—–－·第页共 　") != ""
}
