//go:build tools

package statistics_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/internal/sheettest"
)

// No sheet is more than one page wide.
func TestPrinted(t *testing.T) {
	all := sheets(t)
	pdf := sheettest.Print(t, "../../gongwen/fonts", all)
	dir := filepath.Dir(pdf)
	_, err := office.Run(nil, "pdftoppm", "-r", "60", "-png", pdf, filepath.Join(dir, "page"))
	require.NoError(t, err)
	pages, err := filepath.Glob(filepath.Join(dir, "page-*.png"))
	require.NoError(t, err)
	require.LessOrEqual(t, len(pages), 20)
	require.GreaterOrEqual(t, len(pages), len(all))
}
