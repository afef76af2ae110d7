package casefile_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"iter"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/table"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t testing.TB, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	text, err := json.MarshalIndent(v, "", " ")
	require.NoError(t, err)
	return string(text) + "\n"
}

func TestJSONRoundTrip(t *testing.T) {
	files := append(casefiletest.Invent(40, 3), casefiletest.Correct(casefile.Coercion), casefiletest.Correct(casefile.Permit))
	for _, f := range files {
		back, issues, err := casefile.Read("卷.json", strings.NewReader(asJSON(t, f)))
		require.NoError(t, err)
		require.Empty(t, issues)
		require.Equal(t, f, back)
	}
}

func TestReadRefuses(t *testing.T) {
	file := func(rest string) string { return `{"serial":"A","organ":"局","sort":"行政处罚"` + rest + `}` }
	for name, c := range map[string]struct {
		text string
		code fazhi.Code
		path fazhi.Path
	}{
		"nothing":              {"", casefile.BadJSON, ""},
		"cut off":              {`{"serial":"A"`, casefile.BadJSON, ""},
		"more than one":        {file("") + file(""), casefile.BadJSON, ""},
		"no object":            {`[]`, casefile.BadJSON, ""},
		"unknown key":          {file(`,"colour":1`), casefile.BadJSON, "/colour"},
		"key in capitals":      {file(`,"Number":"x"`), casefile.BadJSON, "/Number"},
		"double key":           {file(`,"cause":"a","cause":"b"`), casefile.BadJSON, "/cause"},
		"no such event":        {file(`,"dates":{"field":"2024-01-02"}`), casefile.BadJSON, "/dates/field"},
		"no day":               {file(`,"dates":{"filed":"2024-02-30"}`), casefile.BadJSON, "/dates/filed"},
		"days are no object":   {file(`,"dates":[]`), casefile.BadJSON, "/dates"},
		"no such fact":         {file(`,"facts":{"rich":true}`), casefile.BadJSON, "/facts/rich"},
		"no yes or no":         {file(`,"facts":{"joint":"是"}`), casefile.BadJSON, "/facts/joint"},
		"a fine in words":      {file(`,"fine":"一万"`), casefile.BadJSON, "/fine"},
		"neither yes nor no":   {file(`,"facts":{"hearingDue":null}`), casefile.BadJSON, "/facts/hearingDue"},
		"no moment":            {file(`,"onSpot":"2024-05-06"`), casefile.BadJSON, "/onSpot"},
		"no day of a document": {file(`,"documents":[{"name":"a","date":"昨天"}]`), casefile.BadJSON, "/documents"},
		"key of a document":    {file(`,"documents":[{"name":"a"},{"name":"b","page":1}]`), casefile.BadJSON, "/documents/1/page"},
		"key of a pause":       {file(`,"pauses":[{"from":"2024-01-02","why":"x"}]`), casefile.BadJSON, "/pauses/0/why"},
		"too large":            {strings.Repeat(" ", casefile.MaxSize+1), casefile.BadJSON, ""},
		"no serial":            {`{"organ":"局","sort":"行政处罚"}`, casefile.NoSerial, "/serial"},
		"no organ":             {`{"serial":"A","sort":"行政处罚"}`, casefile.NoOrgan, "/organ"},
		"no sort":              {`{"serial":"A","organ":"局"}`, casefile.BadSort, "/sort"},
		"no such procedure":    {file(`,"procedure":"快速"`), casefile.BadSort, "/procedure"},
		"no such party":        {file(`,"partySort":"个人"`), casefile.BadSort, "/partySort"},
		"outer blanks":         {file(`,"cause":"占道 "`), casefile.BadText, "/cause"},
		"control characters":   {file(`,"number":"a\u0007b"`), casefile.BadText, "/number"},
		"overlong":             {file(`,"cause":"` + strings.Repeat("长", 501) + `"`), casefile.BadText, "/cause"},
		"negative fine":        {file(`,"fine":-1`), casefile.BadNumber, "/fine"},
		"negative added fine":  {file(`,"added":-1`), casefile.BadNumber, "/added"},
		"negative officers":    {file(`,"officers":-2`), casefile.BadNumber, "/officers"},
		"negative qualified":   {file(`,"qualified":-2`), casefile.BadNumber, "/qualified"},
		"more qualified":       {file(`,"officers":1,"qualified":2`), casefile.BadNumber, "/qualified"},
		"pause without start":  {file(`,"pauses":[{"from":"","to":"2024-01-02"}]`), casefile.BadPause, "/pauses/0"},
		"pause turned round":   {file(`,"pauses":[{"from":"2024-01-03","to":"2024-01-02"}]`), casefile.BadPause, "/pauses/0"},
		"document no name":     {file(`,"documents":[{"name":""}]`), casefile.BadDocument, "/documents/0/name"},
		"negative pages":       {file(`,"documents":[{"name":"a","pages":-1}]`), casefile.BadDocument, "/documents/0/pages"},
		"bad digest":           {file(`,"documents":[{"name":"a","digest":"sha256:AB"}]`), casefile.BadDocument, "/documents/0/digest"},
		"many documents":       {file(`,"documents":[` + strings.TrimSuffix(strings.Repeat(`{"name":"a"},`, casefile.MaxDocuments+1), ",") + `]`), casefile.BadDocument, "/documents"},
		"many pauses":          {file(`,"pauses":[` + strings.TrimSuffix(strings.Repeat(`{"from":"2024-01-02","to":""},`, casefile.MaxPauses+1), ",") + `]`), casefile.BadPause, "/pauses"},
	} {
		f, issues, err := casefile.Read("卷.json", strings.NewReader(c.text))
		require.NoError(t, err, name)
		require.Nil(t, f, name)
		require.NotEmpty(t, issues, name)
		require.Equal(t, [2]string{string(c.code), string(c.path)}, [2]string{string(issues[0].Code), string(issues[0].Path)}, name)
		require.Equal(t, "卷.json", issues[0].Origin.File, name)
	}
	_, _, err := casefile.Read("卷.json", iotest.ErrReader(errors.New("断线")))
	require.ErrorContains(t, err, "断线")
}

