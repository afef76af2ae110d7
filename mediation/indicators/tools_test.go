//go:build tools

package indicators_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// LibreOffice prints the workbook: every title and every name of a row is there, no cell is too narrow for its number (###).
// FAZHI_KEEP names a folder for the workbook and its pages.
func TestPrinted(t *testing.T) {
	dir := t.TempDir()
	if keep := os.Getenv("FAZHI_KEEP"); keep != "" {
		dir = keep
	}
	all := sheets(t)
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, all))
	book := filepath.Join(dir, "统计.xlsx")
	require.NoError(t, os.WriteFile(book, b.Bytes(), 0o644))
	require.NoError(t, office.ToPDF(dir, "../../gongwen/fonts", book))
	text, err := office.Run(nil, "pdftotext", "-enc", "UTF-8", filepath.Join(dir, "统计.pdf"), "-")
	require.NoError(t, err)
	text = office.Squeeze(text)
	require.NotContains(t, text, "###")
	for _, s := range all {
		require.Contains(t, text, office.Squeeze(s.Title), s.Name)
		for _, row := range s.Rows {
			require.Contains(t, text, office.Squeeze(strings.TrimSpace(row[0].(string))))
		}
	}
}
