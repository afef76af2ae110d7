//go:build tools

package inspect_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/inspect"
	"github.com/fazhi-go/fazhi/internal/office"
)

// The Word file that we write, printed by LibreOffice, is as good as our own PDF.
func TestWhatLibreOfficePrintsOfOurWordFile(t *testing.T) {
	dir := t.TempDir()
	r, err := docx.New(gongwen.GB9704(), embedded(t))
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = r.Render(&b, document())
	require.NoError(t, err)
	path := filepath.Join(dir, "document.docx")
	require.NoError(t, os.WriteFile(path, b.Bytes(), 0o666))
	require.NoError(t, office.ToPDF(dir, "../fonts", path))
	file, err := os.ReadFile(filepath.Join(dir, "document.pdf"))
	require.NoError(t, err)
	c := measure(t, file)
	require.Empty(t, c.Findings)
	require.Equal(t, [2]int{22, 28}, [2]int{c.Measures.Lines, c.Measures.Chars})
	require.Equal(t, c.Measures.FullLines, c.Measures.Exact)
}

const webPage = `<!DOCTYPE html><meta charset="utf-8"><style>
@font-face{font-family:GW;src:url("FONT")} @page{size:A4;margin:37mm 26mm 35mm 28mm}
body{font:16pt/28.95pt GW;letter-spacing:-0.22pt;margin:0} p{text-indent:2em;margin:0;orphans:1;widows:1}</style>TEXT`

// A browser rounds baselines to its pixels and prints no page numbers: both are found, and that text alone is no document.
func TestWhatChromiumPrints(t *testing.T) {
	dir := t.TempDir()
	font, err := filepath.Abs("../fonts/fangsong/GWFangSong-Regular.ttf")
	require.NoError(t, err)
	source, path := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	html := strings.NewReplacer("FONT", "file://"+font, "TEXT", strings.Repeat("<p>"+prose, 20)).Replace(webPage)
	require.NoError(t, os.WriteFile(source, []byte(html), 0o666))
	_, err = office.Run(nil, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--allow-file-access-from-files",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+path, "file://"+source)
	require.NoError(t, err)
	file, err := os.ReadFile(path)
	require.NoError(t, err)
	c := measure(t, file)
	require.Equal(t, []fazhi.Code{inspect.CodeNoDate, inspect.CodeNoNumber, inspect.CodePitch, inspect.CodeNoTitle}, codes(c))
	require.Equal(t, [2]int{22, 28}, [2]int{c.Measures.Lines, c.Measures.Chars})
	require.Zero(t, c.Measures.Faults)
}
