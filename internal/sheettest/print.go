//go:build tools

package sheettest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// Print fails unless LibreOffice prints the sheets as one workbook with every title and every name of a row, and no cell is too
// narrow for its number (###). It returns the PDF. FontFolder is gongwen/fonts; FAZHI_KEEP names a folder for the workbook and its
// pages.
func Print(t T, fontFolder string, sheets []table.Sheet) (pdf string) {
	t.Helper()
	dir := os.Getenv("FAZHI_KEEP")
	if dir == "" {
		dir = t.TempDir()
	}
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, sheets))
	book := filepath.Join(dir, "统计.xlsx")
	require.NoError(t, os.WriteFile(book, b.Bytes(), 0o644))
	require.NoError(t, office.ToPDF(dir, fontFolder, book))
	pdf = filepath.Join(dir, "统计.pdf")
	text, err := office.Run(nil, "pdftotext", "-enc", "UTF-8", pdf, "-")
	require.NoError(t, err)
	text = office.Squeeze(text)
	require.NotContains(t, text, "###")
	for _, s := range sheets {
		require.Contains(t, text, office.Squeeze(s.Title), s.Name)
		for _, row := range s.Rows {
			require.Contains(t, text, office.Squeeze(strings.TrimSpace(row[0].(string))))
		}
	}
	return pdf
}
