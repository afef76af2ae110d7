package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/reconsideration/statistics"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// program is this one on the tenth of March 2025.
func program() clitest.Program { return clitest.On(run, fazhi.DateOf(2025, 3, 10)) }

// asked is what is asked of the samples, command by command.
const asked = `sample 样例
sample 样例
clock -start 2024-02-08 -period 5wd
clock -start 2024-03-01 -period 30d -pause 2024-03-11..2024-03-15=鉴定 -basis 行政复议法第六十二条
clock -start 2026-12-25 -period 60d
code make 99010201 2024 17
code make 99010201 1999 17
code check 99010201-2024-000017-9
code check 9901O201-2024-000017-9
code check 99010201-2024-000071-9
code check 99010201-2024
stats 样例/行政复议.csv -period 2024 -compare -unit 青石县
stats 样例/行政应诉.csv -period 2024H2 -o 统计.xlsx
stats 样例/行政复议.csv 样例/行政应诉.csv -period 2025Q1
stats 错.csv -period 2024
mask 样例/决定书.txt
mask 样例/决定书.txt -name 钱虚构 -other 110105194912310021 -keep 0000-1234567 -o 公开稿.txt
journey
journey 错.json
journey -o 文书
nothing
-h`

// wrong is a ledger with a mistake in each row.
const wrong = "案号,收到日期,被申请人,处理,受理日期,审结日期,结案方式\n1号,2024-03-01,甲局,受理,2024-03-06,2024-02-01,维持\n2号,3月1日,乙局,受理,,,\n"

// late is a story in which the reply is late and the decision is written down incompletely.
const late = `{"organ": "青石县司法局", "codeOrgan": "99010201", "number": "{year}-{serial}", "case": {"serial": "2024-1", "received": "2024-03-04",
"applicant": "公民", "respondent": "甲局", "level": "工作部门", "act": "行政处罚", "intake": "受理", "accepted": "2024-03-08"},
"events": [{"step": "收到", "on": "2024-03-04"}, {"step": "受理", "on": "2024-03-08"}, {"step": "发送副本", "on": "2024-03-11"},
{"step": "副本送达", "on": "2024-03-12"}, {"step": "答复", "on": "2024-04-20"}, {"step": "答复", "on": "2024-04-20"}],
"asof": ["2024-04-01"], "papers": [{"key": "acceptance", "values": {"申请人": "欧阳测试"}}]}`

func TestGolden(t *testing.T) {
	lines := strings.Split(asked, "\n")
	for _, c := range new(session).commands() {
		lines = append(lines, c.Name+" -h")
	}
	program().Transcripts(t, "reconsideration", lines, func(t *testing.T) { clitest.Folder(t, "错.csv", wrong, "错.json", late) })
}

func TestHelp(t *testing.T) { program().Help(t, new(session).program()) }

// A code that was made is right, and one that was copied wrong is not.
func TestCode(t *testing.T) {
	_, o := program().Object(t, "code", "make", "99010201", "2024", "17")
	made := o["code"].(string)
	code, o := program().Object(t, "code", "check", made)
	require.Equal(t, cli.Well, code)
	require.Equal(t, made, o["code"])
	require.InDelta(t, 17, o["serial"], 0)
	code, o = program().Object(t, "code", "check", strings.Replace(made, "17", "71", 1))
	require.Equal(t, cli.Found, code)
	require.Empty(t, o["code"])
	require.Len(t, o["problems"], 1)
	require.Contains(t, o["suggestions"], made)
}

// One workbook a ledger, and the grids can be read back.
func TestStatsWorkbooks(t *testing.T) {
	program().Sampled(t)
	code, stdout, _ := program()("stats", "样例/行政复议.csv", "样例/行政应诉.csv", "-period", "2024", "-o", "统计.xlsx", "-json")
	require.Equal(t, cli.Well, code)
	var s statement
	require.NoError(t, json.Unmarshal([]byte(stdout), &s))
	require.Equal(t, []string{"统计-行政复议.xlsx", "统计-行政应诉.xlsx"}, s.Written)
	for i, name := range s.Written {
		src, err := clitable.Open(name)
		require.NoError(t, err)
		grid, issues, err := statistics.Read(src)
		require.NoError(t, err)
		require.Empty(t, issues)
		require.Empty(t, grid.Check())
		require.Equal(t, s.Grids[i].Total, grid.Total)
		require.Positive(t, s.Balances[i].Held)
		require.Empty(t, s.Balances[i].Broken)
	}
}

