package sfnt_test

import (
	"maps"
	"math/bits"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/sfnt"
)

// subset cuts and reads a subset.
func subset(t testing.TB, font *sfnt.Font, mappings []sfnt.Mapping) (*sfnt.Subset, *sfnt.Font) {
	sub, err := font.Subset(mappings)
	require.NoError(t, err)
	small, err := sfnt.Parse(sub.TTF())
	require.NoError(t, err)
	require.Equal(t, sub.NumGlyphs(), small.NumGlyphs())
	return sub, small
}

// Subsets show what the font shows, for all characters of all fonts.
func TestSubsetKeepsGlyphs(t *testing.T) {
	for _, name := range fontFiles {
		t.Run(name, func(t *testing.T) {
			data := readFont(t, name)
			font, err := sfnt.Parse(data)
			require.NoError(t, err)
			mappings := allMappings(font)
			sub, small := subset(t, font, mappings)
			require.GreaterOrEqual(t, sub.NumGlyphs(), 1+len(mappings))
			from, to := readPlain(data), readPlain(sub.TTF())
			for _, m := range mappings {
				source, _ := font.Glyph(m.Rune)
				g, ok := small.Glyph(rune(m.Code))
				require.True(t, ok)
				requireSameGlyph(t, from, to, source, g)
				require.Equal(t, font.Advance(source), small.Advance(g))
				require.Equal(t, font.Advance(source), sub.Advance(g))
				require.Equal(t, font.Bounds(source), small.Bounds(g))
			}
			require.Equal(t, len(mappings), len(slices.Collect(small.Runes())))
			require.Equal(t, font.Metrics(), small.Metrics())
			require.Equal(t, font.Name(), small.Name())
		})
	}
}

func TestSubsetGlyphsAreInCodeOrder(t *testing.T) {
	font := parseFont(t, fangSong)
	sub, small := subset(t, font, []sfnt.Mapping{{'泉', '泉'}, {0xE000, '𫖯'}, {'一', '一'}, {'泉', '泉'}, {'0', '0'}})
	var got []sfnt.Mapping
	for g, m := range sub.All() {
		got = append(got, m)
		require.EqualValues(t, len(got), g)
		h, ok := sub.Glyph(m.Code)
		require.True(t, ok)
		require.Equal(t, g, h)
		h, ok = small.Glyph(rune(m.Code))
		require.True(t, ok)
		require.Equal(t, g, h)
	}
	require.Equal(t, []sfnt.Mapping{{'0', '0'}, {'一', '一'}, {'泉', '泉'}, {0xE000, '𫖯'}}, got)
	for range sub.All() {
		break
	}
	_, ok := sub.Glyph('二')
	require.False(t, ok)
	require.Zero(t, sub.Advance(5))
}

func TestSubsetNotdefIsEmpty(t *testing.T) {
	font := parseFont(t, fangSong)
	require.NotZero(t, font.Bounds(0), "the font's own .notdef has ink")
	sub, small := subset(t, font, mappingsOf([]rune("一")))
	require.Empty(t, readPlain(sub.TTF()).outline(0))
	require.Zero(t, small.Bounds(0))
	require.Equal(t, font.Advance(0), small.Advance(0))
}

func TestSubsetIsWellFormed(t *testing.T) {
	font := parseFont(t, kai)
	for name, runes := range map[string][]rune{
		"nothing":    nil,
		"only space": []rune(" "),
		"few":        []rune("一二三、abc"),
		"many":       someHan(font, 2000),
	} {
		t.Run(name, func(t *testing.T) {
			sub, _ := subset(t, font, mappingsOf(runes))
			p := readPlain(sub.TTF())
			require.Equal(t, []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"},
				slices.Sorted(maps.Keys(p.tables)))
			require.Equal(t, words(10, 128, 3, 32), p.data[4:12])
			require.Equal(t, uint32(0xB1B0AFBA), plainSum(p.data))
			for tag, table := range p.tables {
				if tag == "head" {
					table = patched(patched(table, 8, 0), 10, 0)
				}
				require.NotEmpty(t, table, tag)
				require.Equal(t, plainSum(table), p.sums[tag], tag)
			}
			require.EqualValues(t, sub.NumGlyphs(), be16(p.tables["hhea"], 34))
			require.Len(t, p.tables["hmtx"], 4*sub.NumGlyphs())
			requireSearchable(t, p.tables["cmap"][12:])
		})
	}
}

