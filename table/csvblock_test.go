package table_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/charset"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
)

// rowsOf returns rows as texts, with what ended them.
func rowsOf(src table.Source) (rows []string, err error) {
	for raw, err := range src.Rows("") {
		if err != nil {
			return rows, err
		}
		var texts []string
		for _, c := range raw.Cells {
			texts = append(texts, c.Text)
		}
		rows = append(rows, fmt.Sprintf("%d %q", raw.Row, texts))
	}
	return rows, nil
}

// inBlocks opens a file as OpenCSV does, but for blocks of a few bytes.
func inBlocks(data []byte, size int) (*table.CSVFile, error) {
	f, err := table.OpenCSV("t.csv", bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	return f.InBlocks(size), nil
}

// Where a block ends changes nothing.
func TestBlocksMakeNoDifference(t *testing.T) {
	const text = "编号,名称\r\n1,\"甲\r\n\"\"乙\"\"\"\r\n\r\n\r\n2,丙\r3,\"丁\r\"\n\n'=1,\"\"\n4"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	whole, err := table.CSV("t.csv", []byte(text))
	require.NoError(t, err)
	want, err := rowsOf(whole)
	require.NoError(t, err)
	require.Len(t, want, 6)
	for _, data := range []string{text, "\ufeff" + text, gb, "\x84\x31\x95\x33" + gb} {
		for size := 1; size < 80; size++ {
			f, err := inBlocks([]byte(data), size)
			require.NoError(t, err)
			got, err := rowsOf(f)
			require.NoError(t, err, size)
			require.Equal(t, want, got, size)
		}
	}
	f, err := inBlocks([]byte(text), 3)
	require.NoError(t, err)
	require.NoError(t, tabletest.Source(f))
}

func TestOpenCSVRefusesWhatCSVRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"empty": "", "only a mark": "\ufeff", "blank": " \r\n", "UTF-16": "\xff\xfea\x00", "NUL": "a,b\x00\n",
		"no text": "\x89PNG\r\n\xff\xff", "cut off": "合同名称，台账\xe5\x90\n", "mark and GB": "\ufeff\xba\xcf\xcd\xac",
	} {
		_, want := table.CSV("台账.csv", []byte(data))
		_, err := table.OpenCSV("台账.csv", strings.NewReader(data), int64(len(data)))
		require.EqualError(t, err, want.Error(), name)
	}
	_, err := table.OpenCSV("台账.csv", failing{}, 10)
	require.ErrorIs(t, err, io.ErrClosedPipe)

	for _, blank := range []string{"\n", "\r\n", " \n"} { // also where more than one block is blank
		data := strings.Repeat(blank, 2<<20)
		_, err = table.CSV("台账.csv", []byte(data))
		require.ErrorIs(t, err, table.ErrEmpty)
		_, err = table.OpenCSV("台账.csv", strings.NewReader(data), int64(len(data)))
		require.ErrorIs(t, err, table.ErrEmpty)
	}
}

// failing is a disk that has gone.
type failing struct{}

func (failing) ReadAt([]byte, int64) (int, error) { return 0, io.ErrClosedPipe }

// What is found out late ends the rows, and those before it are there.
func TestFaultsFarDown(t *testing.T) {
	const start = "编号,名称\n1,甲\n2,乙\n"
	for tail, want := range map[string]error{
		"3,\xff\xff\n": table.ErrEncoding, "3,\x00\n": table.ErrEncoding, "3,\"丙\n": table.ErrQuotes, "3,丙\"\n": table.ErrQuotes,
		"3,\"丙\"丁\n": table.ErrQuotes,
	} {
		f, err := table.OpenCSV("t.csv", strings.NewReader(start+tail), int64(len(start+tail)))
		if err == nil {
			f = f.InBlocks(len(start))
		} else {
			require.ErrorIs(t, err, want)
			f, err = table.OpenCSV("t.csv", strings.NewReader(strings.Repeat(start, 60000)+tail), int64(60000*len(start)+len(tail)))
			require.NoError(t, err)
		}
		rows, err := rowsOf(f)
		require.ErrorIs(t, err, want, "%q", tail)
		require.GreaterOrEqual(t, len(rows), 3)
	}
	_, err := rowsOf(must(inBlocks([]byte(start+"\n3,\"丙\"丁\n"), 8)))
	require.ErrorContains(t, err, "第 5 行")
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// The encoding is told by the first block that is not plain ASCII, however far down.
func TestEncodingIsToldLate(t *testing.T) {
	text := "no,name\n" + strings.Repeat("1,a\n", 1000) + "2,法治政府\n3,依法行政\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	for _, data := range []string{text, gb} {
		rows, err := rowsOf(must(inBlocks([]byte(data), 64)))
		require.NoError(t, err)
		require.Len(t, rows, 1003)
		require.Equal(t, `1003 ["3" "依法行政"]`, rows[1002])
	}
}

