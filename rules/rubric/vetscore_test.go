package rubric_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// points returns a pointer, for bounds.
func points(n int) *rubric.Points {
	p := rubric.Whole(n)
	return &p
}

// mixed is an invented rubric that uses every field and has no faults.
func mixed() rubric.Rubric {
	return rubric.Rubric{
		ID: "licheng/mixed", Name: "处罚案卷评分标准", Version: "2026", Basis: "本单位评查办法", Total: rubric.Whole(20),
		Base: rubric.Whole(50), Scale: rubric.Whole(50), Floor: points(0), Ceiling: points(100), Veto: &rubric.Veto{Effect: rubric.VetoCap, Grade: "合格"},
		Grades: []rubric.Grade{{Name: "优秀", Least: rubric.Whole(90)}, {Name: "合格", Least: rubric.Whole(60)}, {Name: "不合格"}},
		Groups: []rubric.Group{
			{Name: "决定书", Stage: "决定", Points: rubric.Whole(20), Veto: &rubric.Veto{Effect: rubric.VetoDeduct, Points: 2_50},
				Applies: []rubric.Condition{{Field: "案卷类型", Relation: "等于", Value: "行政处罚"}},
				Needs:   []rubric.Condition{{Field: "决定日期", Relation: "不为空"}}},
			{Name: "文字", Cap: rubric.Whole(2)},
		},
		Items: []rubric.Item{
			{ID: "1", Group: "决定书", Name: "告知权利", Points: rubric.Whole(10), Whole: true, Key: true, Veto: true},
			{ID: "2", Group: "决定书", Name: "说理充分", Points: rubric.Whole(6), Least: 1_00, Most: 5_00},
			{ID: "3", Group: "决定书", Name: "期限", Points: rubric.Whole(4), Least: 2_00, Most: 2_00,
				Meets: []rubric.Condition{{Field: "办理天数", Relation: "不大于", Value: "90"}}},
			{ID: "4", Group: "文字", Name: "错误", Points: rubric.Whole(3), Role: rubric.Deducts, Each: 50},
			{ID: "5", Name: "创新", Points: rubric.Whole(5), Role: rubric.Adds},
			{ID: "6", Name: "主体合法", Veto: true},
		},
	}
}

