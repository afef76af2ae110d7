package xlsx_test

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// workbook makes a workbook from rows as files store them.
func workbook(t testing.TB, rows iter.Seq[table.Raw]) *xlsx.Book {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, tabletest.Workbook(&b, "表", rows))
	return open(t, b.Bytes())
}

// rowsOf numbers rows of cells from 1.
func rowsOf(rows ...[]table.Cell) iter.Seq[table.Raw] {
	return func(yield func(table.Raw) bool) {
		for i, cells := range rows {
			if !yield(table.Raw{Row: i + 1, Cells: cells}) {
				return
			}
		}
	}
}

func texts(list ...string) (cells []table.Cell) {
	for _, text := range list {
		cells = append(cells, table.Cell{Text: text})
	}
	return cells
}

// places returns issues as "cell code severity".
func places(issues fazhi.Issues) (list []string) {
	for _, i := range issues {
		list = append(list, fmt.Sprint(i.Origin.Cell, " ", i.Code, " ", i.Severity))
	}
	return list
}

func TestFormulas(t *testing.T) {
	formula := func(kind table.CellType, text string) table.Cell {
		return table.Cell{Type: kind, Text: text, Formula: true}
	}
	got, issues, err := table.Read[record](workbook(t, rowsOf(
		texts("名称", "金额", "份数", "文号"),
		[]table.Cell{formula(table.TextCell, "甲"), formula(table.NumberCell, "257.3"), {Type: table.NumberCell, Text: "1"}},
		[]table.Cell{{Text: "乙"}, formula(table.NumberCell, "3"), formula(table.ErrorCell, "#REF!")},
		[]table.Cell{{Text: "丙"}, formula(table.NumberCell, ""), {}, formula(table.TextCell, "")},
		[]table.Cell{{Text: "合计"}, formula(table.NumberCell, "260.3")},
	)), "", table.Options{})
	require.NoError(t, err)
	require.Equal(t, []string{
		"A2 table/cell/computed notice", "B2 table/cell/computed notice", "C3 table/cell/formula error",
		"B4 table/cell/unsaved error", "D4 table/cell/unsaved error", "A5 table/row/total notice",
	}, places(issues))
	require.Equal(t, table.Tally{Rows: 4, Good: 1, Bad: 2, Skipped: 1}, got.Tally)
	require.Equal(t, fazhi.Money(257_30), got.All[0].Amount)
	require.Equal(t, "甲", got.All[0].Name)
}

// sheetXML makes a workbook of a sheet as it stands in the file.
func sheetXML(t *testing.T, rows ...string) *xlsx.Book {
	return open(t, withPart(t, write(t, sampleSheet(t, "表")), "xl/worksheets/sheet1.xml", func(w io.Writer) {
		for _, text := range append(append([]string{`<worksheet><sheetData>`}, rows...), `</sheetData></worksheet>`) {
			_, err := io.WriteString(w, text)
			require.NoError(t, err)
		}
	}))
}

const headerXML = `<row><c t="str"><v>名称</v></c><c t="str"><v>姓名</v></c></row>`

