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
	space  flags = 1 << iota // takes no room at the end of a line
	placed                   // the glyph does not fill its cell and gets a place of its own
	tight                    // no line ends before the cell: it would split a number or a word
	hard                     // no line ends before the cell: 避头尾
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
	t := &s.text
	t.s, t.size, t.spacing, t.role, t.place = joined(pieces), size, 0, role, place
	if size == s.profile.BodySize {
		t.spacing = s.profile.CharSpacing
	}
	t.cells = t.cells[:0]
	end, at := 0, 0
	for i := range pieces {
		end += utf8.RuneCountInString(pieces[i].text)
		at = s.addCells(t, at, end, pieces[i].face)
	}
	s.glue(t.cells)
	return t
}

// joined returns the text of pieces, with every kind of blank that a font may not have as a space. The number of
// characters does not change.
func joined(pieces []piece) string {
	var all string
	if len(pieces) == 1 {
		all = pieces[0].text
	} else {
		var b strings.Builder
		for _, p := range pieces {
			b.WriteString(p.text)
		}
		all = b.String()
	}
	if !utf8.ValidString(all) || strings.IndexFunc(all, isReplaced) >= 0 {
		return string(mapRunes([]rune(all)))
	}
	return all
}

func isReplaced(r rune) bool { return replaced(r) != r }

func mapRunes(runes []rune) []rune {
	for i, r := range runes {
		runes[i] = replaced(r)
	}
	return runes
}

// addCells appends the cells of the text from byte at on, until there are count cells, and returns the next byte.
func (s *setter) addCells(t *text, at, count int, face gongwen.Face) int {
	for at < len(t.s) && len(t.cells) < count {
		r, n := utf8.DecodeRuneInString(t.s[at:])
		t.cells = append(t.cells, cell{r: r, at: int32(at)})
		s.measure(t, &t.cells[len(t.cells)-1], face)
		at += n
	}
	return at
}

// measure finds the font and the width of a cell.
func (s *setter) measure(t *text, c *cell, face gongwen.Face) {
	font, glyph, ok := s.fonts.pick(face, c.r)
	width := em
	switch {
	case ok:
		c.font = int16(font.index)
		width = int(font.width[glyph])
	default:
		c.font = missing
		s.miss(t.place, c.r)
	}
	if width != em && fillsCell(c.r) {
		c.shift = t.size * gongwen.Length(slack(c.r, em-width)) / em
		c.flags |= placed
		width = em
	}
	c.width = t.size*gongwen.Length(width)/em + t.spacing
	if c.width < 0 {
		c.width = 0
		c.flags |= placed
	}
	if isSpace(c.r) {
		c.flags |= space
	}
}

// slack returns how much of the room that a mark leaves in its cell lies before it: all before an opening mark, none
// before a closing one, else half.
func slack(r rune, room int) int {
	switch class := classOf(r); {
	case class&noEnd != 0:
		return room
	case r == '”' || r == '’':
		return 0
	}
	return room / 2
}
