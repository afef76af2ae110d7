package activity_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Requirements across columns: a meeting of one sort must have minutes, a row that cannot be is named by its cell.
func TestChecksOfRequirements(t *testing.T) {
	meetings := standard(t)[0]
	checks, err := meetings.Checks([]rules.Requirement{{Code: "licheng/meeting/minutes", Message: "党组会议应当有纪要文号", Basis: "本局会议制度",
		Applies: []rubric.Condition{{Field: "会议类别", Relation: "等于", Value: "党组会议"}, {Field: "研究事项数", Relation: "大于", Value: "0"}},
		Meets:   []rubric.Condition{{Field: "纪要文号", Relation: "不为空"}}}})
	require.NoError(t, err)
	require.NoError(t, fazhi.VetChecks(checks))
	records, issues := read(t, meetings, "会议编号,召开日期,会议类别,研究事项数,纪要文号\n1,2024-05-06,党组会议,2,\n2,2024-05-07,党组会议,0,\n3,2024-05-08,局办公会议,2,\n4,2024-05-09,党组会议,2,纪要1\n")
	require.Empty(t, issues)
	var got []string
	for _, r := range records {
		found, err := fazhi.Validate(t.Context(), r, fazhi.Date{}, fazhi.Date{}, checks)
		require.NoError(t, err)
		for _, i := range found {
			if i.Code != "licheng/meeting/minutes" { // the area has requirements of its own
				continue
			}
			got = append(got, i.Origin.Cell+" "+string(i.Path))
		}
	}
	require.Equal(t, []string{"E2 /纪要文号"}, got)

	_, err = meetings.Checks([]rules.Requirement{{Code: "a/b", Message: "说", Basis: "据", Meets: []rubric.Condition{{Field: "纪要", Relation: "不为空"}}}})
	require.ErrorContains(t, err, "没有“纪要”这个字段，是不是“纪要文号”？")
	_, err = (&activity.Activity{}).Checks(nil)
	require.Error(t, err)
	v, err := meetings.Vocabulary()
	require.NoError(t, err)
	holds, issues := rules.Compile(v, []rules.Condition{{Field: "纪要文号", Relation: "为空"}})
	require.Empty(t, issues)
	require.True(t, holds(nil))
	require.True(t, holds(&activity.Record{}))
}
