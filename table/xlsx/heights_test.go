package xlsx_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

const clause = "执法人员不得少于两人，并应当主动出示执法证件；询问笔录由被询问人逐页签名。"

// printable is a sheet with texts longer than their columns, and cells that stay empty.
func printable() table.Sheet {
	return table.Sheet{Name: "评分表", Title: "案卷评查评分表",
		Columns: []table.Column{{Name: "评分项目", Width: 10}, {Name: "分值", Kind: table.Money, Width: 4}, {Name: "评查日期", Kind: table.Date, Width: 6}, {Name: "理由", Width: 10}},
		Rows: [][]any{
			{clause, fazhi.Money(500), fazhi.DateOf(2024, 3, 1), nil},
			{"立案", nil, nil, nil},
			{strings.Repeat(clause, 20), nil, nil, "一\n二\r\n三"},
		}}
}

func openOffice(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, f.Close()) })
	return f
}

func styleOf(t *testing.T, f *excelize.File, cell string) *excelize.Style {
	t.Helper()
	n, err := f.GetCellStyle("评分表", cell)
	require.NoError(t, err)
	s, err := f.GetStyle(n)
	require.NoError(t, err)
	return s
}

func TestGrid(t *testing.T) {
	s := printable()
	s.Grid = true
	f := openOffice(t, write(t, s))
	for _, cell := range []string{"A3", "B3", "C3", "D3", "B4", "C4", "D5"} {
		style := styleOf(t, f, cell)
		require.Len(t, style.Border, 4, cell)
		require.Equal(t, 1, style.Border[0].Style, cell)
		require.False(t, style.Alignment != nil && style.Alignment.WrapText, cell)
	}
	require.Empty(t, styleOf(t, f, "A6").Border, "below the rows there is no grid to print")
	records, issues, err := table.ReadColumns(open(t, write(t, s)), "", s.Columns, table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, 3, records.Good, "empty cells with lines stay empty")
	require.Nil(t, records.All[1].Get("分值"))
}

func TestWrap(t *testing.T) {
	s := printable()
	s.Wrap = true
	data := write(t, s)
	f := openOffice(t, data)
	for _, cell := range []string{"A3", "D4", "D60"} { // empty ones, too, for what is typed into them
		require.True(t, styleOf(t, f, cell).Alignment.WrapText, cell)
	}
	require.False(t, styleOf(t, f, "B3").Alignment.WrapText)
	require.Equal(t, "center", styleOf(t, f, "B3").Alignment.Vertical)
	require.Empty(t, styleOf(t, f, "A3").Border)

	sheet := part(t, data, "xl/worksheets/sheet1.xml")
	for _, row := range []string{
		`<row r="1" ht="30" customHeight="1">`, // merged, so programs do not fit it
		`<row r="2" ht="24">`,
		`<row r="3" ht="79">`, // 37 characters, 8 a line
		`<row r="4" ht="19">`,
		`<row r="5" ht="409">`, // no row can be higher
	} {
		require.Contains(t, sheet, row)
	}
}

func TestWrapOfHeadings(t *testing.T) {
	s := printable()
	s.Wrap, s.Title, s.Columns[1].Name = true, strings.Repeat("很长的标题", 10), "法律顾问评的分值"
	sheet := part(t, write(t, s), "xl/worksheets/sheet1.xml")
	require.Contains(t, sheet, `<row r="1" ht="74" customHeight="1">`)
	require.Contains(t, sheet, `<row r="2" ht="54">`)
	s.Title = ""
	require.Contains(t, part(t, write(t, s), "xl/worksheets/sheet1.xml"), `<row r="1" ht="54">`)
}

// A sheet with neither looks as it always did, also beside one that has them.
func TestPlainSheetsStayAsTheyAre(t *testing.T) {
	plain, dressed := printable(), printable()
	dressed.Name, dressed.Grid, dressed.Wrap = "又", true, true
	alone := part(t, write(t, plain), "xl/worksheets/sheet1.xml")
	require.Equal(t, alone, part(t, write(t, plain, dressed), "xl/worksheets/sheet1.xml"))
	require.Contains(t, alone, `<row r="2" ht="24" customHeight="1">`)
	require.Contains(t, alone, `<row r="3">`)
}

// Texts that look like the mark of a height stay what they are.
func TestMarksInTexts(t *testing.T) {
	const mark = `" customHeight="1">`
	s := table.Sheet{Name: "表", Title: mark, Wrap: true, Columns: []table.Column{
		{Name: "甲" + mark, Doc: mark}, {Name: "乙", Choices: []string{mark, "丙"}}, {Name: "丁", Choices: []string{mark, "戊,己"}}}}
	s.Rows = [][]any{{mark, mark, mark}}
	data := write(t, s)
	records, issues, err := table.ReadColumns(open(t, data), "", s.Columns, table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	for _, c := range s.Columns {
		require.Equal(t, mark, records.All[0].Text(c.Name))
	}
	list, err := openOffice(t, data).GetDataValidations("表")
	require.NoError(t, err)
	require.Equal(t, mark, *list[0].Prompt)
	require.Contains(t, list[1].Formula1, mark+",丙")
}
