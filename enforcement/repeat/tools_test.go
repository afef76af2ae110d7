//go:build tools

// These tests need poppler (pdftotext, pdftoppm). They fail where it is missing; whoever asks for them wants them run.

package repeat_test

import (
	"bytes"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

func tool(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, "%s: %s", name, &stderr)
	return out
}

// The letter as PDF has every sign of its text, and its pages have ink on them. FAZHI_KEEP names a folder for the pictures.
func TestLetterAsPDF(t *testing.T) {
	d, _, err := letter().Write(sampleWarnings(t))
	require.NoError(t, err)
	embedded, err := fonts.Embedded()
	require.NoError(t, err)
	renderer, err := pdf.New(gongwen.GB9704(), embedded)
	require.NoError(t, err)
	var file bytes.Buffer
	issues, err := renderer.Render(&file, d)
	require.NoError(t, err)
	require.NoError(t, issues.Err())
	dir := t.TempDir()
	if keep := os.Getenv("FAZHI_KEEP"); keep != "" {
		dir = keep
	}
	name := filepath.Join(dir, "letter.pdf")
	require.NoError(t, os.WriteFile(name, file.Bytes(), 0o644))

	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	got := squeeze(string(tool(t, "pdftotext", "-raw", "-enc", "UTF-8", name, "-")))
	for line := range strings.Lines(text(d)) {
		require.Contains(t, got, squeeze(line))
	}
	tool(t, "pdftoppm", "-r", "60", "-png", name, filepath.Join(dir, "page"))
	pages, err := filepath.Glob(filepath.Join(dir, "page-*.png"))
	require.NoError(t, err)
	require.NotEmpty(t, pages)
	for _, p := range pages {
		require.Greater(t, ink(t, p), 50, "no page is blank")
	}
}

// ink counts the dark dots of a picture.
func ink(t *testing.T, name string) (n int) {
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	img, err := png.Decode(file)
	require.NoError(t, err)
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if _, g, _, _ := img.At(x, y).RGBA(); g < 0x8000 {
				n++
			}
		}
	}
	return n
}
