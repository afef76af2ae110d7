package ofd

import (
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// A usage is what a document shows of one font, and the number that each character has in the font that is cut out.
type usage struct {
	font   *layout.Font
	id     int                   // of the font in the file; 0 if the document does not use it
	runes  []rune                // that are drawn, each once
	lacks  []rune                // that are drawn as a box
	glyphs []sfnt.GlyphID        // of runes that are their own codes
	others map[rune]sfnt.GlyphID // of the other runes
	box    sfnt.GlyphID
	shapes []shape // of the glyphs that have been cut out
	subset *sfnt.Subset
}

// A shape is how wide a glyph is, in thousandths of an em, and where its ink is, in font units.
type shape struct {
	width  int
	bounds sfnt.Rect
}

// seen is the glyph of a rune that was collected and has not got its number.
const seen = 0xFFFF

// isCode reports whether a rune can be its own code in a character map of a font.
func isCode(r rune) bool { return r > 0 && r < 0xFFFF }

func (u *usage) reset() {
	for _, runes := range [...][]rune{u.runes, u.lacks} {
		for _, r := range runes {
			if isCode(r) {
				u.glyphs[r] = 0
			}
		}
	}
	clear(u.others)
	*u = usage{runes: u.runes[:0], lacks: u.lacks[:0], glyphs: u.glyphs, others: u.others, shapes: u.shapes[:0]}
}

// add notes that a rune of the font is drawn.
func (u *usage) add(r rune) {
	if u.glyph(r) != 0 {
		return
	}
	u.runes = append(u.runes, r)
	u.set(r, seen)
}

// has reports whether the font has a glyph of a rune.
func (u *usage) has(r rune) bool {
	_, ok := u.font.TrueType().Glyph(r)
	return ok
}

// addLack notes that a rune is drawn as a box. Its code leads to the box too, for readers that go by codes; when there are
// many such runes this is left out.
func (u *usage) addLack(r rune) {
	u.add(layout.Box)
	if u.has(r) || !isCode(r) || u.glyphs[r] != 0 || len(u.lacks) == mostLacks {
		return
	}
	u.lacks = append(u.lacks, r)
	u.glyphs[r] = seen
}

const mostLacks = 256

func (u *usage) set(r rune, g sfnt.GlyphID) {
	if !isCode(r) {
		u.others[r] = g
		return
	}
	u.glyphs[r] = g
}

// glyph returns the glyph of a rune that was added, and 0 for any other.
func (u *usage) glyph(r rune) sfnt.GlyphID {
	if u.glyphs == nil {
		u.glyphs, u.others = make([]sfnt.GlyphID, 0xFFFF), make(map[rune]sfnt.GlyphID)
	}
	if !isCode(r) {
		return u.others[r]
	}
	return u.glyphs[r]
}

// cut cuts out the font and gives every rune its glyph.
func (u *usage) cut() error {
	mappings, free := make([]sfnt.Mapping, 0, len(u.runes)+len(u.lacks)), rune(0xE000)
	for _, r := range u.lacks {
		mappings = append(mappings, sfnt.Mapping{Code: uint16(r), Rune: layout.Box})
	}
	for _, r := range u.runes {
		code := r
		if !isCode(r) {
			code = u.free(free)
			free = code + 1
		}
		mappings = append(mappings, sfnt.Mapping{Code: uint16(code), Rune: r})
	}
	subset, err := u.font.TrueType().Subset(mappings)
	if err != nil {
		return err
	}
	u.shapes = append(u.shapes, shape{}) // glyph 0 is empty
	for g, m := range subset.All() {
		u.shapes = append(u.shapes, u.shape(m.Rune))
		if u.glyph(rune(m.Code)) == 0 {
			u.set(m.Rune, g)
		} else {
			u.glyphs[m.Code] = g
		}
	}
	u.subset, u.box = subset, u.glyph(layout.Box)
	return nil
}

func (u *usage) shape(r rune) shape {
	ttf := u.font.TrueType()
	g, _ := ttf.Glyph(r)
	return shape{u.font.Width(g), ttf.Bounds(g)}
}

// free returns the first code, from a given one on, that no rune of the document is. A font has fewer glyphs than there
// are codes, so there is one.
func (u *usage) free(code rune) rune {
	for !isCode(code) || u.glyphs[code] != 0 {
		code = (code + 1) & 0xFFFF
	}
	return code
}

// collect finds out what the document shows of each font and cuts the fonts out.
func (k *work) collect() error {
	all := k.pages.Fonts.All()
	for i := range k.used {
		k.used[i].font = all[i]
	}
	k.eachLine(func(line *layout.Line) {
		for i := range line.Runs {
			k.collectRun(&line.Runs[i])
		}
	})
	for i := range k.used {
		if k.used[i].id == 0 {
			continue
		}
		if err := k.used[i].cut(); err != nil {
			return err
		}
	}
	return nil
}

// eachLine calls f with every line that is drawn.
func (k *work) eachLine(f func(*layout.Line)) {
	for i := range k.pages.Pages {
		page := &k.pages.Pages[i]
		for j := range page.Lines {
			f(&page.Lines[j])
		}
		for j := range page.Pictures {
			for l := range page.Pictures[j].Labels {
				f(&page.Pictures[j].Labels[l])
			}
		}
	}
}

func (k *work) collectRun(run *layout.Run) {
	u, ok := k.usageOf(run)
	if u.id == 0 {
		u.id = k.nextID()
	}
	if !ok {
		return
	}
	hasBox := u.has(layout.Box)
	for _, r := range run.Text {
		switch {
		case !run.Missing && u.has(r):
			u.add(r)
		case hasBox:
			u.addLack(readable(r))
		}
	}
}

// usageOf returns the usage of the font of a run, and false for text that is in none of the renderer's fonts: it is
// written with the first font, of which it shows nothing.
func (k *work) usageOf(run *layout.Run) (*usage, bool) {
	if f := run.Font; f != nil && f.Index() < len(k.used) && k.used[f.Index()].font == f {
		return &k.used[f.Index()], true
	}
	return &k.used[0], false
}
