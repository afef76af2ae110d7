//go:build tools

package clitest

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/office"
)

// fontFolder is gongwen/fonts from the folder of a program.
const fontFolder = "../../gongwen/fonts"

// OnPaper makes files, and compares one of them that is there as PDF and as Word: both say the same, and no page is empty. Name is
// the file without extension. It needs poppler and LibreOffice; a missing program is a failure.
func OnPaper(t *testing.T, ready func(), name string, wants ...string) {
	t.Helper()
	fonts, err := filepath.Abs(fontFolder)
	require.NoError(t, err)
	ready()
	printed := t.TempDir()
	require.NoError(t, office.ToPDF(printed, fonts, name+".docx"))
	for _, file := range []string{name + ".pdf", filepath.Join(printed, filepath.Base(name)+".pdf")} {
		text, _, err := office.Words(file)
		require.NoError(t, err)
		for _, want := range wants {
			require.Contains(t, text, want, file)
		}
	}
}

// Across makes a workbook, which LibreOffice prints on pages that lie across; a missing program is a failure.
func Across(t *testing.T, ready func(), book string, wants ...string) {
	t.Helper()
	fonts, err := filepath.Abs(fontFolder)
	require.NoError(t, err)
	ready()
	printed := t.TempDir()
	require.NoError(t, office.ToPDF(printed, fonts, book))
	name := strings.TrimSuffix(filepath.Base(book), filepath.Ext(book)) + ".pdf"
	pages, err := office.PDFPages(filepath.Join(printed, name))
	require.NoError(t, err)
	var all strings.Builder
	for _, page := range pages {
		require.Greater(t, page.Width, page.Height, "across")
		all.WriteString(strings.Join(office.Rows(page.Words), "\n"))
	}
	for _, want := range wants {
		require.Contains(t, all.String(), want)
	}
}
