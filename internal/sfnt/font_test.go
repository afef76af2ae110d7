package sfnt_test

import (
	"slices"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/sfnt"
)

func TestMetrics(t *testing.T) {
	upright := sfnt.Metrics{
		UnitsPerEm: 1000, Ascent: 1050, Descent: -150, CapHeight: 637, Weight: 400,
		Box: sfnt.Rect{XMin: -211, YMin: -269, XMax: 1006, YMax: 865},
	}
	bold := sfnt.Metrics{
		UnitsPerEm: 2048, Ascent: 1825, Descent: -443, CapHeight: 1341, Weight: 700,
		Box: sfnt.Rect{XMin: -373, YMin: -523, XMax: 2062, YMax: 1858},
	}
	require.Equal(t, upright, parseFont(t, fangSong).Metrics())
	require.Equal(t, bold, parseFont(t, "latinbold/GWLatin-Bold.ttf").Metrics())
	require.Equal(t, 2048, parseFont(t, latin).UnitsPerEm())
}

func TestMetricsOfSparseFonts(t *testing.T) {
	data := readFont(t, latin)
	tables := readPlain(data).tables
	italic := patched(patched(tables["post"], 4, -12), 14, 1)
	for name, c := range map[string]struct {
		changes map[string][]byte
		want    func(*sfnt.Metrics)
	}{
		"nothing missing": {nil, func(*sfnt.Metrics) {}},
		"no OS/2: H is measured": {map[string][]byte{"OS/2": nil},
			func(m *sfnt.Metrics) { m.CapHeight = 1341 }},
		"no height in hhea: OS/2": {map[string][]byte{"hhea": patched(patched(tables["hhea"], 4, 0), 6, 0)},
			func(m *sfnt.Metrics) { m.Ascent, m.Descent = 1420, -442 }},
		"italic and of one width": {map[string][]byte{"post": italic},
			func(m *sfnt.Metrics) { m.Italic, m.FixedPitch = -12, true }},
		"not to be embedded": {map[string][]byte{"OS/2": patched(tables["OS/2"], 8, 2)},
			func(m *sfnt.Metrics) { m.Embedding = 2 }},
	} {
		t.Run(name, func(t *testing.T) {
			want := parseFont(t, latin).Metrics()
			c.want(&want)
			font, err := sfnt.Parse(altered(data, c.changes))
			require.NoError(t, err)
			require.Equal(t, want, font.Metrics())
		})
	}
}

func TestName(t *testing.T) {
	require.Equal(t, sfnt.Name{Family: "GW FangSong", PostScript: "GWFangSong-Regular"}, parseFont(t, fangSong).Name())
	require.Equal(t, sfnt.Name{Family: "GW Latin", PostScript: "GWLatin-Bold"}, parseFont(t, fontFiles[6]).Name())
}

func TestNamePrefersEnglish(t *testing.T) {
	const family = 1
	record := func(platform, encoding, language, size, start int) []byte {
		return words(platform, encoding, language, family, size, start)
	}
	chinese, english, mac := record(3, 1, 0x804, 4, 0), record(3, 1, 0x409, 4, 4), record(1, 0, 0, 2, 8)
	text := append(words('仿', '宋', 'F', 'S'), "MS"...)
	for name, c := range map[string]struct {
		records [][]byte
		want    string
	}{
		"all":           {[][]byte{mac, chinese, english}, "FS"},
		"no English":    {[][]byte{mac, chinese}, "仿宋"},
		"Macintosh":     {[][]byte{mac}, "MS"},
		"cut off":       {[][]byte{record(3, 1, 0x409, 4, 8)}, ""},
		"other systems": {[][]byte{record(2, 0, 0, 2, 8)}, ""},
		"none":          {nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			table := slices.Concat(words(0, len(c.records), 6+12*len(c.records)), slices.Concat(c.records...), text)
			font, err := sfnt.Parse(altered(readFont(t, latin), map[string][]byte{"name": table}))
			require.NoError(t, err)
			require.Equal(t, sfnt.Name{Family: c.want}, font.Name())
		})
	}
}