// Blocks end between characters, wherever in the file the limit of a MiB falls.
func TestEncodingOfLargeFiles(t *testing.T) {
	for shift := range 8 {
		text := strings.Repeat("x", shift) + ",名称\n" + strings.Repeat("1,\"法治政府𫖯\"\n", 60_000)
		for _, data := range []string{text, must(simplifiedchinese.GB18030.NewEncoder().String(text))} {
			rows := 0
			for raw, err := range must(table.OpenCSV("t.csv", strings.NewReader(data), int64(len(data)))).Rows("") {
				if rows++; err != nil || raw.Row != rows || rows > 1 && raw.Cells[1].Text != "法治政府𫖯" {
					t.Fatal(rows, raw, err)
				}
			}
			require.Equal(t, 60_001, rows)
		}
	}
}

// Texts share strings with their neighbours, in rows short and long, and keep no more alive than these.
func TestKeptTexts(t *testing.T) {
	var b strings.Builder
	const rows = 4_000
	long := strings.Repeat("长", 5_000)
	size := func(i int) int { return i * i * 31 % (i%7*100 + 1) * 3 }
	for i := range rows {
		fmt.Fprintf(&b, "%d,%s,%d\n", i, long[:size(i)], -i)
	}
	f := must(table.CSV("t.csv", []byte(b.String()+"1,"+long+",1\n")))
	var kept [][]table.Cell
	for raw, err := range f.Rows("") {
		require.NoError(t, err)
		kept = append(kept, slices.Clone(raw.Cells))
	}
	require.Len(t, kept, rows+1)
	for i, cells := range kept[:rows] {
		require.Equal(t, []table.Cell{{Text: strconv.Itoa(i)}, {Text: long[:size(i)]}, {Text: strconv.Itoa(-i)}}, cells)
	}
	require.Equal(t, long, kept[rows][1].Text)

	data := strings.Repeat("1,甲\n", 1<<20)
	f = must(table.CSV("t.csv", []byte(data)))
	var texts []string
	before := heap()
	for raw, err := range f.Rows("") {
		require.NoError(t, err)
		if raw.Row%(100<<10) == 0 {
			texts = append(texts, raw.Cells[1].Text)
		}
	}
	after := heap()
	require.Less(t, after, before+256<<10)
	require.Len(t, texts, 10)
	runtime.KeepAlive(f)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// A row without end costs bounded memory, and never are the rows behind it lost without a word.
func TestRowsAreBounded(t *testing.T) {
	x := strings.Repeat("x", 7<<20)
	for name, c := range map[string]struct {
		row  string
		want error
	}{
		"quoted":              {"\"" + strings.Repeat("长,\n", 2<<20), table.ErrQuotes},
		"plain":               {strings.Repeat("x", 9<<20), table.ErrLongRow},
		"quoted line, ended":  {"\"2\n" + x + "\"," + strings.Repeat("9", 2<<20) + "\n3,1\n4,1\n", table.ErrLongRow},
		"quoted cell, ended":  {"\"" + x + "\"," + strings.Repeat("9", 2<<20) + "\n3,1\n4,1\n", table.ErrLongRow},
		"quotes cut in quote": {"\"" + x + "\",\"" + x + "\"\n3,1\n", table.ErrQuotes},
	} {
		data := "编号,名称\n1,甲\n" + c.row
		f, err := table.OpenCSV("t.csv", strings.NewReader(data), int64(len(data)))
		require.NoError(t, err, name)
		rows, err := rowsOf(f)
		require.ErrorIs(t, err, c.want, name)
		require.ErrorContains(t, err, "第 3 行", name)
		require.Len(t, rows, 2, name)
		_, _, err = table.Fold(t.Context(), f, "", table.Options{}, table.Folding[struct {
			Serial string `table:"编号"`
		}, int]{Add: func(*int, *struct {
			Serial string `table:"编号"`
		}) error {
			return nil
		}, Merge: func(*int, *int) {}})
		require.ErrorIs(t, err, c.want, name)
	}
}

// short is a file that ends before its size, as one that is copied or cut while it is read.
type short struct {
	*strings.Reader
	end int64
	err error
}

func (s short) ReadAt(p []byte, at int64) (int, error) {
	n := max(0, min(len(p), int(s.end-at)))
	if n == len(p) {
		return s.Reader.ReadAt(p, at)
	}
	n, _ = s.Reader.ReadAt(p[:n], at)
	return n, s.err
}

// A file that ends too soon is an error, wherever it ends and whatever the reader says of it: the rest of a number is a
// number, too.
func TestFilesThatEndTooSoon(t *testing.T) {
	type fee struct {
		Serial string      `table:"编号"`
		Fee    fazhi.Money `table:"金额"`
	}
	const text = "编号,金额\n1,100\n2,12345\n3,7\n"
	for _, said := range []error{nil, io.EOF, io.ErrUnexpectedEOF, io.ErrClosedPipe} {
		want := said
		if said == nil || said == io.EOF {
			want = io.ErrUnexpectedEOF
		}
		for end := range int64(len(text)) {
			_, err := table.OpenCSV("t.csv", short{strings.NewReader(text), end, said}, int64(len(text)))
			require.ErrorIs(t, err, want)
			require.ErrorContains(t, err, "t.csv")
			require.NotErrorIs(t, err, table.ErrEmpty)

			f, err := table.OpenCSV("t.csv", strings.NewReader(text), int64(len(text)))
			require.NoError(t, err)
			f.On(short{strings.NewReader(text), end, said}).InBlocks(5)
			read, _, err := table.Read[fee](f, "", table.Options{})
			require.ErrorIs(t, err, want)
			require.Nil(t, read)
			folded, _, err := table.Fold(t.Context(), f, "", table.Options{}, table.Folding[fee, int]{
				Add: func(*int, *fee) error { return nil }, Merge: func(*int, *int) {}})
			require.ErrorIs(t, err, want)
			require.Nil(t, folded)
		}
	}
}

// What lies right of the columns that are read costs nothing, and is told of.
func TestWideRows(t *testing.T) {
	commas := strings.Repeat(",", 2000)
	for text, want := range map[string]int{
		"a" + commas: 0, "a" + commas + "b": 2000, `"a"` + commas: 0, `"a"` + commas + "b": 2000, `"a"` + commas + `"b",c`: 2000, `"a"` + commas + `"",`: 0,
		strings.Repeat("x,", 1023) + "y": 0, strings.Repeat("x,", 1024): 0, strings.Repeat("x,", 1024) + "y": 1024, strings.Repeat(`"x",`, 1024) + "y,z": 1024,
	} {
		n := 0
		for raw, err := range must(table.CSV("t.csv", []byte(text+"\n1,\"2\"\n"))).Rows("") {
			require.NoError(t, err)
			require.LessOrEqual(t, len(raw.Cells), table.MaxColumns)
			if n++; n == 1 {
				require.Equal(t, want, raw.Far, "%.20q", text)
				require.Equal(t, table.MaxColumns, len(raw.Cells))
			} else {
				require.Equal(t, []table.Cell{{Text: "1"}, {Text: "2"}}, raw.Cells)
				require.Zero(t, raw.Far)
			}
		}
		require.Equal(t, 2, n)
	}
}

// A row that goes on far beyond the header is as long as one that goes on by a cell; a header that does has no length.
func TestWideLedgers(t *testing.T) {
	type row struct {
		A string `table:"甲"`
	}
	far := strings.Repeat(",", 1500) + "x"
	records, issues, err := table.Read[row](must(table.CSV("t.csv", []byte("甲,乙\n1,2\n1,2"+far+"\n1,2"+far+"\n,"+far+"\n"))), "", table.Options{})
	require.NoError(t, err)
	require.Equal(t, table.Tally{Rows: 4, Good: 1, Bad: 3}, records.Tally)
	require.Equal(t, []string{"B1 table/header/unknown", "BET3 table/row/long", "BET4 table/row/long", "BET5 table/row/long"}, found(issues))

	records, issues, err = table.Read[row](must(table.CSV("t.csv", []byte("甲"+far+"\n1"+far+"\n1"+far+far+"\n1,\n"))), "", table.Options{})
	require.NoError(t, err)
	require.Equal(t, table.Tally{Rows: 3, Good: 3}, records.Tally)
	require.Equal(t, []string{"BES1 table/row/stray", "BES2 table/row/stray", "BES3 table/row/stray", "B4 table/row/short"}, found(issues))
}

// A header is looked for among a few rows of bounded width: a file of commas costs little.
func TestAFileOfCommas(t *testing.T) {
	type row struct {
		Serial string `table:"编号,required"`
		Other  string `table:"其他"`
	}
	src := must(table.CSV("t.csv", []byte("编号\n"+strings.Repeat(strings.Repeat(",", 1<<18)+"\n", 19))))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	records, _, err := table.Read[row](src, "", table.Options{})
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	require.Equal(t, table.Tally{Blank: 19}, records.Tally)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(32<<20))
}

