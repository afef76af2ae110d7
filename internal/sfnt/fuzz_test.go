package sfnt_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// addSeeds adds small fonts of every shape.
func addSeeds(f *testing.F, add func(data []byte)) {
	font := parseFont(f, latin)
	sub, err := font.Subset(mappingsOf([]rune("Aeé")))
	require.NoError(f, err)
	dot := words(0, 0, 0, 1, 1, 0)
	add(sub.TTF())
	add(collection(sub.TTF(), sub.TTF()))
	add(withGlyphs(f, nil, composite(2, 3), composite(3), dot))
	add(withGlyphs(f, nil, composite(2), composite(1)))
	add(altered(withGlyphs(f, nil, dot), map[string][]byte{
		"cmap": words(0, 1, 3, 10, 0, 12, 12, 0, 0, 40, 0, 0, 0, 2, 0, 'A', 0, 'A', 0, 1, 2, 0, 2, 9, 0, 1),
		"OS/2": nil, "post": nil, "name": nil,
	}))
}

func FuzzParse(f *testing.F) {
	addSeeds(f, func(data []byte) { f.Add(data, 0) })
	f.Fuzz(func(t *testing.T, data []byte, index int) {
		font, err := sfnt.ParseCollection(data, index)
		if err != nil {
			require.Nil(t, font)
			return
		}
		for r := range font.Runes() {
			g, ok := font.Glyph(r)
			require.True(t, ok)
			require.Less(t, int(g), font.NumGlyphs())
		}
		for g := range font.NumGlyphs() {
			font.Advance(sfnt.GlyphID(g))
			font.Bounds(sfnt.GlyphID(g))
		}
	})
}

// FuzzSubset cuts some characters out of any font; the result, if there is one, is a font that shows them alike.
func FuzzSubset(f *testing.F) {
	addSeeds(f, func(data []byte) { f.Add(data, uint16(0), uint8(3)) })
	f.Fuzz(func(t *testing.T, data []byte, skip uint16, count uint8) {
		font, err := sfnt.Parse(data)
		if err != nil {
			return
		}
		runes := slices.Collect(font.Runes())
		runes = runes[min(len(runes), int(skip)):]
		mappings := codesFor(runes[:min(len(runes), int(count))])
		sub, err := font.Subset(mappings)
		if err != nil {
			return
		}
		again, err := sfnt.Parse(sub.TTF())
		require.NoError(t, err)
		require.Equal(t, sub.NumGlyphs(), again.NumGlyphs())
		from, to := readPlain(data), readPlain(sub.TTF())
		for g, m := range sub.All() {
			source, _ := font.Glyph(m.Rune)
			got, ok := again.Glyph(rune(m.Code))
			require.True(t, ok)
			require.Equal(t, g, got)
			require.Equal(t, font.Advance(source), again.Advance(got))
			require.Equal(t, font.Bounds(source), again.Bounds(got))
			requireSameGlyph(t, from, to, source, got)
		}
	})
}

// codesFor gives the runes of a font that may map anything consecutive codes.
func codesFor(runes []rune) []sfnt.Mapping {
	out := make([]sfnt.Mapping, len(runes))
	for i, r := range runes {
		out[i] = sfnt.Mapping{Code: uint16(0xE000 + i), Rune: r}
	}
	return out
}
