package normdoc_test

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/normdoc"
)

// What the reviewer puts in beside what the ledger knows.
func opinionOf(ledger form.Values) form.Values {
	v := maps.Clone(ledger)
	maps.Copy(v, form.Values{
		"文号": fazhi.Number{Issuer: "清司审", Year: 2024, Seq: 8}, "审查单位": "清源市司法局", "审查依据": []string{"《重大行政决策程序暂行条例》"},
		"审查情况": []form.Values{{"方面": "决策权限", "意见": "符合法定权限"}}, "修改意见": []string{"补充风险评估的结论。"},
	})
	return v
}

// The opinions on documents, council items and major decisions are one letter.
func TestOpinionLetters(t *testing.T) {
	opinion, err := form.New(form.LegalityOpinion())
	require.NoError(t, err)
	reviewed, submitted := day("2024-04-11"), day("2024-04-01")
	for title, values := range map[string]form.Values{
		"关于《公共停车泊位管理办法》的合法性审查意见": (&normdoc.Doc{
			Name: "公共停车泊位管理办法", Drafter: "区城管局", Submitted: submitted, Reviewed: reviewed, Opinion: "应当予以修改", Materials: []string{"送审稿"},
		}).Letter(),
		"关于《年度重点项目投资计划》的合法性审查意见": (&normdoc.Item{
			Name: "《年度重点项目投资计划》", Submitter: "区发改局", Submitted: submitted, Reviewed: reviewed, Opinion: "不合法",
		}).Letter(),
		"关于《执行〈停车规划〉的方案》的合法性审查意见": (&normdoc.Decision{
			Name: "执行《停车规划》的方案", Drafter: "区住建局", Submitted: submitted, Reviewed: reviewed, Opinion: "不合法",
		}).Letter(),
	} {
		letter, issues, err := opinion.Fill(opinionOf(values))
		require.NoError(t, err)
		require.NoError(t, issues.Err())
		require.Equal(t, title, letter.Title)
	}
}

// What the ledger does not say, the form asks for; what is not to be reviewed has no conclusion.
func TestOpinionLettersWithoutValues(t *testing.T) {
	opinion, err := form.New(form.LegalityOpinion())
	require.NoError(t, err)
	for _, values := range []form.Values{(&normdoc.Doc{}).Letter(), (&normdoc.Item{Opinion: "不属审查范围"}).Letter(), (&normdoc.Decision{}).Letter()} {
		letter, issues, err := opinion.Fill(opinionOf(values))
		require.NoError(t, err)
		require.Nil(t, letter)
		var missing []string
		for _, i := range issues {
			if i.Code == form.CodeMissing {
				missing = append(missing, string(i.Path))
			}
		}
		require.Equal(t, []string{"/送审单位", "/送审事项", "/收到日期", "/结论", "/落款日期"}, missing)
	}
}
