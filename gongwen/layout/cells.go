package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A cell is one character of a text that is being set.
type cell struct {
	r     rune
	at    int32          // of its first byte in the text
	width gongwen.Length // with spacing
	shift gongwen.Length // of the glyph in a cell that it does not fill
	font  int16          // index in Fonts.All, missing if no font has the character
	flags flags          // of the cell, and of the gap before it
}

const missing = -1

type flags uint8

const (
	space    flags = 1 << iota // takes no room at the end of a line
	placed                     // the glyph does not fill its cell and gets a place of its own
	tight                      // no line ends before the cell: it would split a number or a word
	hard                       // no line ends before the cell: 避头尾
	seam                       // beside tight: where a number or word longer than a line is split
	hidden                     // never drawn, without width
	squeezed                   // half an em narrower than usual
	halved                     // takes half an em less at the end of a line
)

// A piece is a part of a text in one face.
type piece struct {
	text string
	face gongwen.Face
}

// A text is a paragraph that is being set.
type text struct {
	s       string
	cells   []cell
	size    gongwen.Length
	spacing gongwen.Length
	role    Role
	place   Place
}

// load fills the setter's text with pieces. The text is valid until the next load.
func (s *setter) load(role Role, place Place, size gongwen.Length, pieces ...piece) *text {
	spacing := gongwen.Length(0)
	if size == s.profile.BodySize {
		spacing = s.profile.CharSpacing
	}
	return s.loadSpaced(role, place, size, spacing, pieces...)
}

// loadSpaced is load with a spacing after every character that does not depend on the size.
func (s *setter) loadSpaced(role Role, place Place, size, spacing gongwen.Length, pieces ...piece) *text {
	t := &s.text
	t.size, t.spacing, t.role, t.place = size, spacing, role, place
	if !s.addPieces(t, pieces) {
		s.addPieces(t, cleaned(pieces))
	}
	s.glue(t.cells)
	if s.profile.Squeeze {
		t.squeeze()
	}
	return t
}

// addPieces makes the cells of pieces. It reports whether all of it is text without blanks that a font may not have.
func (s *setter) addPieces(t *text, pieces []piece) bool {
	t.s, t.cells = joined(pieces), t.cells[:0]
	end, at := 0, 0
	for i := range pieces {
		for end += len(pieces[i].text); at < end; {
			r, n := rune(t.s[at]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(t.s[at:])
			}
			if r == utf8.RuneError && n == 1 || replaced(r) != r {
				return false
			}
			t.cells = append(t.cells, cell{r: r, at: int32(at)})
			s.measure(t, &t.cells[len(t.cells)-1], pieces[i].face)
			at += n
		}
	}
	return true
}

// joined returns the text of pieces.
func joined(pieces []piece) string {
	if len(pieces) == 1 {
		return pieces[0].text
	}
	var b strings.Builder
	size := 0
	for i := range pieces {
		size += len(pieces[i].text)
	}
	b.Grow(size)
	for i := range pieces {
		b.WriteString(pieces[i].text)
	}
	return b.String()
}

// cleaned returns pieces with a space for every blank that a font may not have, and U+FFFD for bytes that are no text. The
// number of characters does not change.
func cleaned(pieces []piece) []piece {
	out := make([]piece, len(pieces))
	for i, p := range pieces {
		runes := []rune(p.text)
		for j, r := range runes {
			runes[j] = replaced(r)
		}
		out[i] = piece{string(runes), p.face}
	}
	return out
}

// measure finds the font and the width of a cell.
func (s *setter) measure(t *text, c *cell, face gongwen.Face) {
	if Invisible(c.r) {
		c.font, c.width, c.flags = missing, 0, hidden
		return
	}
	font, glyph, ok := s.fonts.pick(face, c.r)
	c.font, c.width = missing, t.size+t.spacing
	if !ok {
		s.miss(t.place, c.r)
	} else {
		c.font = int16(font.index)
		if width := int(font.width[glyph]); width != em {
			s.fit(t, c, width)
		}
	}
	if isSpace(c.r) {
		c.flags |= space
	}
}

// fit sets the width of a cell whose glyph is not an em wide, or the place of the glyph in a cell that it must fill.
func (s *setter) fit(t *text, c *cell, width int) {
	natural := gongwen.Length(int64(t.size) * int64(width) / em)
	if fillsCell(c.r) {
		c.shift = slack(c.r, t.size-natural)
		c.flags |= placed
		return
	}
	if c.width = natural + t.spacing; c.width < 0 {
		c.width = 0
		c.flags |= placed
	}
}

// slack returns how much of the room that a mark leaves in its cell lies before it: all before an opening mark, none
// before a closing one, else half.
func slack(r rune, room gongwen.Length) gongwen.Length {
	switch class := classOf(r); {
	case class&noEnd != 0:
		return room
	case r == '”' || r == '’':
		return 0
	}
	return room / 2
}
