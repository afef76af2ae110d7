//go:build tools

package fazhi_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/internal/alike"
	"github.com/fazhi-go/fazhi/internal/office"
)

var updatePages = flag.Bool("update-pages", false, "draw testdata/pages anew; look at them before you keep them")

// referencePages are the pages that were looked at beside the standard: one of each special form, and those of the elements
// that are no running text. Pages count from 1.
func referencePages() []struct {
	name  string
	doc   *gongwen.Document
	pages []int
} {
	return []struct {
		name  string
		doc   *gongwen.Document
		pages []int
	}{
		{"letter", gongwentest.Letter(), []int{1, 2}},
		{"order", gongwentest.Order(), []int{1}},
		{"minutes", gongwentest.Minutes(), []int{1, 2}},
		{"joint", gongwentest.Joint(), []int{1, 2, 3}},
		{"elements", gongwentest.Elements(), []int{1, 2, 3}},
		{"report", gongwentest.Report(), []int{1, 2}},
	}
}

// Limits of alike.Difference: of the same program on another machine, and of LibreOffice, which sets digits a fifth of an em
// away from Han characters whatever the file says, draws other dots in a table of contents, and pads cells by other amounts.
// A text that moves by half a line differs by more than a half.
const (
	sameProgram  = 0.02
	otherProgram = 0.45
)

// The pages look as they did when people looked at them: those of the PDF, and those that LibreOffice makes of the Word file.
func TestPages(t *testing.T) {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	dir := t.TempDir()
	var words []string
	for _, ref := range referencePages() {
		renderer, err := pdf.New(gongwen.GB9704(), set)
		require.NoError(t, err)
		render(t, renderer, ref.doc, filepath.Join(dir, ref.name+".pdf"))
		words = append(words, filepath.Join(dir, ref.name+".docx"))
		writer, err := docx.New(gongwen.GB9704(), set)
		require.NoError(t, err)
		render(t, writer, ref.doc, words[len(words)-1])
	}
	word := t.TempDir()
	require.NoError(t, office.ToPDF(word, "gongwen/fonts", words...))
	for _, ref := range referencePages() {
		for _, n := range ref.pages {
			file := filepath.Join("testdata", "pages", fmt.Sprintf("%s-%d.png", ref.name, n))
			drawn := drawPage(t, filepath.Join(dir, ref.name+".pdf"), n)
			if *updatePages {
				require.NoError(t, os.WriteFile(file, small(t, drawn), 0o644))
			}
			compare(t, file+" (PDF)", file, drawn, sameProgram)
			compare(t, file+" (Word)", file, drawPage(t, filepath.Join(word, ref.name+".pdf"), n), otherProgram)
		}
	}
}

func render(t *testing.T, r gongwen.Renderer, d *gongwen.Document, file string) {
	t.Helper()
	var b bytes.Buffer
	issues, err := r.Render(&b, d)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
}

// drawPage draws a page at 40 points an inch, in grey.
func drawPage(t *testing.T, file string, n int) []byte {
	t.Helper()
	page := fmt.Sprint(n)
	_, err := office.Run(nil, "pdftoppm", "-png", "-gray", "-r", "40", "-f", page, "-l", page, "-singlefile", file, file+page)
	require.NoError(t, err)
	drawn, err := os.ReadFile(file + page + ".png")
	require.NoError(t, err)
	return drawn
}

// small packs a picture of a page: eight greys are enough to compare ink.
func small(t *testing.T, drawn []byte) []byte {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(drawn))
	require.NoError(t, err)
	greys := make(color.Palette, 8)
	for i := range greys {
		greys[i] = color.Gray{Y: uint8(i * 255 / 7)}
	}
	few := image.NewPaletted(m.Bounds(), greys)
	draw.Draw(few, few.Bounds(), m, m.Bounds().Min, draw.Src)
	var b bytes.Buffer
	require.NoError(t, (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, few))
	return b.Bytes()
}

func compare(t *testing.T, name, file string, drawn []byte, limit float64) {
	t.Helper()
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	a, err := png.Decode(bytes.NewReader(want))
	require.NoError(t, err)
	b, err := png.Decode(bytes.NewReader(small(t, drawn)))
	require.NoError(t, err)
	if a.Bounds().Dx() == b.Bounds().Dy() && a.Bounds().Dy() == b.Bounds().Dx() {
		b = turned(b)
	}
	difference := alike.Difference(a, b)
	t.Logf("%.3f %s", difference, name)
	if difference > limit {
		t.Errorf("%s differs by %.3f, more than %.2f", name, difference, limit)
	}
}

// turned returns a landscape page as it lies in the stack: its top on the left.
func turned(m image.Image) image.Image {
	size := m.Bounds().Size()
	out := image.NewGray(image.Rect(0, 0, size.Y, size.X))
	for y := range size.Y {
		for x := range size.X {
			out.Set(y, size.X-1-x, m.At(x, y))
		}
	}
	return out
}
