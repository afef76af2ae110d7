package pdf

import (
	"unicode"

	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// A usage gives the characters that a document shows in one font their codes: 1, 2, 3, … in the order in which they first
// appear. A code is also the number of the glyph in the cut font.
type usage struct {
	mappings []sfnt.Mapping  // by code; that of code c is mappings[c-1]
	meanings []rune          // what the code stands for: another character than is drawn, if that one is missing
	basic    []uint16        // codes of characters of the Basic Multilingual Plane, 0 for none
	others   map[rune]uint16 // codes of the others
	boxes    map[rune]uint16 // codes of missing characters
}

const basicPlane = 1 << 16

func (u *usage) reset() {
	for _, m := range u.mappings {
		if m.Rune < basicPlane {
			u.basic[m.Rune] = 0
		}
	}
	u.mappings, u.meanings = u.mappings[:0], u.meanings[:0]
	clear(u.others)
	clear(u.boxes)
}

// code returns the code of a character.
func (u *usage) code(r rune) uint16 {
	if u.basic == nil {
		u.basic = make([]uint16, basicPlane)
		u.others, u.boxes = make(map[rune]uint16), make(map[rune]uint16)
	}
	if r >= 0 && r < basicPlane {
		if u.basic[r] == 0 {
			u.basic[r] = u.add(r, r)
		}
		return u.basic[r]
	}
	if _, ok := u.others[r]; !ok {
		u.others[r] = u.add(r, r)
	}
	return u.others[r]
}

// box returns the code of the empty box that stands for a missing character.
func (u *usage) box(r rune) uint16 {
	u.code(layout.Box) // makes the tables
	if _, ok := u.boxes[r]; !ok {
		u.boxes[r] = u.add(layout.Box, readable(r))
	}
	return u.boxes[r]
}

// mostCodes is how many codes a font may have. A font has fewer glyphs than that; only missing characters, which share one
// glyph, could reach it.
const mostCodes = 0xFFF0

func (u *usage) add(drawn, means rune) uint16 {
	if len(u.mappings) >= mostCodes {
		return 1
	}
	code := uint16(len(u.mappings) + 1)
	u.mappings = append(u.mappings, sfnt.Mapping{Code: code, Rune: drawn})
	u.meanings = append(u.meanings, means)
	return code
}

// readable returns the character, or the one that stands for what is no text, so that readers of the file do not stumble.
func readable(r rune) rune {
	if unicode.IsControl(r) || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF || unicode.Is(unicode.Cf, r) {
		return unicode.ReplacementChar
	}
	return r
}