// byLibrary reads a file with encoding/csv, as the yardstick.
func byLibrary(t *testing.T, data []byte) (rows []string, line int) {
	text, err := charset.Decode(data)
	require.NoError(t, err)
	text = endLines(bytes.Clone(text))
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = -1
	row := 0
	for start := int64(0); ; start = r.InputOffset() {
		fields, err := r.Read()
		var fault *csv.ParseError
		switch {
		case err == io.EOF:
			return rows, 0
		case errors.As(err, &fault):
			return rows, fault.StartLine
		}
		row += 1 + emptyLines(text[start:])
		fields = fields[:min(len(fields), table.MaxColumns)]
		rows = append(rows, fmt.Sprintf("%d %q", row, fields))
	}
}

// endLines makes line ends of carriage returns that stand alone outside quotes.
func endLines(text []byte) []byte {
	quoted := false
	for i, c := range text {
		if c == '"' {
			quoted = !quoted
		}
		if c == '\r' && !quoted && (i+1 == len(text) || text[i+1] != '\n') {
			text[i] = '\n'
		}
	}
	return text
}

func emptyLines(text []byte) (n int) {
	for {
		text = bytes.TrimPrefix(text, []byte("\r"))
		rest, found := bytes.CutPrefix(text, []byte("\n"))
		if !found {
			return n
		}
		text = rest
		n++
	}
}