// A formula whose result is an empty text has a result.
func TestFormulaOfNothing(t *testing.T) {
	got, issues, err := table.Read[record](sheetXML(t, headerXML, `<row><c t="str"><v>甲</v></c><c t="str"><f>IF(1,"","")</f><v></v></c></row>`,
		`<row><c t="str"><v>甲</v></c><c t="str"><f t="shared" si="0"/><v/></c></row>`), "", table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Len(t, got.All, 2)
}

func TestMergedCells(t *testing.T) {
	area := func(column, row, lastColumn, lastRow int) table.Area {
		return table.Area{Column: column, Row: row, LastColumn: lastColumn, LastRow: lastRow}
	}
	rows := func(merged ...table.Area) iter.Seq[table.Raw] {
		return func(yield func(table.Raw) bool) {
			for raw := range rowsOf(texts("台账"), texts("名称", "姓名", "备用", "类别"), texts("甲", "某", "", "买卖"), texts("乙", "", "", ""), texts("合计"), texts("丙")) {
				if !yield(raw) {
					return
				}
			}
			yield(table.Raw{Row: 9, Merged: merged})
		}
	}
	for _, c := range []struct {
		area table.Area
		want string
	}{
		{area(0, 1, 3, 1), ""},   // the title
		{area(1, 2, 2, 2), ""},   // in the header
		{area(1, 3, 1, 4), "B3"}, // one person for two rows
		{area(0, 3, 2, 3), "A3"}, // hides B3
		{area(1, 3, 2, 3), ""},   // hides a column that is not read
		{area(2, 3, 3, 3), "C3"}, // the value stands in a column that is not read
		{area(0, 2, 0, 3), "A2"}, // a name of the header hides A3
		{area(0, 5, 3, 5), ""},   // the total
		{area(0, 6, 0, 8), ""},   // below the last row there is nothing to hide
		{area(0, 7, 3, 8), ""},
	} {
		got, issues, err := table.Read[record](workbook(t, rows(c.area)), "", table.Options{})
		require.NoError(t, err)
		require.Equal(t, table.Tally{Rows: 4, Good: 3, Skipped: 1}, got.Tally)
		issues = issues[2:] // C2 is not read, the total
		if c.want == "" {
			require.Empty(t, issues, c.area.String())
			continue
		}
		require.Equal(t, []string{c.want + " table/cell/merged warning"}, places(issues), c.area.String())
		require.Contains(t, issues[0].Message, c.area.String())
	}
}

func TestDoubledRows(t *testing.T) {
	got, issues, err := table.Read[record](workbook(t, rowsOf(
		texts("序号", "名称", "姓名"), texts("1", "甲", "某"), texts("2", "乙", ""), texts("3", "甲 ", "某"), texts("4", "甲", ""), texts("", "甲", "某"), texts("", "", "甲某"),
	)), "", table.Options{Doubles: true})
	require.NoError(t, err)
	require.Equal(t, []string{"B4 table/row/double warning", "B6 table/row/double warning", "B7 table/cell/required error"}, places(issues))
	require.Equal(t, "整行与第 2 行相同", issues[0].Message)
	require.Equal(t, 5, got.Good)
}

// A sheet that somebody has formatted down to its end is read fast and in little memory, and is not worth a word.
func TestManyEmptyRows(t *testing.T) {
	const name = `<row><c t="str"><v>甲</v></c></row>`
	empty := strings.Repeat(`<row><c s="1"/><c s="2"></c></row>`, 1000)
	book := sheetXML(t, append(append([]string{headerXML, name}, slices.Repeat([]string{empty}, 200)...), name)...)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got, issues, err := table.Read[record](book, "", table.Options{})
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, table.Tally{Rows: 2, Good: 2, Blank: 200_000}, got.Tally)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(2<<20), "a row that is empty costs nothing")
}

// TestRandomWorkbooks compares cells, formulas and merged cells with excelize, in workbooks with texts of their own (inline).
func TestRandomWorkbooks(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for range 20 {
		data := office(t, func(f *excelize.File) { randomSheet(t, r, f) })
		f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		cells, merged := 0, []string{}
		for raw, err := range open(t, data).Rows("Sheet1") {
			require.NoError(t, err)
			for _, area := range raw.Merged {
				merged = append(merged, area.String())
			}
			for at, c := range raw.Cells {
				name := table.CellName(at, raw.Row)
				text, err := f.GetCellValue("Sheet1", name)
				require.NoError(t, err)
				formula, err := f.GetCellFormula("Sheet1", name)
				require.NoError(t, err)
				require.Equal(t, text, c.Text, name)
				require.Equal(t, formula != "", c.Formula, name)
				cells++
			}
		}
		require.NotZero(t, cells)
		require.Equal(t, mergedOf(t, f), merged)
		require.NoError(t, f.Close())
	}
}

