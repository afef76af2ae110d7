package supervision_test

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/supervision"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/outline"
)

var update = flag.Bool("update", false, "write golden files")

func inspection() *supervision.Inspection {
	return &supervision.Inspection{Serial: "JC-1", Name: "投诉举报处理专项监督检查", Organs: []string{"甲局"}, From: day("2026-03-02"), To: day("2026-03-13"),
		Samples: supervision.Samples{{Sort: "投诉举报案件", N: 20}, {Sort: "行政处罚案件", N: 5}}}
}

func noticedProblems() []*supervision.Problem {
	due, notice := day("2026-04-24"), fazhi.Number{Issuer: "某司监", Year: 2026, Seq: 3}
	return []*supervision.Problem{
		{Serial: "WT-1", Organ: "甲局", Sort: "程序", File: "甲罚2025-7", Detail: "未记录告知情况", Due: due, Notice: notice},
		{Serial: "WT-2", Organ: "甲局", Detail: "投诉举报登记簿缺少办理结果", Due: due, Notice: notice},
	}
}

// full is a letter with every field; bare has the required ones only.
func full() form.Values {
	v := bare()
	maps.Copy(v, form.Values{"整改要求": []string{"补正案卷。", "说明原因。"}, "联系人": "监督科", "联系电话": "0595-00000000", "抄送": []string{"某区委依法治区办"}})
	return v
}

func bare() form.Values {
	v := supervision.Letter(inspection(), noticedProblems())
	maps.Copy(v, form.Values{"监督机关": "某区司法局", "监督依据": supervision.Bases(day("2026-03-24"), "《某区行政执法监督办法》"), "落款日期": day("2026-03-24")})
	return v
}

func fill(t *testing.T, values form.Values) (*gongwen.Document, fazhi.Issues) {
	t.Helper()
	letter, err := form.New(supervision.Notice())
	require.NoError(t, err)
	d, issues, err := letter.Fill(values)
	require.NoError(t, err)
	return d, issues
}

func TestNoticeGolden(t *testing.T) {
	for name, values := range map[string]form.Values{"full": full(), "bare": bare()} {
		d, issues := fill(t, values)
		require.Empty(t, issues)
		file := "testdata/notice-" + name + ".txt"
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(outline.Of(d)), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(want), outline.Of(d))
	}
}

// A bureau gives the notice its own title.
func TestNoticeTitle(t *testing.T) {
	spec := supervision.Notice()
	spec.Title = "行政执法监督整改通知书"
	letter, err := form.New(spec)
	require.NoError(t, err)
	d, issues, err := letter.Fill(bare())
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, "行政执法监督整改通知书", d.Title)
}

// Each required field that has no value is one issue, and there is no letter.
func TestNoticeAsks(t *testing.T) {
	for _, f := range supervision.Notice().Fields {
		values := full()
		delete(values, f.Name)
		d, issues := fill(t, values)
		if !f.Required {
			require.NotNil(t, d, f.Name)
			continue
		}
		require.Nil(t, d, f.Name)
		require.Len(t, issues, 1, f.Name)
		require.Equal(t, fazhi.At(f.Name), issues[0].Path)
	}
}

// What the problems do not agree on is left to whoever writes the notice, and so is what the ledger does not say.
func TestLetterOfProblemsThatDiffer(t *testing.T) {
	problems := noticedProblems()
	problems[1].Organ, problems[1].Due = "乙局", fazhi.Date{}
	v := supervision.Letter(inspection(), problems)
	require.NotContains(t, v, "责任单位")
	require.NotContains(t, v, "整改期限")
	require.Equal(t, problems[0].Notice, v["文号"])
	several := inspection()
	several.Organs = []string{"甲局", "乙局"}
	require.NotContains(t, supervision.Letter(several, problems), "抽查情况", "几个单位合计的件数")
	_, issues := fill(t, supervision.Letter(&supervision.Inspection{}, nil))
	require.Len(t, issues, 9)
}

// The regulation is named from its first day on, and never an article of it.
func TestBases(t *testing.T) {
	require.Equal(t, []string{"某办法"}, supervision.Bases(day("2026-01-31"), "某办法"))
	require.Equal(t, []string{"《行政执法监督条例》", "某办法"}, supervision.Bases(day("2026-02-01"), "某办法"))
	require.Empty(t, supervision.Bases(day("2025-02-01")))
}

func TestNoticeAsJSON(t *testing.T) {
	data, err := json.Marshal(supervision.Notice())
	require.NoError(t, err)
	back, err := form.ReadSpec(data)
	require.NoError(t, err)
	require.Equal(t, supervision.Notice(), back)
}
