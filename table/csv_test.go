package table_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// cells reads a source into "D3=text".
func cells(t testing.TB, src table.Source) []string {
	t.Helper()
	var list []string
	for raw, err := range src.Rows("") {
		require.NoError(t, err)
		for i, c := range raw.Cells {
			list = append(list, table.CellName(i, raw.Row)+"="+c.Text)
		}
	}
	return list
}

func TestCSVEncodings(t *testing.T) {
	const text = "名称,姓名\r\n合同,𫖯某\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	for name, data := range map[string]string{"UTF-8": text, "BOM": "\ufeff" + text, "GB 18030": gb} {
		src, err := table.CSV("t.csv", []byte(data))
		require.NoError(t, err, name)
		require.Equal(t, []string{"A1=名称", "B1=姓名", "A2=合同", "B2=𫖯某"}, cells(t, src), name)
	}
}

func TestCSVThatCannotBeRead(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("名称\n")
	require.NoError(t, err)
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"empty": {"", table.ErrEmpty}, "only a mark": {"\ufeff", table.ErrEmpty}, "blank": {" \r\n", table.ErrEmpty},
		"UTF-16": {utf16, table.ErrEncoding}, "NUL": {"a,b\x00\n", table.ErrEncoding}, "no text": {"\x89PNG\r\n\xff\xff", table.ErrEncoding},
		"cut off UTF-8": {"合同名称，台账\xe5\x90\n", table.ErrEncoding}, "mark and GB": {"\ufeff\xba\xcf\xcd\xac", table.ErrEncoding},
	} {
		_, err := table.CSV("台账.csv", []byte(c.data))
		require.ErrorIs(t, err, c.want, name)
		require.ErrorContains(t, err, "台账.csv", name)
	}
}

func TestCSVCountsRowsAsSpreadsheetsDo(t *testing.T) {
	src, err := table.CSV("t.csv", []byte("\r\na,\"b\nb\"\n\n\"c \"\"d\"\"\",\n'=1,'x,''=1\n"))
	require.NoError(t, err)
	require.Equal(t, []string{"A2=a", "B2=b\nb", `A4=c "d"`, "B4=", "A5==1", "B5='x", "C5='=1"}, cells(t, src))
	require.Equal(t, "t.csv", src.File())
}

func TestCSVQuotes(t *testing.T) {
	src, err := table.CSV("t.csv", []byte("合同编号,合同名称\nHT-1,\"甲\nHT-2,乙\n"))
	require.NoError(t, err)
	records, _, err := table.Read[contract](src, "", table.Options{})
	require.ErrorIs(t, err, table.ErrQuotes)
	require.ErrorContains(t, err, "第 2 行")
	require.Nil(t, records)
	for _, err := range src.Rows("表") {
		require.ErrorIs(t, err, table.ErrNoSheet)
	}
}

func TestWriteCSV(t *testing.T) {
	s := table.Sheet{Title: "=台账", Columns: []table.Column{{Name: "甲"}, {Name: "乙"}},
		Rows: [][]any{{"=1", "-3"}, {"+1.5", "-a"}, {"@x", "\tx"}, {"'=1", "'a"}, {-3, fazhi.Money(-300)},
			{true, fazhi.Count{N: 2000, More: true}}, {nil, []string{"a", "b"}}, {fazhi.DateOf(2024, 3, 1), "-0x1p-2"}}}
	var b bytes.Buffer
	require.NoError(t, table.WriteCSV(&b, s))
	require.Equal(t, "\ufeff"+strings.Join([]string{"'=台账,", "甲,乙", "'=1,-3", "+1.5,'-a", "'@x,'\tx", "''=1,'a", "-3,-3.00",
		"是,2000余", ",a、b", "2024-03-01,'-0x1p-2", ""}, "\r\n"), b.String())

	b.Reset()
	s.Rows = [][]any{{1}, {1.5, 1}, {[]string{"a、b"}, 1}}
	err := table.WriteCSV(&b, s)
	for _, want := range []string{"第 1 行：2 列有 1 个值", "第 2 行：不能写入类型 float64", "第 3 行：第 1 项含有"} {
		require.ErrorContains(t, err, want)
	}
	require.Zero(t, b.Len())
}

func TestCellName(t *testing.T) {
	for column, want := range map[int]string{0: "A7", 3: "D7", 25: "Z7", 26: "AA7", 701: "ZZ7", 702: "AAA7", 16383: "XFD7"} {
		require.Equal(t, want, table.CellName(column, 7))
	}
	require.NotPanics(t, func() { table.CellName(-5, 0) })
}

// FuzzCSV checks that every text that opens can be read, and that what was read is written and read the same.
func FuzzCSV(f *testing.F) {
	f.Add([]byte("名称,金额\r\n\"a\nb\",\"1,200\"\r\n"))
	f.Add([]byte("\ufeff'=1,''=2\n\n\n,x\n"))
	f.Add([]byte("\xba\xcf\xcd\xac,1\n"))
	f.Add([]byte("\r\n\r\n\"\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		src, err := table.CSV("t.csv", data)
		if err != nil {
			return
		}
		var rows [][]any
		var columns []table.Column
		last := 0
		for raw, err := range src.Rows("") {
			if err != nil {
				return
			}
			if raw.Row <= last {
				t.Fatalf("row %d after %d", raw.Row, last)
			}
			last = raw.Row
			row := make([]any, 0, len(raw.Cells))
			for _, c := range raw.Cells {
				row = append(row, c.Text)
			}
			for len(columns) < len(row) {
				columns = append(columns, table.Column{Name: "列" + strings.Repeat("一", len(columns))})
			}
			rows = append(rows, row)
		}
		if len(columns) > 50 {
			return
		}
		for i := range rows {
			rows[i] = append(rows[i], make([]any, len(columns)-len(rows[i]))...)
		}
		compareWritten(t, table.Sheet{Columns: columns, Rows: rows})
	})
}

func compareWritten(t *testing.T, s table.Sheet) {
	if len(s.Columns) == 0 {
		return
	}
	var b bytes.Buffer
	if err := table.WriteCSV(&b, s); err != nil {
		t.Fatal(err)
	}
	again, err := table.CSV("t.csv", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	n := -1
	for raw, err := range again.Rows("") {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 0 {
			continue // header
		}
		for i, c := range raw.Cells {
			want, _ := s.Rows[raw.Row-2][i].(string)
			if strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(want) != c.Text {
				t.Fatalf("%s: %q, want %q", table.CellName(i, raw.Row), c.Text, want)
			}
		}
	}
}

// Old Macintosh programs end lines with a carriage return alone; within quotes it is part of the text.
func TestCSVLinesThatEndWithCR(t *testing.T) {
	data := []byte("编号,名称\r1,\"甲\r乙\"\r\r2,丙\r\n3,丁\r")
	src, err := table.CSV("台账.csv", data)
	require.NoError(t, err)
	var rows []string
	for raw, err := range src.Rows("") {
		require.NoError(t, err)
		rows = append(rows, fmt.Sprintf("%d %q", raw.Row, raw.Cells[1].Text))
	}
	require.Equal(t, []string{`1 "名称"`, `2 "甲\r乙"`, `4 "丙"`, `5 "丁"`}, rows)
	require.Contains(t, string(data), "\r\r", "the caller's bytes stay as they are")
}
