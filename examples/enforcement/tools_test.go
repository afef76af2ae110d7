//go:build tools

package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/internal/office"
)

// pages reads the pages of a PDF.
func pages(t *testing.T, file string) []office.Page {
	t.Helper()
	list, err := office.PDFPages(file)
	require.NoError(t, err)
	require.NotEmpty(t, list)
	return list
}

// text is what stands on pages, row by row, without blanks and without the numbers of pages.
func text(list []office.Page) string {
	var b strings.Builder
	for _, p := range list {
		for _, row := range office.Rows(p.Words) {
			if row = office.Squeeze(row); !strings.HasPrefix(row, "—") {
				b.WriteString(row)
			}
		}
	}
	return b.String()
}

// printed has LibreOffice print files, and returns the pages of each.
func printed(t *testing.T, fonts string, files ...string) map[string][]office.Page {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, office.ToPDF(dir, fonts, files...))
	all := map[string][]office.Page{}
	for _, f := range files {
		name := filepath.Base(f)
		all[name] = pages(t, filepath.Join(dir, strings.TrimSuffix(name, filepath.Ext(name))+".pdf"))
	}
	return all
}

// The circular, an explanation and a letter read the same in the PDF and in the Word file that LibreOffice opens; a missing
// program is a failure.
func TestLibreOfficeReadsTheDocuments(t *testing.T) {
	fonts, err := filepath.Abs("../../gongwen/fonts")
	require.NoError(t, err)
	dir := held(t)
	does(t, cli.Well, "sample 又 -blank")
	does(t, cli.Well, "score house/penalty 又/案卷.json -out 说明")
	does(t, cli.Found, "repeat 又/执法信息.csv -letters 函 -from 清源县司法局 -number 清司函〔2025〕1号 -reply 2025-03-31")
	files := []string{dir + "/结果/通报", "说明/CG-2024-017-评分说明", "函/县市场监督管理局-提醒函"}
	word := printed(t, fonts, files[0]+".docx", files[1]+".docx", files[2]+".docx")
	for _, f := range files {
		own, theirs := pages(t, f+".pdf"), word[filepath.Base(f)+".docx"]
		require.Len(t, theirs, len(own), f)
		require.Equal(t, sorted(text(own)), sorted(text(theirs)), f)
	}
	require.Contains(t, text(pages(t, files[0]+".pdf")), "平均得分")
}

// sorted are the characters of a text in order: cells of tables are read in another order by every clitest.Program(try).
func sorted(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}

// LibreOffice prints the score sheets and the tables, each sheet as wide as a page.
func TestLibreOfficePrintsTheWorkbooks(t *testing.T) {
	fonts, err := filepath.Abs("../../gongwen/fonts")
	require.NoError(t, err)
	dir := held(t)
	all := printed(t, fonts, dir+"/评分表/法律顾问-L1.xlsx", dir+"/结果/通报附表.xlsx", dir+"/结果/案卷评查.xlsx")
	for name, want := range map[string][]string{
		"法律顾问-L1.xlsx": {"案卷评查任务：2025年第一轮／L1（法律顾问）", "评分表：2025年第一轮／AJ-", "评分项目", "合格"},
		"通报附表.xlsx":    {"青石镇人民政府", "整改期限", "2025-05-12"},
		"案卷评查.xlsx":    {"评查批次", "2025年第一轮", "不合格"},
	} {
		got := text(all[name])
		for _, w := range want {
			require.Contains(t, got, w, name)
		}
	}
	require.Len(t, all["案卷评查.xlsx"], 1)
}