func mergedOf(t *testing.T, f *excelize.File) []string {
	list := []string{}
	all, err := f.GetMergeCells("Sheet1")
	require.NoError(t, err)
	for _, m := range all {
		list = append(list, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	return list
}

// randomSheet fills a sheet with what cells may hold. Merged cells stand below the rows, where they hide none.
func randomSheet(t *testing.T, r *rand.Rand, f *excelize.File) {
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	require.NoError(t, err)
	w, err := f.NewStreamWriter("Sheet1")
	require.NoError(t, err)
	row := 0
	for range 30 {
		row += 1 + r.IntN(3)
		values := make([]any, r.IntN(12))
		for i := range values {
			values[i] = []any{nil, fmt.Sprintf(" 文<%d>&\"𫖯\"\n", r.IntN(9)), r.IntN(1e6), r.Float64(), r.IntN(2) == 0,
				excelize.Cell{StyleID: day, Value: time.Date(2024, 1, r.IntN(300), 0, 0, 0, 0, time.UTC)},
				excelize.Cell{Formula: "1+1", Value: r.IntN(9)}, excelize.Cell{Formula: `"a"&"b"`, Value: "ab"}}[r.IntN(8)]
		}
		require.NoError(t, w.SetRow(table.CellName(0, row), values))
	}
	for n := range r.IntN(4) {
		require.NoError(t, w.MergeCell(table.CellName(n, row+2), table.CellName(n, row+3+r.IntN(4))))
	}
	require.NoError(t, w.Flush())
}

// A tag in which every character could end it is read once, not once for each of them: this one would take half an hour.
func TestATagOfManyEnds(t *testing.T) {
	for _, quoted := range []string{`'%s"'`, `"%s'"`, `"" b='%s'`, `'' b="%s"`} {
		attribute := fmt.Sprintf(quoted, strings.Repeat(">", 1<<20))
		book := sheetXML(t, headerXML, `<row r="2"><c x=`+attribute+` r="A2" t="str"><v>甲</v></c></row>`)
		got, _, err := table.Read[record](book, "", table.Options{})
		require.NoError(t, err)
		require.Equal(t, "甲", got.All[0].Name)
	}
	for _, open := range []string{`'%s"`, `"%s'`} { // a quotation that does not end
		_, _, err := table.Read[record](sheetXML(t, headerXML, `<row r="2"><c x=`+fmt.Sprintf(open, strings.Repeat(">", 1<<20))+` r="A2"/></row>`), "", table.Options{})
		require.ErrorIs(t, err, xlsx.ErrDamaged)
	}
}

// Millions of texts are no fault: a million rows may have three of their own. Only their bytes are bounded.
func TestManySharedTexts(t *testing.T) {
	const most = 4 << 20
	require.EqualValues(t, 128<<20, xlsx.TextBytes(512<<20))
	require.EqualValues(t, 160<<20, xlsx.TextBytes(640<<20))
	require.NoError(t, xlsx.Share(xlsx.TextBytes(0), "HT-2024-0000001", 3_000_000))
	require.NoError(t, xlsx.Share(4<<10, "", 1<<10))
	require.ErrorIs(t, xlsx.Share(4<<10, "", 1<<10+1), xlsx.ErrTooLarge, "empty ones take room, too")
	for n, fits := range map[int]bool{100: true, 200: false} {
		data := withPart(t, write(t, sampleSheet(t, "表")), "xl/sharedStrings.xml", func(w io.Writer) {
			_, _ = io.WriteString(w, `<sst>`+strings.Repeat(`<si><t>`+strings.Repeat("字", 10_000)+`</t></si>`, n)+`</sst>`)
		})
		_, err := xlsx.OpenSharing(data, most)
		if fits {
			require.NoError(t, err)
		} else {
			require.ErrorIs(t, err, xlsx.ErrTooLarge)
			require.ErrorContains(t, err, "共享的文本超过 4 MiB")
		}
	}
}

// cell returns the one cell of a sheet.
func cell(t *testing.T, text string) table.Cell {
	t.Helper()
	var cells []table.Cell
	for raw, err := range sheetXML(t, `<row>`, text, `</row>`).Rows("表") {
		require.NoError(t, err)
		cells = append(cells, raw.Cells...)
	}
	require.Len(t, cells, 1)
	return cells[0]
}

// Texts in their cells are read whole wherever the memory for reading ends.
func TestTextsInCells(t *testing.T) {
	const cells = 4_000
	var xml strings.Builder
	for i := range cells {
		fmt.Fprintf(&xml, `<row><c t="inlineStr"><is><t>第%d件</t></is></c></row>`, i)
	}
	n := 0
	for raw, err := range sheetXML(t, xml.String()).Rows("表") {
		require.NoError(t, err)
		require.Equal(t, []table.Cell{{Text: fmt.Sprintf("第%d件", n)}}, raw.Cells)
		n++
	}
	require.Equal(t, cells, n)
}

// What other programs write in other ways is read all the same.
func TestCellsOfOtherPrograms(t *testing.T) {
	for text, want := range map[string]table.Cell{
		`<c t=""><v>1</v></c>`:                                                            {Type: table.NumberCell, Text: "1"},
		`<c r="a1"><v>1</v></c>`:                                                          {Type: table.NumberCell, Text: "1"},
		`<c t="inlineStr"><is><t>甲</t></is></c>`:                                          {Text: "甲"},
		`<c t="inlineStr"><is><t>甲&amp;乙</t></is></c>`:                                    {Text: "甲&乙"},
		`<c t="inlineStr"><is><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>`:       {Text: "甲"},
		`<c t="inlineStr"><is><t>甲</t></is ></c >`:                                        {Text: "甲"},
		`<c><is><t>_x4E00_</t></is></c>`:                                                  {Type: table.NumberCell, Text: "_x4E00_"},
		`<c t="b"><v>true</v></c>`:                                                        {Type: table.BoolCell, Text: "1"},
		`<c t="b"><v> false </v></c>`:                                                     {Type: table.BoolCell, Text: "0"},
		`<c t="b"><v>maybe</v></c>`:                                                       {Type: table.BoolCell, Text: "maybe"},
		`<c t="str"><v>_xD83D__xDE00_</v></c>`:                                            {Text: "😀"},
		`<c t="str"><v>_xD83D__xD83D__xDE00_a</v></c>`:                                    {Text: "\ufffd😀a"},
		`<c t="str"><v>_xD83D_a_xDE00__x4E00</v></c>`:                                     {Text: "\ufffda\ufffd_x4E00"},
		`<c><v>1</v><extLst><ext><x:v>77</x:v><x:c><x:v>8</x:v></x:c></ext></extLst></c>`: {Type: table.NumberCell, Text: "1"},
		`<c><v>1</v></c><extLst><ext><x:c r="B1"><x:v>77</x:v></x:c></ext></extLst>`:      {Type: table.NumberCell, Text: "1"},
	} {
		require.Equal(t, want, cell(t, text), text)
	}
	_, issues, err := table.Read[record](sheetXML(t, headerXML, `<row><c t="b"><v>true</v></c></row><row><c t="b"><v>maybe</v></c></row>`), "", table.Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"A3 table/cell/yes-no error"}, places(issues))
}

func TestMergedCellsOfOtherPrograms(t *testing.T) {
	for ref, want := range map[string]string{
		"A1:B2": "A1:B2", "$A$1:$B$2": "A1:B2", "B2:A1": "A1:B2", "A2:B1": "A1:B2", "a1:b2": "A1:B2", "A:B": "A1:B1048576", "$B:$A": "A1:B1048576",
		"2:1": "A1:XFD2", "A1": "", "A1:B": "", "1:B2": "", "A0:B2": "", ":": "", "A1:": "", "A1:B9999999": "", "A1:XFE2": "", "A1:AAAA2": "", "一:二": "",
	} {
		var got string
		data := withPart(t, write(t, sampleSheet(t, "表")), "xl/worksheets/sheet1.xml", func(w io.Writer) {
			_, _ = fmt.Fprintf(w, `<worksheet><sheetData>%s</sheetData><mergeCells><mergeCell ref="%s"/></mergeCells></worksheet>`, headerXML, ref)
		})
		for raw, err := range open(t, data).Rows("表") {
			require.NoError(t, err)
			for _, area := range raw.Merged {
				got += area.String()
			}
		}
		require.Equal(t, want, got, ref)
	}
}

// Every total of a sheet is known when its merged cells come.
func TestMergedCellsOfManyTotals(t *testing.T) {
	rows := func(yield func(table.Raw) bool) {
		var merged []table.Area
		yield(table.Raw{Row: 1, Cells: texts("名称", "姓名")})
		for n := range 1200 {
			yield(table.Raw{Row: 2*n + 2, Cells: texts("甲", "某")})
			yield(table.Raw{Row: 2*n + 3, Cells: texts("小计")})
			merged = append(merged, table.Area{Column: 0, Row: 2*n + 3, LastColumn: 1, LastRow: 2*n + 3})
		}
		yield(table.Raw{Row: 9000, Merged: merged})
	}
	got, issues, err := table.Read[record](workbook(t, rows), "", table.Options{})
	require.NoError(t, err)
	require.Equal(t, table.Tally{Rows: 2400, Good: 1200, Skipped: 1200}, got.Tally)
	for _, i := range issues {
		require.NotEqual(t, fazhi.Warning, i.Severity, i)
	}
}
