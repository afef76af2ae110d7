package rules_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// grouped is an invented rubric with a group that may not apply, and whose writ may be missing.
func grouped() rubric.Rubric {
	return rubric.Rubric{
		ID: "licheng/grouped", Name: "处罚案卷评分标准", Version: "2026", Basis: "本单位评查办法", Total: rubric.Whole(22), Base: rubric.Whole(50), Scale: rubric.Whole(50),
		Grades: []rubric.Grade{{Name: "优秀", Least: rubric.Whole(90)}, {Name: "合格", Least: rubric.Whole(60)}, {Name: "不合格"}},
		Groups: []rubric.Group{{Name: "听证笔录", Stage: "听证", Cap: rubric.Whole(1),
			Applies: []rubric.Condition{{Field: "罚款金额", Relation: "不小于", Value: "1万元"}},
			Needs:   []rubric.Condition{{Field: "是否听证", Relation: "是"}, {Field: "文书数", Relation: "不少于", Value: "1"}, {Or: true, Field: "文号", Relation: "不为空"}}}},
		Items: []rubric.Item{
			{ID: "1", Group: "听证笔录", Name: "期限", Points: rubric.Whole(8), Least: 3_00, Most: 3_00,
				Meets: []rubric.Condition{{Field: "办理天数", Relation: "不大于", Value: "30"}}},
			{ID: "2", Group: "听证笔录", Name: "记录完整", Points: rubric.Whole(4), Least: 1_00, Most: 3_00},
			{ID: "3", Group: "听证笔录", Name: "委托", Points: rubric.Whole(2), Applies: []rubric.Condition{{Field: "依据", Relation: "包含", Value: "条例"}},
				Meets: []rubric.Condition{{Field: "案件名称", Relation: "不为空"}}},
			{ID: "4", Group: "听证笔录", Name: "文字", Points: rubric.Whole(3), Role: rubric.Deducts, Each: 50},
			{ID: "5", Name: "编号", Points: rubric.Whole(8), Each: 2_50, Meets: []rubric.Condition{{Field: "文号", Relation: "不为空"}}},
		},
	}
}

