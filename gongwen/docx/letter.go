package docx

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// letterhead writes what of a letter (信函, 10.1) stands outside of the type area, or reaches beyond it: the mark in a text box
// and the red double rules as shapes, all held by a paragraph of no height at the top of the first page. It returns the
// lines of the head that are left, and how far down the paragraph reaches.
func (w *writer) letterhead(lines []placed) ([]placed, gongwen.Length) {
	w.b = append(w.b, `<w:p><w:pPr>`+thinProperties+`<w:r>`...)
	var rest []placed
	for _, l := range lines {
		if l.Role == layout.RoleMark && l.page == 0 {
			w.letterMark(l)
		} else {
			rest = append(rest, l)
		}
	}
	for _, rule := range w.pages.Pages[0].Rules {
		if rule.Red {
			s := shape{
				id: w.nextShape(), name: "红色双线", x: rule.X1, y: rule.Y1 - rule.Thickness/2, width: rule.X2 - rule.X1,
				height: rule.Thickness, rule: true, colour: w.p.Red,
			}
			w.b = s.appendAnchor(w.b, nil)
		}
	}
	w.b = append(w.b, `</w:r></w:p>`...)
	return rest, thin
}

// letterMark writes a line of the mark.
func (w *writer) letterMark(l placed) {
	height := lineSize(l.Line) * 5 / 4
	box := shape{
		id: w.nextShape(), name: "发文机关标志", x: w.p.Left, y: l.Y - height*4/5, width: w.p.TextWidth, height: height,
	}
	w.b = box.appendAnchor(w.b, func(b []byte) []byte {
		w.b = b
		w.paragraph(&paragraph{look: mark, line: height.Twips()}, []placed{l})
		return w.b
	})
}

// jointMark writes the mark of a joint document (联合行文, 7.2.4) as a table without rules: the names one below another, and 文件
// in the middle of their height. It returns where the table ends.
func (w *writer) jointMark(lines []placed, y gongwen.Length) gongwen.Length {
	names := lines
	for len(names) > 0 && names[len(names)-1].Place.Row != headJoint {
		names = names[:len(names)-1]
	}
	const air = 2 * gongwen.Point // beside the text of a cell
	first, width, word := names[0], gongwen.Length(0), lines[len(names):]
	for _, l := range names {
		width = max(width, l.Width-l.Runs[len(l.Runs)-1].Spacing)
	}
	pitch := lineSize(first.Line) * 5 / 4
	top := first.Y - w.p.Top - pitch*4/5
	if top > y {
		w.b = appendInt(append(w.b, `<w:p><w:pPr><w:spacing`...), "w:line", (top - y).Twips())
		w.b = append(w.b, ` w:lineRule="exact"/></w:pPr></w:p>`...)
	}
	left, right := width+2*air, gongwen.Length(0)
	if len(word) > 0 {
		right = word[0].X - first.X - left + word[0].Width + 6*air
	}
	height := gongwen.Length(len(names)) * pitch
	w.openJointTable(first.X-w.p.Left-air, left, right, height)
	w.jointCell(names, left, pitch, air)
	if len(word) > 0 {
		w.jointCell(word, right, pitch, max(word[0].X-first.X-left+air, 0))
	}
	w.b = append(w.b, `</w:tr></w:tbl>`...)
	return max(top, y) + height
}

// openJointTable begins the table, and its only row.
func (w *writer) openJointTable(indent, left, right, height gongwen.Length) {
	w.b = appendInt(append(w.b, `<w:tbl><w:tblPr><w:tblW`...), "w:w", (left + right).Twips())
	w.b = appendInt(append(w.b, ` w:type="dxa"/><w:tblInd`...), "w:w", indent.Twips())
	w.b = append(w.b, ` w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>`+
		`<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`...)
	for _, width := range [...]gongwen.Length{left, right} {
		if width > 0 {
			w.b = append(appendInt(append(w.b, `<w:gridCol`...), "w:w", width.Twips()), `/>`...)
		}
	}
	w.b = appendInt(append(w.b, `</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:trHeight`...), "w:val", height.Twips())
	w.b = append(w.b, ` w:hRule="exact"/></w:trPr>`...)
}

// jointCell writes a cell with a paragraph for each line.
func (w *writer) jointCell(lines []placed, width, pitch, indent gongwen.Length) {
	w.b = appendInt(append(w.b, `<w:tc><w:tcPr><w:tcW`...), "w:w", width.Twips())
	w.b = append(w.b, ` w:type="dxa"/><w:noWrap/><w:vAlign w:val="center"/></w:tcPr>`...)
	for i := range lines {
		pp := paragraph{look: mark, line: pitch.Twips(), jc: "left", hasIndent: true, left: indent.Twips()}
		w.paragraph(&pp, lines[i:i+1])
	}
	w.b = append(w.b, `</w:tc>`...)
}
