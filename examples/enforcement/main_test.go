package main

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/enforcement/sample"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// try runs the program on the tenth of March 2025.
func try(args ...string) (code int, stdout, stderr string) {
	return clitest.Try(run, "", func() time.Time { return time.Date(2025, 3, 10, 9, 0, 0, 0, time.UTC) }, args...)
}

// does runs a command that is to end with an exit code, and returns what it printed.
func does(t *testing.T, code int, line string) string {
	t.Helper()
	got, stdout, stderr := try(strings.Fields(line)...)
	require.Equal(t, code, got, stdout+stderr)
	return stdout + stderr
}

// tree returns the files below a folder with their content.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := filesOf(dir)
	require.NoError(t, err)
	return files
}

func filesOf(dir string) (map[string]string, error) {
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(data)
		return err
	})
	return files, err
}

// bring copies the score sheets of some roles from one round to another, as if they came back.
func bring(t *testing.T, from, to string, roles ...string) {
	t.Helper()
	n := 0
	for name, data := range tree(t, from) {
		for _, role := range roles {
			if strings.HasPrefix(name, sheetFolder+role+"-") {
				require.NoError(t, os.WriteFile(filepath.Join(to, filepath.FromSlash(name)), []byte(data), 0o644))
				n++
			}
		}
	}
	require.Positive(t, n)
}

// A round goes on as the sheets come back, says what it waits for, and in the end is the same as one that was held at once.
func TestJourney(t *testing.T) {
	clitest.Folder(t)
	does(t, cli.Well, "sample 填好")
	does(t, cli.Well, "sample 逐步 -blank")
	said := does(t, cli.Found, "review 逐步/评查")
	require.Contains(t, said, "还缺：逐步/评查/评分表/法律顾问-L1.xlsx 由法律顾问 L1 评定")
	require.Contains(t, said, "还缺 6 项，补齐后再运行一次")
	before := tree(t, "逐步")
	require.Contains(t, does(t, cli.Found, "review 逐步/评查"), "8 个文件没有变化")
	require.Equal(t, before, tree(t, "逐步"))

	bring(t, "填好/评查", "逐步/评查", review.Counsel)
	require.Contains(t, does(t, cli.Found, "review 逐步/评查"), "还缺 3 项")
	bring(t, "填好/评查", "逐步/评查", review.Empowering)
	said = does(t, cli.Found, "review 逐步/评查")
	require.Contains(t, said, "已写入 逐步/评查/评分表/合议-")
	require.Contains(t, said, "已写入 逐步/评查/评分表/第三评查人-")
	require.NotContains(t, said, "结果/")
	bring(t, "填好/评查", "逐步/评查", review.Agreed, review.Third)
	require.Contains(t, does(t, cli.Well, "review 逐步/评查"), "本轮评查已经办完")

	does(t, cli.Well, "review 填好/评查")
	done := tree(t, "逐步/评查")
	require.Equal(t, tree(t, "填好/评查"), done)
	require.Contains(t, done, "结果/通报.pdf")
	require.NotContains(t, does(t, cli.Well, "review 逐步/评查"), "已写入")
	require.Equal(t, done, tree(t, "逐步/评查"))
}

// doneOnce holds the round of the sample, once for all tests.
var doneOnce = sync.OnceValues(func() (map[string]string, error) {
	dir, err := os.MkdirTemp("", "round")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	for _, args := range [][]string{{"sample", dir}, {"review", dir + "/评查"}} {
		if code, _, stderr := try(args...); code != cli.Well {
			return nil, errors.New(stderr)
		}
	}
	return filesOf(dir + "/评查")
})

// held goes to a new folder with a round that is done.
func held(t *testing.T) string {
	t.Helper()
	files, err := doneOnce()
	require.NoError(t, err)
	clitest.Folder(t)
	for name, data := range files {
		path := filepath.Join("样例/评查", name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(data), 0o644))
	}
	return "样例/评查"
}

// edit changes a file of the round.
func edit(t *testing.T, file, old, now string) {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Contains(t, string(data), old)
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(data), old, now, 1)), 0o644))
}