func TestVetOfScores(t *testing.T) {
	require.Empty(t, rubric.Vet(mixed()))
	grades := func(list ...rubric.Grade) func(*rubric.Rubric) {
		return func(r *rubric.Rubric) { r.Grades, r.Veto = list, &rubric.Veto{Effect: rubric.VetoFail} }
	}
	veto := func(v rubric.Veto) func(*rubric.Rubric) { return func(r *rubric.Rubric) { r.Veto = &v } }
	g := func(name string, least int) rubric.Grade { return rubric.Grade{Name: name, Least: rubric.Whole(least)} }
	for want, spoil := range map[string]func(*rubric.Rubric){
		"/base rubric/base 基础分不能是负数":                                func(r *rubric.Rubric) { r.Base = -1 },
		"/base rubric/base 基础分超过1000000分":                           func(r *rubric.Rubric) { r.Base = rubric.MaxPoints + 1 },
		"/scale rubric/scale 折算分不能是负数":                              func(r *rubric.Rubric) { r.Scale = -1 },
		"/scale rubric/scale 没有得分项，不能折算":                            func(r *rubric.Rubric) { r.Items, r.Groups, r.Total = r.Items[4:], nil, 0 },
		"/floor rubric/bounds 最低分不能是负数":                             func(r *rubric.Rubric) { r.Floor = points(-1) },
		"/ceiling rubric/bounds 最高分不能是负数":                           func(r *rubric.Rubric) { r.Ceiling = points(-1) },
		"/floor rubric/bounds 最低分101分高于最高分100分":                     func(r *rubric.Rubric) { r.Floor = points(101) },
		"/total rubric/total 各得分项分值合计20分，与总分23分不符":                  func(r *rubric.Rubric) { r.Total = rubric.Whole(23) },
		"/veto/effect rubric/veto/effect 没有这种否决后果":                  veto(rubric.Veto{Effect: 9}),
		"/veto/effect rubric/veto/missing 定为最低等次的，应当写明各个等次":         func(r *rubric.Rubric) { r.Grades, r.Veto = nil, &rubric.Veto{Effect: rubric.VetoFail} },
		"/veto/grade rubric/veto/missing 没有写明最高是哪一等次":               veto(rubric.Veto{Effect: rubric.VetoCap}),
		"/veto/grade rubric/veto/grade 没有这一等次":                      veto(rubric.Veto{Effect: rubric.VetoCap, Grade: "良好"}),
		"/veto/grade rubric/veto/idle 限制为最高的等次，等于没有限制":              veto(rubric.Veto{Effect: rubric.VetoCap, Grade: "优秀"}),
		"/veto/points rubric/veto/missing 没有写明扣多少分":                 veto(rubric.Veto{Effect: rubric.VetoDeduct}),
		"/veto/grade rubric/veto/needless “记零分”不需要等次":               veto(rubric.Veto{Effect: rubric.VetoZero, Grade: "合格"}),
		"/veto/points rubric/veto/needless “仅提示”不需要扣分":              veto(rubric.Veto{Points: 1}),
		"/veto/points rubric/veto/points 否决扣分不能是负数":                 veto(rubric.Veto{Effect: rubric.VetoDeduct, Points: -1}),
		"/veto/grade rubric/text 首尾有空白":                             veto(rubric.Veto{Effect: rubric.VetoCap, Grade: " 合格"}),
		"/veto/effect rubric/veto/idle 没有适用这一后果的一票否决项":              func(r *rubric.Rubric) { r.Items = r.Items[:5] },
		"/grades/1/name rubric/grade/name 没有等次的名称":                  grades(g("优秀", 90), g("", 60), g("不合格", 0)),
		"/grades/1/name rubric/text 首尾有空白":                          grades(g("优秀", 90), g("合格 ", 60), g("不合格", 0)),
		"/grades/2/name rubric/grade/double 等次的名称重复":                grades(g("优秀", 90), g("合格", 60), g("优秀", 0)),
		"/grades/1/least rubric/grade/order 起分应当低于上一等次的90分":         grades(g("优秀", 90), g("合格", 90), g("不合格", 0)),
		"/grades/1/least rubric/grade/last 最后一个等次应当从0分起":            grades(g("优秀", 90), g("不合格", 1)),
		"/grades/1/least rubric/grade/points 起分不能是负数":               grades(g("优秀", 90), g("不合格", -1)),
		"/grades/0/least rubric/grade/unreachable 最高能得100分，够不上这一等次": grades(g("卓越", 101), g("合格", 60), g("不合格", 0)),
		"/grades rubric/grades 等次超过20个":                             grades(make([]rubric.Grade, rubric.MaxGrades+1)...),
	} {
		r := mixed()
		spoil(&r)
		require.Contains(t, faults(rubric.Vet(r)), want)
	}
}

