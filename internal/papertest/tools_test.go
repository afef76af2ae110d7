//go:build tools

package papertest_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/internal/papertest"
)

// This test needs poppler and LibreOffice, and fails where one is missing.
func TestOnPaper(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("FAZHI_KEEP", dir)
	papers := papertest.Papers{"notice": paper("泉源区司法局定于九月二日检查。")}
	once := func(string) int { return 1 }
	papers.AsPDF(t, once)
	papers.AsWord(t, filepath.Join("..", "..", "gongwen", "fonts"), once)
	for _, file := range []string{"pdf/notice.pdf", "word/notice.pdf"} {
		text, pages, err := office.Words(filepath.Join(dir, file))
		require.NoError(t, err)
		require.Equal(t, "通知泉源区司法局定于九月二日检查。", text)
		require.Equal(t, 1, pages)
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "no.pdf"), []byte("甲"), 0o600))
	_, _, err := office.Words(filepath.Join(dir, "no.pdf"))
	require.Error(t, err)
}

// Too many pages fail, and a paper that a renderer does not take.
func TestOnPaperBites(t *testing.T) {
	papers := papertest.Papers{"notice": paper("甲。")}
	for most, bites := range map[int]bool{0: true, 1: false} {
		require.Equal(t, bites, fails(t, func(r papertest.T) { papers.AsPDF(r, func(string) int { return most }) }))
	}
	require.True(t, fails(t, func(r papertest.T) { papertest.Papers{"none": nil}.AsPDF(r, func(string) int { return 1 }) }))
}
