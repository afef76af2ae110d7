package docx

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// head writes the head (版头, 7.2, 10): one paragraph for each line, at the distances that the layout gives them, the red line
// as border of the last.
func (w *writer) head(lines []placed) {
	y := gongwen.Length(0)
	if w.d.Format == gongwen.Letter {
		lines, y = w.letterhead(lines)
		slices.SortStableFunc(lines, func(a, b placed) int { return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(a.Y, b.Y)) })
	}
	for i := 0; i < len(lines); {
		end := i + 1
		if lines[i].Place.Row == headJoint {
			for end < len(lines) && lines[end].Role == layout.RoleMark {
				end++
			}
			y = w.jointMark(lines[i:end], y)
			i = end
			continue
		}
		for end < len(lines) && sameRow(lines[i], lines[end]) {
			end++
		}
		row := slices.SortedFunc(slices.Values(lines[i:end]), func(a, b placed) int { return cmp.Compare(a.X, b.X) })
		y = w.headRow(row, y, end == len(lines))
		i = end
	}
	w.page, w.y = 0, y
	w.afterHead()
}

// headJoint is the row of places in the head that are names of a joint document, as package layout counts them.
const headJoint = 7

func sameRow(a, b placed) bool { return a.Y == b.Y && a.page == b.page }

// headRow writes the lines of one height, of which there are two when number and signers share it. It returns where the
// paragraph ends.
func (w *writer) headRow(row []placed, y gongwen.Length, last bool) gongwen.Length {
	first := row[0]
	pp := paragraph{look: lookOf(first.Role)}
	height := w.p.LinePitch
	if first.Role == layout.RoleMark {
		height = lineSize(first.Line) * 5 / 4
	}
	top := first.Y - w.p.Top - height*4/5
	if top < y { // no room above: a lower line
		top, height = y, max((first.Y-w.p.Top-y)*5/4, gongwen.Point)
	}
	pp.before, pp.line = (top - y).Twips(), height.Twips()
	end := top + height
	if rule, ok := w.redLine(); ok && last {
		space := max((rule.Y1-rule.Thickness/2-w.p.Top-end)/gongwen.Point, 0)
		pp.border = int(space) + 1
		end += space*gongwen.Point + rule.Thickness
	}
	switch {
	case len(row) == 1 && first.X+first.Width >= w.p.Left+w.p.TextWidth:
		pp.jc = "right"
	case len(row) > 1 || first.Role == layout.RoleSigner:
		w.tabbed(&pp, row)
		return end
	case first.Role == layout.RoleNumber || first.Role == layout.RoleSerial:
		pp.jc = "center"
	}
	w.paragraph(&pp, row)
	return end
}

// redLine returns the red line under the head (红色分隔线, 7.2.7); letters have others.
func (w *writer) redLine() (layout.Rule, bool) {
	for _, rule := range w.pages.Pages[0].Rules {
		if rule.Red && w.d.Format != gongwen.Letter {
			return rule, true
		}
	}
	return layout.Rule{}, false
}

// afterHead writes the two blank lines below the head, the first moved so that the text after them stands on its line.
func (w *writer) afterHead() {
	for _, l := range w.lines {
		if l.Place.Part == layout.PartHead || l.Place.Part == layout.PartImprint || l.page > 0 {
			continue
		}
		gap := w.top(l) - w.y
		n := w.rows(gap)
		if n == 0 {
			return
		}
		pp := paragraph{before: (gap - gongwen.Length(n)*w.p.LinePitch).Twips()}
		if pp.before < 0 {
			pp.before, pp.line = 0, w.p.LinePitch.Twips()+pp.before
		}
		w.b = append(w.b, `<w:p><w:pPr>`...)
		w.appendProperties(&pp)
		w.b = append(w.b, `</w:pPr></w:p>`...)
		w.y += gap - gongwen.Length(n-1)*w.p.LinePitch
		return
	}
}

// tabbed writes parts of a row as one paragraph, each at a tab stop.
func (w *writer) tabbed(pp *paragraph, row []placed) {
	pp.hasIndent, pp.first = true, (row[0].X - w.p.Left).Twips()
	for _, part := range row[1:] {
		pp.tabs = append(pp.tabs, tab{at: (part.X - w.p.Left).Twips()})
	}
	if last := row[len(row)-1]; len(row) > 1 && last.X+last.Width >= w.p.Left+w.p.TextWidth {
		pp.tabs[len(row)-2] = tab{at: w.p.TextWidth.Twips(), right: true}
	}
	pp.broken = true
	w.b = append(w.b, `<w:p><w:pPr>`...)
	w.appendProperties(pp)
	w.b = append(w.b, `</w:pPr>`...)
	w.run = runState{look: pp.look}
	for i := range row {
		if i > 0 {
			w.tab()
		}
		w.line(pp, row, i)
	}
	w.closeRun()
	w.b = append(w.b, `</w:p>`...)
}

// signature writes an organ, a date, or organs that stand side by side (7.3.5). The place of a line is kept from where the
// standard counts: with a seal from the right, without one from the first character of the organ.
func (w *writer) signature(lines []placed) {
	first := lines[0]
	pp := paragraph{look: lookOf(first.Role), keepNext: w.closing}
	w.moveTo(first, &pp)
	switch {
	case len(lines) == 1 && !w.d.Sign.Seal, first.Role == layout.RolePost && !(len(lines) > 1 && sameRow(first, lines[1])):
		pp.broken, pp.hasIndent, pp.left = true, true, (first.X - w.p.Left).Twips()
		pp.right = -(2 * w.p.BodySize).Twips() // LibreOffice sets dates wider
		w.paragraph(&pp, lines)
	case len(lines) == 1:
		pp.jc, pp.hasIndent = "right", true
		pp.right = max((w.p.TextWidth - (first.X - w.p.Left) - first.Width).Twips(), 0)
		w.paragraph(&pp, lines)
	case sameRow(first, lines[1]):
		w.tabbed(&pp, lines)
	default:
		pp.jc, pp.hasIndent = "center", true
		w.paragraph(&pp, lines)
	}
	w.leave(lines)
}

// lineSize returns the size of the characters of a line.
func lineSize(l *layout.Line) gongwen.Length {
	if len(l.Runs) == 0 {
		return gongwen.Point
	}
	return l.Runs[0].Size
}