func TestGlyph(t *testing.T) {
	font := parseFont(t, fangSong)
	for _, r := range "一泉鲤。（0Az𫖯𬺈" {
		g, ok := font.Glyph(r)
		require.True(t, ok, "%U", r)
		require.NotZero(t, g)
	}
	for _, r := range []rune{-1, 0, '體', '①', 0xD800, 0xFFFF, 0x10FFFF, unicode.MaxRune + 1, 1<<31 - 1, -1 << 31} {
		g, ok := font.Glyph(r)
		require.False(t, ok, "%U", r)
		require.Zero(t, g)
	}
}

func TestAdvance(t *testing.T) {
	for name, widths := range map[string]map[rune]int{
		fangSong: {'一': 1000, '0': 533, '“': 331, '—': 1000},
		song:     {'一': 1000, '“': 1000, '①': 1000},
		kai:      {'一': 1000, '“': 350, '—': 1000},
		latin:    {'0': 1024, ' ': 512, 'W': 1933},
	} {
		font := parseFont(t, name)
		for r, width := range widths {
			g, ok := font.Glyph(r)
			require.True(t, ok, "%U", r)
			require.Equal(t, width, font.Advance(g), "%s %U", name, r)
		}
		require.Zero(t, font.Advance(sfnt.GlyphID(font.NumGlyphs())))
	}
}

func TestBounds(t *testing.T) {
	font := parseFont(t, song)
	box := func(r rune) sfnt.Rect {
		g, ok := font.Glyph(r)
		require.True(t, ok)
		return font.Bounds(g)
	}
	one, dot := box('一'), box('。')
	require.Less(t, one.YMax-one.YMin, 200, "a stroke is flat")
	require.Greater(t, one.XMax-one.XMin, 800, "and wide")
	require.Less(t, dot.XMax, 500, "the stop stands in the left half")
	require.Zero(t, box(' '))
	require.Zero(t, font.Bounds(sfnt.GlyphID(font.NumGlyphs())))
}

func TestZeroFont(t *testing.T) {
	var font sfnt.Font
	_, ok := font.Glyph('一')
	require.False(t, ok)
	require.Zero(t, font.Advance(0))
	require.Zero(t, font.Bounds(0))
	require.Empty(t, slices.Collect(font.Runes()))
	_, err := font.Subset(mappingsOf([]rune("一")))
	require.ErrorIs(t, err, sfnt.ErrNoGlyph)
}

func TestRunesAscendAndStop(t *testing.T) {
	font := parseFont(t, kai)
	runes := slices.Collect(font.Runes())
	require.Len(t, runes, 9133)
	require.True(t, slices.IsSorted(runes))
	require.Len(t, slices.Compact(runes), 9133)
	for r := range font.Runes() {
		require.Equal(t, ' ', r)
		break
	}
}

