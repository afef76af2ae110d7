package pdfread_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/pdfread"
)

// with returns a page with more objects; its resources have what is given beside the font F.
func with(contents, resources string, objects ...string) *builder {
	b := page(contents)
	b.objects[1][1] = strings.Replace(b.objects[1][1], "<</Font<<", "<<"+resources+"/Font<</G 6 0 R", 1)
	for i, o := range objects {
		b.add(6+i, "%s", o)
	}
	return b
}

func streamed(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// Where the operators of text put a character: of the last one the left end, the baseline and the size.
func TestPlacesOfText(t *testing.T) {
	for name, k := range map[string]struct {
		contents   string
		x, y, size float64
	}{
		"Td":                      {"BT /F 10 Tf 20 50 Td (A) Tj ET", 20, 50, 10},
		"Td twice":                {"BT /F 10 Tf 20 50 Td 5 -10 Td (A) Tj ET", 25, 60, 10},
		"TD and T*":               {"BT /F 10 Tf 20 50 TD 0 -12 TD T* (A) Tj ET", 20, 74, 10},
		"Tm":                      {"BT /F 1 Tf 8 0 0 8 30 40 Tm (A) Tj ET", 30, 60, 8},
		"cm":                      {"q 2 0 0 2 10 0 cm BT /F 10 Tf 5 20 Td (A) Tj ET Q", 20, 60, 20},
		"widths":                  {"BT /F 10 Tf 20 50 Td (AA) Tj ET", 26.67, 50, 10},
		"spacing of characters":   {"BT /F 10 Tf 3 Tc 20 50 Td (AA) Tj ET", 29.67, 50, 10},
		"spacing of words":        {"BT /F 10 Tf 3 Tw 20 50 Td ( A) Tj ET", 25.78, 50, 10},
		"a shift":                 {"BT /F 10 Tf 20 50 Td [(A) -500 (A)] TJ ET", 31.67, 50, 10},
		"scaling":                 {"BT /F 10 Tf 50 Tz 20 50 Td (AA) Tj ET", 23.335, 50, 10},
		"rise":                    {"BT /F 10 Tf 4 Ts 20 50 Td (A) Tj ET", 20, 46, 10},
		"a new line":              {"BT /F 10 Tf 14 TL 20 50 Td (A) ' ET", 20, 64, 10},
		"a new line with spacing": {"BT /F 10 Tf 14 TL 20 50 Td 1 2 (AA) \" ET", 28.67, 64, 10},
	} {
		t.Run(name, func(t *testing.T) {
			p := read(t, page(k.contents).bytes(root))
			g := p.Glyphs[len(p.Glyphs)-1]
			require.Equal(t, "A", g.Text)
			require.InDelta(t, k.x, g.X, 0.001)
			require.InDelta(t, k.y, g.Y, 0.001)
			require.InDelta(t, k.size, g.Size, 0.001)
		})
	}
}

func TestTurnedTextAndPages(t *testing.T) {
	for contents, angle := range map[string]int{
		"BT /F 10 Tf 0 1 -1 0 50 20 Tm (A) Tj ET": 90, "BT /F 10 Tf -1 0 0 -1 50 20 Tm (A) Tj ET": 180,
		"BT /F 10 Tf 0 -1 1 0 50 20 Tm (A) Tj ET": 270, "BT /F 10 Tf 1 1 -1 1 50 20 Tm (A) Tj ET": -1,
	} {
		require.Equal(t, angle, read(t, page(contents).bytes(root)).Glyphs[0].Angle)
	}
	for turn, want := range map[int][4]float64{90: {100, 200, 50, 20}, 180: {200, 100, 180, 50}, 270: {100, 200, 50, 180}} {
		b := page(hello)
		b.objects[2][1] = strings.Replace(b.objects[2][1], "/Parent", fmt.Sprintf("/Rotate %d/Parent", turn), 1)
		p := read(t, b.bytes(root))
		g := p.Glyphs[0]
		require.Equal(t, want, [4]float64{p.Width, p.Height, g.X, g.Y}, "turned by %d", turn)
		require.Equal(t, (360-turn)%360, g.Angle)
	}
}

func TestColoursAndHiddenText(t *testing.T) {
	for contents, want := range map[string]pdfread.Color{
		"1 0 0 rg": {R: 255}, "0.5 g": {R: 128, G: 128, B: 128}, "0 0.8 0.8 0 k": {R: 255, G: 51, B: 51},
		"/DeviceRGB cs 0 1 0 sc": {G: 255}, "/S cs 1 scn": {}, "q 1 0 0 rg Q": {}, "1 0 0 RG 1 Tr": {R: 255},
	} {
		b := with(contents+" "+hello, "/ColorSpace<</S[/Separation/Black/DeviceGray 6 0 R]>>")
		require.Equal(t, want, read(t, b.bytes(root)).Glyphs[0].Color, contents)
	}
	require.True(t, read(t, page("3 Tr "+hello).bytes(root)).Glyphs[0].Hidden)
	require.True(t, read(t, page("2 Tr "+hello).bytes(root)).Glyphs[0].Stroked)
}

func TestRules(t *testing.T) {
	for contents, want := range map[string][]pdfread.Rule{
		"2 w 10 20 m 110 20 l S":                            {{X1: 10, Y1: 80, X2: 110, Y2: 80, Thickness: 2}},
		"1 0 0 RG 1 w 110 20 m 10 20 l S":                   {{X1: 10, Y1: 80, X2: 110, Y2: 80, Thickness: 1, Color: pdfread.Color{R: 255}}},
		"10 20 100 1 re f":                                  {{X1: 10, Y1: 79.5, X2: 110, Y2: 79.5, Thickness: 1}},
		"10 20 1 50 re f*":                                  {{X1: 10.5, Y1: 30, X2: 10.5, Y2: 80, Thickness: 1}},
		"10 20 m 110 20 l 110 21 l 10 21 l h f":             {{X1: 10, Y1: 79.5, X2: 110, Y2: 79.5, Thickness: 1}},
		"q 0.1 0 0 0.1 0 0 cm 5 w 100 200 m 1100 200 l S Q": {{X1: 10, Y1: 80, X2: 110, Y2: 80, Thickness: 0.5}},
		"10 20 100 50 re f":                                 nil, // an area
		"10 20 m 30 40 l S":                                 nil, // slanting
		"10 20 m 20 30 30 40 110 20 c S":                    nil, // bent
		"10 20 m 110 20 l n":                                nil, // not painted
	} {
		require.Equal(t, want, read(t, page(contents).bytes(root)).Rules, contents)
	}
	require.Len(t, read(t, page("10 20 100 50 re S").bytes(root)).Rules, 4)
	require.Len(t, read(t, page("10 20 m 60 20 l 60 50 l s").bytes(root)).Rules, 2)
}

func TestFormsAndImages(t *testing.T) {
	form := streamed("/Subtype/Form/Matrix[1 0 0 1 5 0]/Resources<</Font<</F 5 0 R>>>>", hello)
	p := read(t, with("q 2 0 0 2 0 0 cm /X Do Q /Y Do "+hello, "/XObject<</X 6 0 R/Y 7 0 R>>", form, streamed("/Subtype/Image", "x")).bytes(root))
	require.Equal(t, "HelloHello", text(p))
	require.InDelta(t, 50, p.Glyphs[0].X, 0.001)
	require.InDelta(t, 20, p.Glyphs[5].X, 0.001)
	require.Equal(t, 1, p.Images)
	inline := read(t, page("BI /W 1 /H 1 ID (\x80\nEI\n"+hello).bytes(root))
	require.Equal(t, "Hello", text(inline))
	require.Equal(t, 1, inline.Images)
}

const toUnicode = `/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfrange <0001> <0003> <4E00> <0010> <0011> [<D840DC0B> <00660069>] endbfrange 1 beginbfchar <0020> <6CD5> endbfchar`

func TestCompositeFonts(t *testing.T) {
	kid := `<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+GW-Bold/DW 1000/W[1[500 600] 16 17 250]>>`
	shown := "BT /G 10 Tf 0 50 Td <000100020003001000110020> Tj ET"
	p := read(t, with(shown, "", `<</Subtype/Type0/BaseFont/ABCDEF+GW-Bold/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>`,
		kid, streamed("", toUnicode)).bytes(root))
	require.Equal(t, "一丁丂𠀋fi法", text(p))
	require.Equal(t, "GW-Bold", p.Glyphs[0].Font.Name)
	require.True(t, p.Glyphs[0].Font.Bold)
	var widths []float64
	for _, g := range p.Glyphs {
		widths = append(widths, g.Advance)
	}
	require.InDeltaSlice(t, []float64{5, 6, 10, 2.5, 2.5, 10}, widths, 0.001)
}

func TestCodesOfTheirOwnLength(t *testing.T) {
	cmap := "2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange 1 begincidrange <8001> <8005> 100 endcidrange 1 begincidchar <41> 7 endcidchar"
	unicode := "3 beginbfchar <41> <0041> <8001> <6CD5> <8002> <6CBB> endbfchar"
	p := read(t, with("BT /G 10 Tf 0 50 Td <4180018002> Tj ET", "",
		`<</Subtype/Type0/BaseFont/GW/Encoding 9 0 R/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>`,
		`<</Subtype/CIDFontType2/W[7[300] 100[400 700]]>>`, streamed("", unicode), streamed("/Type/CMap", cmap)).bytes(root))
	require.Equal(t, "A法治", text(p))
	require.InDelta(t, 7, p.Glyphs[2].X, 0.001)
	require.InDelta(t, 7, p.Glyphs[2].Advance, 0.001)
}

func TestFontsThatAreNotInTheFile(t *testing.T) {
	p := read(t, with("BT /G 10 Tf 0 50 Td <6CD56CBB> Tj ET", "",
		`<</Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<</Subtype/CIDFontType0>>]>>`).bytes(root))
	require.Equal(t, "法治", text(p))
	unknown := read(t, with("BT /G 10 Tf 0 50 Td <41B7A8> Tj ET", "",
		`<</Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[<</Subtype/CIDFontType0>>]>>`).bytes(root))
	require.Len(t, unknown.Glyphs, 2)
	require.Empty(t, text(unknown))
}

func TestSimpleFonts(t *testing.T) {
	for font, want := range map[string]string{
		`<</Subtype/TrueType/BaseFont/A/Encoding/WinAnsiEncoding>>`:                                       "A—é",
		`<</Subtype/Type1/BaseFont/A/Encoding<</Differences[65/emdash/uni6CD5 151/u1D400 233/nobody]>>>>`: "—\U0001D400",
		`<</Subtype/TrueType/BaseFont/A/Encoding/MacRomanEncoding>>`:                                      "A",
	} {
		require.Equal(t, want, text(read(t, with("BT /G 10 Tf 0 50 Td <4197E9> Tj ET", "", font).bytes(root))), font)
	}
	p := read(t, with("BT /G 10 Tf 0 50 Td (AB) Tj ET", "", `<</Subtype/Type3/FontMatrix[0.01 0 0 0.01 0 0]/FirstChar 65/Widths[50 70]>>`).bytes(root))
	require.InDelta(t, 5, p.Glyphs[1].X, 0.001)
	require.InDelta(t, 7, p.Glyphs[1].Advance, 0.001)
}
