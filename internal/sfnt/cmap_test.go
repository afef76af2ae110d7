package sfnt_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// The fonts have both formats; they agree on the Basic Multilingual Plane.
func TestFormatsAgree(t *testing.T) {
	for _, name := range fontFiles {
		data := readFont(t, name)
		both, err := sfnt.Parse(data)
		require.NoError(t, err)
		basic, err := sfnt.Parse(altered(data, map[string][]byte{"cmap": only(t, data, 4)}))
		require.NoError(t, err)
		want := 0
		for r := range both.Runes() {
			if r > 0xFFFF {
				break
			}
			want++
			g, _ := both.Glyph(r)
			h, ok := basic.Glyph(r)
			require.True(t, ok, "%s %U", name, r)
			require.Equal(t, g, h, "%s %U", name, r)
		}
		require.Len(t, slices.Collect(basic.Runes()), want)
	}
}

// only returns table cmap with its Unicode map of one format alone.
func only(t testing.TB, data []byte, format int) []byte {
	cmap := readPlain(data).tables["cmap"]
	for i := range int(be16(cmap, 2)) {
		if b := cmap[be32(cmap, 4+8*i+4):]; int(be16(b, 0)) == format {
			return slices.Concat(words(0, 1, 3, 1, 0, 12), b)
		}
	}
	require.Fail(t, "no such format")
	return nil
}

func TestCmap(t *testing.T) {
	format4 := func(length int, ends, starts, deltas, offsets, glyphs []int) []byte {
		return slices.Concat(words(0, 1, 3, 1, 0, 12), words(4, length, 0, 2*len(ends), 0, 0, 0), words(ends...), words(0),
			words(starts...), words(deltas...), words(offsets...), words(glyphs...))
	}
	format12 := func(groups ...int) []byte {
		b := slices.Concat(words(0, 1, 3, 10, 0, 12), words(12, 0, 0, 0, 0, 0, 0, len(groups)/3))
		for _, v := range groups {
			b = append(b, words(v>>16, v)...)
		}
		return b
	}
	for name, c := range map[string]struct {
		cmap []byte
		want map[rune]sfnt.GlyphID
	}{
		"format 4 with a difference": {
			format4(0, []int{'C', 0xFFFF}, []int{'A', 0xFFFF}, []int{5 - 'A', 1}, []int{0, 0}, nil),
			map[rune]sfnt.GlyphID{'A': 5, 'B': 6, 'C': 7},
		},
		"format 4 with a list, which has a gap": {
			format4(0, []int{'C', 0xFFFF}, []int{'A', 0xFFFF}, []int{0, 1}, []int{4, 0}, []int{9, 0, 8}),
			map[rune]sfnt.GlyphID{'A': 9, 'C': 8},
		},
		"format 4 with a list and a difference": {
			format4(0, []int{'B', 0xFFFF}, []int{'A', 0xFFFF}, []int{2, 1}, []int{4, 0}, []int{9, 8}),
			map[rune]sfnt.GlyphID{'A': 11, 'B': 10},
		},
		"format 4 with a list that is cut off": {
			format4(0, []int{'C', 0xFFFF}, []int{'A', 0xFFFF}, []int{0, 1}, []int{4, 0}, []int{9}),
			map[rune]sfnt.GlyphID{'A': 9},
		},
		"format 4 with overlapping segments": {
			format4(0, []int{'B', 'C'}, []int{'A', 'A'}, []int{5 - 'A', 7 - 'A'}, []int{0, 0}, nil),
			map[rune]sfnt.GlyphID{'A': 5, 'B': 6, 'C': 9},
		},
		"format 4 that maps to .notdef and to glyphs that are not": {
			format4(0, []int{'B', 'C'}, []int{'B', 'C'}, []int{-'B', 999 - 'C'}, []int{0, 0}, nil),
			nil,
		},
		"format 12": {
			format12('A', 'B', 5, 0x20000, 0x20001, 7),
			map[rune]sfnt.GlyphID{'A': 5, 'B': 6, 0x20000: 7, 0x20001: 8},
		},
		"format 12 with overlapping groups": {
			format12('A', 'B', 5, 'A', 'C', 7),
			map[rune]sfnt.GlyphID{'A': 5, 'B': 6, 'C': 9},
		},
		"format 12 beyond Unicode and beyond the glyphs": {
			format12(0x10FFFF, 0x7FFFFFFF, 3, 0x7FFFFFFE, 0x7FFFFFFF, 4),
			map[rune]sfnt.GlyphID{0x10FFFF: 3},
		},
		"format 12 that maps to .notdef": {
			format12('A', 'B', 0),
			map[rune]sfnt.GlyphID{'B': 1},
		},
	} {
		t.Run(name, func(t *testing.T) {
			font, err := sfnt.Parse(altered(readFont(t, latin), map[string][]byte{"cmap": c.cmap}))
			require.NoError(t, err)
			got := map[rune]sfnt.GlyphID{}
			for r := range font.Runes() {
				got[r], _ = font.Glyph(r)
			}
			if c.want == nil {
				c.want = map[rune]sfnt.GlyphID{}
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestCmapRefused(t *testing.T) {
	for name, cmap := range map[string][]byte{
		"empty":              {},
		"symbols only":       words(0, 1, 3, 0, 0, 12, 4),
		"format 6":           words(0, 1, 3, 1, 0, 12, 6),
		"outside":            words(0, 1, 3, 1, 0xFFFF, 0xFFFF),
		"format 4 cut off":   words(0, 1, 3, 1, 0, 12, 4, 100, 0, 20),
		"segments cut off":   words(0, 1, 3, 1, 0, 12, 4, 100, 0, 20, 0, 0, 0, 1, 2, 3),
		"format 12 cut off":  words(0, 1, 3, 10, 0, 12, 12, 0, 0),
		"records cut off":    words(0, 9, 3, 1),
		"only the last byte": words(0, 1, 3, 1, 0, 11),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := sfnt.Parse(altered(readFont(t, latin), map[string][]byte{"cmap": cmap}))
			require.ErrorIs(t, err, sfnt.ErrFormat)
		})
	}
}