// A workbook with both ledgers counts as the two CSV files do.
func TestStatsOfWorkbook(t *testing.T) {
	program().Sampled(t)
	l := &ledgers{has: map[string]bool{}}
	require.NoError(t, l.take("样例/行政复议.csv"))
	require.NoError(t, l.take("样例/行政应诉.csv"))
	require.Empty(t, l.issues)
	f, err := os.Create("台账.xlsx")
	require.NoError(t, err)
	require.NoError(t, xlsx.Write(f, sheets(t, l)))
	require.NoError(t, f.Close())
	require.Equal(t, program().Does(t, cli.Well, "stats 样例/行政复议.csv 样例/行政应诉.csv -period 2024"), program().Does(t, cli.Well, "stats 台账.xlsx -period 2024"))
}

// The public copy of a Word file is written, and the original is not touched.
func TestMaskWord(t *testing.T) {
	data := word(t)
	clitest.Folder(t, "决定书.docx", string(data))
	code, o := program().Object(t, "mask", "决定书.docx", "-o", "公开稿.docx")
	require.Equal(t, cli.Found, code)
	require.NotEmpty(t, o["places"])
	require.NotEmpty(t, o["left"])
	require.Empty(t, o["text"])
	again, err := os.ReadFile("决定书.docx")
	require.NoError(t, err)
	require.Equal(t, data, again)
	code, o = program().Object(t, "mask", "公开稿.docx", "-other", "110105194912310021", "-o", "再.docx")
	require.Equal(t, cli.Well, code, o)
}

// word is the sample decision as a Word file.
func word(t *testing.T) []byte {
	t.Helper()
	text, err := sampleFiles.ReadFile("sample/决定书.txt")
	require.NoError(t, err)
	d := &gongwen.Document{Format: gongwen.General, Title: "行政复议决定书"}
	for line := range strings.Lines(string(text)) {
		d.Body = append(d.Body, gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(strings.TrimSpace(line))}})
	}
	embedded, err := fonts.Embedded()
	require.NoError(t, err)
	press, err := docx.New(gongwen.GB9704(), embedded)
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = press.Render(&b, d)
	require.NoError(t, err)
	return b.Bytes()
}

// sheets are the ledgers as a workbook has them.
func sheets(t *testing.T, l *ledgers) []table.Sheet {
	t.Helper()
	cases, err := table.SheetOf(reconsideration.Sheet, l.cases)
	require.NoError(t, err)
	suits, err := table.SheetOf(reconsideration.SuitSheet, l.suits)
	require.NoError(t, err)
	return []table.Sheet{cases, suits}
}

// The journey is the same every time, and the same in a file.
func TestJourney(t *testing.T) {
	program().Sampled(t)
	code, o := program().Object(t, "journey", "-o", "文书")
	require.Equal(t, cli.Well, code)
	_, again := program().Object(t, "journey", "样例/历程.json", "-o", "文书")
	require.Equal(t, o, again)
	papers, err := filepath.Glob("文书/*.pdf")
	require.NoError(t, err)
	require.Len(t, papers, len(o["papers"].([]any)))
	for _, name := range papers {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		require.True(t, strings.HasPrefix(string(data), "%PDF-"))
	}
	view, err := json.Marshal(o["view"])
	require.NoError(t, err)
	for _, hidden := range []string{"欧阳", "城市管理", "青石", "99010201", "维持"} {
		require.NotContains(t, string(view), hidden)
	}
}

// altered goes to a new folder with a story in which something is different.
func altered(t *testing.T, old, now string) {
	t.Helper()
	data, err := sampleFiles.ReadFile("sample/历程.json")
	require.NoError(t, err)
	require.Contains(t, string(data), old)
	clitest.Folder(t, "历程.json", strings.Replace(string(data), old, now, 1))
}

// A case that has its code gets no other.
func TestCodeIsGivenOnce(t *testing.T) {
	tale, err := tell(nil)
	require.NoError(t, err)
	traveller, err := newTraveller(tale)
	require.NoError(t, err)
	first := tale.moves()[0]
	require.NoError(t, traveller.take(t.Context(), first))
	given := traveller.code
	require.NoError(t, given.Check())
	require.ErrorIs(t, traveller.take(t.Context(), first), register.ErrExists)
	had, err := casecode.Of(t.Context(), traveller.store, traveller.scope, fazhi.RefOf(tale.Case))
	require.NoError(t, err)
	require.Equal(t, given, had)
}

// A text with a secrecy mark has no public copy.
func TestMaskSecret(t *testing.T) {
	clitest.Folder(t, "密.txt", "机密★5年\n申请人：欧阳测试\n")
	program().Unusable(t, []string{"mask", "密.txt", "-o", "公开稿.txt"}, "密级")
	require.NoFileExists(t, "公开稿.txt")
}

