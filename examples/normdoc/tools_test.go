//go:build tools

package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/internal/office"
)

// LibreOffice opens the catalogue and prints it on one page across; a missing program is a failure.
func TestLibreOfficePrintsTheCatalogue(t *testing.T) {
	fonts, err := filepath.Abs("../../gongwen/fonts")
	require.NoError(t, err)
	clitest.Folder(t)
	code, _, stderr := try("", "sample", "样例")
	require.Equal(t, cli.Well, code, stderr)
	code, _, stderr = try("", "catalogue", "2025-05-01", "-ledger", "样例/台账.csv", "-organ", "qyxzf=清源县人民政府", "-o", "目录.xlsx")
	require.Equal(t, cli.Well, code, stderr)
	dir := t.TempDir()
	require.NoError(t, office.ToPDF(dir, fonts, "目录.xlsx"))
	pages, err := office.PDFPages(filepath.Join(dir, "目录.pdf"))
	require.NoError(t, err)
	require.Len(t, pages, 1)
	require.Greater(t, pages[0].Width, pages[0].Height)
	text := strings.Join(office.Rows(pages[0].Words), "\n")
	for _, want := range []string{
		"清源县人民政府现行有效规范性文件目录（截至2025年5月1日，共2件）", "备注", "清源县人民政府关于修改《清源县临时占用道路管理办法》的决定",
		"QYDR-2025-0010001", "2029-05-31", "经清政规〔2025〕1号修改，2025年4月1日起施行",
	} {
		require.Contains(t, text, want)
	}
}