func TestVetOfGroupsAndItems(t *testing.T) {
	many := make([]rubric.Condition, rubric.MaxConditions+1)
	for want, spoil := range map[string]func(*rubric.Rubric){
		"/groups/0/name rubric/group/name 没有分组的名称":                       func(r *rubric.Rubric) { r.Groups[0].Name = "" },
		"/groups/1/name rubric/group/double 与第1个分组重名":                    func(r *rubric.Rubric) { r.Groups[1].Name = "决定书" },
		"/groups/1/name rubric/group/empty 没有属于这一分组的项目":                  func(r *rubric.Rubric) { r.Items[3].Group = "" },
		"/groups/0/stage rubric/text 首尾有空白":                              func(r *rubric.Rubric) { r.Groups[0].Stage = "决定 " },
		"/groups/0/points rubric/group/points 本组各得分项分值合计20分，与分组的分值19分不符": func(r *rubric.Rubric) { r.Groups[0].Points = rubric.Whole(19) },
		"/groups/0/points rubric/group/points 分值不能是负数":                   func(r *rubric.Rubric) { r.Groups[0].Points = -1 },
		"/groups/1/cap rubric/group/cap 封顶不能是负数":                         func(r *rubric.Rubric) { r.Groups[1].Cap = -1 },
		"/groups/0/cap rubric/group/cap-idle 本组没有扣分项和加分项，不需要封顶":          func(r *rubric.Rubric) { r.Groups[0].Cap = 1 },
		"/groups/0/veto/grade rubric/veto/grade 没有这一等次":                  func(r *rubric.Rubric) { r.Groups[0].Veto = &rubric.Veto{Effect: rubric.VetoCap, Grade: "良好"} },
		"/groups/1/veto/effect rubric/veto/idle 没有适用这一后果的一票否决项":          func(r *rubric.Rubric) { r.Groups[1].Veto = &rubric.Veto{Effect: rubric.VetoZero} },
		"/groups/0/applies rubric/group/conditions 条件超过100个":             func(r *rubric.Rubric) { r.Groups[0].Applies = many },
		"/groups/0/needs rubric/group/conditions 条件超过100个":               func(r *rubric.Rubric) { r.Groups[0].Needs = many },
		"/groups/0/needs/0/field rubric/text 首尾有空白":                      func(r *rubric.Rubric) { r.Groups[0].Needs[0].Field += " " },
		"/groups rubric/groups 分组超过100个":                                 func(r *rubric.Rubric) { r.Groups = make([]rubric.Group, rubric.MaxGroups+1) },
		"/items/4/group rubric/item/group 分组没有列在评分分组中":                   func(r *rubric.Rubric) { r.Items[4].Group = "其他" },
		"/items/4/role rubric/item/role 没有这种项目性质":                        func(r *rubric.Rubric) { r.Items[4].Role = 9 },
		"/items/0/whole rubric/item/ways 扣全分、每处扣和扣分幅度只能用一种":              func(r *rubric.Rubric) { r.Items[0].Each = 1 },
		"/items/1/whole rubric/item/ways 扣全分、每处扣和扣分幅度只能用一种":              func(r *rubric.Rubric) { r.Items[1].Each = 1 },
		"/items/3/each rubric/item/each 每处扣3.01分，多于分值3分":                 func(r *rubric.Rubric) { r.Items[3].Each = 3_01 },
		"/items/3/each rubric/item/each 每处扣分不能是负数":                       func(r *rubric.Rubric) { r.Items[3].Each = -1 },
		"/items/1/least rubric/item/range 扣分下限5.01分高于上限5分":               func(r *rubric.Rubric) { r.Items[1].Least = 5_01 },
		"/items/1/least rubric/item/range 扣分下限1分高于上限0分":                  func(r *rubric.Rubric) { r.Items[1].Most = 0 },
		"/items/1/least rubric/item/range 扣分下限不能是负数":                     func(r *rubric.Rubric) { r.Items[1].Least = -1 },
		"/items/1/most rubric/item/range 扣分上限6.01分高于分值6分":                func(r *rubric.Rubric) { r.Items[1].Most = 6_01 },
		"/items/2/meets rubric/item/choice 扣多少分要由人选定的，不能有合格条件":           func(r *rubric.Rubric) { r.Items[2].Least = 1_00 },
		"/items/5/key rubric/item/key 关键项应当属于评分分组中的一组":                   func(r *rubric.Rubric) { r.Items[5].Key = true },
		"/items/3/key rubric/item/key 只有得分项可以是关键项":                       func(r *rubric.Rubric) { r.Items[3].Key = true },
	} {
		r := mixed()
		spoil(&r)
		require.Contains(t, faults(rubric.Vet(r)), want)
	}
	r := permit() // groups that are not declared are labels
	require.Empty(t, rubric.Vet(r))
	r.Items[0].Key = true
	require.Equal(t, []string{"/items/0/key rubric/item/key 关键项应当属于评分分组中的一组"}, faults(rubric.Vet(r)))
}

// A grade below what every file gets is told, not refused: grades come from elsewhere. A veto may lead to it.
func TestGradesThatNoFileSinksTo(t *testing.T) {
	r := rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙", Base: rubric.Whole(100),
		Grades: []rubric.Grade{{Name: "优秀", Least: rubric.Whole(90)}, {Name: "合格", Least: rubric.Whole(60)}, {Name: "不合格"}},
		Items:  []rubric.Item{{ID: "1", Name: "一", Role: rubric.Deducts, Points: rubric.Whole(40), Veto: true}}}
	issues := rubric.Vet(r)
	require.Equal(t, []string{"/grades/2/least rubric/grade/unreachable 最低也得60分，落不到这一等次"}, faults(issues))
	require.Equal(t, fazhi.Warning, issues[0].Severity)
	r.Items[0].Points++
	require.Empty(t, rubric.Vet(r))
	r.Floor = points(60)
	require.Len(t, rubric.Vet(r), 1)
	for _, veto := range []rubric.Veto{{Effect: rubric.VetoZero}, {Effect: rubric.VetoFail}, {Effect: rubric.VetoCap, Grade: "不合格"}} {
		r.Veto = &veto
		require.Empty(t, rubric.Vet(r))
	}
	r.Floor, r.Items[0].Points, r.Veto = nil, rubric.Whole(1), &rubric.Veto{Effect: rubric.VetoDeduct, Points: 40_00}
	require.Empty(t, rubric.Vet(r))
	r.Veto.Points = 39_00
	require.Len(t, rubric.Vet(r), 1)
	r.Groups, r.Items[0].Group = []rubric.Group{{Name: "组", Cap: 50}}, "组"
	r.Veto.Points = 39_50
	require.Len(t, rubric.Vet(r), 1, "60 = 100 - 0.5 - 39.5")
	r.Veto.Points++
	require.Empty(t, rubric.Vet(r))
}

