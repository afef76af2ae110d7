package sfnt

// Flags of a component of a composite glyph.
const (
	argsAreWords  = 1 << 0
	hasScale      = 1 << 3
	moreParts     = 1 << 5
	hasTwoScales  = 1 << 6
	hasTwoByTwo   = 1 << 7
	partGlyph     = 2 // offset of the glyph number in a component
	partArguments = 4 // offset of what follows it
)

// parts returns where in an outline the components stand: nowhere if it is not composite.
func parts(outline []byte) ([]int, error) {
	if len(outline) == 0 || i16(outline, 0) >= 0 {
		return nil, nil
	}
	var at []int
	for i, more := glyphHeader, true; more; {
		if i+partArguments > len(outline) {
			return nil, malformed("composite glyph is cut off")
		}
		if at = append(at, i); len(at) > heaviest {
			return nil, malformed("composite glyph has more than %d components", heaviest)
		}
		flags := u16(outline, i)
		i += partSize(flags)
		if i > len(outline) {
			return nil, malformed("composite glyph is cut off")
		}
		more = flags&moreParts != 0
	}
	return at, nil
}

// partSize returns the number of bytes of a component.
func partSize(flags int) int {
	size := partArguments + 2
	if flags&argsAreWords != 0 {
		size += 2
	}
	switch {
	case flags&hasScale != 0:
		size += 2
	case flags&hasTwoScales != 0:
		size += 4
	case flags&hasTwoByTwo != 0:
		size += 8
	}
	return size
}

// part returns the glyph of the component at an offset that parts returned.
func part(outline []byte, at int) GlyphID {
	return GlyphID(u16(outline, at+partGlyph))
}
