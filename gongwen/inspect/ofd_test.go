package inspect_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// ofdFile writes pages as a plain OFD file, as a maker of another house might: without namespace prefixes on attributes,
// with g in DeltaX, text moved by CTM, rules as strokes of page 1 and filled rectangles elsewhere.
func ofdFile(t testing.TB, pages *layout.Pages, edit func(name, content string) string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	write := func(name, body string) {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(edit(name, `<?xml version="1.0" encoding="UTF-8"?>`+body)))
		require.NoError(t, err)
	}
	const ns = ` xmlns:ofd="http://www.ofdspec.org/2016"`
	write("OFD.xml", `<ofd:OFD`+ns+`><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`)
	var list, fontList strings.Builder
	for i := range pages.Pages {
		fmt.Fprintf(&list, `<ofd:Page ID="%d" BaseLoc="Pages/Page_%d.xml"/>`, 100+i, i)
		write(fmt.Sprintf("Doc_0/Pages/Page_%d.xml", i), `<ofd:Page`+ns+`><ofd:Content><ofd:Layer>`+ofdObjects(&pages.Pages[i], i)+
			`</ofd:Layer></ofd:Content></ofd:Page>`)
	}
	for i, f := range pages.Fonts.All() {
		fmt.Fprintf(&fontList, `<ofd:Font ID="%d" FontName="%s"/>`, i, f.Name())
	}
	write("Doc_0/Document.xml", `<ofd:Document`+ns+`><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>`+
		`<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>`+list.String()+`</ofd:Pages></ofd:Document>`)
	write("Doc_0/PublicRes.xml", `<ofd:Res`+ns+`><ofd:Fonts>`+fontList.String()+`</ofd:Fonts><ofd:DrawParams><ofd:DrawParam ID="900">`+
		`<ofd:StrokeColor Value="255 0 0"/></ofd:DrawParam></ofd:DrawParams></ofd:Res>`)
	require.NoError(t, z.Close())
	return b.Bytes()
}

func ofdObjects(page *layout.Page, number int) string {
	var b strings.Builder
	for _, r := range page.Rules {
		x, y, w, t := r.X1.Millimetres(), r.Y1.Millimetres(), (r.X2 - r.X1).Millimetres(), r.Thickness.Millimetres()
		switch {
		case r.Red:
			fmt.Fprintf(&b, `<ofd:PathObject Boundary="%f %f %f 1" LineWidth="%f" DrawParam="900"><ofd:AbbreviatedData>M 0 0 L %f 0</ofd:AbbreviatedData></ofd:PathObject>`, x, y, w, t, w)
		default:
			fmt.Fprintf(&b, `<ofd:PathObject Boundary="%f %f %f %f" Fill="true" Stroke="false"><ofd:AbbreviatedData>M 0 0 L %f 0 L %f %f L 0 %f C</ofd:AbbreviatedData></ofd:PathObject>`,
				x, y-t/2, w, t, w, w, t, t)
		}
	}
	for i := range page.Lines {
		for _, run := range page.Lines[i].Runs {
			b.WriteString(ofdRun(&page.Lines[i], &run, number))
		}
	}
	return b.String()
}

func ofdRun(l *layout.Line, run *layout.Run, number int) string {
	colour := ""
	if run.Red {
		colour = `<ofd:FillColor Value="255 0 0"/>`
	}
	runes := []rune(run.Text)
	deltas := ""
	for i, r := range runes {
		g, _ := run.Font.TrueType().Glyph(r)
		width := gongwen.Length(int64(run.Font.Width(g))*int64(run.Size)/1000) + run.Spacing
		if i+1 < len(runes) {
			deltas += fmt.Sprintf(" g 1 %f", width.Millimetres())
		}
	}
	return fmt.Sprintf(`<ofd:TextObject Boundary="%f %f 200 10" Font="%d" Size="%f" CTM="2 0 0 2 0 0">%s<ofd:TextCode X="0" Y="5" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>`,
		run.X.Millimetres(), l.Y.Millimetres()-10, run.Font.Index(), run.Size.Millimetres()/2, colour, halve(deltas), run.Text)
}

// halve halves the distances, because the matrix doubles them.
func halve(deltas string) string {
	words := strings.Fields(deltas)
	for i := 2; i < len(words); i += 3 {
		var v float64
		_, err := fmt.Sscan(words[i], &v)
		if err == nil {
			words[i] = fmt.Sprintf("%f", v/2)
		}
	}
	return strings.Join(words, " ")
}

func asItIs(_, content string) string { return content }

func TestAnOFDFileInOrder(t *testing.T) {
	pages := set(t, document(), gongwen.GB9704(), embedded(t))
	c := measure(t, ofdFile(t, pages, asItIs))
	require.Empty(t, c.Findings)
	require.Equal(t, inspect.OFD, c.Format)
	fromPDF := measure(t, draw(t, pages))
	require.Equal(t, fromPDF.Measures.Lines, c.Measures.Lines)
	require.Equal(t, fromPDF.Measures.Chars, c.Measures.Chars)
	require.Equal(t, fromPDF.Measures.FullLines, c.Measures.FullLines)
	require.InDelta(t, fromPDF.Measures.Pitch, c.Measures.Pitch, 0.051)
	require.Len(t, c.Pages, len(fromPDF.Pages))
}

func TestMistakesInOFDAreFound(t *testing.T) {
	pages := set(t, document(), gongwen.GB9704(), embedded(t))
	for name, k := range map[string]struct {
		old, with string
		want      fazhi.Code
	}{
		"paper of another size": {"0 0 210 297", "0 0 216 279", inspect.CodePaper},
		"heavy headings":        {`Font="3"`, `Weight="700" Font="3"`, inspect.CodeHeadingBold},
		"blue text":             {`Font="3" Size="2.822222" CTM="2 0 0 2 0 0">`, `Font="3" Size="2.822222" CTM="2 0 0 2 0 0"><ofd:FillColor Value="0 0 255"/>`, inspect.CodeColour},
		"another red":           {`Value="255 0 0"`, `Value="192 0 0"`, inspect.CodeRed},
		"hyphens":               {`>—`, `>-`, inspect.CodeNumberStyle},
	} {
		t.Run(name, func(t *testing.T) {
			found := 0
			file := ofdFile(t, pages, func(_, content string) string {
				found += strings.Count(content, k.old)
				return strings.ReplaceAll(content, k.old, k.with)
			})
			require.Positive(t, found)
			require.Contains(t, codes(measure(t, file)), k.want)
		})
	}
}
