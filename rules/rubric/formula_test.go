package rubric_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// national is the shape of the national model of 2024: half for being lawful, half scaled, deductions after scaling.
func national() rubric.Rubric {
	return rubric.Rubric{
		ID: "national", Name: "评分标准", Version: "1", Basis: "规则", Base: rubric.Whole(50), Scale: rubric.Whole(50),
		Veto:   &rubric.Veto{Effect: rubric.VetoZero},
		Grades: []rubric.Grade{{Name: "优秀", Least: rubric.Whole(90)}, {Name: "良好", Least: rubric.Whole(80)}, {Name: "合格", Least: rubric.Whole(60)}, {Name: "不合格"}},
		Groups: []rubric.Group{{Name: "基本要素", Cap: rubric.Whole(10)}},
		Items: []rubric.Item{
			{ID: "veto", Name: "主体合法", Veto: true},
			{ID: "paper", Name: "文书", Points: rubric.Whole(81)},
			{ID: "hearing", Name: "听证等", Points: rubric.Whole(19)},
			{ID: "basic", Name: "要素", Group: "基本要素", Role: rubric.Deducts, Points: rubric.Whole(12)},
		},
	}
}

func TestNationalExample(t *testing.T) {
	f := rubric.NewFormula(national())
	marks := []rubric.Mark{
		{Verdict: rubric.Met}, {Verdict: rubric.NotMet, Points: 75_50}, {Verdict: rubric.NotApplicable}, {Verdict: rubric.NotMet, Points: rubric.Whole(9)},
	}
	o := f.Outcome(marks)
	require.Equal(t, "93.60", o.Score.String())
	require.Equal(t, "优秀", o.Grade)
	require.Equal(t, [4]rubric.Points{75_50, rubric.Whole(81), rubric.Whole(3), 0}, [4]rubric.Points{o.Got, o.Of, o.Taken, o.Added})
	marks[2].Verdict = rubric.NotMet // the points of the hearing wrongly kept
	o = f.Outcome(marks)
	require.Equal(t, "84.75", o.Score.String())
	require.Equal(t, "良好", o.Grade)
	marks[0].Verdict = rubric.NotMet
	o = f.Outcome(marks)
	require.Equal(t, rubric.ScoreOf(0), o.Score)
	require.Equal(t, "不合格", o.Grade)
	require.Equal(t, 1, o.Vetoes)
}
