package pdfread_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/jung-kurt/gofpdf"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/pdfread"
	"github.com/fazhi-go/fazhi/internal/sfnt"
)

func fontFile(t *testing.T, path string) ([]byte, *sfnt.Font) {
	t.Helper()
	data, err := os.ReadFile("../../gongwen/fonts/" + path)
	require.NoError(t, err)
	font, err := sfnt.Parse(data)
	require.NoError(t, err)
	return data, font
}

// requireInk compares the ink of a character with the bounds that its font gives.
func requireInk(t *testing.T, font *sfnt.Font, g pdfread.Glyph) {
	t.Helper()
	glyph, ok := font.Glyph([]rune(g.Text)[0])
	require.True(t, ok)
	box, unit := font.Bounds(glyph), g.Size/float64(font.UnitsPerEm())
	require.True(t, g.Exact, g.Text)
	require.InDelta(t, g.X+float64(box.XMin)*unit, g.Ink.X1, 0.01)
	require.InDelta(t, g.X+float64(box.XMax)*unit, g.Ink.X2, 0.01)
	require.InDelta(t, g.Y-float64(box.YMax)*unit, g.Ink.Y1, 0.01)
	require.InDelta(t, g.Y-float64(box.YMin)*unit, g.Ink.Y2, 0.01)
}

func TestInkOfACompositeFont(t *testing.T) {
	data, font := fontFile(t, "fangsong/GWFangSong-Regular.ttf")
	f := gofpdf.New("P", "pt", "A4", "")
	f.AddPage()
	f.AddUTF8FontFromBytes("gw", "", data)
	f.SetFont("gw", "", 16)
	f.Text(80, 100, "法治—。")
	var b bytes.Buffer
	require.NoError(t, f.Output(&b))
	p := read(t, b.Bytes())
	require.Equal(t, "法治—。", text(p))
	for _, g := range p.Glyphs {
		requireInk(t, font, g)
	}
}

func TestInkOfASimpleFont(t *testing.T) {
	data, font := fontFile(t, "latin/GWLatin-Regular.ttf")
	p := read(t, with("BT /G 20 Tf 10 50 Td (Ag 1) Tj ET", "",
		`<</Subtype/TrueType/BaseFont/GW/Encoding/WinAnsiEncoding/FirstChar 32/Widths[250]/FontDescriptor<</MissingWidth 500/FontFile2 7 0 R>>>>`,
		streamed("/Filter/FlateDecode", deflate(string(data)))).bytes(root))
	for _, i := range []int{0, 1, 3} {
		requireInk(t, font, p.Glyphs[i])
	}
	require.False(t, p.Glyphs[2].Exact, "a blank has no ink")
	require.InDelta(t, 35, p.Glyphs[3].X, 0.001)
}

// Without an outline the ink is the cell of a Han character.
func TestInkOfAFontThatIsNotInTheFile(t *testing.T) {
	g := read(t, page("BT /F 10 Tf 20 50 Td (A) Tj ET").bytes(root)).Glyphs[0]
	require.False(t, g.Exact)
	require.InDeltaSlice(t, []float64{20, 41.2, 26.67, 51.2}, []float64{g.Ink.X1, g.Ink.Y1, g.Ink.X2, g.Ink.Y2}, 0.001)
}