// Whatever is read is refused or reads back as the same file, and nothing panics.
func FuzzRead(f *testing.F) {
	for _, c := range casefiletest.Invent(1, 1) {
		text, err := json.Marshal(c)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Add([]byte(`{"serial":"A","organ":"局","sort":"行政强制","onSpot":"2024-05-06 10:30"}`))
	f.Add([]byte(`{"dates":{"filed":"2024年2月3日"},"facts":null,"documents":null}`))
	x := examiner(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		c, issues, err := casefile.Read("f", bytes.NewReader(data))
		require.NoError(t, err)
		if c == nil {
			require.Error(t, issues.Err())
			return
		}
		text, err := json.Marshal(c)
		require.NoError(t, err)
		back, _, err := casefile.Read("f", bytes.NewReader(text))
		require.NoError(t, err)
		again, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(text), string(again))
		var e casefile.Examined
		require.NoError(t, x.Examine(c, &e))
		require.Equal(t, c.Digest(), back.Digest())
	})
}

func TestDigestOfADocument(t *testing.T) {
	f := casefiletest.Correct(casefile.Penalty)
	golden(t, "digest.txt", f.Digest().String()+"\n")
	text, err := casefile.DigestOf(strings.NewReader("决定书"))
	require.NoError(t, err)
	f.Documents[0].Digest = text
	require.Empty(t, casefile.Vet(f))
	_, err = casefile.DigestOf(iotest.ErrReader(errors.New("断线")))
	require.ErrorContains(t, err, "断线")
}

