package normdoc_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/rules/rulestest"
)

func TestVocabularies(t *testing.T) {
	docs, err := normdoc.Vocabulary()
	require.NoError(t, err)
	rulestest.Ledger(t, docs)
	items, err := normdoc.ItemVocabulary()
	require.NoError(t, err)
	rulestest.Ledger(t, items)
	decisions, err := normdoc.DecisionVocabulary()
	require.NoError(t, err)
	rulestest.Ledger(t, decisions)
}

// The bureau's own checks judge the kind that they are for; one code is for one check, whichever ledger it judges.
func TestProfileOfRequirements(t *testing.T) {
	days := func(code fazhi.Code, field string) rules.Requirement {
		return rules.Requirement{Code: code, Message: "超过期限", Basis: "本区规定", Meets: []rubric.Condition{{Field: field, Relation: "不大于", Value: "15"}}}
	}
	checks, err := normdoc.Checks(normdoc.Profile{
		Requirements:     []rules.Requirement{days("licheng/normdoc/filing", "公布至备案天数")},
		ItemRequirements: []rules.Requirement{days("licheng/item/review", "送审至审查天数")},
	})
	require.NoError(t, err)
	require.NoError(t, fazhi.VetChecks(checks))
	own := checks[len(checks)-2:]
	require.Equal(t, []fazhi.Kind{normdoc.Kind, normdoc.ItemKind}, []fazhi.Kind{own[0].Kind, own[1].Kind})
	first := fazhi.DateOf(2024, 5, 6)
	for days, want := range map[int]int{15: 0, 16: 1} {
		issues, err := fazhi.Validate(t.Context(), &normdoc.Doc{Published: first, Filed: first.AddDays(days)}, first, first, own)
		require.NoError(t, err)
		require.Len(t, issues, want)
		issues, err = fazhi.Validate(t.Context(), &normdoc.Item{Submitted: first, Reviewed: first.AddDays(days)}, first, first, own)
		require.NoError(t, err)
		require.Len(t, issues, want)
	}
	_, err = normdoc.Checks(normdoc.Profile{Requirements: []rules.Requirement{days("licheng/a", "送审至审查天数")}})
	require.ErrorContains(t, err, "没有“送审至审查天数”这个字段")
	same := []rules.Requirement{days("licheng/a", "公布至备案天数")}
	_, err = normdoc.Checks(normdoc.Profile{Requirements: same, ItemRequirements: []rules.Requirement{days("licheng/a", "送审至审查天数")}})
	require.ErrorContains(t, err, "代码与另一个检查项重复")
}
