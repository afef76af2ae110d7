package html

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// writeTable writes a table in a region of its own, which scrolls by mouse, finger and keyboard where the table is wider than
// the screen.
func (w *writer) writeTable(t gongwen.Table) {
	w.table++
	class := "scroll"
	if t.Landscape {
		class = "scroll turned"
	}
	w.put(`<section class="` + class + `" tabindex="0" aria-label="表格`)
	w.int(w.table)
	if t.Caption != "" {
		w.put(`：`)
		w.text(t.Caption)
	}
	w.put("\">\n<table>\n")
	if t.Caption != "" {
		w.element("caption", "", t.Caption)
	}
	w.columns(t)
	w.put("<thead>\n")
	w.row(t, t.Header, true)
	w.put("</thead>\n")
	if len(t.Rows) > 0 {
		w.put("<tbody>\n")
		for _, row := range t.Rows {
			w.row(t, row, false)
		}
		w.put("</tbody>\n")
	}
	w.put("</table>\n</section>\n")
}

// columns writes the shares of the columns.
func (w *writer) columns(t gongwen.Table) {
	if t.Widths == nil {
		return
	}
	total := 0.0
	for _, n := range t.Widths {
		total += float64(n)
	}
	w.put("<colgroup>")
	for _, n := range t.Widths {
		w.put(`<col style="width:`)
		w.b = strconv.AppendFloat(w.b, float64(n)/total*100, 'f', 2, 64)
		w.put(`%">`)
	}
	w.put("</colgroup>\n")
}

// row writes the cells of a row. Rows shorter than the header end in empty cells; an empty cell is no header.
func (w *writer) row(t gongwen.Table, cells [][]gongwen.Span, header bool) {
	w.put("<tr>")
	for i := range t.Header {
		var cell []gongwen.Span
		if i < len(cells) {
			cell = cells[i]
		}
		tag, attributes := "td", ""
		if header && strings.TrimSpace(gongwen.PlainText(cell)) != "" {
			tag, attributes = "th", ` scope="col"`
		}
		if i < len(t.Right) && t.Right[i] {
			attributes += ` class="r"`
		}
		w.put("<" + tag + attributes + ">")
		w.spans(cell)
		w.put("</" + tag + ">")
	}
	w.put("</tr>\n")
}
