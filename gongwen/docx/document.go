package docx

import (
	"slices"

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
	images    []medium
	shapes    int   // how many drawings were written
	entries   int   // of the outline that were written
	noted     bool  // there are notes
	marks     int   // bookmarks of notes that were written
	cuts      []cut // of the paragraph that is being written, lineCuts of its line
	lineCuts  []cut
	toc       bool    // there is a table of contents
	sections  int     // that were ended
	fresh     bool    // a section begins
	turned    bool    // the pages that are being written are turned
	nudges    []nudge // of the lines of the paragraph that is being written
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

// A placed line is a line, or a picture, and the page on which it stands.
type placed struct {
	*layout.Line
	page int
	pic  *layout.Picture
}

// A written document is the part word/document.xml, the files of its images, and whether it needs more parts than every file
// has.
type written struct {
	xml    []byte
	images []medium
	rare   bool
}

// appendDocument appends the part word/document.xml to a buffer.
func (r *Renderer) appendDocument(b []byte, d *gongwen.Document, pages *layout.Pages) (written, error) {
	w := &writer{r: r, p: &r.profile, d: d, pages: pages, b: b}
	if err := w.lower(); err != nil {
		return written{xml: b}, err
	}
	w.collect()
	w.b = append(w.b, xmlHeader+`<w:document xmlns:w="`+nsMain+`" xmlns:r="`+nsRel+`" xmlns:mc="`+nsChoice+`" xmlns:wp14="`+
		nsWord2010+`" mc:Ignorable="wp14"><w:body>`...)
	rare := d.Format == gongwen.Letter
	for i := 0; i < len(w.lines); {
		end := w.unit(i)
		w.closing = w.staysWith(end)
		if w.lines[i].Turned != w.turned {
			rare = true
			w.turn(w.lines[i].page)
		}
		w.write(w.lines[i:end])
		i = end
	}
	w.finish()
	w.b = r.appendSection(w.b, w.section())
	w.b = append(w.b, `</w:body></w:document>`...)
	return written{w.b, w.images, rare || len(w.images) > 0}, nil
}

// collect lists the lines and pictures of all pages in reading order.
func (w *writer) collect() {
	w.lines = make([]placed, 0, 32*len(w.pages.Pages))
	for page := range w.pages.Pages {
		p := &w.pages.Pages[page]
		pics := p.Pictures
		for i := 0; i <= len(p.Lines); i++ {
			for len(pics) > 0 && pics[0].Before <= i {
				w.lines = append(w.lines, placed{w.rowOf(&pics[0]), page, &pics[0]})
				pics = pics[1:]
			}
			if i < len(p.Lines) && p.Lines[i].Role != layout.RolePageNumber {
				w.lines = append(w.lines, placed{&p.Lines[i], page, nil})
			}
		}
	}
}

// turn ends a section: what follows stands on pages that are turned, or upright again.
func (w *writer) turn(page int) {
	if w.wrote {
		w.b = append(w.b, `<w:p><w:pPr><w:spacing w:line="10" w:lineRule="exact"/>`...)
		w.b = append(w.r.appendSection(w.b, w.section()), `</w:pPr></w:p>`...)
	}
	w.turned = !w.turned
	w.p = &w.r.profile
	if w.turned {
		w.p = &w.r.turned
	}
	w.page, w.y, w.afterTb, w.sections = page, 0, false, w.sections+1
	w.fresh = true
}

// section returns the section that is being written.
func (w *writer) section() section {
	return section{turned: w.turned, bare: w.d.Format == gongwen.Letter && w.sections == 0}
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
		w.noted = w.noted || len(gongwen.Notes(w.bodies[i])) > 0
		w.toc = w.toc || slices.ContainsFunc(w.bodies[i], func(b gongwen.Block) bool {
			_, ok := b.(gongwen.Contents)
			return ok
		})
	}
	return nil
}

// unit returns the end of the lines that are written together with line i: a whole head, imprint or table, the parts of a
// row of signatures, or the lines of one text.
func (w *writer) unit(i int) int {
	first := w.lines[i]
	same := func(l placed) bool { return l.Place == first.Place }
	switch {
	case first.pic != nil:
		return i + 1
	case isContents(first.Line):
		same = func(l placed) bool {
			return isContents(l.Line) && l.Place.Block == first.Place.Block && l.Place.Attachment == first.Place.Attachment
		}
	case first.Place.Part == layout.PartHead || first.Place.Part == layout.PartImprint:
		same = func(l placed) bool { return l.Place.Part == first.Place.Part }
	case first.Place.Part == layout.PartSign:
		same = func(l placed) bool {
			return l.Place == first.Place || l.Place.Part == layout.PartSign && l.Y == first.Y && l.page == first.page
		}
	case isCell(first.Line):
		same = func(l placed) bool {
			return isCell(l.Line) && sameBlock(l, first)
		}
	}
	for i < len(w.lines) && w.lines[i].pic == nil && same(w.lines[i]) {
		i++
	}
	return i
}

// sameBlock reports whether two lines are of one block of a body.
func sameBlock(a, b placed) bool {
	return a.Place.Block == b.Place.Block && a.Place.Attachment == b.Place.Attachment
}

// isClosing reports whether a part stays with the last lines of the text: no page holds a signature alone (7.3.5).
func isClosing(p layout.Part) bool {
	return p == layout.PartAttachmentNote || p == layout.PartSign || p == layout.PartNote || p == layout.PartRolls
}

// staysWith reports whether what ends before line end stays with it: the last two lines of the text stay with what closes
// the document, if the layout has them on one page.
func (w *writer) staysWith(end int) bool {
	if end == len(w.lines) || w.lines[end].page != w.lines[end-1].page {
		return false
	}
	last := w.lines[end].Place
	if end+1 < len(w.lines) && last != w.lines[end+1].Place && (last.Part == layout.PartBody || last.Part == layout.PartNotes) {
		end++
	}
	return isClosing(w.lines[end].Place.Part)
}

func isCell(l *layout.Line) bool {
	return l.Role == layout.RoleTableHeader || l.Role == layout.RoleTableCell
}

func (w *writer) write(lines []placed) {
	switch first := lines[0]; {
	case first.pic != nil:
		w.picture(first)
	case isContents(first.Line):
		w.contents(lines)
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
	w.wrote, w.fresh = true, false
	w.last = lines[len(lines)-1].Place
}

// text writes the lines of one text as a paragraph.
func (w *writer) text(lines []placed) {
	first := lines[0]
	pp := paragraph{look: lookOf(first.Role), keepNext: w.closing}
	pp.widow = w.closing && first.Place.Part == layout.PartBody
	w.moveTo(first, &pp)
	pp.bookmark = w.bookmark(first.Line)
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
	case gongwen.Image, gongwen.Drawing:
		pp.loose = true
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
	if first := lines[0]; first.Role == layout.RoleRoll && len(lines) == 1 && len(first.Runs) > 1 {
		left = x + first.Runs[0].Width // where another line would begin
	}
	pp.left, pp.first = left.Twips(), (x - left).Twips()
	usual := 0
	if looks[pp.look].indent {
		usual = (2 * (w.p.BodySize + w.p.CharSpacing)).Twips()
	}
	pp.hasIndent = pp.left != 0 || pp.first != usual
}
