package pdfread

import (
	"bytes"
	"fmt"
)

// A Page is what a page shows, in points from its top left corner, y downwards, turned as a viewer turns it.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph // in the order in which they are drawn
	Rules         []Rule
	Images        int // pictures drawn
}

// A Glyph is one character. Text is what it means, mostly one rune; empty if the file does not say.
type Glyph struct {
	Text    string
	X, Y    float64 // left end on the baseline
	Advance float64 // width of its cell, without spacing
	Size    float64
	Font    *Font
	Color   Color
	Angle   int  // 0, 90, 180 or 270: degrees by which the line is turned to the left; -1: another angle
	Hidden  bool // not drawn: a layer of text over a picture
	Stroked bool // outlined too, as programs do that have no bold font
	Ink     Rect // what is black; from the outline if Exact, else the cell of a Han character
	Exact   bool
}

// A Rect is a rectangle; X1 ≤ X2, Y1 ≤ Y2.
type Rect struct{ X1, Y1, X2, Y2 float64 }

// A Rule is a straight horizontal or vertical line, drawn as a line or as a thin filled rectangle.
type Rule struct {
	X1, Y1, X2, Y2 float64 // its middle
	Thickness      float64
	Color          Color
}

// A Color is what is printed. CMYK and grey are turned into RGB without a profile.
type Color struct{ R, G, B uint8 }

// A pageNode is a page and what it inherits.
type pageNode struct {
	dict      dict
	resources object
	mediaBox  object
	cropBox   object
	rotate    object
}

// Pages returns how many pages there are.
func (f *File) Pages() int { return len(f.pages) }

// walk collects the pages below a node of the page tree.
func (f *File) walk(o object, from pageNode, seen map[ref]bool, depth int) {
	if r, ok := o.(ref); ok {
		if seen[r] {
			return
		}
		seen[r] = true
	}
	d := f.dict(o)
	if d == nil || depth > mostDepth || len(f.pages) >= mostPages || !take(&f.left.work, 1) {
		return
	}
	for _, inherited := range [...]struct {
		key name
		to  *object
	}{
		{"Resources", &from.resources}, {"MediaBox", &from.mediaBox}, {"CropBox", &from.cropBox}, {"Rotate", &from.rotate},
	} {
		if v := d[inherited.key]; v != nil {
			*inherited.to = v
		}
	}
	kids := f.array(d["Kids"])
	if kids == nil && d["Type"] != name("Pages") {
		from.dict = d
		f.pages = append(f.pages, from)
	}
	for _, kid := range kids {
		f.walk(kid, from, seen, depth+1)
	}
}

// Page reads a page, counted from 0. The error wraps ErrLimit when the file asks for too much; what is damaged is passed
// over.
func (f *File) Page(i int) (*Page, error) {
	if i < 0 || i >= len(f.pages) {
		return nil, fmt.Errorf("pdfread: %w：没有第 %d 页", ErrFormat, i+1)
	}
	node := &f.pages[i]
	base, width, height := f.frame(node)
	in := &interpreter{file: f, page: &Page{Width: width, Height: height}}
	in.state = state{ctm: base, scale: 1, lineWidth: 1}
	err := in.run(f.contents(node.dict["Contents"]), f.dict(node.resources), 0)
	if err == nil {
		err = f.full()
	}
	if err != nil {
		return nil, fmt.Errorf("pdfread: 第 %d 页：%w", i+1, err)
	}
	return in.page, nil
}

// contents joins the parts of a page's contents.
func (f *File) contents(o object) []byte {
	var all [][]byte
	for _, part := range f.list(o) {
		s, ok := f.resolve(part).(*stream)
		if !ok {
			continue
		}
		if data, err := f.decode(s); err == nil {
			all = append(all, data)
		}
	}
	return bytes.Join(all, []byte("\n"))
}

// frame returns the map from the page's space to points from the top left corner as it is shown, and its size.
func (f *File) frame(node *pageNode) (base matrix, width, height float64) {
	box := f.box(node.cropBox)
	if box == (Rect{}) {
		box = f.box(node.mediaBox)
	}
	if box == (Rect{}) {
		box = Rect{0, 0, 595.28, 841.89}
	}
	unit := f.number(node.dict["UserUnit"])
	if unit <= 0 || unit > 1000 {
		unit = 1
	}
	w, h := box.X2-box.X1, box.Y2-box.Y1
	base = matrix{1, 0, 0, -1, -box.X1, box.Y2}
	switch turns, _ := whole(f.resolve(node.rotate)); (turns/90%4 + 4) % 4 {
	case 1:
		base = base.times(matrix{0, 1, -1, 0, h, 0})
		w, h = h, w
	case 2:
		base = base.times(matrix{-1, 0, 0, -1, w, h})
	case 3:
		base = base.times(matrix{0, -1, 1, 0, 0, w})
		w, h = h, w
	}
	return base.times(matrix{a: unit, d: unit}), w * unit, h * unit
}

// box reads a rectangle, in whatever order its corners are; the zero one if it is none.
func (f *File) box(o object) Rect {
	a := f.array(o)
	if len(a) != 4 {
		return Rect{}
	}
	var v [4]float64
	for i := range v {
		v[i] = f.number(a[i])
	}
	r := Rect{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
	if r.X2-r.X1 < 1 || r.Y2-r.Y1 < 1 {
		return Rect{}
	}
	return r
}