// A message hides the party.
func TestPartyHidesItself(t *testing.T) {
	f := casefiletest.Correct(casefile.Penalty)
	require.NotContains(t, fmt.Sprintf("%v %+v", f, *f), string(f.Party))
	require.NotContains(t, f.Title(), string(f.Party))
	var log strings.Builder
	f.PartyCode = "91350500M000100Y43"
	slog.New(slog.NewJSONHandler(&log, nil)).Info("评查", "file", f)
	require.Contains(t, log.String(), f.Serial)
	require.NotContains(t, log.String(), string(f.Party))
	require.NotContains(t, log.String(), string(f.PartyCode))
}

func TestMoment(t *testing.T) {
	m, err := casefile.ParseMoment("2024-05-06 10:30")
	require.NoError(t, err)
	require.Equal(t, "2024-05-06 10:30", m.String())
	next, err := casefile.ParseMoment("2024-05-07 10:31")
	require.NoError(t, err)
	require.EqualValues(t, 24*60+1, next.Minutes(m))
	for _, text := range []string{"2024-05-06", "2024-05-06 24:01", "2024-02-30 10:00", "十点", "0000-12-31 23:59"} {
		_, err := casefile.ParseMoment(text)
		require.ErrorIs(t, err, casefile.ErrMoment, text)
	}
	none, err := casefile.ParseMoment("")
	require.NoError(t, err)
	require.True(t, none.IsZero())
	require.Empty(t, none.String())
}

func TestNames(t *testing.T) {
	require.Equal(t, "立案日期", casefile.Filed.String())
	require.Equal(t, fazhi.Path("/dates/filed"), casefile.Filed.Path())
	require.Equal(t, "Event(250)", casefile.Event(250).String())
	require.Empty(t, casefile.Event(250).Path())
	require.Equal(t, "涉企", casefile.Enterprise.String())
	require.Equal(t, fazhi.Path("/facts/enterprise"), casefile.Enterprise.Path())
	require.Equal(t, "Fact(250)", casefile.Fact(250).String())
	require.Empty(t, casefile.Fact(250).Path())
	require.Equal(t, casefile.No, casefile.AnswerOf(false))
}

// book is a source of several sheets.
type book map[string]*table.CSVFile

var _ table.Source = book{}

func (b book) File() string { return "案卷.xlsx" }

func (b book) Sheets() []string {
	var names []string
	for _, name := range []string{casefile.FilesSheet, casefile.DocumentsSheet, casefile.PausesSheet} {
		if b[name] != nil {
			names = append(names, name)
		}
	}
	return names
}

func (b book) Rows(sheet string) iter.Seq2[table.Raw, error] { return b[sheet].Rows("") }

func bookOf(t testing.TB, sheets []table.Sheet) book {
	t.Helper()
	b := book{}
	for _, s := range sheets {
		var text bytes.Buffer
		require.NoError(t, table.WriteCSV(&text, s))
		src, err := table.CSV(s.Name, text.Bytes())
		require.NoError(t, err)
		b[s.Name] = src
	}
	return b
}

func TestSheetsRoundTrip(t *testing.T) {
	files := append(casefiletest.Invent(30, 5), casefiletest.Correct(casefile.Permit), casefiletest.Correct(casefile.Coercion))
	sheets, err := casefile.Sheets(files)
	require.NoError(t, err)
	back, issues, err := casefile.ReadSheets(bookOf(t, sheets))
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Len(t, back, len(files))
	for i := range files {
		require.Equal(t, asJSON(t, files[i]), asJSON(t, back[i]))
	}
	origin, ok := back[1].Origin(casefile.Event(casefile.ActEnded).Path())
	require.True(t, ok)
	require.Equal(t, "O3", origin.Cell)
	_, ok = back[1].Origin("/documents/0/name")
	require.False(t, ok)
	empty, err := casefile.Sheets(nil)
	require.NoError(t, err)
	require.Len(t, empty, 3)
}