// Bonuses that are scaled with the points earned lift files the higher the less applies.
func TestGradesAboveByBonus(t *testing.T) {
	r := rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙", Scale: rubric.Whole(100), Grades: []rubric.Grade{{Name: "特优", Least: 250_00}, {Name: "其他"}},
		Items: []rubric.Item{{ID: "1", Name: "一", Points: 10_00}, {ID: "2", Name: "二", Points: 30_00}, {ID: "3", Name: "加分", Role: rubric.Adds, Points: 15_00}}}
	require.Empty(t, rubric.Vet(r), "100 × (10 + 15)/10")
	require.Equal(t, "250.00", rubric.NewFormula(r).Outcome([]rubric.Mark{m(10_00), n(), m(15_00)}).Score.String())
	r.Grades[0].Least++
	require.Equal(t, []string{"/grades/0/least rubric/grade/unreachable 最高能得250分，够不上这一等次"}, faults(rubric.Vet(r)))
}

// What Vet lets pass has means of three that can be held; what is too large and too fine for that it refuses.
func TestScaledScoresAreExact(t *testing.T) {
	scaled := func(points ...rubric.Points) rubric.Rubric {
		r := rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙", Scale: rubric.Whole(100)}
		for i, p := range points {
			r.Items = append(r.Items, rubric.Item{ID: strings.Repeat("i", i+1), Name: "项", Points: p})
		}
		return r
	}
	const refused = "/scale rubric/scale 得分项的分值太大、太细，折算后三份得分的平均数无法精确保存"
	for _, r := range []rubric.Rubric{scaled(rubric.Whole(5000), rubric.Whole(5000)), scaled(10_000, 33), scaled(66_000, 1), scaled(9_999, 1, 7, 3_50)} {
		require.Empty(t, rubric.Vet(r))
		f := rubric.NewFormula(r)
		marks := make([]rubric.Mark, len(r.Items))
		var scores []rubric.Score
		for n := range 3 { // applying items give three denominators
			for i := range marks {
				marks[i] = rubric.Mark{Verdict: rubric.NotMet, Points: r.Items[i].Points - 1}
			}
			if n > 0 {
				marks[n%len(marks)] = rubric.Mark{Verdict: rubric.NotApplicable}
			}
			scores = append(scores, f.Outcome(marks).Score)
		}
		require.False(t, rubric.Mean(scores...).IsZero())
	}
	require.Equal(t, []string{refused}, faults(rubric.Vet(scaled(700_00, 1))))
	bonus := scaled(100_00, 1_00)
	bonus.Items = append(bonus.Items, rubric.Item{ID: "b", Name: "加分", Role: rubric.Adds, Points: rubric.MaxPoints})
	require.Empty(t, rubric.Vet(bonus))
	for n := range 999 - len(bonus.Items) {
		bonus.Items = append(bonus.Items, rubric.Item{ID: strconv.Itoa(n), Name: "加分", Role: rubric.Adds, Points: rubric.MaxPoints})
	}
	bonus.Scale, bonus.Items[1].Points = rubric.MaxPoints, 1
	require.Equal(t, []string{refused}, faults(rubric.Vet(bonus)), "the largest that can be written")
	bonus = scaled(rubric.MaxPoints)
	bonus.Scale = rubric.MaxPoints
	for n := range 999 {
		bonus.Items = append(bonus.Items, rubric.Item{ID: strconv.Itoa(n), Name: "扣分", Role: rubric.Deducts, Points: rubric.MaxPoints})
	}
	require.Equal(t, []string{refused}, faults(rubric.Vet(bonus)), "while it is computed")
	huge := make([]rubric.Points, rubric.MaxItems)
	for i := range huge {
		huge[i] = rubric.MaxPoints - rubric.Points(i)
	}
	require.Contains(t, faults(rubric.Vet(scaled(huge...))), refused)
}