func TestParseRefuses(t *testing.T) {
	data := readFont(t, latin)
	tables := readPlain(data).tables
	change := func(tag string, table []byte) []byte { return altered(data, map[string][]byte{tag: table}) }
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":              {nil, sfnt.ErrFormat},
		"another file":         {[]byte("PK\x03\x04 is not a font"), sfnt.ErrFormat},
		"OpenType with CFF":    {append([]byte("OTTO"), data[4:]...), sfnt.ErrOutlines},
		"CFF without glyf":     {altered(data, map[string][]byte{"glyf": nil, "CFF ": {1}}), sfnt.ErrOutlines},
		"no head":              {change("head", nil), sfnt.ErrFormat},
		"no maxp":              {change("maxp", nil), sfnt.ErrFormat},
		"no hhea":              {change("hhea", nil), sfnt.ErrFormat},
		"no hmtx":              {change("hmtx", nil), sfnt.ErrFormat},
		"no loca":              {change("loca", nil), sfnt.ErrFormat},
		"no cmap":              {change("cmap", nil), sfnt.ErrFormat},
		"no em":                {change("head", patched(tables["head"], 18, 0)), sfnt.ErrFormat},
		"strange loca":         {change("head", patched(tables["head"], 50, 2)), sfnt.ErrFormat},
		"long loca is short":   {change("head", patched(tables["head"], 50, 1)), sfnt.ErrFormat},
		"no glyphs":            {change("maxp", patched(tables["maxp"], 4, 0)), sfnt.ErrFormat},
		"more glyphs":          {change("maxp", patched(tables["maxp"], 4, 0xFFFF)), sfnt.ErrFormat},
		"no advances":          {change("hhea", patched(tables["hhea"], 34, 0)), sfnt.ErrFormat},
		"a directory too long": {patched(data, 4, 0xFFFF), sfnt.ErrFormat},
		"a table outside":      {patched(data, 12+12, 0xFFFF), sfnt.ErrFormat},
	} {
		t.Run(name, func(t *testing.T) {
			font, err := sfnt.Parse(c.data)
			require.ErrorIs(t, err, c.want)
			require.Nil(t, font)
		})
	}
}

// A font that lacks what a subset can do without is read.
func TestParseIsContent(t *testing.T) {
	data := altered(readFont(t, latin), map[string][]byte{"OS/2": nil, "post": nil, "name": nil})
	font, err := sfnt.Parse(data)
	require.NoError(t, err)
	require.Zero(t, font.Name())
	sub, err := font.Subset(mappingsOf([]rune("Az")))
	require.NoError(t, err)
	_, err = sfnt.Parse(sub.TTF())
	require.NoError(t, err)
}

// Every beginning of a font is refused, or is a font.
func TestParseCutOff(t *testing.T) {
	data := readFont(t, latin)
	for n := range data {
		font, err := sfnt.Parse(data[:n:n])
		if err == nil {
			_, _ = font.Subset(allMappings(font))
		}
	}
}

func TestCollection(t *testing.T) {
	regular, bold := readFont(t, latin), readFont(t, "latinbold/GWLatin-Bold.ttf")
	data := collection(regular, bold)
	for index, single := range [][]byte{regular, bold} {
		member, err := sfnt.ParseCollection(data, index)
		require.NoError(t, err)
		alone, err := sfnt.Parse(single)
		require.NoError(t, err)
		require.Equal(t, alone.Name(), member.Name())
		fromMember, err := member.Subset(allMappings(member))
		require.NoError(t, err)
		fromAlone, err := alone.Subset(allMappings(alone))
		require.NoError(t, err)
		require.Equal(t, fromAlone.TTF(), fromMember.TTF())
	}
	first, err := sfnt.Parse(data)
	require.NoError(t, err)
	require.Equal(t, "GWLatin-Regular", first.Name().PostScript)
	for _, index := range []int{-1, 2} {
		_, err := sfnt.ParseCollection(data, index)
		require.ErrorIs(t, err, sfnt.ErrFormat)
	}
	_, err = sfnt.ParseCollection(regular, 1)
	require.ErrorIs(t, err, sfnt.ErrFormat)
}

// collection puts fonts into one file.
func collection(fonts ...[]byte) []byte {
	file := append([]byte("ttcf"), words(1, 0, 0, len(fonts))...)
	start := len(file) + 4*len(fonts)
	var body []byte
	for _, font := range fonts {
		offset := start + len(body)
		file = append(file, words(offset>>16, offset)...)
		body = append(body, moved(font, offset)...)
	}
	return append(file, body...)
}

// moved adds an offset to the places of all tables.
func moved(font []byte, offset int) []byte {
	font = append(slices.Clone(font), make([]byte, -len(font)&3)...)
	for i := range int(be16(font, 4)) {
		at := 12 + 16*i + 8
		place := int(be32(font, at)) + offset
		copy(font[at:], words(place>>16, place))
	}
	return font
}
