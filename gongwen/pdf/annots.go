package pdf

import "github.com/fazhi-go/fazhi/gongwen/layout"

// writeLinks writes the annotations of links (ISO 32000-1, 12.5.6.5). They are printed, as PDF/A wants of all, and show
// nothing.
func (k *work) writeLinks(p *plan, pages *layout.Pages) {
	for i := range k.links {
		l := &k.links[i]
		k.begin(p.annotations + i)
		k.file = append(k.file, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect"...)
		k.file = appendBox(k.file, &pages.Profile, l.area)
		k.ref("/P ", pageObject(l.page))
		k.file = appendKey(k.file, "/StructParent ", len(k.pages)+i)
		if l.target > 0 {
			entry := &pages.Outline[l.target-1]
			k.file = appendTarget(append(k.file, "/Dest"...), pages, entry)
			k.file = appendText(append(k.file, "/Contents"...), brief(entry.Text))
		} else {
			k.file = appendLiteral(append(k.file, "/A<</S/URI/URI"...), l.uri)
			k.file = appendLiteral(append(k.file, ">>/Contents"...), l.uri)
		}
		k.file = append(k.file, ">>"...)
		k.end()
	}
}

// mostBrief is how many characters of a heading a link says. Each line of a heading in a table of contents is a link of its own,
// so that a heading without end would be written once for each of its lines.
const mostBrief = 250

// brief returns the beginning of a text.
func brief(s string) string {
	n := 0
	for i := range s {
		if n++; n > mostBrief {
			return s[:i] + "…"
		}
	}
	return s
}