// Whatever is changed after the draw is said exactly, and nothing is written.
func TestChangedAfterTheDraw(t *testing.T) {
	for _, x := range []struct {
		name, file, old, now string
		want                 []string
	}{
		{"a reviewer's unit", "评查人员.csv", "F3,赋权部门,县农业农村局", "F3,赋权部门,县财政局", []string{"评查人员 F3 的角色或者单位不同"}},
		{"a reviewer more", "评查人员.csv", "F1,", "F0,赋权部门,县财政局\nF1,", []string{"评查人员 F0 是后来加入的"}},
		{"a reviewer less", "评查人员.csv", "F3,赋权部门,县农业农村局\n", "", []string{"评查人员 F3 不在其中了"}},
		{"a refusal", "回避.csv", "L2,AJ-00006", "L1,AJ-00006", []string{"回避名单不同"}},
		{"the order of reviewers", "评查人员.csv", "L1,法律顾问,甲律师事务所\nL2,法律顾问,乙律师事务所", "L2,法律顾问,乙律师事务所\nL1,法律顾问,甲律师事务所",
			[]string{"抽取方案不同"}},
		{"a file that was not drawn", "案卷.jsonl", `"serial":"AJ-00002"`, `"serial":"AJ-99999"`, []string{"案卷 AJ-99999 是后来加入的", "案卷 AJ-00002 不在其中了"}},
		{"the unit of a file", "案卷.jsonl", `"organ":"县城市管理局"`, `"organ":"县财政局"`, []string{"案卷 AJ-00002 的单位或者分层不同"}},
		{"the content of a file", "案卷.jsonl", `"decided":"2024-07-19"`, `"decided":"2024-07-20"`, []string{"案卷 AJ-00001，案卷的内容不同"}},
		{"the number", "批次.json", "0417", "0418", []string{"公布的号码不同"}},
		{"the name", "批次.json", "2025年第一轮", "2025年第二轮", []string{"评查批次不同"}},
		{"the policy", "评查规则.json", `"mean": 5`, `"mean": 4`, []string{"“均值限度”不同"}},
		{"the rubric", "批次.json", "house/no-penalty", "house/penalty", []string{"AJ-00021"}},
		{"the record", "抽取结果.json", `"seed": "2025`, `"seed": "2024`, []string{"抽取结果与摘要不符", "公布的号码不同"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			dir := held(t)
			edit(t, filepath.Join(dir, x.file), x.old, x.now)
			before := tree(t, dir)
			said := does(t, cli.Found, "review "+dir)
			for _, want := range x.want {
				require.Contains(t, said, want)
			}
			require.NotContains(t, said, "已写入")
			require.Equal(t, before, tree(t, dir))
		})
	}
}

// alter fills the sheet of the first reviewer of a round once more, changed.
func alter(t *testing.T, dir string, change func(sheets []table.Sheet)) string {
	t.Helper()
	r, err := openRound(dir)
	require.NoError(t, err)
	require.NoError(t, r.draw())
	task := r.record.Tasks(r.assigned)[0]
	sheets, err := review.Sheets(task)
	require.NoError(t, err)
	for i := range task.Files {
		fill(&sheets[i+1], &task, i)
	}
	change(sheets)
	name := sheetFolder + sheetName(task) + ".xlsx"
	require.NoError(t, r.to.book(name, sheets...))
	return name
}

// set writes into the first row that a person has judged.
func set(sheet *table.Sheet, values map[string]string) {
	at := map[string]int{}
	for i, c := range sheet.Columns {
		at[c.Name] = i
	}
	for _, row := range sheet.Rows {
		if row[at["方式"]] == "人工" && row[at["评定"]] == rubric.Met.String() {
			for name, v := range values {
				row[at[name]] = v
			}
			return
		}
	}
}

// A sheet that is changed when the results are out is named with its file, and the results stay.
func TestSheetChangedAfterTheResults(t *testing.T) {
	dir := held(t)
	alter(t, dir, func(sheets []table.Sheet) { set(&sheets[1], map[string]string{"评定": "不适用"}) })
	before := tree(t, dir)
	said := does(t, cli.Found, "review "+dir)
	require.Contains(t, said, "出结果之后被改动：案卷 AJ-")
	require.Contains(t, said, "意见")
	require.Equal(t, before, tree(t, dir))
}

