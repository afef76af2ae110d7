package rules_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/workday"
)

// The first day is not counted, the last one is; steps in the wrong order keep no limit.
func TestDays(t *testing.T) {
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	type steps struct{ from, to fazhi.Date }
	get := func(s steps) (from, to fazhi.Date) { return s.from, s.to }
	v, err := rules.NewVocabulary(rules.Days("天数", get), rules.Workdays("工作日", calendar, get))
	require.NoError(t, err)
	friday := fazhi.DateOf(2024, 3, 1)
	for _, c := range []struct {
		from, to       fazhi.Date
		days, workdays string // "" is empty
	}{
		{friday, friday, "0", "0"},
		{friday, friday.AddDays(3), "3", "1"},
		{friday, friday.AddDays(90), "90", "62"},
		{friday, friday.AddDays(-1), "", ""},
		{fazhi.Date{}, friday, "", ""},
		{friday, fazhi.Date{}, "", ""},
		{fazhi.DateOf(1990, 1, 1), fazhi.DateOf(1990, 1, 2), "1", ""},
	} {
		for field, want := range map[string]string{"天数": c.days, "工作日": c.workdays} {
			condition := rules.Condition{Field: field, Relation: "为空"}
			if want != "" {
				condition = rules.Condition{Field: field, Relation: "等于", Value: want}
			}
			holds, issues := rules.Compile(v, []rules.Condition{condition})
			require.Empty(t, issues)
			require.True(t, holds(steps{c.from, c.to}), "%s %s %s", c.from, c.to, field)
		}
	}
}
