package sfnt

// A cut collects the glyphs that a subset takes from a font.
type cut struct {
	font   *Font
	glyphs []piece         // in their new order; the first is the empty .notdef
	size   int             // of their outlines
	number []GlyphID       // new numbers by old ones; 0 for a glyph that is not taken
	weight map[GlyphID]int // numbers of glyphs that composite glyphs draw
}

// A piece is a glyph that is taken.
type piece struct {
	source  GlyphID
	outline []byte
	parts   []int // where its components stand in the outline, if it is composite
}

const (
	// maxGlyphs is the number of glyphs that a font can have.
	maxGlyphs = 0xFFFF

	// slack is by how much, in bytes, the outlines of a subset may outgrow those of the font when codes share glyphs.
	slack = 1 << 20

	// heaviest bounds the number of glyphs that a composite glyph draws, its components' components included. Readers of
	// fonts follow components without remembering where they were, so a font must not lead them on for ever.
	heaviest = 1024
)

// newCut begins a cut of about size glyphs.
func newCut(f *Font, size int) *cut {
	return &cut{
		font:   f,
		glyphs: make([]piece, 1, 1+size),
		number: make([]GlyphID, f.numGlyphs),
	}
}

// add takes a glyph, perhaps once more. Composite glyphs use the first number that a glyph got.
func (c *cut) add(g GlyphID) error {
	outline, err := c.font.outline(g)
	if err != nil {
		return err
	}
	if c.size += len(outline); c.size > len(c.font.glyf)+slack {
		return malformed("outlines overlap so much that the subset outgrows the font")
	}
	if len(c.glyphs) == maxGlyphs {
		return malformed("more than %d glyphs", maxGlyphs)
	}
	parts, err := parts(outline)
	if err != nil {
		return err
	}
	if c.number[g] == 0 {
		c.number[g] = GlyphID(len(c.glyphs))
	}
	c.glyphs = append(c.glyphs, piece{g, outline, parts})
	return nil
}

// addParts takes the components of the composite glyphs that were taken, and theirs.
func (c *cut) addParts() error {
	for i := 1; i < len(c.glyphs); i++ {
		p := c.glyphs[i]
		if len(p.parts) == 0 {
			continue
		}
		if _, err := c.weigh(p.source); err != nil {
			return err
		}
		for _, at := range p.parts {
			if err := c.addOnce(part(p.outline, at)); err != nil {
				return err
			}
		}
	}
	return nil
}

// addOnce takes a glyph if it is not taken.
func (c *cut) addOnce(g GlyphID) error {
	if int(g) < len(c.number) && c.number[g] != 0 {
		return nil
	}
	return c.add(g)
}

// weigh returns how many glyphs are drawn for a glyph. It fails for a glyph that contains itself.
func (c *cut) weigh(g GlyphID) (int, error) {
	const open = -1 // the weight of a glyph while its components are weighed
	if w, ok := c.weight[g]; ok {
		if w == open {
			return 0, malformed("composite glyph %d contains itself", g)
		}
		return w, nil
	}
	outline, err := c.font.outline(g)
	if err != nil {
		return 0, err
	}
	at, err := parts(outline)
	if len(at) == 0 {
		return 1, err
	}
	if c.weight == nil {
		c.weight = map[GlyphID]int{}
	}
	c.weight[g] = open
	sum := 1
	for _, at := range at {
		w, err := c.weigh(part(outline, at))
		if err != nil {
			return 0, err
		}
		if sum += w; sum > heaviest {
			return 0, malformed("composite glyph %d draws more than %d glyphs", g, heaviest)
		}
	}
	c.weight[g] = sum
	return sum, nil
}
