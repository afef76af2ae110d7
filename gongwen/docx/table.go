package docx

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// Measures of tables, as package layout has them.
const (
	cellPad   = 5400              // left and right of a cell's text
	tableRule = gongwen.Point / 2 // thickness of the grid
)

// tablePitch is the pitch of lines within a cell.
func tablePitch(p *gongwen.Profile) gongwen.Length { return p.SmallSize * 10 / 7 }

// A tableWriter writes one table.
type tableWriter struct {
	*writer
	block  gongwen.Table
	widths []gongwen.Length
	cells  map[cellKey][]placed
}

type cellKey struct{ row, col int }

// table writes a table. Its rows are as high as the layout has them; its header is repeated on every page.
func (w *writer) table(lines []placed) {
	first := lines[0]
	block, ok := w.bodies[first.Place.Attachment][first.Place.Block].(gongwen.Table)
	if !ok {
		return
	}
	t := &tableWriter{writer: w, block: block, cells: make(map[cellKey][]placed)}
	t.widths = t.columns()
	if t.widths == nil {
		w.stacked(lines)
		return
	}
	t.collect(lines)
	t.write(first, lines[len(lines)-1])
}

// columns returns the widths of the columns, nil if one would not hold a character: the layout then sets the cells one
// below another.
func (t *tableWriter) columns() []gongwen.Length {
	return t.block.Columns(t.p.TextWidth-tableRule, 2*cellPad+t.p.SmallSize)
}

// stacked writes cells as paragraphs.
func (w *writer) stacked(lines []placed) {
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && lines[end].Place == lines[i].Place {
			end++
		}
		pp := paragraph{look: tableText, line: w.p.LinePitch.Twips()}
		w.moveTo(lines[i], &pp)
		w.paragraph(&pp, lines[i:end])
		w.leave(lines[i:end])
		i = end
	}
}

// collect sorts the lines into cells. The header that is repeated on later pages is left out.
func (t *tableWriter) collect(lines []placed) {
	body := false
	for _, l := range lines {
		body = body || l.Place.Row > 0
		if l.Place.Row > 0 || !body && l.page == lines[0].page {
			key := cellKey{l.Place.Row, l.Place.Col}
			t.cells[key] = append(t.cells[key], l)
		}
	}
}

func (t *tableWriter) write(first, last placed) {
	var pp paragraph
	t.moveToTable(first, &pp)
	if t.afterTb || pp.pageBreak {
		t.b = append(t.b, `<w:p><w:pPr>`...)
		if pp.pageBreak {
			t.b = append(t.b, `<w:pageBreakBefore/>`...)
		}
		t.b = append(t.b, thinProperties+`</w:p>`...)
	}
	t.b = append(t.b, `<w:tbl><w:tblPr>`...)
	t.b = append(appendInt(append(t.b, `<w:tblW`...), "w:w", t.p.TextWidth.Twips()), ` w:type="dxa"/><w:tblBorders>`...)
	for _, side := range [...]string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		t.b = append(append(append(t.b, `<w:`...), side...), ` w:val="single" w:sz="4" w:space="0" w:color="auto"/>`...)
	}
	t.b = append(t.b, `</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`...)
	for _, width := range t.widths {
		t.b = append(appendInt(append(t.b, `<w:gridCol`...), "w:w", width.Twips()), `/>`...)
	}
	t.b = append(t.b, `</w:tblGrid>`...)
	for row := range len(t.block.Rows) + 1 {
		t.row(row)
	}
	t.b = append(t.b, `</w:tbl>`...)
	t.page, t.y = last.page, t.tableEnd(last)
	t.afterTb = true
}

// moveToTable writes the blank lines above a table; its first line does not stand on the grid of lines.
func (t *tableWriter) moveToTable(first placed, pp *paragraph) {
	switch {
	case first.page != t.page && t.newPage(first.Place):
		pp.pageBreak = true
	case first.page == t.page && t.last.Part == layout.PartTitle:
		t.keepBlank = true
		t.blank(1)
	}
}

// tableEnd returns the lower end of a table: its lowest rule above the next text of the page. Rows at the end may be empty.
func (t *tableWriter) tableEnd(last placed) gongwen.Length {
	limit := t.p.Top + t.p.TextHeight
	for _, l := range t.lines {
		if l.page == last.page && l.Y > last.Y && !isCell(l.Line) {
			limit = min(limit, l.Y)
		}
	}
	end := last.Y
	for _, rule := range t.pages.Pages[last.page].Rules {
		if rule.Thickness == tableRule && rule.Y1 == rule.Y2 && rule.Y1 <= limit {
			end = max(end, rule.Y1)
		}
	}
	return end - t.p.Top
}

// row writes a row. It is as high as its fullest cell needs, in whole lines of the page.
func (t *tableWriter) row(row int) {
	lines := 1
	for col := range t.widths {
		lines = max(lines, len(t.cells[cellKey{row, col}]))
	}
	air := max(t.p.LinePitch-tablePitch(t.p), 0)
	height := gongwen.Length(lines)*tablePitch(t.p) + air
	height = (height + t.p.LinePitch - 1) / t.p.LinePitch * t.p.LinePitch
	if row == 0 {
		height -= 2 * tableRule // for the rules above and below the rows of a full page
	}
	t.b = append(t.b, `<w:tr><w:trPr>`...)
	rule := "atLeast"
	if height <= t.p.TextHeight {
		t.b = append(t.b, `<w:cantSplit/>`...)
		rule = "exact"
	}
	t.b = appendInt(append(t.b, `<w:trHeight`...), "w:val", min(height, t.p.TextHeight).Twips())
	t.b = append(append(append(t.b, ` w:hRule="`...), rule...), `"/>`...)
	if row == 0 {
		t.b = append(t.b, `<w:tblHeader/>`...)
	}
	t.b = append(t.b, `</w:trPr>`...)
	for col := range t.widths {
		t.cell(row, col)
	}
	t.b = append(t.b, `</w:tr>`...)
}

func (t *tableWriter) cell(row, col int) {
	t.b = append(appendInt(append(t.b, `<w:tc><w:tcPr><w:tcW`...), "w:w", t.widths[col].Twips()),
		` w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`...)
	pp := paragraph{look: tableText, room: t.widths[col] - 2*cellPad, keepNext: row == 0 || t.closing && row >= len(t.block.Rows)-1}
	switch {
	case row == 0:
		pp.jc = "center"
	case col < len(t.block.Right) && t.block.Right[col]:
		pp.jc = "right"
	}
	t.paragraph(&pp, t.cells[cellKey{row, col}])
	t.b = append(t.b, `</w:tc>`...)
}