// requireSearchable checks the fields of a map of format 4 that serve binary search.
func requireSearchable(t testing.TB, cmap []byte) {
	n := int(be16(cmap, 6)) / 2
	power := bits.Len(uint(n)) - 1
	require.EqualValues(t, len(cmap), be16(cmap, 2))
	require.Equal(t, words(2<<power, power, 2*n-2<<power), cmap[8:14])
	require.EqualValues(t, 0xFFFF, be16(cmap, 14+2*(n-1)))
}

func TestSubsetSameBytes(t *testing.T) {
	font, again := parseFont(t, song), parseFont(t, song)
	mappings := mappingsOf(someHan(font, 500))
	want, err := font.Subset(mappings)
	require.NoError(t, err)
	mixed := append(slices.Clone(mappings), mappings[:100]...)
	shuffle(mixed)
	given := slices.Clone(mixed)
	got, err := again.Subset(mixed)
	require.NoError(t, err)
	require.Equal(t, want.TTF(), got.TTF())
	require.Equal(t, given, mixed, "the caller's slice is left alone")
}

// Two runes that share a glyph get one each, so that the way back from glyph to rune is clear.
func TestSubsetSharedGlyph(t *testing.T) {
	data := readFont(t, latin)
	font, err := sfnt.Parse(data)
	require.NoError(t, err)
	source, _ := font.Glyph('A')
	sub, small := subset(t, font, []sfnt.Mapping{{'A', 'A'}, {'B', 'A'}})
	require.Equal(t, 3, sub.NumGlyphs())
	for code, want := range map[rune]sfnt.GlyphID{'A': 1, 'B': 2} {
		g, ok := small.Glyph(code)
		require.True(t, ok)
		require.Equal(t, want, g)
		requireSameGlyph(t, readPlain(data), readPlain(sub.TTF()), source, g)
	}
}

func TestSubsetComponents(t *testing.T) {
	data := readFont(t, latin)
	font, err := sfnt.Parse(data)
	require.NoError(t, err)
	p := readPlain(data)
	accented, _ := font.Glyph('é')
	require.NotEmpty(t, components(p.outline(accented)), "é is composite in this font")
	for name, c := range map[string]struct {
		text   string
		glyphs int
	}{
		"with its parts":                 {"é", 4},
		"a part that has a code is once": {"eé", 4},
		"two that share a part":          {"éè", 6},
	} {
		t.Run(name, func(t *testing.T) {
			sub, _ := subset(t, font, mappingsOf([]rune(c.text)))
			require.Equal(t, c.glyphs, sub.NumGlyphs())
		})
	}
}

// Outlines longer than 128 KB in all make the table loca long.
func TestSubsetLocaFormats(t *testing.T) {
	font := parseFont(t, song)
	for n, long := range map[int]bool{10: false, 2000: true} {
		sub, _ := subset(t, font, mappingsOf(someHan(font, n)))
		require.Equal(t, long, be16(readPlain(sub.TTF()).tables["head"], 50) == 1)
	}
}

// The programs for hinting go along: without them the glyphs' own instructions are wrong.
func TestSubsetKeepsHinting(t *testing.T) {
	programs := map[string][]byte{"cvt ": {1, 2}, "fpgm": {3}, "prep": {4, 5, 6}}
	font, err := sfnt.Parse(altered(readFont(t, latin), programs))
	require.NoError(t, err)
	sub, _ := subset(t, font, mappingsOf([]rune("A")))
	for tag, table := range programs {
		require.Equal(t, table, readPlain(sub.TTF()).tables[tag])
	}
}

func TestSubsetRefuses(t *testing.T) {
	font := parseFont(t, latin)
	scattered := []sfnt.Mapping{}
	for code := 2; len(scattered) < 8189; code += 2 {
		scattered = append(scattered, sfnt.Mapping{Code: uint16(code), Rune: 'I'})
	}
	for name, c := range map[string]struct {
		mappings []sfnt.Mapping
		want     error
	}{
		"no glyph":        {[]sfnt.Mapping{{'A', 'A'}, {'一', '一'}}, sfnt.ErrNoGlyph},
		"no rune":         {[]sfnt.Mapping{{'A', -1}}, sfnt.ErrNoGlyph},
		"code 0":          {[]sfnt.Mapping{{0, 'A'}}, sfnt.ErrMapping},
		"code 0xFFFF":     {[]sfnt.Mapping{{0xFFFF, 'A'}}, sfnt.ErrMapping},
		"two runes":       {[]sfnt.Mapping{{1, 'A'}, {1, 'B'}}, sfnt.ErrMapping},
		"too many places": {scattered, sfnt.ErrMapping},
	} {
		t.Run(name, func(t *testing.T) {
			sub, err := font.Subset(c.mappings)
			require.ErrorIs(t, err, c.want)
			require.Nil(t, sub)
		})
	}
	subset(t, font, scattered[1:])
}
