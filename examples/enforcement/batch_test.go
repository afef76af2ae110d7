package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// All that is wrong in 批次.json is said at the start, at once, before anything is drawn.
func TestBatch(t *testing.T) {
	clitest.Folder(t)
	does(t, cli.Well, "sample 样例 -blank")
	file := "样例/评查/批次.json"
	for _, x := range [][2]string{
		{`"2025年第一轮"`, `"2025年第一轮 "`}, {`"2025年2月28日公布的号码 0417"`, `""`}, {`"2024-01-01"`, `"2025-01-01"`}, {`"2025-03-20"`, `""`},
		{`"sort": "行政许可"`, `"sort": "许可"`}, {`"简易程序"`, `"简易"`}, {`"house/coercion"`, `""`}, {`"house/inspection"`, `"house/inspections"`}, {`"清源县司法局"`, `""`}, {`"2025-04-10"`, `""`},
	} {
		edit(t, file, x[0], x[1])
	}
	said := does(t, cli.Found, "review 样例/评查")
	for _, at := range []string{"/name", "/seed", "/period", "/reviewed", "/rubrics/1/procedure", "/rubrics/3/sort", "/rubrics/4/rubric", "/rubrics/5/rubric",
		"/circular/issuer", "/circular/date"} {
		require.Contains(t, said, "错误　"+file+" "+at+"：")
	}
	require.NoFileExists(t, "样例/评查/"+drawnFile)
}

// Days that cannot be are faults; those of the sample are none.
func TestBatchDays(t *testing.T) {
	day := fazhi.DateOf(2025, 3, 20)
	b := batch{Name: "甲", Seed: "1", Period: fazhi.YearOf(2024), Reviewed: day, Rubrics: []choice{{Sort: "行政处罚", Rubric: "house/penalty"}},
		Circular: notice{Issuer: "甲局", Date: day}}
	require.Empty(t, b.vet("批次.json"))
	b.Circular.Date, b.Circular.Due = fazhi.DateOf(2025, 3, 19), fazhi.DateOf(2025, 3, 18)
	require.Len(t, b.vet("批次.json"), 2)
	for _, name := range []string{"", " 甲", "甲\n", "甲\u200b", "\ufeff甲"} {
		b.Name = name
		require.Len(t, b.vet("批次.json"), 3, "%q", name)
	}
}

// What is unusable is said in Chinese, with the file.
func TestUnusableTexts(t *testing.T) {
	for name, x := range map[string]struct{ file, text, want string }{
		"a list of rules":   {"评查规则.json", "[1]", "不能读取 样例/评查/评查规则.json：评查规则：不是 JSON 对象"},
		"a list":            {"批次.json", "[]", "不能读取 样例/评查/批次.json：不是 JSON 对象"},
		"null":              {"批次.json", "null", "不能读取 样例/评查/批次.json：不是 JSON 对象"},
		"no workbook":       {"评分表/法律顾问-L1.xlsx", "PK\x03\x04", "不能读取 样例/评查/评分表/法律顾问-L1.xlsx：不是完整的工作簿（.xlsx）"},
		"a record of words": {"结果/评查记录.json", "null", "不能读取 样例/评查/结果/评查记录.json：不是 JSON 对象"},
		"a draw of words":   {"抽取结果.json", "[]", "不能读取 样例/评查/抽取结果.json：评查批次：不是 JSON 对象"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := held(t)
			require.NoError(t, os.WriteFile(dir+"/"+x.file, []byte(x.text), 0o600))
			require.Equal(t, "enforcement："+x.want+"\n", does(t, cli.Unusable, "review "+dir))
		})
	}
}

// A workbook in which the program has judged everything is not waited for.
func TestNothingToJudge(t *testing.T) {
	dir := held(t)
	require.NoError(t, os.RemoveAll(dir+"/结果"))
	r, err := openRound(dir)
	require.NoError(t, err)
	require.NoError(t, r.draw())
	task := r.record.Tasks(r.assigned)[0]
	task.Files = task.Files[:1]
	for i, m := range task.Files[0].Auto {
		if m.Verdict == rubric.NotJudged {
			task.Files[0].Auto[i] = rubric.Mark{Item: m.Item, Verdict: rubric.NotApplicable}
		}
	}
	for range 2 {
		require.NoError(t, r.takeAll([]review.Task{task}, func(review.Task) string { return "自动" }))
		require.Equal(t, filled, r.sheets[len(r.sheets)-1].State)
	}
	require.Empty(t, r.waits)
	require.Empty(t, strings.TrimSpace(issueLines(r.issues)))
}
