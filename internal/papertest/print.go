//go:build tools

package papertest

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/internal/outline"
)

// AsPDF fails unless every paper as PDF says all that it should, on no more pages than it may have, none of them empty.
func (p Papers) AsPDF(t T, most func(name string) int) {
	t.Helper()
	embedded, err := fonts.Embedded()
	require.NoError(t, err)
	renderer, err := pdf.New(gongwen.GB9704(), embedded)
	require.NoError(t, err)
	dir := folder(t, "pdf")
	p.print(t, dir, ".pdf", renderer)
	p.looksRight(t, dir, most)
}

// AsWord fails unless LibreOffice makes the same of every paper as Word file. FontFolder is gongwen/fonts.
func (p Papers) AsWord(t T, fontFolder string, most func(name string) int) {
	t.Helper()
	embedded, err := fonts.Embedded()
	require.NoError(t, err)
	renderer, err := docx.New(gongwen.GB9704(), embedded)
	require.NoError(t, err)
	dir := folder(t, "word")
	require.NoError(t, office.ToPDF(dir, fontFolder, p.print(t, dir, ".docx", renderer)...))
	p.looksRight(t, dir, most)
}

// folder returns where the papers go; FAZHI_KEEP names a folder in which they can be looked at.
func folder(t T, name string) string {
	t.Helper()
	keep := os.Getenv("FAZHI_KEEP")
	if keep == "" {
		return t.TempDir()
	}
	dir := filepath.Join(keep, name)
	require.NoError(t, os.MkdirAll(dir, 0o755))
	return dir
}

// print writes all papers into a folder and returns the files.
func (p Papers) print(t T, dir, extension string, renderer gongwen.Renderer) (files []string) {
	t.Helper()
	for _, name := range p.names() {
		var b bytes.Buffer
		issues, err := renderer.Render(&b, p[name])
		require.NoError(t, err, name)
		require.NoError(t, issues.Err(), name)
		file := filepath.Join(dir, name+extension)
		require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
		files = append(files, file)
	}
	return files
}

func (p Papers) looksRight(t T, dir string, most func(name string) int) {
	t.Helper()
	for _, name := range p.names() {
		text, pages, err := office.Words(filepath.Join(dir, name+".pdf"))
		require.NoError(t, err)
		require.LessOrEqual(t, pages, most(name), name)
		for _, piece := range outline.Pieces(p[name]) {
			require.Contains(t, text, piece, name)
		}
	}
}