// What is wrong in a sheet is named by its cell, and no results are made of it.
func TestFaultySheets(t *testing.T) {
	for name, x := range map[string]struct {
		change func(sheets []table.Sheet)
		want   string
	}{
		"no verdict":    {func(s []table.Sheet) { set(&s[1], map[string]string{"评定": ""}) }, "待评 1 项"},
		"no reason":     {func(s []table.Sheet) { set(&s[1], map[string]string{"评定": "不合格", "理由": ""}) }, "review/sheet/reason"},
		"strange":       {func(s []table.Sheet) { set(&s[1], map[string]string{"评定": "还行"}) }, "review/sheet/verdict"},
		"another round": {func(s []table.Sheet) { s[1].Title = "评分表：2024年第一轮／AJ" }, "review/sheet/round"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := held(t)
			require.NoError(t, os.RemoveAll(dir+"/结果"))
			file := alter(t, dir, x.change)
			said := does(t, cli.Found, "review "+dir)
			require.Contains(t, said, file)
			require.Contains(t, said, x.want)
			require.NoDirExists(t, dir+"/结果")
		})
	}
}

// An objection is waited for, stays without effect, or changes the result; the circular counts it.
func TestObjections(t *testing.T) {
	dir := held(t)
	object := func(row string) {
		require.NoError(t, os.WriteFile(dir+"/异议.csv", []byte("案卷编号,异议日期,异议理由,复核日期,复核理由,复核人,复核人单位\n"+row+"\n"), 0o644))
	}
	object("AJ-00005,2025-03-25,对卷面项扣分有异议,,,,")
	require.Contains(t, does(t, cli.Found, "review "+dir), "异议还没有复核")
	object("AJ-00005,2025-03-25,对卷面项扣分有异议,2025-03-28,补看了原件,,")
	before := tree(t, dir)
	require.Contains(t, does(t, cli.Found, "review "+dir), "异议不同", "the result stays, and the circular would count it")
	require.Equal(t, before, tree(t, dir))
	require.NoError(t, os.RemoveAll(dir+"/结果"))
	require.Contains(t, does(t, cli.Well, "review "+dir), "已写入 样例/评查/结果/通报.pdf")
	object("AJ-00005,2025-03-25,对卷面项扣分有异议,2025-03-28,补看了原件,R1,县司法局")
	said := does(t, cli.Found, "review "+dir)
	require.Contains(t, said, "复核-AJ-00005-R1.xlsx 由复核 R1 评定")
	r, err := openRound(dir)
	require.NoError(t, err)
	require.NoError(t, r.draw())
	require.NoError(t, r.gather())
	task := review.Task{Round: r.batch.Name, Reviewer: "R1", Role: review.Rechecker, Unit: "县司法局", Override: true}
	for _, a := range r.assigned {
		if a.Case.File == "AJ-00005" {
			task.Files = []review.Assigned{a}
		}
	}
	require.NoError(t, r.play([]review.Task{task}, caseName))
	said = does(t, cli.Found, "review "+dir)
	require.Contains(t, said, "出结果之后被改动：案卷 AJ-00005")
	require.NoError(t, os.RemoveAll(dir+"/结果"))
	require.Contains(t, does(t, cli.Well, "review "+dir), "　复核\n")
	object("AJ-00005,2025-03-25,对卷面项扣分有异议,2025-03-20,补看了原件,,")
	require.Contains(t, does(t, cli.Found, "review "+dir), "复核不成立")
	object("AJ-1,2025-03-25,甲,2025-03-26,乙,,")
	require.Contains(t, does(t, cli.Found, "review "+dir), "没有这一案卷的评查结果")
}

// The draw is checked again by package sample alone, from the two files that were published.
func TestDrawIsRepeatable(t *testing.T) {
	dir := held(t)
	var frame []sample.Unit
	require.NoError(t, readFrom(t, dir+"/"+frameFile, &frame))
	data, err := os.ReadFile(dir + "/" + drawnFile)
	require.NoError(t, err)
	record, issues, err := review.ParseRound(data)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Empty(t, sample.Verify(record.Drawn, frame))
	require.Len(t, record.Drawn.Picks, 12)
	edit(t, dir+"/"+frameFile, `"AJ-00002"`, `"AJ-99999"`)
	require.Contains(t, does(t, cli.Found, "review "+dir), "样例/评查/抽样框.json：文件的内容与应有的不同，没有覆盖")
}

func readFrom(t *testing.T, file string, to any) error {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	return json.Unmarshal(data, to)
}

