package sfnt_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// withGlyphs returns a font whose glyphs are the given outlines; 'A' is glyph 1, 'B' is glyph 2 and so on.
func withGlyphs(t testing.TB, outlines ...[]byte) []byte {
	n := len(outlines)
	loca, glyf := words(0), []byte{}
	for _, o := range outlines {
		glyf = append(append(glyf, o...), make([]byte, len(o)%2)...)
		loca = append(loca, words(len(glyf)/2)...)
	}
	data := readFont(t, latin)
	tables := readPlain(data).tables
	last := 'A' + n - 2
	return altered(data, map[string][]byte{
		"maxp": patched(tables["maxp"], 4, n),
		"head": patched(tables["head"], 50, 0),
		"hhea": patched(tables["hhea"], 34, n),
		"hmtx": make([]byte, 4*n),
		"loca": loca,
		"glyf": glyf,
		"cmap": slices.Concat(words(0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 0, 0, 0), words(last, 0xFFFF, 0, 'A', 0xFFFF),
			words(1-'A', 1, 0, 0)),
	})
}

// composite returns the outline of a glyph with components.
func composite(glyphs ...int) []byte {
	b := words(-1, 0, 0, 0, 0)
	for i, g := range glyphs {
		flags := 1 << 5
		if i == len(glyphs)-1 {
			flags = 0
		}
		b = append(b, words(flags, g, 0)...)
	}
	return b
}

func TestSubsetRefusesDamagedGlyphs(t *testing.T) {
	dot := words(0, 0, 0, 1, 1, 0)
	doubling := [][]byte{nil}
	for g := 2; g < 40; g++ {
		doubling = append(doubling, composite(g, g))
	}
	doubling = append(doubling, dot)
	for name, outlines := range map[string][][]byte{
		"shorter than its header":          {nil, dot[:8]},
		"component cut off":                {nil, composite(2)[:12], dot},
		"component's arguments cut off":    {nil, composite(2)[:14], dot},
		"component that is not there":      {nil, composite(9), dot},
		"component damaged":                {nil, composite(2), dot[:8]},
		"itself":                           {nil, composite(1)},
		"itself by way of another":         {nil, composite(2), composite(1)},
		"itself by way of others":          {nil, composite(2), composite(3), composite(4, 2), dot},
		"two to the power of 38 dots":      doubling,
		"more components than a glyph has": {nil, composite(make([]int, 2000)...)},
	} {
		t.Run(name, func(t *testing.T) {
			font, err := sfnt.Parse(withGlyphs(t, outlines...))
			require.NoError(t, err)
			_, err = font.Subset([]sfnt.Mapping{{'A', 'A'}})
			require.ErrorIs(t, err, sfnt.ErrFormat)
		})
	}
}

func TestSubsetNestedComponents(t *testing.T) {
	dot := words(0, 0, 0, 1, 1, 0)
	data := withGlyphs(t, dot, composite(2, 3), composite(3, 0), dot)
	font, err := sfnt.Parse(data)
	require.NoError(t, err)
	sub, small := subset(t, font, []sfnt.Mapping{{'A', 'A'}})
	require.Equal(t, 5, sub.NumGlyphs(), ".notdef, A, its two parts, and .notdef's outline as a part")
	g, _ := small.Glyph('A')
	requireSameGlyph(t, readPlain(data), readPlain(sub.TTF()), 1, g)
}

// Components have arguments and scales of different sizes.
func TestSubsetComponentShapes(t *testing.T) {
	const more, argsAreWords, scale, twoScales, twoByTwo = 1 << 5, 1 << 0, 1 << 3, 1 << 6, 1 << 7
	part := func(flags, glyph, numbers int) []byte {
		return append(words(flags, glyph), make([]byte, 2*numbers)...)
	}
	shapes := slices.Concat(words(-1, 0, 0, 0, 0),
		part(more, 4, 1),
		part(more|argsAreWords, 3, 2),
		part(more|scale, 2, 2),
		part(more|twoScales, 3, 3),
		part(more|argsAreWords|twoByTwo, 4, 6),
		part(argsAreWords|scale, 2, 3))
	dot := func(n int) []byte { return words(0, 0, 0, n, n, 0) }
	data := withGlyphs(t, nil, shapes, dot(2), dot(3), dot(4))
	font, err := sfnt.Parse(data)
	require.NoError(t, err)
	sub, _ := subset(t, font, []sfnt.Mapping{{'A', 'A'}})
	require.Equal(t, 5, sub.NumGlyphs())
	requireSameGlyph(t, readPlain(data), readPlain(sub.TTF()), 1, 1)
	for n := 0; n < len(shapes)-10; n += 2 {
		cut, err := sfnt.Parse(withGlyphs(t, nil, shapes[:10+n], dot(2), dot(3), dot(4)))
		require.NoError(t, err)
		_, err = cut.Subset([]sfnt.Mapping{{'A', 'A'}})
		require.ErrorIs(t, err, sfnt.ErrFormat, "%d bytes", n)
	}
}

// Outlines that overlap must not make a subset much longer than the font.
func TestSubsetRefusesOverlap(t *testing.T) {
	const n, size = 2000, 60000
	data := withGlyphs(t, append(slices.Repeat([][]byte{nil}, n-1), words(make([]int, size/2)...))...)
	loca := words(slices.Repeat([]int{0, size / 2}, n/2)...)
	font, err := sfnt.Parse(altered(data, map[string][]byte{"loca": append(loca, words(0)...)}))
	require.NoError(t, err)
	var odd []sfnt.Mapping
	for i := 1; i < n; i += 2 {
		odd = append(odd, sfnt.Mapping{Code: uint16(i), Rune: rune('A' + i - 2)})
	}
	_, err = font.Subset(odd[1:])
	require.ErrorIs(t, err, sfnt.ErrFormat)
}
