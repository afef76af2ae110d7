//go:build tools

// These tests need pdftotext and pdffonts of poppler. They fail where these are missing; whoever asks for them wants them run.

package pdf_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/internal/office"
)

func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, "%s: %s", name, &stderr)
	require.Empty(t, stderr.String(), name)
	return string(out)
}

func save(t *testing.T, doc *gongwen.Document) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "doc.pdf")
	require.NoError(t, os.WriteFile(name, render(t, doc), 0o644))
	return name
}

// pdftotext reads back every character of the document in order, white space aside.
func TestPdftotextReadsTheDocument(t *testing.T) {
	names := &gongwen.Document{Title: "𬺈的报告", Body: []gongwen.Block{paragraph("𫖯𬳽甲\U0010FFFD乙\U00020BB7①★“”……——·ⅣA1%é")}}
	for _, doc := range []*gongwen.Document{report(), upward(), names} {
		pages, _, err := layout.Lay(doc, gongwen.GB9704(), embedded(t))
		require.NoError(t, err)
		got := tool(t, "pdftotext", "-raw", "-enc", "UTF-8", save(t, doc), "-")
		require.Equal(t, tally(pages.Text()), tally(got))
		if doc != nil && doc.Head.IsZero() {
			require.Equal(t, office.Squeeze(pages.Text()), office.Squeeze(got))
		}
	}
}

// tally counts the characters of a text: readers put what stands side by side in an order of their own.
func tally(s string) map[rune]int {
	count := map[rune]int{}
	for _, r := range office.Squeeze(s) {
		count[r]++
	}
	return count
}

func TestPdffontsFindsEmbeddedSubsets(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(tool(t, "pdffonts", save(t, upward()))), "\n")[2:]
	require.Len(t, lines, 7)
	for _, l := range lines {
		require.Regexp(t, `^[A-Z]{6}\+GW\S+ +CID TrueType +Identity-H +yes yes yes `, l)
	}
}
