package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// ledgerHead is a ledger of one document, 甲办法, that came into force on the first of January 2020.
const ledgerHead = "文件编号,文件名称,起草单位,审查日期,施行日期,备案报送日期\nGF-1,甲办法,乙局,,2020-01-01,\n"

// A listed is a row of the catalogue as a person reads it back.
type listed struct {
	table.Row
	N            int        `table:"序号" json:"n"`
	Name         string     `table:"文件名称,required" json:"name"`
	Number       string     `table:"发文字号" json:"number"`
	Registration string     `table:"登记号" json:"registration"`
	Drafter      string     `table:"起草单位" json:"drafter"`
	Issued       fazhi.Date `table:"成文日期" json:"issued"`
	Published    fazhi.Date `table:"公布日期" json:"published"`
	Effective    fazhi.Date `table:"施行日期" json:"effective"`
	Expires      fazhi.Date `table:"有效期至" json:"expires"`
	State        string     `table:"状态" json:"state"`
	Note         string     `table:"备注" json:"note"`
}

// readBack reads a catalogue.
func readBack(t *testing.T, file string) []*listed {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	book, err := xlsx.Open(file, bytes.NewReader(data), int64(len(data)), xlsx.Options{})
	require.NoError(t, err)
	defer func() { require.NoError(t, book.Close()) }()
	rows, issues, err := table.All[listed](book, normdoc.CatalogueSheet)
	require.NoError(t, err)
	require.Empty(t, issues)
	for _, r := range rows {
		r.Row = table.Row{}
	}
	return rows
}

// The catalogue of the sample, read back from the workbook; written again it is the same file.
func TestCatalogueIsReadBack(t *testing.T) {
	clitest.Folder(t)
	code, _, stderr := try("", "sample", "样例")
	require.Equal(t, cli.Well, code, stderr)
	args := []string{"catalogue", "2025-05-01", "-ledger", "样例/台账.csv", "-organ", "qyxzf=清源县人民政府", "-o", "目录.xlsx"}
	code, stdout, stderr := try("", args...)
	require.Equal(t, cli.Well, code, stderr)
	require.Equal(t, "已写入 目录.xlsx：2025-05-01 有效的文件 2 件\n", stdout)
	got := readBack(t, "目录.xlsx")
	require.Equal(t, []*listed{
		{
			N: 1, Name: "清源县临时占用道路管理办法", Number: "清政规〔2024〕1号", Registration: "QYDR-2024-0010001", Drafter: "县城市管理局",
			Issued: fazhi.DateOf(2024, 4, 25), Published: fazhi.DateOf(2024, 4, 26), Effective: fazhi.DateOf(2024, 6, 1),
			Expires: fazhi.DateOf(2029, 5, 31), State: "已修改", Note: "经清政规〔2025〕1号修改，2025年4月1日起施行",
		},
		{
			N: 2, Name: "清源县人民政府关于修改《清源县临时占用道路管理办法》的决定", Number: "清政规〔2025〕1号", Registration: "QYDR-2025-0010001",
			Drafter: "县城市管理局", Issued: fazhi.DateOf(2025, 2, 24), Published: fazhi.DateOf(2025, 2, 25), Effective: fazhi.DateOf(2025, 4, 1), State: "有效",
		},
	}, got)
	first, err := os.ReadFile("目录.xlsx")
	require.NoError(t, err)
	code, _, stderr = try("", args...)
	require.Equal(t, cli.Well, code, stderr)
	again, err := os.ReadFile("目录.xlsx")
	require.NoError(t, err)
	require.Equal(t, first, again)
	left, err := os.ReadDir(".")
	require.NoError(t, err)
	require.Len(t, left, 2, "nothing but the sample and the catalogue")
}
