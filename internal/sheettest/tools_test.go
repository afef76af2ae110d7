//go:build tools

package sheettest_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/sheettest"
	"github.com/fazhi-go/fazhi/table"
)

// This test needs poppler and LibreOffice, and fails where one is missing.
func TestPrint(t *testing.T) {
	fonts := "../../gongwen/fonts"
	require.FileExists(t, sheettest.Print(t, fonts, sheet(nil)))
	narrow := sheet(func(s *table.Sheet) {
		s.Columns[2].Width = 1
		s.Rows[0][2] = int64(123456789012)
	})
	require.True(t, fails(t, func(r sheettest.T) { sheettest.Print(r, fonts, narrow) }))
}
