package docx

import "github.com/fazhi-go/fazhi/gongwen"

// imprint writes the imprint (版记, 7.4) as a table that floats at the foot of the type area, so that its last rule lies
// on it. The paragraph after the table, of no height, holds it on its page.
func (w *writer) imprint(lines []placed) {
	first := lines[0]
	if w.fresh { // LibreOffice puts a floating table that begins a section on the page before
		w.b = append(w.b, thinParagraph...)
	}
	rows := w.imprintRows(lines)
	left, right := w.imprintColumns(rows)
	w.openImprint(left, right)
	for i := range rows {
		rows[i].first = i == 0
		rows[i].joined = i > 0 && rows[i-1].joins(&rows[i])
		rows[i].open = i+1 < len(rows) && rows[i].joins(&rows[i+1])
		w.imprintRow(&rows[i], left, right)
	}
	w.b = append(w.b, `</w:tbl><w:p><w:pPr>`...)
	if first.page != w.page {
		w.b = append(w.b, `<w:pageBreakBefore/>`...)
	}
	w.b = append(w.b, thinProperties+`</w:p>`...)
	w.page, w.afterTb = first.page, false
}

// openImprint begins the table.
func (w *writer) openImprint(left, right gongwen.Length) {
	w.b = append(w.b, `<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="margin" w:horzAnchor="page"`...)
	w.b = appendInt(w.b, "w:tblpX", w.p.Left.Twips())
	w.b = append(w.b, ` w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>`...)
	w.b = append(appendInt(append(w.b, `<w:tblW`...), "w:w", w.p.TextWidth.Twips()), ` w:type="dxa"/><w:tblBorders>`...)
	if w.d.Format != gongwen.Letter { // that of a letter has no rules (10.1)
		w.appendRule("top", w.p.ThickRule)
		w.appendRule("bottom", w.p.ThickRule)
		w.appendRule("insideH", w.p.ThinRule)
	}
	w.b = append(w.b, `</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>`+
		`<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`...)
	w.b = append(appendInt(append(w.b, `<w:gridCol`...), "w:w", left.Twips()), `/>`...)
	w.b = append(appendInt(append(w.b, `<w:gridCol`...), "w:w", right.Twips()), `/></w:tblGrid>`...)
}

// An imprintRow is an element of the imprint: the list of copies, or printer and date.
type imprintRow struct {
	left, right []placed
	lines       int
	first       bool
	joined      bool // no rule above it
	open        bool // no rule below it
}

// joins reports whether no rule stands between two rows: addressees who were moved here (7.3.2) and copies are one list
// (7.4.2).
func (r *imprintRow) joins(next *imprintRow) bool {
	return len(r.left) > 0 && r.left[0].Place.Row == imprintTo && len(next.left) > 0 && next.left[0].Place.Row == imprintCopies
}

// imprintRows sorts the lines into the rows of the table. The date stands beside the printer unless it has a line of its
// own.
func (w *writer) imprintRows(lines []placed) []imprintRow {
	var rows []imprintRow
	for _, l := range lines {
		n := len(rows)
		switch {
		case n > 0 && len(rows[n-1].left) > 0 && rows[n-1].left[0].Place == l.Place:
			rows[n-1].left = append(rows[n-1].left, l)
			rows[n-1].lines++
		case l.Place.Row == imprintDate && n > 0 && rows[n-1].left[0].Place.Row == imprintPrinter:
			row := &rows[n-1]
			row.right = append(row.right, l)
			if l.Y != row.left[len(row.left)-1].Y {
				row.lines++
			}
		case l.Place.Row == imprintDate:
			rows = append(rows, imprintRow{right: []placed{l}, lines: 1})
		default:
			rows = append(rows, imprintRow{left: []placed{l}, lines: 1})
		}
	}
	return rows
}

// Rows of places in the imprint, as package layout counts them.
const (
	imprintCopies  = 0
	imprintPrinter = 1
	imprintDate    = 2
	imprintTo      = 3
)

// imprintColumns returns the widths of the columns: the second holds the date.
func (w *writer) imprintColumns(rows []imprintRow) (left, right gongwen.Length) {
	right = 8 * w.p.SmallSize
	for i := range rows {
		for _, l := range rows[i].right {
			right = l.Width + 2*w.p.SmallSize
		}
	}
	right = min(right, w.p.TextWidth-2*w.p.SmallSize)
	return w.p.TextWidth - right, right
}

func (w *writer) appendRule(side string, thickness gongwen.Length) {
	w.b = append(append(append(w.b, `<w:`...), side...), ` w:val="single"`...)
	w.b = appendInt(w.b, "w:sz", max(2, int((thickness*8+gongwen.Point/2)/gongwen.Point)))
	w.b = append(w.b, ` w:space="0" w:color="auto"/>`...)
}

// imprintRow writes a row. The first leaves room for the rules above and below the table: LibreOffice moves an imprint that
// is higher than the lines it stands for to a page of its own.
func (w *writer) imprintRow(row *imprintRow, left, right gongwen.Length) {
	height := gongwen.Length(row.lines) * w.p.LinePitch
	if row.first {
		height -= 2*w.p.ThickRule + gongwen.Point
	}
	w.b = appendInt(append(w.b, `<w:tr><w:trPr><w:cantSplit/><w:trHeight`...), "w:val", height.Twips())
	w.b = append(w.b, ` w:hRule="exact"/></w:trPr>`...)
	if len(row.right) == 0 {
		w.imprintCell(row, w.p.TextWidth, true)
	} else {
		w.imprintCell(row, left, false)
		w.imprintDate(row, right)
	}
	w.b = append(w.b, `</w:tr>`...)
}

func (w *writer) openImprintCell(row *imprintRow, width gongwen.Length, span bool) {
	w.b = append(appendInt(append(w.b, `<w:tc><w:tcPr><w:tcW`...), "w:w", width.Twips()), ` w:type="dxa"/>`...)
	if span {
		w.b = append(w.b, `<w:gridSpan w:val="2"/>`...)
	}
	switch {
	case row.joined:
		w.b = append(w.b, `<w:tcBorders><w:top w:val="nil"/></w:tcBorders>`...)
	case row.open:
		w.b = append(w.b, `<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>`...)
	}
	w.b = append(w.b, `<w:vAlign w:val="center"/></w:tcPr>`...)
}

// imprintCell writes the list of copies or the printer, one character from the left; lines after the first begin where
// the layout has them.
func (w *writer) imprintCell(row *imprintRow, width gongwen.Length, span bool) {
	lines := row.left
	w.openImprintCell(row, width, span)
	pp := paragraph{look: imprintText, hasIndent: true, left: w.p.SmallSize.Twips()}
	if span {
		pp.right = w.p.SmallSize.Twips()
	}
	pp.room = width - 2*w.p.SmallSize
	if len(lines) > 1 {
		pp.line = w.p.LinePitch.Twips()
		pp.left = (lines[1].X - w.p.Left).Twips()
		pp.first = (lines[0].X - lines[1].X).Twips()
		pp.room = 0
	}
	w.paragraph(&pp, lines)
	w.b = append(w.b, `</w:tc>`...)
}

func (w *writer) imprintDate(row *imprintRow, width gongwen.Length) {
	w.openImprintCell(row, width, false)
	pp := paragraph{look: imprintText, jc: "right", hasIndent: true, right: w.p.SmallSize.Twips()}
	w.paragraph(&pp, row.right)
	w.b = append(w.b, `</w:tc>`...)
}
