package pdf

import (
	"fmt"
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// writeStructure writes the elements, each under its own number, and after them the root of the structure with the way from
// marked content and links back to their elements.
func (k *work) writeStructure(p *plan, pages *layout.Pages) {
	for i := range k.elements {
		k.writeElement(p, pages, i)
	}
	parents := k.writeParents(p)
	notes := k.writeNotes(p)
	k.begin(p.structure)
	k.ref("<</Type/StructTreeRoot/K ", p.element(root))
	k.ref("/ParentTree ", parents)
	k.file = strconv.AppendInt(append(k.file, "/ParentTreeNextKey "...), int64(len(k.pages)+len(k.links)), 10)
	if notes > 0 {
		k.ref("/IDTree ", notes)
	}
	k.file = append(k.file, ">>"...)
	k.end()
}

func (k *work) writeElement(p *plan, pages *layout.Pages, i int) {
	e := &k.elements[i]
	k.begin(p.element(i))
	k.file = append(append(k.file, "<</S/"...), e.kind.String()...)
	if i == root {
		k.ref("/P ", p.structure)
	} else {
		k.ref("/P ", p.element(e.parent))
	}
	if e.page >= 0 {
		k.ref("/Pg ", pageObject(e.page))
	}
	switch e.kind {
	case kindTH:
		k.file = append(k.file, "/A<</O/Table/Scope/Column>>"...)
	case kindNote:
		k.file = appendLiteral(append(k.file, "/ID"...), noteID(i))
	case kindFigure:
		k.file = appendBox(append(k.file, "/A<</O/Layout/Placement/Block/BBox"...), &pages.Profile, e.box)
		k.file = append(k.file, ">>"...)
		if e.alt != "" {
			k.file = appendText(append(k.file, "/Alt"...), e.alt)
		}
	}
	k.writeKids(p, e)
	k.file = append(k.file, ">>"...)
	k.end()
}

// writeKids writes what an element is made of.
func (k *work) writeKids(p *plan, e *element) {
	if e.first == 0 {
		return
	}
	k.file = append(k.file, "/K["...)
	for at := e.first; at > 0; at = k.kids[at-1].next {
		switch kid := k.kids[at-1]; {
		case kid.sort == childElement:
			k.ref("", p.element(kid.number))
		case kid.sort == annotation:
			k.ref("<</Type/OBJR/Pg ", pageObject(kid.page))
			k.ref("/Obj ", p.annotations+kid.number)
			k.file = append(k.file, ">>"...)
		case kid.page == e.page:
			k.file = strconv.AppendInt(k.file, int64(kid.number), 10)
		default:
			k.ref("<</Type/MCR/Pg ", pageObject(kid.page))
			k.file = append(strconv.AppendInt(append(k.file, "/MCID "...), int64(kid.number), 10), ">>"...)
		}
		k.file = append(k.file, ' ')
	}
	k.file = append(k.file, ']')
}

// noteID returns the identifier of the element of a note.
func noteID(i int) string { return fmt.Sprintf("note%09d", i) }

// writeNotes writes the way from identifiers to notes, and returns its number, 0 if there are no notes.
func (k *work) writeNotes(p *plan) int {
	var notes []int
	for i := range k.elements {
		if k.elements[i].kind == kindNote {
			notes = append(notes, i)
		}
	}
	if len(notes) == 0 {
		return 0
	}
	return k.writeTree("Names", len(notes), func(i int) { k.file = appendLiteral(k.file, noteID(notes[i])) }, func(i int) {
		k.ref("", p.element(notes[i]))
	})
}

// writeParents writes the way from pages and links to elements, and returns its number. A page has a list of the elements of
// its marked content, in the order of its numbers.
func (k *work) writeParents(p *plan) int {
	n := len(k.pages)
	return k.writeTree("Nums", n+len(k.links), func(i int) { k.file = strconv.AppendInt(k.file, int64(i), 10) }, func(i int) {
		if i >= n {
			k.ref(" ", p.element(k.links[i-n].element))
			return
		}
		end := len(k.owners)
		if i+1 < n {
			end = k.pages[i+1]
		}
		k.file = append(k.file, '[')
		for _, owner := range k.owners[k.pages[i]:end] {
			k.ref(" ", p.element(owner))
		}
		k.file = append(k.file, ']')
	})
}

// mostLeaves is how many entries a leaf of a tree has (PDF/A-1, 6.1.12).
const mostLeaves = 2000

// writeTree writes a name tree or a number tree (ISO 32000-1, 7.9.6 and 7.9.7) of n entries in order, and returns its number.
func (k *work) writeTree(sort string, n int, key, value func(int)) int {
	var leaves []int
	for from := 0; from < n || from == 0; from += mostLeaves {
		leaf := k.free()
		k.begin(leaf)
		k.file = append(k.file, "<<"...)
		to := min(from+mostLeaves, n)
		if n > mostLeaves {
			k.file = append(k.file, "/Limits["...)
			key(from)
			k.file = append(k.file, ' ')
			key(to - 1)
			k.file = append(k.file, ']')
		}
		k.file = append(append(append(k.file, '/'), sort...), '[')
		for i := from; i < to; i++ {
			key(i)
			value(i)
			k.file = append(k.file, '\n')
		}
		k.file = append(k.file, "]>>"...)
		k.end()
		leaves = append(leaves, leaf)
	}
	if len(leaves) == 1 {
		return leaves[0]
	}
	return k.writeTreeRoot(leaves)
}

func (k *work) writeTreeRoot(leaves []int) int {
	number := k.free()
	k.begin(number)
	k.file = append(k.file, "<</Kids["...)
	for _, leaf := range leaves {
		k.ref(" ", leaf)
	}
	k.file = append(k.file, "]>>"...)
	k.end()
	return number
}
