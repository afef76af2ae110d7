package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/annual/internal/figures"
	"github.com/fazhi-go/fazhi/examples/annual/internal/invent"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// command runs the program and returns its exit code and its JSON.
func command(t *testing.T, args ...string) (int, jsonResult) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(context.Background(), append(args, "-json"), &stdout, &stderr, false)
	var r jsonResult
	decoder := json.NewDecoder(&stdout)
	decoder.DisallowUnknownFields()
	require.NoError(t, decoder.Decode(&r), stderr.String())
	require.False(t, decoder.More(), "one object")
	return code, r
}

// expected reads the figures of the real report that the example reproduces.
func expected(t *testing.T) []map[string]string {
	t.Helper()
	f, err := os.Open("testdata/figures.csv")
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			m[name] = row[i]
		}
		out = append(out, m)
	}
	return out
}

func TestTheExampleComesToTheFiguresOfTheRealReport(t *testing.T) {
	out := t.TempDir()
	code, r := command(t, "-o", out)
	require.Zero(t, code)
	require.Empty(t, r.Error)
	require.Empty(t, r.Issues)
	require.Len(t, contents(t, out), len(outputNames()))
	for i, name := range outputNames() {
		require.Equal(t, filepath.Join(out, name), r.Files[i])
	}
	got := map[string]jsonFigure{}
	for _, f := range r.Figures {
		got[f.ID] = f
	}
	want := expected(t)
	require.Len(t, want, 62)
	require.Len(t, r.Figures, 62)
	for _, w := range want {
		f := got[w["id"]]
		require.Equal(t, w["value"], f.Value, w["id"])
		require.Equal(t, w["printed"], f.Printed, w["id"])
		require.Equal(t, w["unit"], f.Unit, w["id"])
		if w["num"] != "" {
			require.JSONEq(t, w["num"]+"", jsonOf(t, f.Num), w["id"])
			require.JSONEq(t, w["den"]+"", jsonOf(t, f.Den), w["id"])
		}
	}
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	require.NoError(t, err)
	return string(b)
}

func TestTheCommittedLedgersAreWhatTheGeneratorMakes(t *testing.T) {
	sheets, err := invent.Ledgers()
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, sheets))
	require.True(t, bytes.Equal(exampleLedgers, b.Bytes()), "run go generate ./examples/annual")

	last, err := invent.LastYear()
	require.NoError(t, err)
	b.Reset()
	require.NoError(t, xlsx.Write(&b, []table.Sheet{figures.Sheet(last)}))
	require.True(t, bytes.Equal(exampleLastYear, b.Bytes()), "run go generate ./examples/annual")
}

// contents reads all files of a folder.
func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	files := map[string][]byte{}
	for _, e := range entries {
		files[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		require.NotEmpty(t, files[e.Name()], e.Name())
	}
	return files
}

func sameFiles(t *testing.T, want, got map[string][]byte) {
	t.Helper()
	require.ElementsMatch(t, slices.Collect(maps.Keys(want)), slices.Collect(maps.Keys(got)))
	for name := range want {
		require.True(t, bytes.Equal(want[name], got[name]), name)
	}
}

func TestInitIsAStartThatReadsBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "台账")
	var stdout, stderr bytes.Buffer
	require.Zero(t, run(context.Background(), []string{"init", dir}, &stdout, &stderr, false), stderr.String())
	guide, err := os.ReadFile(filepath.Join(dir, guideFile))
	require.NoError(t, err)
	require.Contains(t, string(guide), "## 政府合同")
	require.Contains(t, string(guide), "## 社区矫正", "ledgers without example data are documented too")

	require.Contains(t, string(guide), lastYearFile)

	out, again := t.TempDir(), t.TempDir()
	code, r := command(t, "-data", dir, "-o", out)
	require.Zero(t, code, r)
	command(t, "-o", again)
	sameFiles(t, contents(t, again), contents(t, out))
	require.Equal(t, exitUnusable, run(context.Background(), []string{"init", dir}, &stdout, &stderr, false), "nothing is overwritten")
}

// data writes the example's input with changes and returns the directory. Nil data leaves a file out.
func data(t *testing.T, changes map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string][]byte{ledgersFile: exampleLedgers, narrativeFile: exampleNarrative, lastYearFile: exampleLastYear}
	for name, b := range changes {
		files[name] = b
	}
	for name, b := range files {
		if b != nil {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), b, 0o644))
		}
	}
	return dir
}