// FuzzCSVBlocks reads by blocks, as a whole, and by encoding/csv: rows, cells and faults are the same.
func FuzzCSVBlocks(f *testing.F) {
	for _, text := range []string{"甲,乙\r\n\"1\r\n\",2\n\n3\r", "\"a\"\"b\",\"\"\n=1,\"x\"y\n", "\xba\xcf\xcd\xac,1\r\n\"\xba\xcf\n\"", "a\rb\r\r\n\"c\r\"\n", "\ufeff甲\n乙\"丙\n"} {
		f.Add([]byte(text), uint8(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, size uint8) {
		whole, err := table.CSV("t.csv", bytes.Clone(data))
		cut, cutErr := inBlocks(data, max(1, int(size)))
		require.Equal(t, fmt.Sprint(err), fmt.Sprint(cutErr))
		if err != nil {
			return
		}
		want, wantErr := rowsOf(whole)
		got, gotErr := rowsOf(cut)
		require.Equal(t, want, got)
		require.Equal(t, fmt.Sprint(wantErr), fmt.Sprint(gotErr))
		if bytes.ContainsRune(data, '\'') {
			return // apostrophes before formulas are taken away
		}
		rows, line := byLibrary(t, data)
		require.Equal(t, rows, want)
		if line > 0 {
			require.ErrorContains(t, wantErr, fmt.Sprintf("第 %d 行", line))
		} else {
			require.NoError(t, wantErr)
		}
	})
}
