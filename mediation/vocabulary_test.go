package mediation_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/rules/rulestest"
	"github.com/fazhi-go/fazhi/workday"
)

func TestVocabulary(t *testing.T) {
	v, err := mediation.Vocabulary()
	require.NoError(t, err)
	rulestest.Ledger(t, v)
}

// The bureau's own checks stand behind ours and judge by the same fields.
func TestProfileOfRequirements(t *testing.T) {
	own := func(field string) mediation.Profile {
		return mediation.Profile{Requirements: []rules.Requirement{{
			Code: "licheng/mediation/days", Message: "超过二十日", Basis: "本区规定",
			Meets: []rubric.Condition{{Field: field, Relation: "不大于", Value: "20"}},
		}}}
	}
	all := checks(t, own("受理至调解天数"))
	for days, want := range map[int]int{20: 0, 21: 1} {
		c := &mediation.Case{Accepted: day("2024-03-01"), Closed: day("2024-03-01").AddDays(days)}
		issues, err := fazhi.Validate(t.Context(), c, c.Closed, c.Closed, all[len(all)-1:])
		require.NoError(t, err)
		require.Len(t, issues, want)
	}
	_, err := mediation.Checks(own("受理至归档天数"))
	require.ErrorContains(t, err, "没有“受理至归档天数”这个字段")
}

// What the bureau lists is all that is in use; without a list everything is.
func TestProfileOfLists(t *testing.T) {
	profile := mediation.Profile{
		Extensions: []mediation.Extension{{Sort: "邻里", Details: []string{"通风采光"}}},
		Risks:      []string{"红", "黄"}, Sources: []string{"主动调解"},
	}
	found := func(p mediation.Profile, c mediation.Case) []string {
		c.Serial, c.Committee, c.Result, c.Accepted = "RT-1", "某调委会", "调解中", day("2024-03-01")
		issues, err := fazhi.Validate(t.Context(), &c, c.Accepted, c.Accepted, checks(t, p))
		require.NoError(t, err)
		var list []string
		for _, i := range issues {
			list = append(list, string(i.Code)+" "+string(i.Path))
		}
		return list
	}
	in := mediation.Case{Sort: "邻里", Detail: "通风采光", Risk: "黄", Source: "主动调解"}
	out := mediation.Case{Sort: "物业", Detail: "通风采光", Risk: "橙", Source: "热线转办"}
	require.Empty(t, found(profile, in))
	require.Equal(t, []string{"mediation/detail /detail", "mediation/risk /risk", "mediation/source /source"}, found(profile, out))
	require.Empty(t, found(mediation.Profile{}, out))
}

// The limit is a setting, and its last day moves off days off.
func TestProfileOfLimit(t *testing.T) {
	late := func(p mediation.Profile, accepted, closed string) bool {
		c := &mediation.Case{Serial: "RT-1", Committee: "某调委会", Result: "不成功", Accepted: day(accepted), Closed: day(closed)}
		issues, err := fazhi.Validate(t.Context(), c, c.Closed, c.Closed, checks(t, p))
		require.NoError(t, err)
		return issues.Count(fazhi.Warning) == 1
	}
	twenty := mediation.Profile{Limit: workday.Span{N: 20, Unit: workday.CalendarDays}}
	require.False(t, late(twenty, "2024-03-01", "2024-03-21"))
	require.True(t, late(twenty, "2024-03-01", "2024-03-22"))
	require.False(t, late(mediation.Profile{}, "2024-04-04", "2024-05-06"), "5月4日星期六、5日星期日；4日放假")
	require.True(t, late(mediation.Profile{}, "2024-04-04", "2024-05-07"))
	require.True(t, late(mediation.Profile{}, "2012-03-01", "2012-04-02"), "没有2012年的放假通知，末日不顺延")
	require.False(t, late(mediation.Profile{Limit: workday.Span{N: 5, Unit: workday.WorkingDays}}, "2012-03-01", "2012-04-02"), "无法计算")
}

func TestProfileIsVetted(t *testing.T) {
	for want, p := range map[string]mediation.Profile{
		"没有细目":  {Extensions: []mediation.Extension{{Sort: "邻里"}}},
		"应当是正数": {Answer: workday.Span{N: -3, Unit: workday.WorkingDays}},
	} {
		_, err := mediation.Checks(p)
		require.ErrorContains(t, err, want)
	}
}
