package sfnt

import (
	"errors"
	"fmt"
)

var (
	// ErrOutlines reports a font with CFF (PostScript) outlines, such as most .otf files.
	ErrOutlines = errors.New("sfnt: only TrueType (glyf) outlines are supported, this font has CFF outlines")

	// ErrFormat reports data that is not a font, or a font that contradicts itself.
	ErrFormat = errors.New("sfnt: not a well-formed TrueType font")

	// ErrNoGlyph reports a rune for which the font has no glyph.
	ErrNoGlyph = errors.New("sfnt: no glyph")

	// ErrMapping reports mappings from which no subset can be made.
	ErrMapping = errors.New("sfnt: unusable mappings")
)

// malformed returns an ErrFormat that says what is wrong.
func malformed(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrFormat, fmt.Sprintf(format, args...))
}
