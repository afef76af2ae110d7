package pdf

import "github.com/fazhi-go/fazhi/gongwen/layout"

// A bookmark is a heading in the outline (ISO 32000-1, 12.3.3). Its neighbours are 1 + index of an entry; 0 is the outline
// itself, or none.
type bookmark struct{ parent, prev, next, first, last, count int }

// bookmarksOf returns the bookmarks of headings, that of the outline first. A heading hangs on the one above it, however many
// levels are left out between the two.
func bookmarksOf(list []bookmark, outline []layout.Entry) []bookmark {
	list = append(list[:0], bookmark{})
	for i := range outline {
		parent := i
		for parent > 0 && outline[parent-1].Level >= outline[i].Level {
			parent = list[parent].parent
		}
		list = append(list, bookmark{parent: parent, prev: list[parent].last})
		if up := &list[parent]; up.last > 0 {
			list[up.last].next = i + 1
		} else {
			up.first = i + 1
		}
		list[parent].last = i + 1
		list[parent].count++
	}
	return list
}

// outlineObjects returns how many objects the outline of so many headings has.
func outlineObjects(headings int) int {
	if headings == 0 {
		return 0
	}
	return 1 + headings
}

// writeOutline writes the outline, of which the first level is seen when the file is opened.
func (k *work) writeOutline(p *plan, pages *layout.Pages) {
	if len(pages.Outline) == 0 {
		return
	}
	k.bookmarks = bookmarksOf(k.bookmarks, pages.Outline)
	for i, b := range k.bookmarks {
		k.begin(p.outline + i)
		if i == 0 {
			k.file = appendKey(k.file, "<</Type/Outlines/Count ", b.count)
		} else {
			e := &pages.Outline[i-1]
			k.file = appendText(append(k.file, "<</Title"...), e.Text)
			k.file = appendTarget(append(k.file, "/Dest"...), pages, e)
			k.ref("/Parent ", p.outline+b.parent)
			if b.count > 0 {
				k.file = appendKey(k.file, "/Count ", -b.count)
			}
		}
		for _, n := range [...]struct {
			key    string
			number int
		}{{"/Prev ", b.prev}, {"/Next ", b.next}, {"/First ", b.first}, {"/Last ", b.last}} {
			if n.number > 0 {
				k.ref(n.key, p.outline+n.number)
			}
		}
		k.file = append(k.file, ">>"...)
		k.end()
	}
}

// appendTarget appends the place of a heading.
func appendTarget(b []byte, pages *layout.Pages, e *layout.Entry) []byte {
	page := min(max(e.Page, 0), len(pages.Pages)-1)
	b = appendKey(append(b, '['), "", pageObject(page))
	b = appendNumbers(append(b, " 0 R/XYZ null "...), pages.Profile.Height-e.Y)
	return append(b, "null]"...)
}