// The ledger is one that the annual report reads, and its checks find nothing.
func TestLedgerForTheAnnualReport(t *testing.T) {
	dir := held(t)
	src, err := clitable.Open(dir + "/结果/案卷评查.xlsx")
	require.NoError(t, err)
	rows, issues, err := enforcement.Read(src, enforcement.Sheet)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Len(t, rows, 12)
	r, err := openRound(dir)
	require.NoError(t, err)
	require.NoError(t, r.draw())
	profile, err := r.policy.Profile(r.used()...)
	require.NoError(t, err)
	checks, err := enforcement.Checks(profile)
	require.NoError(t, err)
	for _, row := range rows {
		found, err := fazhi.Validate(context.Background(), row, row.Reviewed, fazhi.DateOf(2025, 12, 31), checks)
		require.NoError(t, err)
		require.Zero(t, found.Count(fazhi.Error), row.Serial+issueLines(found))
	}
}

// What a person fills into the sheet of -sheet counts with -marks.
func TestMarks(t *testing.T) {
	clitest.Folder(t)
	does(t, cli.Well, "sample 样例 -blank")
	does(t, cli.Well, "score house/penalty 样例/案卷.json -sheet 表.xlsx")
	b, err := newBench()
	require.NoError(t, err)
	sc, _, err := b.scale("house/penalty")
	require.NoError(t, err)
	files, _, err := readFiles("样例/案卷.json")
	require.NoError(t, err)
	d, err := b.docket(sc, files)
	require.NoError(t, err)
	task := d.task()
	sheets, err := review.Sheets(task)
	require.NoError(t, err)
	fill(&sheets[1], &task, 0)
	require.NoError(t, (&folder{}).book("填好.xlsx", sheets...))
	said := does(t, cli.Well, "score house/penalty 样例/案卷.json -marks 填好.xlsx")
	require.NotContains(t, said, "待评")
	require.NotContains(t, said, "不是最后的")
	edit(t, "样例/案卷.json", `"qualified": 2`, `"qualified": 1`)
	require.Contains(t, does(t, cli.Found, "score house/penalty 样例/案卷.json -marks 填好.xlsx"), "案卷内容与发出时不同")
}

// An explanation says every item, as text, as JSON and as files.
func TestExplain(t *testing.T) {
	clitest.Folder(t)
	does(t, cli.Well, "sample 样例 -blank")
	said := does(t, cli.Well, "score house/penalty 样例/案卷.json -explain -out 说明")
	require.Contains(t, said, "[送达执行.5] 当事人不在场的，决定后七个工作日内送达")
	require.Contains(t, said, "2024年6月5日当日不计入")
	require.Len(t, tree(t, "说明"), 2)
	var out struct {
		Scores []struct{ Explanation struct{ File string } }
	}
	require.NoError(t, json.Unmarshal([]byte(does(t, cli.Well, "score house/penalty 样例/案卷.json -explain -json")), &out))
	require.Equal(t, "CG-2024-017", out.Scores[0].Explanation.File)
}

// Letters are written once an organ, numbered in the order of the organs.
func TestLetters(t *testing.T) {
	clitest.Folder(t)
	does(t, cli.Well, "sample 样例 -blank")
	does(t, cli.Found, "repeat 样例/执法信息.csv -letters 函 -from 清源县司法局 -number 清司函〔2025〕1号 -reply 2025-03-31")
	files := tree(t, "函")
	require.Len(t, files, 14)
	does(t, cli.Found, "repeat 样例/执法信息.csv -letters 函 -from 清源县司法局 -number 清司函〔2025〕1号 -reply 2025-03-31 -on 2025-03-10")
	require.Equal(t, files, tree(t, "函"))
}

// full is a standard output that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("满了") }

func TestOutputFails(t *testing.T) {
	var b strings.Builder
	code := run(context.Background(), []string{"rubrics"}, cli.World{Stdout: full{}, Stderr: &b, Now: time.Now})
	require.Equal(t, cli.Unusable, code)
	require.Equal(t, "enforcement：不能输出：满了\n", b.String())
}

func TestInterrupted(t *testing.T) {
	clitest.Folder(t)
	does(t, cli.Well, "sample 样例 -blank")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, args := range []string{"review 样例/评查", "score house/penalty 样例/案卷.json", "repeat 样例/执法信息.csv"} {
		var out, b strings.Builder
		code := run(ctx, strings.Fields(args), cli.World{Stdout: &out, Stderr: &b, Now: time.Now})
		require.Equal(t, cli.Unusable, code)
		require.Equal(t, "enforcement：已中断\n", b.String())
		require.Empty(t, out.String())
	}
	require.NoFileExists(t, "样例/评查/"+drawnFile)
}
