package docx

import (
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A writer writes the part word/document.xml from the lines of the layout: the lines of one text become one paragraph.
type writer struct {
	r         *Renderer
	p         *gongwen.Profile
	d         *gongwen.Document
	pages     *layout.Pages
	bodies    [][]gongwen.Block // lowered; of the document, then of the attachments
	lines     []placed
	fits      []fit // of the lines of the paragraph that is being written
	b         []byte
	page      int            // of what was written last
	y         gongwen.Length // its lower end, from the top of the type area
	last      layout.Place   // of what was written last
	wrote     bool           // anything
	afterTb   bool           // the last thing was a table
	keepBlank bool           // blank lines stay with what follows
	closing   bool           // what is written now stays with the part of the closing that follows
	run       runState
}

// A placed line is a line and the page on which it stands.
type placed struct {
	*layout.Line
	page int
}

// appendDocument appends the part word/document.xml.
func (r *Renderer) appendDocument(b []byte, d *gongwen.Document, pages *layout.Pages) ([]byte, error) {
	w := &writer{r: r, p: &r.profile, d: d, pages: pages, b: b}
	if err := w.lower(); err != nil {
		return b, err
	}
	w.lines = make([]placed, 0, 32*len(pages.Pages))
	for page := range pages.Pages {
		lines := pages.Pages[page].Lines
		for i := range lines {
			if lines[i].Role != layout.RolePageNumber {
				w.lines = append(w.lines, placed{&lines[i], page})
			}
		}
	}
	w.b = append(w.b, xmlHeader+`<w:document xmlns:w="`+nsMain+`" xmlns:r="`+nsRel+`"><w:body>`...)
	for i := 0; i < len(w.lines); {
		end := w.unit(i)
		w.closing = end < len(w.lines) && isClosing(w.lines[end].Place.Part)
		w.write(w.lines[i:end])
		i = end
	}
	w.finish()
	w.b = r.appendSection(w.b)
	return append(w.b, `</w:body></w:document>`...), nil
}

func (w *writer) lower() error {
	w.bodies = make([][]gongwen.Block, 1+len(w.d.Attachments))
	for i := range w.bodies {
		body := w.d.Body
		if i > 0 {
			body = w.d.Attachments[i-1].Body
		}
		var err error
		if w.bodies[i], err = gongwen.Lower(body); err != nil {
			return err
		}
	}
	return nil
}

// unit returns the end of the lines that are written together with line i: a whole head, imprint or table, the parts of a
// row of signatures, or the lines of one text.
func (w *writer) unit(i int) int {
	first := w.lines[i]
	same := func(l placed) bool { return l.Place == first.Place }
	switch {
	case first.Place.Part == layout.PartHead || first.Place.Part == layout.PartImprint:
		same = func(l placed) bool { return l.Place.Part == first.Place.Part }
	case first.Place.Part == layout.PartSign:
		same = func(l placed) bool {
			return l.Place == first.Place || l.Place.Part == layout.PartSign && l.Y == first.Y && l.page == first.page
		}
	case isCell(first.Line):
		same = func(l placed) bool {
			return isCell(l.Line) && l.Place.Block == first.Place.Block && l.Place.Attachment == first.Place.Attachment
		}
	}
	for i < len(w.lines) && same(w.lines[i]) {
		i++
	}
	return i
}

// isClosing reports whether a part stays with the last lines of the text: no page holds a signature alone (7.3.5).
func isClosing(p layout.Part) bool {
	return p == layout.PartAttachmentNote || p == layout.PartSign || p == layout.PartNote
}

func isCell(l *layout.Line) bool {
	return l.Role == layout.RoleTableHeader || l.Role == layout.RoleTableCell
}

func (w *writer) write(lines []placed) {
	switch first := lines[0]; {
	case first.Place.Part == layout.PartHead:
		w.head(lines)
	case first.Place.Part == layout.PartImprint:
		w.imprint(lines)
	case first.Place.Part == layout.PartSign:
		w.signature(lines)
	case isCell(first.Line):
		w.table(lines)
	default:
		w.text(lines)
	}
	w.wrote = true
	w.last = lines[len(lines)-1].Place
}

// text writes the lines of one text as a paragraph.
func (w *writer) text(lines []placed) {
	first := lines[0]
	pp := paragraph{look: lookOf(first.Role), keepNext: w.closing}
	pp.widow = w.closing && first.Place.Part == layout.PartBody
	w.moveTo(first, &pp)
	switch first.Place.Part {
	case layout.PartTitle:
		pp.broken = len(lines) <= mostTitleLines
	case layout.PartBody:
		w.bodyForm(first, &pp)
	}
	if pp.jc == "" && !looks[pp.look].centred {
		w.indents(lines, &pp)
	}
	w.paragraph(&pp, lines)
	w.leave(lines)
}

// mostTitleLines is the number of lines up to which a title is broken where the layout breaks it.
const mostTitleLines = 8

// bodyForm takes over what the block says: how a paragraph is set, and that a heading runs in.
func (w *writer) bodyForm(first placed, pp *paragraph) {
	blocks := w.bodies[first.Place.Attachment]
	switch b := blocks[first.Place.Block].(type) {
	case gongwen.Heading:
		if _, ok := next(blocks, first.Place.Block).(gongwen.Paragraph); ok && b.RunIn {
			pp.look = bodyText
		}
	case gongwen.Paragraph:
		switch b.Align {
		case gongwen.Centered:
			pp.jc, pp.hasIndent = "center", true
		case gongwen.RightAligned:
			pp.jc, pp.hasIndent = "right", true
		}
	}
}

func next(blocks []gongwen.Block, i int) gongwen.Block {
	if i+1 < len(blocks) {
		return blocks[i+1]
	}
	return nil
}

// indents sets the indents of a paragraph from where its lines begin, if they are not those of its style.
func (w *writer) indents(lines []placed, pp *paragraph) {
	x := lines[0].X - w.p.Left
	left := gongwen.Length(0)
	if len(lines) > 1 {
		left = lines[1].X - w.p.Left
	}
	pp.left, pp.first = left.Twips(), (x - left).Twips()
	usual := 0
	if looks[pp.look].indent {
		usual = (2 * (w.p.BodySize + w.p.CharSpacing)).Twips()
	}
	pp.hasIndent = pp.left != 0 || pp.first != usual
}

// top returns how far below the top of the type area the line box of a line begins.
func (w *writer) top(l placed) gongwen.Length { return l.Y - w.p.LinePitch*4/5 - w.p.Top }

// leave notes where the written lines end.
func (w *writer) leave(lines []placed) {
	last := lines[len(lines)-1]
	w.page, w.y = last.page, w.top(last)+w.p.LinePitch
	w.afterTb = false
}

// moveTo writes the blank lines between what was written and a line, and decides whether its paragraph begins a page.
func (w *writer) moveTo(to placed, pp *paragraph) {
	w.keepBlank = isClosing(to.Place.Part) || w.last.Part == layout.PartTitle
	top := w.top(to)
	if to.page == w.page {
		w.blank(w.rows(top - w.y))
		return
	}
	blank := w.rows(top)
	switch {
	case w.newPage(to.Place):
		pp.pageBreak = true
	case blanksBefore(w.last.Part, to.Place.Part) > blank:
		blank = min(blanksBefore(w.last.Part, to.Place.Part), blank+w.rows(w.p.TextHeight-w.y))
	}
	w.blank(blank)
}

// rows returns how many whole lines a height holds.
func (w *writer) rows(height gongwen.Length) int {
	return int((height + w.p.LinePitch/8) / w.p.LinePitch)
}

// blanksBefore returns how many blank lines the layout has between two parts.
func blanksBefore(from, to layout.Part) int {
	if to == layout.PartAttachmentNote && from != to || to == layout.PartSign && from != to {
		return 1
	}
	if from == layout.PartTitle && to != from || from == layout.PartAttachmentLabel {
		return 1
	}
	return 0
}

// newPage reports whether the document itself begins a page before a place.
func (w *writer) newPage(to layout.Place) bool {
	if to.Part == layout.PartAttachmentLabel {
		return true
	}
	if to.Part != layout.PartBody || len(w.bodies) <= to.Attachment {
		return false
	}
	blocks := w.bodies[to.Attachment]
	from := 0
	if w.last.Part == layout.PartBody && w.last.Attachment == to.Attachment {
		from = w.last.Block
	}
	for i := from; i < to.Block && i < len(blocks); i++ {
		if _, ok := blocks[i].(gongwen.PageBreak); ok {
			return true
		}
	}
	return false
}

// blank writes empty lines, as a clerk does.
func (w *writer) blank(n int) {
	for range n {
		if w.keepBlank {
			w.b = append(w.b, `<w:p><w:pPr><w:keepNext/></w:pPr></w:p>`...)
		} else {
			w.b = append(w.b, `<w:p/>`...)
		}
		w.afterTb = false
	}
}

// finish sees to it that the body ends in a paragraph, and writes an empty last page if the layout has one.
func (w *writer) finish() {
	switch {
	case len(w.pages.Pages)-1 > w.page:
		w.b = append(w.b, `<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>`...)
	case w.afterTb:
		w.b = append(w.b, thinParagraph...)
	case !w.wrote:
		w.blank(1)
	}
}

// thinParagraph stands where a paragraph must be and none should be seen: after a table at the end, between two tables.
const thinParagraph = `<w:p><w:pPr>` + thinProperties + `</w:p>`

const thinProperties = `<w:spacing w:line="10" w:lineRule="exact"/></w:pPr>`
