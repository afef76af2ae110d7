package xlsx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
	"github.com/fazhi-go/fazhi/table/xlsx"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// fieldNames are as many names as no cell can hold as its own drop-down.
func fieldNames() []string {
	names := make([]string, 180)
	for i := range names {
		names[i] = fmt.Sprintf("第%d项文书的送达日期", i+1)
	}
	return names
}

// longSheets are two sheets with three drop-downs that need the hidden sheet, two of them the same.
func longSheets() []table.Sheet {
	return []table.Sheet{
		{Name: "项目", Title: "评分项目", Columns: []table.Column{
			{Name: "编号"}, {Name: "字段", Choices: fieldNames(), Required: true, Doc: "从字段表中选择"},
			{Name: "连接", Choices: []string{"并且", "或者"}},
			{Name: "关系", Choices: []string{"大于,等于", "", "=1+1", "小于"}},
		}, Rows: [][]any{{"1", "第3项文书的送达日期", "或者", "=1+1"}}},
		{Name: "分组", Columns: []table.Column{{Name: "字段", Choices: fieldNames()}, {Name: "各项", Kind: table.List, Choices: fieldNames()}}},
	}
}

// part returns the text of a part of a workbook.
func part(t testing.TB, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	f, err := z.Open(name)
	require.NoError(t, err)
	text, err := io.ReadAll(f)
	require.NoError(t, err)
	return string(text)
}

// rules returns the drop-downs of a sheet: where they apply and what they offer.
func rules(t testing.TB, data []byte, sheet string) map[string]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	list, err := f.GetDataValidations(sheet)
	require.NoError(t, err)
	require.NoError(t, f.Close())
	found := make(map[string]string)
	for _, v := range list {
		if v.Type == "list" {
			require.True(t, v.ShowErrorMessage, v.Sqref)
			found[v.Sqref] = v.Formula1
		}
	}
	return found
}

func TestLongDropDowns(t *testing.T) {
	data := write(t, longSheets()...)
	require.Equal(t, map[string]string{
		"B3:B1048576": `'_选项'!$A$1:$A$180`,
		"C3:C1048576": `"并且,或者"`,
		"D3:D1048576": `'_选项'!$B$1:$B$3`,
	}, rules(t, data, "项目"))
	require.Equal(t, map[string]string{"A2:A1048576": `'_选项'!$A$1:$A$180`}, rules(t, data, "分组"))

	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	require.Equal(t, []string{"项目", "分组", xlsx.ListSheet}, f.GetSheetList())
	visible, err := f.GetSheetVisible(xlsx.ListSheet)
	require.NoError(t, err)
	require.False(t, visible)
	columns, err := f.GetCols(xlsx.ListSheet)
	require.NoError(t, err)
	require.Len(t, columns, 2)
	require.Equal(t, fieldNames(), columns[0])
	require.Equal(t, []string{"大于,等于", "=1+1", "小于"}, columns[1][:3])
	require.NotContains(t, part(t, data, "xl/worksheets/sheet3.xml"), "<f>", "no choice is a formula")
	require.Equal(t, data, write(t, longSheets()...), "same input, same bytes")
}

func TestShortDropDownsNeedNoSheet(t *testing.T) {
	columns := []table.Column{
		{Name: "短", Choices: []string{"甲", "乙"}}, {Name: "是否", Kind: table.YesNo}, {Name: "空", Choices: []string{""}},
		{Name: "各项", Kind: table.List, Choices: fieldNames()}, {Name: "满", Choices: []string{strings.Repeat("满", 255)}},
	}
	data := write(t, table.Sheet{Name: xlsx.ListSheet, Columns: columns})
	require.Equal(t, []string{xlsx.ListSheet}, open(t, data).Sheets(), "the name is free where no list needs it")
	require.Equal(t, map[string]string{"A2:A1048576": `"甲,乙"`, "B2:B1048576": `"是,否"`,
		"E2:E1048576": `"` + strings.Repeat("满", 255) + `"`}, rules(t, data, xlsx.ListSheet))
}

func TestReadersPassOverTheLists(t *testing.T) {
	data := write(t, longSheets()...)
	book := open(t, data)
	require.NoError(t, tabletest.Source(book))
	require.Equal(t, []string{"项目", "分组"}, book.Sheets())
	records, issues, err := table.ReadColumns(book, "", longSheets()[0].Columns, table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, "=1+1", records.All[0].Text("关系"))
	_, _, err = table.ReadColumns(book, xlsx.ListSheet, longSheets()[0].Columns, table.Options{})
	require.ErrorIs(t, err, table.ErrNoSheet)

	for state, want := range map[string][]string{
		`state="veryHidden"`: {"项目", "分组"},
		`state="visible"`:    {"项目", "分组", xlsx.ListSheet},
		``:                   {"项目", "分组", xlsx.ListSheet},
	} {
		changed := open(t, replacePart(t, data, "xl/workbook.xml", `state="hidden"`, state))
		require.Equal(t, want, changed.Sheets(), state)
	}
	other := open(t, replacePart(t, data, "xl/workbook.xml", `name="_选项"`, `name="旧台账"`))
	require.Equal(t, []string{"项目", "分组", "旧台账"}, other.Sheets(), "hidden ledgers are read")
}

func TestListsThatCannotBeWritten(t *testing.T) {
	bad := longSheets()
	bad[1].Name = xlsx.ListSheet
	bad[0].Columns[3].Choices = []string{"甲,乙", "丙\x01"}
	var out bytes.Buffer
	err := xlsx.Write(&out, bad)
	require.ErrorContains(t, err, "名称用于存放下拉列表的可选值")
	require.ErrorContains(t, err, "“关系”列的可选值：文本含有控制字符")
	require.Zero(t, out.Len())
}
