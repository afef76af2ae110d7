package supervision_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/supervision"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/rules/rulestest"
)

func TestVocabularies(t *testing.T) {
	inspections, err := supervision.InspectionVocabulary()
	require.NoError(t, err)
	rulestest.Ledger(t, inspections, "抽查明细")
	problems, err := supervision.ProblemVocabulary(calendar(t))
	require.NoError(t, err)
	rulestest.Ledger(t, problems)
	without, err := supervision.ProblemVocabulary(nil)
	require.NoError(t, err)
	require.Len(t, without.Entries(), len(problems.Entries())-1)
}

// A bureau asks in its own words: notices with a number of 某司监, complaints drawn in every special inspection.
func TestProfileOfRequirements(t *testing.T) {
	p := supervision.Profile{Calendar: calendar(t),
		Requirements: []rules.Requirement{{Code: "licheng/problem/days", Message: "整改超过五个工作日", Basis: "本单位监督办法",
			Applies: []rubric.Condition{{Field: "整改日期", Relation: "不为空"}},
			Meets:   []rubric.Condition{{Field: "通知至整改工作日", Relation: "不大于", Value: "5"}}}},
		InspectionRequirements: []rules.Requirement{{Code: "licheng/inspection/complaints", Message: "专项监督没有抽查投诉举报案件", Basis: "本单位监督办法",
			Applies: []rubric.Condition{{Field: "监督类别", Relation: "等于", Value: "专项监督"}},
			Meets:   []rubric.Condition{{Field: "抽查案件种类", Relation: "包含", Value: "投诉举报案件"}}}},
	}
	own := checks(t, p)
	own = own[len(own)-2:]
	for rectified, want := range map[string]int{"2024-07-22": 0, "2024-07-23": 1} {
		x := &supervision.Problem{Noticed: day("2024-07-15"), Rectified: day(rectified)}
		issues, err := fazhi.Validate(t.Context(), x, x.Noticed, x.Noticed, own)
		require.NoError(t, err)
		require.Len(t, issues, want, rectified)
	}
	for sort, want := range map[string]int{"投诉举报案件": 0, "行政处罚案件": 1} {
		i := &supervision.Inspection{Sort: "专项监督", Samples: supervision.Samples{{Sort: sort, N: 1}}}
		issues, err := fazhi.Validate(t.Context(), i, day("2024-07-15"), day("2024-07-15"), own)
		require.NoError(t, err)
		require.Len(t, issues, want, sort)
	}
	p.Calendar = nil
	_, err := supervision.Checks(p)
	require.ErrorContains(t, err, "没有“通知至整改工作日”这个字段")
	p.InspectionRequirements[0].Meets[0].Field = "抽查明细"
	_, err = supervision.Checks(p)
	require.ErrorContains(t, err, "没有“抽查明细”这个字段")
}
