package pdf

import "github.com/fazhi-go/fazhi/gongwen/layout"

// A plan says which numbers the objects after those of gofpdf have. What is written last takes the numbers after these.
type plan struct {
	hasFiles    bool
	raw         int // how many objects gofpdf made
	fonts       int // the first one's first; fontObjects each
	images      int
	intent      int // the colour profile
	metadata    int
	outline     int
	annotations int
	files       int // fileObjects each
	structure   int
	elements    int
}

func (k *work) plan(pages *layout.Pages, raw int) *plan {
	p := &plan{raw: raw, hasFiles: len(pages.Files) > 0}
	next := raw + 1
	take := func(n int) int {
		next += n
		return next - n
	}
	fonts := 0
	for i := range k.used {
		if len(k.used[i].mappings) > 0 {
			fonts += fontObjects
		}
	}
	p.fonts, p.images, p.intent, p.metadata = take(fonts), take(len(k.images.list)), take(1), take(1)
	p.outline = take(outlineObjects(len(pages.Outline)))
	p.annotations, p.files = take(len(k.links)), take(fileObjects*len(pages.Files))
	p.structure, p.elements = take(1), take(len(k.elements))
	k.offsets = append(k.offsets[:0], make([]int, next)...)
	return p
}

// version returns what a file begins with: the version of PDF that PDF/A-1 builds on, with files inside that of PDF/A-3.
func (p *plan) version() string {
	if p.hasFiles {
		return "%PDF-1.7"
	}
	return "%PDF-1.4"
}

// part returns the part of PDF/A (ISO 19005).
func (p *plan) part() string {
	if p.hasFiles {
		return "3"
	}
	return "1"
}

// element returns the number of the i-th element of the structure.
func (p *plan) element(i int) int { return p.elements + i }

// Numbers that gofpdf gives: resources of all pages, and from 3 on each page and its content.
const (
	resources = 2
	firstPage = 3
)

// pageObject returns the number of the i-th page.
func pageObject(i int) int { return firstPage + 2*i }

// free returns the number of an object that is not in the plan.
func (k *work) free() int { return len(k.offsets) }