// A file with fault has its cell, and what belongs to no file is said once.
func TestReadSheetsSaysPlaces(t *testing.T) {
	good := casefiletest.Correct(casefile.Inspection)
	bad := casefiletest.Correct(casefile.Coercion)
	bad.Qualified = bad.Officers
	sheets, err := casefile.Sheets([]*casefile.File{good, bad})
	require.NoError(t, err)
	five := 5
	sheets[0].Rows[1][13] = &five
	sheets[1].Rows = append(sheets[1].Rows, []any{"AJ-0", "决定书", nil, nil, nil}, []any{"AJ-0", "回证", nil, nil, nil})
	sheets[2].Rows = append(sheets[2].Rows, []any{good.Serial, day("2025-03-05"), day("2025-03-01"), "鉴定"})
	files, issues, err := casefile.ReadSheets(bookOf(t, sheets))
	require.NoError(t, err)
	require.Empty(t, files, "both are refused")
	var got []string
	for _, i := range issues {
		got = append(got, fmt.Sprintf("%s %s %s", i.Code, i.Path, i.Origin.Cell))
	}
	require.Equal(t, []string{
		"enforcement/file/no-such-file /serial A16", "enforcement/file/pause /pauses/0 A2", "enforcement/file/number /qualified N3",
	}, got)

	alone, err := table.CSV("案卷.csv", []byte("案卷编号,执法机关,案卷类型,当场实施时刻\nA,局,行政强制,昨天\nB,局,行政强制,2024-05-06 10:30\n"))
	require.NoError(t, err)
	files, issues, err = casefile.ReadSheets(alone)
	require.NoError(t, err)
	require.Len(t, files, 1)
	require.Equal(t, "/onSpot D2", fmt.Sprintf("%s %s", issues[0].Path, issues[0].Origin.Cell))
	_, _, err = casefile.ReadSheets(book{})
	require.ErrorIs(t, err, table.ErrNoSheet)
}

// Of two files with one number nobody can tell whose the documents are, so neither is read; rows of files that are not
// there are told of one by one up to a bound, and the rest are counted.
func TestReadSheetsOfDoubleAndAbsentFiles(t *testing.T) {
	one, two, other := casefiletest.Correct(casefile.Penalty), casefiletest.Correct(casefile.Penalty), casefiletest.Correct(casefile.Permit)
	sheets, err := casefile.Sheets([]*casefile.File{one, two, other})
	require.NoError(t, err)
	for i := range 150 {
		sheets[1].Rows = append(sheets[1].Rows, []any{fmt.Sprint("缺-", i), "决定书", nil, nil, nil})
	}
	files, issues, err := casefile.ReadSheets(bookOf(t, sheets))
	require.NoError(t, err)
	require.Len(t, files, 1)
	require.Equal(t, other.Serial, files[0].Serial)
	require.Equal(t, casefile.DoubleSerial, issues[0].Code)
	require.Equal(t, "A3", issues[0].Origin.Cell)
	require.Equal(t, "另有51行属于没有的案卷，没有一一列出", issues[len(issues)-1].Message)
}

func csvFile(t testing.TB, name string) *table.CSVFile {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "import", name))
	require.NoError(t, err)
	src, err := table.CSV(name, data)
	require.NoError(t, err)
	return src
}

// An export of a platform becomes files; what is not understood is said with its cell.
func TestImport(t *testing.T) {
	m, issues, err := casefile.ReadMap(csvFile(t, "对照.csv"), "")
	require.NoError(t, err)
	require.Empty(t, issues)
	files, issues, err := casefile.Import(csvFile(t, "导出.csv"), "", m)
	require.NoError(t, err)
	golden(t, "import/案卷.json", asJSON(t, files))
	var b strings.Builder
	for _, i := range issues {
		fmt.Fprintf(&b, "%s %s\n", i.Severity, i)
		for _, value := range []string{"快速", "2024年4月", "当事人0003"} {
			require.NotContains(t, i.Message, value)
		}
	}
	golden(t, "import/问题.txt", b.String())
	origin, ok := files[0].Origin("/dates/filed")
	require.True(t, ok)
	require.Equal(t, "H2", origin.Cell)

	_, _, err = casefile.Import(csvFile(t, "导出.csv"), "", casefile.Map{})
	require.ErrorContains(t, err, "列名对照表是空的")
	_, _, err = casefile.Import(csvFile(t, "导出.csv"), "某表", m)
	require.ErrorIs(t, err, table.ErrNoSheet)
	_, issues, err = casefile.Import(csvFile(t, "对照.csv"), "", m)
	require.NoError(t, err)
	require.Error(t, issues.Err(), "columns that the map names must be there")
}