func TestUnusableInputIsOneClearSentence(t *testing.T) {
	for name, c := range map[string]struct {
		changes map[string][]byte
		want    string
	}{
		"no narrative":            {map[string][]byte{narrativeFile: nil}, narrativeFile},
		"empty narrative":         {map[string][]byte{narrativeFile: {}}, "文件是空的"},
		"narrative in GB 18030":   {map[string][]byte{narrativeFile: []byte("---\n\xb1\xea\xcc\xe2\n---\n")}, "UTF-8"},
		"no ledgers":              {map[string][]byte{ledgersFile: nil}, "没有台账"},
		"empty workbook":          {map[string][]byte{ledgersFile: {}}, ledgersFile},
		"truncated workbook":      {map[string][]byte{ledgersFile: exampleLedgers[:len(exampleLedgers)/2]}, ledgersFile},
		"no workbook":             {map[string][]byte{ledgersFile: []byte("合同编号,合同名称\n")}, ledgersFile},
		"encrypted workbook":      {map[string][]byte{ledgersFile: append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 600)...)}, "加密"},
		"a sheet twice":           {map[string][]byte{"政府合同.csv": []byte("合同编号\n")}, "只能留一个"},
		"CSV of unknown encoding": {map[string][]byte{ledgersFile: nil, "政府合同.csv": {0xff, 0xfe, 0x41, 0x00, 0xff, 0xff, 0x80}}, "政府合同.csv"},
		"last year truncated":     {map[string][]byte{lastYearFile: exampleLastYear[:len(exampleLastYear)/2]}, lastYearFile},
		"last year no workbook":   {map[string][]byte{lastYearFile: []byte("标识,数值\n")}, lastYearFile},
		"last year is ledgers":    {map[string][]byte{lastYearFile: exampleLedgers}, lastYearFile + "：没有这张工作表“数据项”"},
		"narrative without prose": {map[string][]byte{narrativeFile: []byte("---\n标题: 甲\n---\n")}, "没有正文"},
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			code, r := command(t, "-data", data(t, c.changes), "-o", out)
			require.Equal(t, exitUnusable, code)
			require.Contains(t, r.Error, c.want)
			require.NotContains(t, r.Error, "\n")
			require.Empty(t, r.Files)
			left, err := os.ReadDir(out)
			require.NoError(t, err)
			require.Empty(t, left, "nothing half-written")
		})
	}
}

const badContracts = "合同编号,合同名称,承办单位,合同相对方,合同金额,审查日期,签订日期\n" +
	"HT-1,租赁合同,区财政局,甲公司,100,2024-03-01,2024-03-05\n" +
	"HT-2,服务合同,区财政局,乙公司,一百,2024-04-01,2024-04-05\n" +
	"HT-3,买卖合同,区财政局,丙公司,300,,2024-05-05\n"

func TestBadRowsStopTheReportUnlessForced(t *testing.T) {
	narrative := bytes.Replace(exampleNarrative, []byte("{{> 政府合同}}"), []byte("审查合同{{合同.审查}}。"), 1)
	dir := data(t, map[string][]byte{ledgersFile: without(t, "政府合同"), narrativeFile: narrative, "政府合同.csv": []byte(badContracts)})
	out := t.TempDir()
	code, r := command(t, "-data", dir, "-o", out)
	require.Equal(t, exitIssues, code)
	require.Empty(t, r.Error)
	require.Zero(t, r.Pages)
	require.ElementsMatch(t, []string{figuresFile, issuesFile}, slices.Collect(maps.Keys(contents(t, out))))
	require.Len(t, r.Issues, 2)
	require.Equal(t, jsonIssue{Code: r.Issues[0].Code, Path: "/amount", File: "政府合同.csv", Sheet: "政府合同", Cell: "E3",
		Message: r.Issues[0].Message, Basis: r.Issues[0].Basis}, r.Issues[0])
	require.Equal(t, "contract/review/before-signing", string(r.Issues[1].Code))
	require.Equal(t, "F4", r.Issues[1].Cell)

	code, r = command(t, "-data", dir, "-o", out, "-force")
	require.Equal(t, exitIssues, code)
	require.Positive(t, r.Pages)
	require.Len(t, contents(t, out), len(outputNames()))

	code, _ = command(t, "-data", dir, "-o", out)
	require.Equal(t, exitIssues, code)
	require.ElementsMatch(t, []string{figuresFile, issuesFile}, slices.Collect(maps.Keys(contents(t, out))), "the report of an earlier run is not left behind")
}

