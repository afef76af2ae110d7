//go:build tools

package review_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// LibreOffice prints a reviewer's workbook with its head, every item and the program's marks.
func TestLibreOfficePrintsTheSheets(t *testing.T) {
	sheets, err := review.Sheets(task())
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, xlsx.Write(&out, sheets))
	path := filepath.Join(t.TempDir(), "P03.xlsx")
	require.NoError(t, os.WriteFile(path, out.Bytes(), 0o644))
	require.NoError(t, office.ToPDF(filepath.Dir(path), "../../gongwen/fonts", path))
	pages, err := office.PDFPages(strings.TrimSuffix(path, ".xlsx") + ".pdf")
	require.NoError(t, err)
	require.Len(t, pages, 3, "each sheet fits a page")
	var text strings.Builder
	for _, w := range pages[1].Words {
		text.WriteString(w.Text)
	}
	printed := office.Squeeze(text.String())
	require.Contains(t, printed, "评分表：2024年第1次／AJ-1／P03（法律顾问）／house/test2024版")
	for _, item := range penalty().Items { // long names go on in lines of their own, between those of other cells
		name := []rune(item.Name)
		require.Contains(t, printed, string(name[:min(5, len(name))]))
		require.Contains(t, printed, string(name[max(0, len(name)-2):]))
	}
	require.Contains(t, printed, "超过期限1日")
}