// The entries of a list are translated one by one.
func TestImportTranslatesLists(t *testing.T) {
	source := func(name, text string) *table.CSVFile {
		src, err := table.CSV(name, []byte(text))
		require.NoError(t, err)
		return src
	}
	m, issues, err := casefile.ReadMap(source("对照.csv", "平台列名,本库列名,日期格式,平台取值,本库取值\n编号,案卷编号,,,\n单位,执法机关,,,\n"+
		"类型,案卷类型,,,\n结果,处罚种类,,罚金,罚款\n结果,处罚种类,,其他,\n"), "")
	require.NoError(t, err)
	require.Empty(t, issues)
	files, issues, err := casefile.Import(source("导出.csv", "编号,单位,类型,结果\n1,甲局,行政处罚,罚金、没收违法所得、其他\n2,甲局,行政处罚,其他\n"), "", m)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, []string{"罚款", "没收违法所得"}, files[0].Penalties)
	require.Empty(t, files[1].Penalties)
}

func TestReadMapSaysFaults(t *testing.T) {
	const head = "平台列名,本库列名,日期格式,平台取值,本库取值\n"
	for text, want := range map[string]string{
		"甲,立案日其,,,\n":                             "enforcement/file/map/column B2",
		"甲,案由,,,\n甲,案由,,,\n":                      "enforcement/file/map/twice A3",
		"甲,案由,,,\n乙,案由,,,\n":                      "enforcement/file/map/twice A3",
		"甲,案由,,,\n甲,程序,,,\n":                      "enforcement/file/map/twice A3",
		"甲,案由,YYYYMMDD,,\n":                       "enforcement/file/map/value C2",
		"甲,立案日期,YYYYMM,,\n":                       "enforcement/file/map/value C2",
		"甲,程序,,快,快速\n":                            "enforcement/file/map/value E2",
		"甲,程序,,快,简易程序\n甲,程序,,快,\n":                "enforcement/file/map/twice D3",
		"甲,,,快,简易程序\n":                            "enforcement/file/map/column B2",
		"甲,立案日期,YYYYMMDD,,\n甲,立案日期,DDMMYYYY,无,\n": "enforcement/file/map/twice C3",
	} {
		src, err := table.CSV("对照.csv", []byte(head+text))
		require.NoError(t, err)
		_, issues, err := casefile.ReadMap(src, "")
		require.NoError(t, err)
		require.Len(t, issues, 1, text)
		require.Equal(t, want, fmt.Sprintf("%s %s", issues[0].Code, issues[0].Origin.Cell), text)
	}
	_, _, err := casefile.ReadMap(book{}, "x")
	require.Error(t, err)
}

// No export panics, and every row becomes a file or an issue.
func FuzzImport(f *testing.F) {
	f.Add("案件编号,立案时间\nA,20240307\n", "案件编号,案卷编号,,,\n立案时间,立案日期,YYYYMMDD,,\n")
	f.Add("a\n1\n", "a,案由,,1,2\n")
	f.Fuzz(func(t *testing.T, export, columns string) {
		m, err := table.CSV("m", []byte("平台列名,本库列名,日期格式,平台取值,本库取值\n"+columns))
		if err != nil {
			return
		}
		src, err := table.CSV("e", []byte(export))
		if err != nil {
			return
		}
		made, _, err := casefile.ReadMap(m, "")
		if err != nil {
			return
		}
		files, _, err := casefile.Import(src, "", made)
		if err != nil {
			require.Empty(t, files)
			return
		}
		for _, c := range files {
			require.NoError(t, casefile.Vet(c).Err())
		}
	})
}