// without returns the example's workbook without one sheet.
func without(t *testing.T, sheet string) []byte {
	t.Helper()
	sheets, err := invent.Ledgers()
	require.NoError(t, err)
	var kept []table.Sheet
	for _, s := range sheets {
		if s.Name != sheet {
			kept = append(kept, s)
		}
	}
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(&b, kept))
	return b.Bytes()
}

func TestTheCommandLine(t *testing.T) {
	for _, args := range [][]string{{"-x"}, {"rest"}, {"-year", "n"}, {"-year", "-5"}, {"-year", "99999"}, {"-o", ""}, {"-today", "gestern"}, {"-data", "no/such/place"}} {
		code, r := command(t, args...)
		require.Equal(t, exitUnusable, code, args)
		require.NotEmpty(t, r.Error, args)
	}
	var stdout, stderr bytes.Buffer
	require.Zero(t, run(context.Background(), []string{"-h"}, &stdout, &stderr, false))
	require.Contains(t, stderr.String(), "用法")
	require.Equal(t, exitUnusable, run(context.Background(), []string{"init"}, &stdout, &stderr, false))
}

func TestProgressIsForPeople(t *testing.T) {
	var quiet, loud strings.Builder
	progressTo(&quiet, false)("读取")
	progressTo(&loud, true)("读取")
	require.Empty(t, quiet.String())
	require.Equal(t, "读取……\n", loud.String())
}

// When one file cannot be put in its place, the others stay as they were.
func TestAllFilesOrNone(t *testing.T) {
	out := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(out, pdfFile), []byte("old"), 0o644))
	require.NoError(t, os.MkdirAll(filepath.Join(out, issuesFile, "x"), 0o755))
	code, r := command(t, "-o", out)
	require.Equal(t, exitUnusable, code)
	require.Contains(t, r.Error, issuesFile)
	left, err := os.ReadDir(out)
	require.NoError(t, err)
	require.Len(t, left, 2)
	old, err := os.ReadFile(filepath.Join(out, pdfFile))
	require.NoError(t, err)
	require.Equal(t, "old", string(old))
}

func TestTheSwapPutsOldFilesBack(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, pdfFile), []byte("old"), 0o644))
	s := swap{dir: dir}
	require.NoError(t, s.prepare(output{pdfFile, []byte("new")}))
	require.NoError(t, s.prepare(output{issuesFile, []byte("new")}))
	require.NoError(t, os.Remove(s.steps[1].fresh)) // the second cannot be placed
	require.Error(t, s.commit())
	s.undo()
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, left, 1)
	old, err := os.ReadFile(filepath.Join(dir, pdfFile))
	require.NoError(t, err)
	require.Equal(t, "old", string(old))
}

func TestACancelledRunWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := t.TempDir()
	var stdout, stderr bytes.Buffer
	require.Equal(t, exitUnusable, run(ctx, []string{"-o", out}, &stdout, &stderr, false))
	require.Contains(t, stderr.String(), "已中断")
	left, err := os.ReadDir(out)
	require.NoError(t, err)
	require.Empty(t, left)
}

func TestFilesThatAreNotReadAreNamed(t *testing.T) {
	dir := data(t, map[string][]byte{"台账.xlsx": exampleLedgers, ledgersFile: without(t, "政府合同"), "政府合同.CSV": []byte(
		"合同编号,合同名称,承办单位,合同相对方,审查日期,签订日期\nHT-1,租赁合同,区财政局,甲公司,2024-03-01,2024-03-05\n")})
	_, r := command(t, "-data", dir, "-o", t.TempDir())
	require.Len(t, r.Issues, 1)
	require.Equal(t, "annual/file/unread", string(r.Issues[0].Code))
	require.Equal(t, "台账.xlsx", r.Issues[0].File)
	require.Equal(t, "1", r.Figures[0].Value, "the extension may be written in capitals")
}