func TestGroups(t *testing.T) {
	s, issues := rules.CompileRubric(placedWithNumber(t), grouped())
	require.Empty(t, issues)
	const missing = "缺少分组应有的内容：“是否听证”是，且“文书数”不少于“1”；或者“文号”不为空"
	number := fazhi.Number{Issuer: "泉鲤城", Year: 2024, Seq: 5}
	for _, c := range []struct {
		name string
		doc  *caseFile
		want []rubric.Mark
		got  string
	}{
		{"the writ is there", &caseFile{Fine: 1e6, HasFine: true, Heard: true, Known: true, Papers: fazhi.Count{N: 1}, Days: 31, Laws: []string{"条例"}, Paper: number}, []rubric.Mark{
			{Item: "1", Verdict: rubric.NotMet, Points: 5_00, Reason: "没有达到合格条件：“办理天数”不大于“30”"}, {Item: "2"},
			{Item: "3", Verdict: rubric.NotMet, Reason: "没有达到合格条件：“案件名称”不为空"}, {Item: "4"}, {Item: "5", Verdict: rubric.Met, Points: 8_00}}, "13/22"},
		{"the alternative is there", &caseFile{Fine: 1e6, HasFine: true, Paper: number, Days: 30}, []rubric.Mark{
			{Item: "1", Verdict: rubric.Met, Points: 8_00}, {Item: "2"}, {Item: "3", Verdict: rubric.NotApplicable, Reason: "不具备适用条件"},
			{Item: "4"}, {Item: "5", Verdict: rubric.Met, Points: 8_00}}, "16/20"},
		{"the writ is missing: also what a person would judge is not met", &caseFile{Fine: 1e6, HasFine: true, Known: true}, []rubric.Mark{
			{Item: "1", Verdict: rubric.NotMet, Reason: missing}, {Item: "2", Verdict: rubric.NotMet, Reason: missing},
			{Item: "3", Verdict: rubric.NotApplicable, Reason: "不具备适用条件"}, {Item: "4", Verdict: rubric.NotMet, Reason: missing},
			{Item: "5", Verdict: rubric.NotMet, Points: 5_50, Times: 1, Reason: "没有达到合格条件：“文号”不为空"}}, "5.5/20"},
		{"the group does not apply", &caseFile{Fine: 999_999, HasFine: true, Laws: []string{"条例"}, Paper: number}, []rubric.Mark{
			{Item: "1", Verdict: rubric.NotApplicable, Reason: "所在分组不具备适用条件"}, {Item: "2", Verdict: rubric.NotApplicable, Reason: "所在分组不具备适用条件"},
			{Item: "3", Verdict: rubric.NotApplicable, Reason: "所在分组不具备适用条件"}, {Item: "4", Verdict: rubric.NotApplicable, Reason: "所在分组不具备适用条件"},
			{Item: "5", Verdict: rubric.Met, Points: 8_00}}, "8/8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := s.Score(c.doc)
			require.Equal(t, c.got, r.Got.String()+"/"+r.Of.String())
			summed, wrong := rubric.Sum(s.Rubric(), r.Marks)
			require.Empty(t, wrong)
			require.Equal(t, summed, r)
			for i := range r.Marks {
				r.Marks[i].Paths = nil
			}
			require.Equal(t, c.want, r.Marks)
		})
	}
	r := s.Score(&caseFile{Fine: 1e6, HasFine: true, Known: true})
	require.Equal(t, []fazhi.Path{"/fine", "/heard", "/papers", "/number", "/decided"}, r.Marks[0].Paths)
	require.Equal(t, []fazhi.Path{"/fine", "/heard", "/papers", "/number"}, r.Marks[1].Paths)
	require.Equal(t, []fazhi.Path{"/number"}, r.Marks[4].Paths)
	o := s.Formula().Outcome(r.Marks)
	require.Equal(t, "62.75", o.Score.String()) // 50 + 50 × 5.5/20 − 1
	require.Equal(t, "合格", o.Grade)
	require.Equal(t, rubric.Whole(1), o.Taken, "the cap of the group")
}

// placedWithNumber is the vocabulary with places, and the number of the paper.
func placedWithNumber(t testing.TB) *rules.Vocabulary[*caseFile] {
	t.Helper()
	v, err := rules.NewVocabulary(
		rules.Text("案件名称", func(c *caseFile) string { return c.Name }).At("/name"),
		rules.Money("罚款金额", func(c *caseFile) (fazhi.Money, bool) { return c.Fine, c.HasFine }).At("/fine"),
		rules.Integer("办理天数", func(c *caseFile) (int64, bool) { return c.Days, true }).At("/decided"),
		rules.Count("文书数", func(c *caseFile) (fazhi.Count, bool) { return c.Papers, true }).At("/papers"),
		rules.YesNo("是否听证", func(c *caseFile) (bool, bool) { return c.Heard, c.Known }).At("/heard"),
		rules.List("依据", func(c *caseFile) []string { return c.Laws }).At("/laws"),
		rules.Number("文号", func(c *caseFile) fazhi.Number { return c.Paper }).At("/number"))
	require.NoError(t, err)
	return v
}