// A text in GBK is read as it is written, and its copy is UTF-8.
func TestMaskGBK(t *testing.T) {
	clitest.Folder(t, "旧.txt", "\xc9\xea\xc7\xeb\xc8\xcb\xa3\xba\xc5\xb7\xd1\xf4\xb2\xe2\xca\xd4\n")
	_, o := program().Object(t, "mask", "旧.txt")
	require.Equal(t, "申请人：欧阳某\n", o["text"])
}

// What cannot be is said, and nothing is entered or written.
func TestJourneyThatCannotBe(t *testing.T) {
	for name, x := range map[string][3]string{
		"a decision before acceptance": {`"受理", "on": "2024-03-08"`, `"决定", "on": "2024-03-08"`, "lifecycle/order"},
		"no such step":                 {`"step": "听证"`, `"step": "听取"`, "lifecycle/step"},
		"a day that was before":        {`"on": "2024-03-20"`, `"on": "2024-02-20"`, "lifecycle/date"},
		"no day":                       {`"on": "2024-03-08"}`, `"on": ""}`, "lifecycle/date"},
		"an appeal in the last resort": {`"裁判生效"`, `"上诉"`, "reconsideration/suit/appeal"},
		"nobody in court":              {`["正职负责人", "工作人员"]`, `["律师"]`, "reconsideration/sitting/nobody"},
	} {
		t.Run(name, func(t *testing.T) {
			altered(t, x[0], x[1])
			code, o := program().Object(t, "journey", "历程.json", "-o", "文书")
			require.Equal(t, cli.Found, code)
			issues, err := json.Marshal(o["issues"])
			require.NoError(t, err)
			require.Contains(t, string(issues), x[2])
			require.Empty(t, o["code"])
			require.NoDirExists(t, "文书")
		})
	}
}

// A limit that was missed says what follows.
func TestJourneyMissed(t *testing.T) {
	const reply, notice = `{"step": "答复", "on": "2024-03-20"}`, `{"step": "听证通知", "on": "2024-03-25"}`
	altered(t, reply+",\n    "+notice, notice+`, {"step": "答复", "on": "2024-03-28"}`)
	require.Contains(t, program().Does(t, cli.Well, "journey 历程.json"), "答复期限　逾期　至2024-03-26（行政复议法第四十八条）：视为没有证据、依据（行政复议法第七十条）")
}

// A story that does not say what the program needs is unusable.
func TestJourneyUnusable(t *testing.T) {
	for name, x := range map[string][3]string{
		"the organ's part":         {`"codeOrgan": "99010201"`, `"codeOrgan": "99"`, "机关代码"},
		"no such paper":            {`"key": "hearing"`, `"key": "hear"`, "第3件文书：没有这种文书"},
		"an address with a name":   {`https://example.gov.cn/c/`, `https://example.gov.cn/测试/`, "二维码"},
		"a pattern without serial": {`〔{year}〕{serial}号`, `〔{year}〕号`, "编号规则"},
		"no rule on the defendant": {`"outcome": "维持"`, `"outcome": "调解"`, "没有规定复议后的被告"},
		"a field of no form":       {`"受理情形": `, `"受理的情形": `, "第1件文书"},
	} {
		t.Run(name, func(t *testing.T) {
			altered(t, x[0], x[1])
			program().Unusable(t, []string{"journey", "历程.json"}, x[2])
		})
	}
}

// A story that lies where a paper would be written stays as it is, and no other paper is written.
func TestJourneySparesTheStory(t *testing.T) {
	data, err := sampleFiles.ReadFile("sample/历程.json")
	require.NoError(t, err)
	tale, err := tell(nil)
	require.NoError(t, err)
	for i, p := range tale.Papers {
		name := p.file(".", i)
		clitest.Folder(t, name, string(data))
		program().Unusable(t, []string{"journey", name, "-o", "."}, "不能写到它上面")
		again, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, data, again)
		papers, err := filepath.Glob("*.pdf")
		require.NoError(t, err)
		require.Equal(t, []string{name}, papers)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("满了") }

// What cannot be written is no success.
func TestOutputFails(t *testing.T) {
	for _, more := range [][]string{nil, {"-json"}} {
		var complaint strings.Builder
		args := append([]string{"clock", "-start", "2024-02-08", "-period", "5wd"}, more...)
		require.Equal(t, cli.Unusable, run(context.Background(), args, cli.World{Stdout: full{}, Stderr: &complaint, Now: time.Now}))
		require.Equal(t, "reconsideration：不能输出：满了\n", complaint.String())
	}
}
