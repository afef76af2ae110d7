//go:build tools

package pdfread_test

import (
	"html"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/jung-kurt/gofpdf"
	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/gongwentest"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/internal/pdfread"
)

var (
	pageStart = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)">`)
	bboxWord  = regexp.MustCompile(`<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>`)
)

// Poppler, a reader that shares nothing with ours, must find the same characters at the same places.
func TestTextAndPlacesArePopplers(t *testing.T) {
	for name, make := range map[string]func(*testing.T, string) string{
		"our own": ownPDF, "LibreOffice": officePDF, "Chromium": chromiumPDF, "gofpdf": gofpdfPDF,
	} {
		t.Run(name, func(t *testing.T) {
			path := make(t, t.TempDir())
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			file, err := pdfread.Open(data)
			require.NoError(t, err)
			bbox, err := office.Run(nil, "pdftotext", "-bbox", path, "-")
			require.NoError(t, err)
			pages := strings.Split(bbox, "<page ")[1:]
			require.Equal(t, len(pages), file.Pages())
			for i := range pages {
				page, err := file.Page(i)
				require.NoError(t, err)
				comparePage(t, page, "<page "+pages[i])
			}
		})
	}
}

func comparePage(t *testing.T, page *pdfread.Page, bbox string) {
	t.Helper()
	size := pageStart.FindStringSubmatch(bbox)
	require.InDelta(t, float(t, size[1]), page.Width, 0.01)
	require.InDelta(t, float(t, size[2]), page.Height, 0.01)
	words := bboxWord.FindAllStringSubmatch(bbox, -1)
	require.NotEmpty(t, words)
	var theirs strings.Builder
	for _, w := range words {
		text := html.UnescapeString(w[5])
		theirs.WriteString(text)
		runes := []rune(text)
		left, right := float(t, w[1]), float(t, w[3])
		middle := (float(t, w[2]) + float(t, w[4])) / 2
		require.True(t, slices.ContainsFunc(page.Glyphs, func(g pdfread.Glyph) bool {
			return g.Text == string(runes[0]) && math.Abs(g.X-left) < 0.1 && math.Abs(g.Y-middle) < g.Size
		}), "%q begins at %.2f", text, left)
		require.True(t, slices.ContainsFunc(page.Glyphs, func(g pdfread.Glyph) bool {
			return g.Text == string(runes[len(runes)-1]) && math.Abs(g.X+g.Advance-right) < 0.1 && math.Abs(g.Y-middle) < g.Size
		}), "%q ends at %.2f", text, right)
	}
	var ours strings.Builder
	for _, g := range page.Glyphs {
		ours.WriteString(g.Text)
	}
	require.Equal(t, letters(theirs.String()), letters(ours.String()))
}

// letters returns the characters of a text in the order of their numbers.
func letters(s string) string {
	runes := slices.DeleteFunc([]rune(s), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
	slices.Sort(runes)
	return string(runes)
}

func float(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return f
}

func ownPDF(t *testing.T, dir string) string {
	t.Helper()
	f, err := fonts.Embedded()
	require.NoError(t, err)
	r, err := pdf.New(gongwen.GB9704(), f)
	require.NoError(t, err)
	return write(t, dir, "own.pdf", r)
}

func write(t *testing.T, dir, name string, r gongwen.Renderer) string {
	t.Helper()
	path := filepath.Join(dir, name)
	out, err := os.Create(path)
	require.NoError(t, err)
	_, err = r.Render(out, gongwentest.Report())
	require.NoError(t, err)
	require.NoError(t, out.Close())
	return path
}

func officePDF(t *testing.T, dir string) string {
	t.Helper()
	f, err := fonts.Embedded()
	require.NoError(t, err)
	r, err := docx.New(gongwen.GB9704(), f)
	require.NoError(t, err)
	path := write(t, dir, "office.docx", r)
	require.NoError(t, office.ToPDF(dir, "../../gongwen/fonts", path))
	return filepath.Join(dir, "office.pdf")
}

const webPage = `<!DOCTYPE html><meta charset="utf-8"><style>
@font-face{font-family:GW;src:url("FONT")} @page{size:A4;margin:37mm 26mm 35mm 28mm}
body{font:16pt/28.95pt GW;letter-spacing:-0.22pt;margin:0} td{border:1px solid #000}</style>
<p>全年审查政府合同25份，无一遗漏；办结率99.5%。“合法性审查”覆盖全部<b>重大决策</b>。<p style="color:#c00">红字一行 ABC</p>
<table><tr><td>事项<td>件数<tr><td>复议<td>67</table>`

func chromiumPDF(t *testing.T, dir string) string {
	t.Helper()
	found, err := filepath.Glob("../../gongwen/fonts/fangsong/*.ttf")
	require.NoError(t, err)
	require.NotEmpty(t, found)
	font, err := filepath.Abs(found[0])
	require.NoError(t, err)
	source, path := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	require.NoError(t, os.WriteFile(source, []byte(strings.Replace(webPage, "FONT", "file://"+font, 1)), 0o666))
	_, err = office.Run(nil, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--allow-file-access-from-files",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+path, "file://"+source)
	require.NoError(t, err)
	return path
}

func gofpdfPDF(t *testing.T, dir string) string {
	t.Helper()
	found, err := filepath.Glob("../../gongwen/fonts/fangsong/*.ttf")
	require.NoError(t, err)
	require.NotEmpty(t, found)
	data, err := os.ReadFile(found[0])
	require.NoError(t, err)
	f := gofpdf.New("L", "pt", "A4", "")
	f.AddPage()
	f.AddUTF8FontFromBytes("gw", "", data)
	f.SetFont("gw", "", 16)
	f.Text(80, 100, "全年审查政府合同25份，办结率99.5%。")
	f.SetFont("Helvetica", "", 12)
	f.Text(80, 130, "Plain letters (in a core font)")
	f.SetFont("Times", "", 14)
	f.Text(80, 160, "and others: 0123456789")
	path := filepath.Join(dir, "gofpdf.pdf")
	require.NoError(t, f.OutputFileAndClose(path))
	return path
}