// A condition is asked once of a document, however many items and groups have it.
func TestConditionsAreAskedOnce(t *testing.T) {
	asked := 0
	v, err := rules.NewVocabulary(rules.Integer("天数", func(n int) (int64, bool) { asked++; return int64(n), true }))
	require.NoError(t, err)
	c := []rubric.Condition{{Field: "天数", Relation: "大于", Value: "3"}}
	late := []rubric.Condition{{Field: "天数", Relation: "大于", Value: "9"}}
	r := rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙", Groups: []rubric.Group{{Name: "组", Applies: c, Needs: c}},
		Items: []rubric.Item{{ID: "1", Group: "组", Name: "一", Points: 1, Applies: c, Meets: late}, {ID: "2", Name: "二", Points: 1, Applies: c, Meets: late}, {ID: "3", Name: "三", Points: 1}}}
	s, issues := rules.CompileRubric(v, r)
	require.Empty(t, issues)
	asked = 0
	require.Equal(t, rubric.Points(2), s.Score(10).Got)
	require.Equal(t, 2, asked)
	asked = 0
	require.Equal(t, rubric.NotApplicable, s.Score(3).Marks[1].Verdict)
	require.Equal(t, 1, asked)
}

// More conditions than answers are remembered of are asked all the same.
func TestVeryManyConditions(t *testing.T) {
	v, err := rules.NewVocabulary(rules.Integer("天数", func(n int) (int64, bool) { return int64(n), true }))
	require.NoError(t, err)
	r := rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙"}
	for i := range rubric.MaxItems {
		value := rubric.Points(i * 100).String()
		r.Items = append(r.Items, rubric.Item{ID: value, Name: "项", Points: 1, Meets: []rubric.Condition{{Field: "天数", Relation: "大于", Value: value}}})
	}
	s, issues := rules.CompileRubric(v, r)
	require.Empty(t, issues)
	require.Equal(t, rubric.Points(700), s.Score(700).Got)
	require.Equal(t, rubric.Points(3), s.Score(3).Got)
	var result rubric.Result
	s.ScoreInto(&result, 1)
	require.Zero(t, testing.AllocsPerRun(10, func() { s.ScoreInto(&result, 700) }))
}

// Nobody changes a scorer through the slices and pointers of its rubric.
func TestScorerKeepsGroupsAndGrades(t *testing.T) {
	r := grouped()
	floor := rubric.Points(0)
	r.Floor, r.Ceiling, r.Veto = &floor, &floor, &rubric.Veto{Effect: rubric.VetoZero}
	r.Ceiling = new(rubric.Points)
	*r.Ceiling = rubric.Whole(100)
	r.Groups[0].Veto, r.Items[0].Veto, r.Items[4].Veto = &rubric.Veto{Effect: rubric.VetoFail}, true, true
	s, issues := rules.CompileRubric(placedWithNumber(t), r)
	require.Empty(t, issues)
	digest := r.Digest()
	for _, mine := range []rubric.Rubric{r, s.Rubric()} {
		*mine.Floor, *mine.Ceiling, mine.Veto.Effect, mine.Grades[0].Least = 1, 2, rubric.VetoNoted, 3
		mine.Groups[0].Veto.Effect, mine.Groups[0].Applies[0].Value, mine.Groups[0].Needs[0].Field, mine.Groups[0].Cap = rubric.VetoNoted, "9", "甲", 1
		require.Equal(t, digest, s.Rubric().Digest())
	}
}

// Faults of a group's conditions are said like those of items.
func TestFaultsOfGroupsWithoutFile(t *testing.T) {
	r := grouped()
	r.Groups[0].Applies[0].Field, r.Groups[0].Needs[0].Value = "罚款金领", "是"
	_, issues := rules.CompileRubric(placedWithNumber(t), r)
	var got []string
	for _, i := range issues {
		got = append(got, i.String())
	}
	require.Equal(t, []string{
		"/groups/0/applies/0/field：第1组的适用条件，第1行“字段”列：没有“罚款金领”这个字段，是不是“罚款金额”？ [rules/field/unknown]",
		"/groups/0/needs/0/value：第1组的应有条件，第1行“值”列：“是”不需要值 [rules/value/needless]",
	}, got)
	r.Groups = make([]rubric.Group, rubric.MaxGroups+1)
	s, issues := rules.CompileRubric(placedWithNumber(t), r)
	require.Nil(t, s)
	require.NotZero(t, issues.Count(fazhi.Error))
}
