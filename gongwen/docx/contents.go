package docx

import (
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

func isContents(l *layout.Line) bool {
	return l.Role == layout.RoleContents || l.Role == layout.RoleLeader || l.Role == layout.RoleContentsTitle
}

// contents writes a table of contents (目录): a field that word processors can update, around entries that are right as they
// are.
func (w *writer) contents(lines []placed) {
	opened := false
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && lines[end].Place.Row == lines[i].Place.Row {
			end++
		}
		if lines[i].Role == layout.RoleContentsTitle {
			w.text(lines[i:end])
		} else {
			w.contentsEntry(lines[i:end], !opened, end == len(lines))
			opened = true
		}
		i = end
	}
}

// contentsEntry writes a heading, and its page at the end of a line of dots. The first entry begins the field, the last ends
// it.
func (w *writer) contentsEntry(lines []placed, first, last bool) {
	heading := lines
	for len(heading) > 0 && heading[len(heading)-1].Place.Col > 0 {
		heading = heading[:len(heading)-1]
	}
	l := lines[0]
	level := w.pages.Outline[l.Target-1].Level
	pp := paragraph{look: contents1 + min(max(level, 1), 4) - 1, hasIndent: true, left: (l.X - w.p.Left).Twips()}
	pp.tabs = []tab{{at: w.grid().Twips(), right: true, dots: true}}
	w.moveTo(l, &pp)
	w.nudge(&pp, heading)
	w.b = append(w.b, `<w:p><w:pPr>`...)
	w.appendProperties(&pp)
	w.b = append(w.b, `</w:pPr>`...)
	if first {
		w.openContents(l.Place)
	}
	w.b = append(append(w.b, `<w:hyperlink w:anchor="`...), tocName(l.Target-1)...)
	w.b = append(w.b, `" w:history="1">`...)
	w.contentsLine(&pp, heading, lines[len(heading):])
	w.b = append(w.b, `</w:hyperlink>`...)
	if last {
		w.b = append(w.b, `<w:r><w:fldChar w:fldCharType="end"/></w:r>`...)
	}
	w.b = append(w.b, `</w:p>`...)
	w.leave(lines)
}

// contentsLine writes the runs of an entry: the heading, a tab, the page. The dots are the tab's.
func (w *writer) contentsLine(pp *paragraph, heading, rest []placed) {
	w.run = runState{look: pp.look}
	for i := range heading {
		w.line(pp, heading, i)
	}
	w.tab()
	for i := range rest {
		if rest[i].Role == layout.RoleContents {
			w.line(&paragraph{look: pp.look, broken: true}, rest, i)
		}
	}
	w.closeRun()
}

// openContents begins the field. Its code is for whoever updates it: headings by their styles, attachments by theirs.
func (w *writer) openContents(p layout.Place) {
	levels := 2
	if b, ok := w.bodies[p.Attachment][p.Block].(gongwen.Contents); ok && b.Levels > 0 {
		levels = min(b.Levels, 4)
	}
	w.b = append(w.b, `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-`...)
	w.b = append(append(appendNumber(w.b, levels), `" \h \z \t "`...), looks[attachmentLabel].name...)
	w.b = append(w.b, `,1" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`...)
}

// grid returns the width of a line of whole characters, cell that of one.
func (w *writer) grid() gongwen.Length { return gongwen.Length(w.p.Chars) * w.cell() }
func (w *writer) cell() gongwen.Length { return w.p.BodySize + w.p.CharSpacing }

// tocName returns the name of the bookmark of a heading.
func tocName(entry int) string { return "_Toc" + strconv.Itoa(100000+entry) }

// bookmark counts the entries of the outline. It returns 1 + the index of the one that begins with a line, 0 if none does or
// nothing points to it.
func (w *writer) bookmark(l *layout.Line) int {
	switch l.Role {
	case layout.RoleHeading1, layout.RoleHeading2, layout.RoleHeading3, layout.RoleHeading4, layout.RoleAttachmentLabel:
		w.entries++
		if w.toc {
			return w.entries
		}
	}
	return 0
}

func (w *writer) openBookmark(entry int) {
	if entry > 0 {
		w.b = appendInt(append(w.b, `<w:bookmarkStart`...), "w:id", entry)
		w.b = append(append(append(w.b, ` w:name="`...), tocName(entry-1)...), `"/>`...)
	}
}

func (w *writer) closeBookmark(entry int) {
	if entry > 0 {
		w.b = append(appendInt(append(w.b, `<w:bookmarkEnd`...), "w:id", entry), `/>`...)
	}
}
