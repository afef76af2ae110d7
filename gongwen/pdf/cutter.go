package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"strconv"
	"sync/atomic"

	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// A cutter makes the font files of documents out of one font. It compresses the outline of a character once, when a
// document first shows it, and keeps the bits; the file of a document is then put together of them. Kept outlines take
// less memory than the font has bytes. Any number of goroutines may use a cutter.
type cutter struct {
	font   *layout.Font
	code   *huffman
	pieces []atomic.Pointer[piece] // by glyph of the font
}

// A piece is one glyph. Nobody changes it once it is made.
type piece struct {
	bits    []uint64 // the outline, compressed
	numBits uint
	size    int     // of the outline in bytes, a multiple of four
	adler   uint32  // its checksum for zlib
	sum     uint32  // its checksum for TrueType: the sum of 32-bit numbers
	metrics [4]byte // advance and left bearing
	tables  *fixedTables

	// A composite glyph is made of others, whose numbers are put in anew for every document, so it is kept as it is.
	// Number 2 in the outline means parts[0].
	outline []byte
	numbers []int    // where in the outline the numbers stand
	parts   []*piece // of the glyph that the document shows; a part has none, even if it is composite
}

// fixedTables are the tables that are the same in every cut of a font, but for some numbers that are put in.
type fixedTables struct{ cvt, fpgm, head, hhea, maxp, prep []byte }

func newCutter(font *layout.Font) *cutter {
	return &cutter{
		font: font, code: newHuffman(sample(font.Data())),
		pieces: make([]atomic.Pointer[piece], font.TrueType().NumGlyphs()),
	}
}

var errCut = errors.New("字体子集不合预期")

// prepare makes the pieces of the characters that no document has shown yet.
func (c *cutter) prepare(mappings []sfnt.Mapping) error {
	var news []sfnt.Mapping
	for _, m := range mappings {
		g, ok := c.font.TrueType().Glyph(m.Rune)
		if !ok {
			return sfnt.ErrNoGlyph
		}
		if c.pieces[g].Load() == nil {
			news = append(news, sfnt.Mapping{Code: uint16(len(news) + 1), Rune: m.Rune})
		}
	}
	if len(news) == 0 {
		return nil
	}
	ttf, fixed, _, err := c.cut(news)
	if err != nil {
		return err
	}
	for i, m := range news {
		p, err := c.readPiece(ttf, fixed, i+1)
		if err == nil && p.numbers != nil {
			p, err = c.composite(m.Rune)
		}
		if err != nil {
			return err
		}
		g, _ := c.font.TrueType().Glyph(m.Rune)
		c.pieces[g].Store(p)
	}
	return nil
}

// cut returns a font file with the glyphs of mappings, glyph 1 that of the first.
func (c *cutter) cut(mappings []sfnt.Mapping) ([]byte, *fixedTables, int, error) {
	subset, err := c.font.TrueType().Subset(mappings)
	if err != nil {
		return nil, nil, 0, err
	}
	ttf := subset.TTF()
	fixed := &fixedTables{cvt: kept(ttf, "cvt "), fpgm: kept(ttf, "fpgm"), prep: kept(ttf, "prep"),
		head: kept(ttf, "head"), hhea: kept(ttf, "hhea"), maxp: kept(ttf, "maxp")}
	if len(fixed.head) < 54 || len(fixed.hhea) < 36 || len(fixed.maxp) < 6 {
		return nil, nil, 0, errCut
	}
	return ttf, fixed, subset.NumGlyphs(), nil
}

// kept returns a copy of a table, so that the file need not be kept for it.
func kept(ttf []byte, tag string) []byte { return bytes.Clone(table(ttf, tag)) }

// composite makes the piece of a rune whose glyph is composite, out of a cut that has nothing else: glyph 1 is the rune's,
// the others are its parts.
func (c *cutter) composite(r rune) (*piece, error) {
	ttf, fixed, n, err := c.cut([]sfnt.Mapping{{Code: 1, Rune: r}})
	if err != nil {
		return nil, err
	}
	main, err := c.readPiece(ttf, fixed, 1)
	for i := 2; i < n && err == nil; i++ {
		var part *piece
		part, err = c.readPiece(ttf, fixed, i)
		main.parts = append(main.parts, part)
	}
	return main, err
}

// readPiece reads glyph i of a cut.
func (c *cutter) readPiece(ttf []byte, fixed *fixedTables, i int) (*piece, error) {
	metrics, glyf, loca := table(ttf, "hmtx"), table(ttf, "glyf"), table(ttf, "loca")
	width := 2 << fixed.head[51] // bytes of a location
	if len(metrics) < 4*i+4 || len(loca) < width*(i+2) {
		return nil, errCut
	}
	location := func(i int) int {
		if width == 2 {
			return 2 * int(binary.BigEndian.Uint16(loca[2*i:]))
		}
		return int(binary.BigEndian.Uint32(loca[4*i:]))
	}
	start, end := location(i), location(i+1)
	if start > end || end > len(glyf) || (end-start)%4 != 0 {
		return nil, errCut
	}
	p := &piece{size: end - start, metrics: [4]byte(metrics[4*i:]), tables: fixed}
	outline := glyf[start:end]
	if p.numbers = partNumbers(outline); p.numbers != nil {
		p.outline = bytes.Clone(outline)
		return p, nil
	}
	p.adler, p.sum = adler32.Checksum(outline), sum32(outline)
	p.compress(c.code, outline)
	return p, nil
}

