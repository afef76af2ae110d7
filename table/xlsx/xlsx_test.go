package xlsx_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

type record struct {
	table.Row
	Name   string           `table:"名称,required"`
	Person fazhi.PersonName `table:"姓名"`
	Amount fazhi.Money      `table:"金额"`
	Signed fazhi.Date       `table:"日期"`
	Copies fazhi.Count      `table:"份数"`
	Pages  int64            `table:"页数"`
	Filed  bool             `table:"是否备案"`
	Paper  fazhi.Number     `table:"文号"`
	Tags   []string         `table:"标签"`
	Class  string           `table:"类别,choices=买卖|租赁"`
	Ended  *fazhi.Date      `table:"终止日期"`
}

func samples() []*record {
	ended := fazhi.DateOf(1899, 5, 1)
	return []*record{
		{Name: "甲", Person: "𫖯某", Amount: 257_30, Signed: fazhi.DateOf(2024, 2, 29), Copies: fazhi.Count{N: 2000, More: true},
			Pages: 12, Filed: true, Paper: fazhi.Number{Issuer: "泉鲤司", Year: 2024, Seq: 5}, Tags: []string{"甲", "乙"},
			Class: "租赁", Ended: &ended},
		{Name: "=1+1", Person: "+丙", Amount: -9_007_199_254_740_993, Signed: fazhi.DateOf(9999, 12, 31),
			Copies: fazhi.Count{N: 1 << 60}, Pages: -3},
		{Name: "'=a\nb\t<&>\"_x000D_ 350583199001011234", Person: "0012", Amount: 1, Signed: fazhi.DateOf(1900, 3, 1)},
	}
}

func write(t testing.TB, sheets ...table.Sheet) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, sheets))
	return b.Bytes()
}

func open(t testing.TB, data []byte) *xlsx.Book {
	t.Helper()
	book, err := xlsx.Open("台账.xlsx", bytes.NewReader(data), int64(len(data)), xlsx.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, book.Close()) })
	return book
}

func sampleSheet(t testing.TB, name string) table.Sheet {
	s, err := table.SheetOf(name, samples())
	require.NoError(t, err)
	s.Title = "某局合同台账"
	return s
}