// partNumbers returns where the numbers of its parts stand in a composite outline (OpenType, table glyf), nil if the outline
// is not composite.
func partNumbers(outline []byte) []int {
	if len(outline) < 10 || outline[0] < 0x80 {
		return nil
	}
	var out []int
	for at := 10; at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		out = append(out, at+2)
		at += 6
		if flags&0x0001 != 0 { // arguments of two bytes each
			at += 2
		}
		switch {
		case flags&0x0008 != 0: // one scale
			at += 2
		case flags&0x0040 != 0: // two
			at += 4
		case flags&0x0080 != 0: // a matrix
			at += 8
		}
		if flags&0x0020 == 0 { // the last
			break
		}
	}
	return out
}

// withParts returns the outline and its checksums with the parts numbered from base on. The outline of a glyph that is not
// composite stays compressed: it is nil.
func (p *piece) withParts(buffer []byte, base int) (outline []byte, adler, sum uint32) {
	if p.outline == nil {
		return nil, p.adler, p.sum
	}
	outline = append(buffer[:0], p.outline...)
	for _, at := range p.numbers {
		number := int(binary.BigEndian.Uint16(outline[at:])) - 2 + base
		binary.BigEndian.PutUint16(outline[at:], uint16(number))
	}
	return outline, adler32.Checksum(outline), sum32(outline)
}

func (p *piece) compress(code *huffman, outline []byte) {
	var w bitWriter
	w.write(code, outline)
	p.numBits = uint(len(w.out))*8 + w.n
	b := binary.LittleEndian.AppendUint64(w.out, w.acc)
	b = append(b, 0, 0, 0, 0, 0, 0, 0)
	p.bits = make([]uint64, (p.numBits+63)/64)
	for i := range p.bits {
		p.bits[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
}

// table returns a table of a font file, nil if there is none.
func table(ttf []byte, tag string) []byte {
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		entry := ttf[12+16*i:]
		if string(entry[:4]) == tag {
			at, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
			return ttf[at : at+size]
		}
	}
	return nil
}

// sum32 returns the sum of 32-bit numbers.
func sum32(b []byte) uint32 {
	sum := uint32(0)
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	return sum
}

// A glyphList is the glyphs of a font file that is being written, without glyph 0.
type glyphList struct {
	pieces []*piece
	bases  []int // the number of the first part of each piece's composite glyph
}

func (l *glyphList) add(p *piece, base int) {
	l.pieces = append(l.pieces, p)
	l.bases = append(l.bases, base)
}

// fill lists the glyphs of characters in the order of their codes, and after them the parts of composite ones.
func (l *glyphList) fill(c *cutter, mappings []sfnt.Mapping) error {
	l.pieces, l.bases = l.pieces[:0], l.bases[:0]
	if err := c.prepare(mappings); err != nil {
		return err
	}
	for _, m := range mappings {
		g, _ := c.font.TrueType().Glyph(m.Rune)
		l.add(c.pieces[g].Load(), 0)
	}
	for i := range mappings {
		base := len(l.pieces) + 1
		l.bases[i] = base
		for _, part := range l.pieces[i].parts {
			l.add(part, base)
		}
	}
	if len(l.pieces) > mostGlyphs {
		return errCut
	}
	return nil
}

const mostGlyphs = 0xFFFE

// writeFontFile writes the cut of a font that has the given characters, each under its code.
func (k *work) writeFontFile(number int, c *cutter, mappings []sfnt.Mapping) error {
	l := &k.glyphs
	if err := l.fill(c, mappings); err != nil {
		return err
	}
	total, size := uint32(0), 0
	for i, p := range l.pieces {
		outline, _, sum := p.withParts(k.outline, l.bases[i])
		if outline != nil {
			k.outline = outline
		}
		total += sum
		size += p.size
	}
	k.front = appendFront(k.front[:0], l.pieces, size, total)
	at := k.beginStream(number, "/Length1 "+strconv.Itoa(len(k.front)+size))
	w := c.code.start(k.file)
	w.write(c.code, k.front)
	all := adler32.Checksum(k.front)
	for i, p := range l.pieces {
		outline, adler, _ := p.withParts(k.outline, l.bases[i])
		if outline == nil {
			w.append(p.bits, p.numBits)
		} else {
			w.write(c.code, outline)
		}
		all = joinSums(all, adler, p.size)
	}
	k.file = w.finish(c.code, all)
	k.endStream(at)
	return nil
}