func TestWriteAndReadBack(t *testing.T) {
	data := write(t, sampleSheet(t, "2024"), sampleSheet(t, "2025"))
	book := open(t, data)
	require.Equal(t, []string{"2024", "2025"}, book.Sheets())
	got, issues, err := table.Read[record](book, "2025", table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	o, ok := got.All[1].Origin("/signed")
	require.True(t, ok)
	require.Equal(t, fazhi.Origin{File: "台账.xlsx", Sheet: "2025", Cell: "D4"}, o)
	for _, r := range got.All {
		r.Row = table.Row{}
	}
	require.Equal(t, samples(), got.All)
}

func TestSameInputSameBytes(t *testing.T) {
	first := write(t, sampleSheet(t, "甲"), sampleSheet(t, "乙"), sampleSheet(t, "丙"))
	for range 5 {
		require.True(t, bytes.Equal(first, write(t, sampleSheet(t, "甲"), sampleSheet(t, "乙"), sampleSheet(t, "丙"))))
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	require.NoError(t, err)
	for _, f := range z.File {
		require.Zero(t, f.ModifiedDate, f.Name)
		r, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NotContains(t, strings.ToLower(string(text)), "xuri", f.Name)
		require.NotContains(t, string(text), "<f>", f.Name)
	}
}

func TestFormReadsAsEmpty(t *testing.T) {
	columns, err := table.ColumnsOf[record]()
	require.NoError(t, err)
	columns[0].Doc = "合同的全称。"
	got, issues, err := table.Read[record](open(t, write(t, table.Sheet{Name: "表", Columns: columns})), "", table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Empty(t, got.All)
}

func TestWriteSaysEverythingThatIsWrong(t *testing.T) {
	columns := []table.Column{{Name: "甲"}}
	var b bytes.Buffer
	err := xlsx.Write(&b, []table.Sheet{
		{Name: "a/b", Columns: columns, Rows: [][]any{{1.5}, {"x\x01"}, {"a", "b"}, {strings.Repeat("长", 32768)}}},
		{Name: "A/B", Columns: nil},
	})
	for _, want := range []string{"首尾不是单引号", "float64", "控制字符", "1 列有 2 个值", "32767", "名称重复", "没有列"} {
		require.ErrorContains(t, err, want)
	}
	require.Zero(t, b.Len())
	require.Error(t, xlsx.Write(&b, nil))
}

// book makes a workbook by excelize, as an office program would.
func office(t testing.TB, fill func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	b, err := f.WriteToBuffer()
	require.NoError(t, err)
	require.NoError(t, f.Close())
	return b.Bytes()
}

func set(t testing.TB, f *excelize.File, cells map[string]any) {
	for cell, v := range cells {
		require.NoError(t, f.SetCellValue("Sheet1", cell, v))
	}
}

func TestCellsOfOfficePrograms(t *testing.T) {
	data := office(t, func(f *excelize.File) {
		set(t, f, map[string]any{"A1": "某局台账", "A3": "名称", "B3": "金额（万元）", "C3": "日期", "D3": "页数", "E3": "是否备案",
			"A4": "甲", "B4": 257.30000000000001, "C4": 45352, "D4": 12.0, "E4": true,
			"A5": int64(13800138000), "B5": 0.1 + 0.2, "C5": "2024年3月1日", "D5": "3", "E5": "√",
			"A6": 45352, "C6": 2024, "A7": 3.5e17, "A9": "合计", "B9": 3})
		require.NoError(t, f.MergeCell("Sheet1", "A1", "E2"))
		date, err := f.NewStyle(&excelize.Style{NumFmt: 31})
		require.NoError(t, err)
		require.NoError(t, f.SetCellStyle("Sheet1", "A6", "A6", date))
		require.NoError(t, f.SetCellFormula("Sheet1", "B6", "1/0"))
		require.NoError(t, f.SetRowVisible("Sheet1", 5, false))
		require.NoError(t, f.SetCellRichText("Sheet1", "A8", []excelize.RichTextRun{{Text: "丁"}, {Text: "某"}}))
	})
	data = replacePart(t, data, "xl/worksheets/sheet1.xml", `<f>1/0</f>`, `<f>1/0</f><v>#DIV/0!</v>`, `<c r="B6" t="str"`, `<c r="B6" t="e"`)
	got, issues, err := table.Read[record](open(t, data), "", table.Options{})
	require.NoError(t, err)
	var codes []string
	for _, i := range issues {
		codes = append(codes, i.Origin.Cell+" "+string(i.Code))
	}
	require.Equal(t, []string{"B6 table/cell/formula", "C6 table/cell/date", "A7 table/cell/digits", "A9 table/row/total"}, codes)
	require.Equal(t, table.Tally{Rows: 6, Good: 3, Bad: 2, Skipped: 1}, got.Tally)
	require.Equal(t, fazhi.Money(2573000_00), got.All[0].Amount)
	require.Equal(t, fazhi.DateOf(2024, 3, 1), got.All[0].Signed)
	require.True(t, got.All[0].Filed)
	require.Equal(t, "13800138000", got.All[1].Name)
	require.Equal(t, fazhi.Money(3000_00), got.All[1].Amount)
	require.Equal(t, "丁某", got.All[2].Name)
}

func TestDatesOf1904(t *testing.T) {
	data := office(t, func(f *excelize.File) {
		yes := true
		require.NoError(t, f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
		set(t, f, map[string]any{"A1": "名称", "B1": "日期", "A2": "甲", "B2": 45352 - 1462})
	})
	got, issues, err := table.Read[record](open(t, data), "Sheet1", table.Options{})
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, fazhi.DateOf(2024, 3, 1), got.All[0].Signed)
}

// replacePart rewrites a part of a package.
func replacePart(t testing.TB, data []byte, part string, pairs ...string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		if f.Name == part {
			for _, old := range pairs[:1] {
				require.Contains(t, string(text), old)
			}
			text = []byte(strings.NewReplacer(pairs...).Replace(string(text)))
		}
		to, err := w.Create(f.Name)
		require.NoError(t, err)
		_, err = to.Write(text)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

func TestWhatIsNoWorkbook(t *testing.T) {
	good := write(t, sampleSheet(t, "表"))
	archive := func(name, text string) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		to, err := w.Create(name)
		require.NoError(t, err)
		_, err = io.WriteString(to, text)
		require.NoError(t, err)
		require.NoError(t, w.Close())
		return b.Bytes()
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty":       {nil, table.ErrEmpty},
		"empty too":   {nil, xlsx.ErrNotWorkbook},
		"text":        {[]byte("名称,金额\n甲,1\n"), xlsx.ErrNotWorkbook},
		"document":    {archive("word/document.xml", "<w/>"), xlsx.ErrNotWorkbook},
		"encrypted":   {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..."), xlsx.ErrEncrypted},
		"cut off":     {good[:len(good)/2], xlsx.ErrDamaged},
		"bare":        {archive("xl/workbook.xml", "<workbook/>"), xlsx.ErrDamaged},
		"not XML":     {archive("xl/workbook.xml", "workbook"), xlsx.ErrDamaged},
		"lost sheet":  {replacePart(t, good, "xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet9.xml"), xlsx.ErrDamaged},
		"cut sheet":   {replacePart(t, good, "xl/worksheets/sheet1.xml", "</sheetData>", ""), nil},
		"order":       {replacePart(t, good, "xl/worksheets/sheet1.xml", `<row r="3"`, `<row r="1"`), nil},
		"declaration": {replacePart(t, good, "xl/worksheets/sheet1.xml", "<sheetData>", `<!DOCTYPE a><sheetData>`), nil},
	} {
		t.Run(name, func(t *testing.T) {
			book, err := xlsx.Open("台账.xlsx", bytes.NewReader(c.data), int64(len(c.data)), xlsx.Options{})
			if c.want != nil {
				require.ErrorIs(t, err, c.want)
				require.ErrorContains(t, err, "台账.xlsx")
				return
			}
			require.NoError(t, err)
			_, _, err = table.Read[record](book, "", table.Options{})
			require.ErrorIs(t, err, xlsx.ErrDamaged)
		})
	}
	book := open(t, good)
	_, _, err := table.Read[record](book, "裱", table.Options{})
	require.ErrorIs(t, err, table.ErrNoSheet)
	require.NoError(t, book.Close())
	_, _, err = table.Read[record](book, "表", table.Options{})
	require.ErrorIs(t, err, table.ErrNoSheet)
}

// bomb returns a package whose one part is that many MiB of zeros, all true: one compressed MiB again and again.
func bomb(t *testing.T, mebibytes int) []byte {
	zeros := make([]byte, 1<<20)
	var once bytes.Buffer
	deflate, err := flate.NewWriter(&once, flate.BestSpeed)
	require.NoError(t, err)
	_, err = deflate.Write(zeros)
	require.NoError(t, err)
	require.NoError(t, deflate.Flush())
	block := bytes.Clone(once.Bytes())
	require.NoError(t, deflate.Close())
	end := once.Bytes()[len(block):]
	part := append(bytes.Repeat(block, mebibytes), end...)
	crc := uint32(0)
	for range mebibytes {
		crc = crc32.Update(crc, crc32.IEEETable, zeros)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	to, err := w.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, CRC32: crc,
		CompressedSize64: uint64(len(part)), UncompressedSize64: uint64(mebibytes) << 20})
	require.NoError(t, err)
	_, err = to.Write(part)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

func TestBombIsRefusedUnopened(t *testing.T) {
	data := bomb(t, 600)
	_, err := xlsx.Open("台账.xlsx", bytes.NewReader(data), int64(len(data)), xlsx.Options{})
	require.ErrorIs(t, err, xlsx.ErrTooLarge)
	require.ErrorContains(t, err, "512 MiB")

	data = bomb(t, 3) // the bomb is no fake
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	r, err := z.File[0].Open()
	require.NoError(t, err)
	n, err := io.Copy(io.Discard, r)
	require.NoError(t, err)
	require.Equal(t, int64(3<<20), n)
}

func TestBombThatLiesIsDamage(t *testing.T) {
	data := write(t, sampleSheet(t, "表"))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		h := f.FileHeader
		if f.Name == "xl/worksheets/sheet1.xml" {
			h.UncompressedSize64 = 100
		}
		h.Flags &^= 8
		to, err := w.CreateRaw(&h)
		require.NoError(t, err)
		r, err := f.OpenRaw()
		require.NoError(t, err)
		_, err = io.Copy(to, r)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	_, _, err = table.Read[record](open(t, out.Bytes()), "", table.Options{})
	require.ErrorIs(t, err, xlsx.ErrDamaged)
}

// TestAgainstExcelize compares the row scanner with excelize.
func TestAgainstExcelize(t *testing.T) {
	data := office(t, func(f *excelize.File) {
		for row := 1; row < 300; row += 1 + row%3 {
			for column := range row % 40 {
				var v any
				switch (row + column) % 6 {
				case 0:
					v = fmt.Sprintf(" 文本 <%d> & \"𫖯\"\n_x0041_ ", row)
				case 1:
					v = float64(row) / 7
				case 2:
					v = row * 1000003
				case 3:
					v = row%2 == 0
				case 4:
					v = nil
				case 5:
					v = "共享"
				}
				require.NoError(t, f.SetCellValue("Sheet1", table.CellName(column, row), v))
			}
		}
	})
	ours := make(map[string]string)
	for raw, err := range open(t, data).Rows("Sheet1") {
		require.NoError(t, err)
		for i, c := range raw.Cells {
			if c.Text != "" {
				ours[table.CellName(i, raw.Row)] = c.Text
			}
		}
	}
	theirs := make(map[string]string)
	for row, cells := range excelizeRows(t, data) {
		for i, text := range cells {
			if text != "" {
				theirs[table.CellName(i, row)] = text
			}
		}
	}
	require.NotEmpty(t, theirs)
	require.Equal(t, theirs, ours)
}

func excelizeRows(t testing.TB, data []byte) iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		defer func() { require.NoError(t, f.Close()) }()
		rows, err := f.Rows(f.GetSheetName(0))
		require.NoError(t, err)
		for n := 1; rows.Next(); n++ {
			cells, err := rows.Columns(excelize.Options{RawCellValue: true})
			require.NoError(t, err)
			if !yield(n, cells) {
				break
			}
		}
		require.NoError(t, rows.Close())
	}
}

// Parts that are kept in memory are bounded: a small file cannot ask for gigabytes.
func TestPartsThatAreReadWholeAreBounded(t *testing.T) {
	var good bytes.Buffer
	require.NoError(t, xlsx.Write(&good, []table.Sheet{{Name: "甲", Columns: []table.Column{{Name: "乙"}}, Rows: [][]any{{"丙"}}}}))
	many := func(head, item, tail string, n int) func(io.Writer) {
		return func(w io.Writer) {
			_, _ = io.WriteString(w, head)
			chunk := strings.Repeat(item, 1000)
			for range n / 1000 {
				_, _ = io.WriteString(w, chunk)
			}
			_, _ = io.WriteString(w, tail)
		}
	}
	const rels, root = "xl/_rels/workbook.xml.rels", "_rels/.rels"
	for name, c := range map[string]struct {
		part  string
		write func(io.Writer)
		say   string
	}{
		"styles":          {"xl/styles.xml", many(`<styleSheet><cellXfs>`, `<xf/>`, `</cellXfs></styleSheet>`, 101_000), "样式超过 100000 个"},
		"formats":         {"xl/styles.xml", many(`<styleSheet><numFmts>`, `<numFmt/>`, `</numFmts></styleSheet>`, 2_000_000), "styles.xml 超过 16 MiB"},
		"sheets":          {"xl/workbook.xml", many(`<workbook><sheets>`, `<sheet/>`, `</sheets></workbook>`, 2_000), "工作表超过 1000 个"},
		"relations":       {rels, many(`<Relationships>`, `<Relationship/>`, `</Relationships>`, 11_000), "关系超过 10000 个"},
		"first relations": {root, many(`<Relationships>`, `<Relationship/>`, `</Relationships>`, 11_000), "关系超过 10000 个"},
		"large relations": {rels, many(`<Relationships>`, `<Relationship/>`, `</Relationships>`, 1_200_000), "workbook.xml.rels 超过 16 MiB"},
	} {
		t.Run(name, func(t *testing.T) {
			bad := withPart(t, good.Bytes(), c.part, c.write)
			require.Less(t, len(bad), 2<<20)
			_, err := xlsx.Open("台账.xlsx", bytes.NewReader(bad), int64(len(bad)), xlsx.Options{})
			require.ErrorIs(t, err, xlsx.ErrTooLarge)
			require.ErrorContains(t, err, c.say)
		})
	}
	// A text of a thousand pieces that never ends.
	bad := withPart(t, good.Bytes(), "xl/sharedStrings.xml", many(`<sst><si>`, `<t>`+strings.Repeat("字", 1000)+`</t>`, `</si></sst>`, 3_000))
	_, err := xlsx.Open("台账.xlsx", bytes.NewReader(bad), int64(len(bad)), xlsx.Options{})
	require.ErrorIs(t, err, xlsx.ErrDamaged)
}

// Names in the small parts may have entities and prefixes, and parts that end too soon are damaged.
func TestSmallParts(t *testing.T) {
	good := write(t, sampleSheet(t, "甲&乙<"))
	require.Equal(t, []string{"甲&乙<"}, open(t, good).Sheets())
	prefixed := withPart(t, good, "xl/workbook.xml", func(w io.Writer) {
		_, _ = io.WriteString(w, `<x:workbook xmlns:x="x"><!-- <x:sheet/> --><x:sheets><x:sheet name='&#x7532;"' q:id="rId1"/></x:sheets></x:workbook>`)
	})
	book := open(t, prefixed)
	require.Len(t, book.Sheets(), 1)
	require.Equal(t, `甲"`, book.Sheets()[0])
	for _, part := range []string{"xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"} {
		cut := withPart(t, good, part, func(w io.Writer) { _, _ = io.WriteString(w, `<a><b>`) })
		_, err := xlsx.Open("台账.xlsx", bytes.NewReader(cut), int64(len(cut)), xlsx.Options{})
		require.ErrorIs(t, err, xlsx.ErrDamaged, part)
	}
}

// withPart returns the workbook with one part written anew, or added with a relation to it.
func withPart(t *testing.T, book []byte, part string, write func(io.Writer)) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	require.NoError(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		if f.Name == part {
			continue
		}
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		if f.Name == "xl/_rels/workbook.xml.rels" && !bytes.Contains(content, []byte("sharedStrings")) {
			content = bytes.Replace(content, []byte("</Relationships>"), []byte(`<Relationship Id="rIdTexts" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`), 1)
		}
		p, err := w.Create(f.Name)
		require.NoError(t, err)
		_, err = p.Write(content)
		require.NoError(t, err)
	}
	p, err := w.Create(part)
	require.NoError(t, err)
	write(p)
	require.NoError(t, w.Close())
	return out.Bytes()
}

// wide makes a workbook whose rows have one cell, far to the right.
func wide(t *testing.T, rows int, column string) []byte {
	return withPart(t, write(t, sampleSheet(t, "表")), "xl/worksheets/sheet1.xml", func(w io.Writer) {
		_, _ = io.WriteString(w, `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>名称</v></c></row><row r="2"><c r="A2" t="str"><v>甲</v></c></row>`)
		for n := range rows {
			_, _ = fmt.Fprintf(w, `<row r="%d"><c r="%s%d"><v>1</v></c></row>`, n+3, column, n+3)
		}
		_, _ = io.WriteString(w, `</sheetData></worksheet>`)
	})
}

// Content far to the right is told of once and not read; rows are not filled up to it.
func TestContentFarToTheRight(t *testing.T) {
	book := open(t, wide(t, 16_000, "XFD"))
	for raw, err := range book.Rows("表") {
		require.NoError(t, err)
		require.LessOrEqual(t, cap(raw.Cells), table.MaxColumns)
	}
	records, issues, err := table.Read[record](book, "表", table.Options{})
	require.NoError(t, err)
	require.Equal(t, table.Tally{Rows: 1, Good: 1, Blank: 16_000}, records.Tally)
	require.Len(t, issues, 1)
	require.Equal(t, fazhi.Issue{Code: table.StrayCell, Severity: fazhi.Notice, Message: "AMJ 列以右的内容没有读取",
		Origin: fazhi.Origin{File: "台账.xlsx", Sheet: "表", Cell: "XFD3"}}, issues[0])
	_, _, err = table.Read[record](open(t, wide(t, 1, "XFE")), "表", table.Options{})
	require.ErrorIs(t, err, xlsx.ErrDamaged)
}
