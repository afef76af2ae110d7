package rules_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// tiny is a document of so few values that all can be tried.
type tiny struct {
	Days  int64 // 9: not given
	Name  string
	Heard int // 2: not known
	Laws  []string
	Paper fazhi.Number
}

func tinyVocabulary(t testing.TB) *rules.Vocabulary[*tiny] {
	v, err := rules.NewVocabulary(
		rules.Integer("天数", func(d *tiny) (int64, bool) { return d.Days, d.Days != 9 }),
		rules.Text("名称", func(d *tiny) string { return d.Name }),
		rules.YesNo("听证", func(d *tiny) (bool, bool) { return d.Heard == 1, d.Heard != 2 }),
		rules.List("依据", func(d *tiny) []string { return d.Laws }),
		rules.Number("文号", func(d *tiny) fazhi.Number { return d.Paper }))
	require.NoError(t, err)
	return v
}

// every returns all documents that the conditions of tinyConditions can tell apart.
func every() []*tiny {
	var list []*tiny
	for _, days := range []int64{-1, 0, 1, 2, 3, 4, 9} {
		for _, name := range []string{"", "甲", "乙", "甲乙", "乙甲", "甲丙", "乙丙", "丙"} {
			for heard := range 3 {
				for _, laws := range [][]string{nil, {"甲"}, {"乙"}, {"甲", "乙"}, {"丙"}} {
					for _, paper := range []fazhi.Number{{}, {Issuer: "甲", Year: 2024, Seq: 1}, {Issuer: "甲", Year: 2024, Seq: 2}, {Issuer: "乙", Year: 2024, Seq: 1}} {
						list = append(list, &tiny{days, name, heard, laws, paper})
					}
				}
			}
		}
	}
	return list
}

// tinyConditions returns a random list.
func tinyConditions(r *rand.Rand, least, most int) []rubric.Condition {
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	var list []rubric.Condition
	for n := range least + r.IntN(most-least+1) {
		c := rubric.Condition{Or: n > 0 && r.IntN(3) == 0}
		switch r.IntN(6) {
		case 0, 1:
			c.Field, c.Relation, c.Value = "天数", one("等于", "不等于", "大于", "不小于", "小于", "不大于"), strconv.Itoa(r.IntN(4))
			if r.IntN(4) == 0 {
				c.Relation, c.Value = one("属于", "不属于"), one("0、1", "1、2、3", "0、3")
			}
		case 2:
			c.Field, c.Relation, c.Value = "名称", one("等于", "不等于", "包含", "不包含", "属于", "不属于"), one("甲", "乙", "甲乙")
		case 3:
			c.Field, c.Relation = "听证", one("是", "否")
		case 4:
			c.Field, c.Relation, c.Value = "依据", one("包含", "不包含"), one("甲", "乙")
		default:
			c.Field, c.Relation, c.Value = "文号", one("等于", "不等于"), one("甲〔2024〕1号", "甲〔2024〕2号")
		}
		if r.IntN(8) == 0 {
			c.Relation, c.Value = one("为空", "不为空"), ""
		}
		list = append(list, c)
	}
	return list
}

// holds returns which documents a list holds for.
func holds(t testing.TB, v *rules.Vocabulary[*tiny], list []rubric.Condition, docs []*tiny) []bool {
	plain := make([]rules.Condition, len(list))
	for i, c := range list {
		plain[i] = rules.Condition{Field: c.Field, Relation: c.Relation, Value: c.Value, Or: c.Or}
	}
	test, issues := rules.Compile(v, plain)
	require.Empty(t, issues)
	all := make([]bool, len(docs))
	for i, d := range docs {
		all[i] = test(d)
	}
	return all
}

// tried says by trying every document what CompileRubric says by reasoning.
func tried(t testing.TB, v *rules.Vocabulary[*tiny], g *rubric.Group, item *rubric.Item, docs []*tiny) string {
	group, needs, applies, meets := holds(t, v, g.Applies, docs), holds(t, v, g.Needs, docs), holds(t, v, item.Applies, docs), holds(t, v, item.Meets, docs)
	var in, there, on, judged, met, missed bool
	for i := range docs {
		in = in || group[i]
		there = there || group[i] && needs[i]
		on = on || group[i] && applies[i]
		judged = judged || group[i] && needs[i] && applies[i]
		met = met || group[i] && needs[i] && applies[i] && meets[i]
		missed = missed || group[i] && applies[i] && (!needs[i] || !meets[i])
	}
	switch {
	case !in:
		return "rules/group/unreachable"
	case !there:
		return "rules/group/never"
	case !on, !judged:
		return "rules/item/unreachable"
	case !met:
		return "rules/item/never"
	case !missed && len(g.Needs) == 0:
		return "rules/item/always"
	}
	return ""
}

// Every alarm is right, and none is missing: what is said of random rubrics is what trying every document shows.
func TestReach(t *testing.T) {
	v, docs, r := tinyVocabulary(t), every(), rand.New(rand.NewPCG(1, 2))
	seen := map[string]int{}
	for range 600 {
		g := rubric.Group{Name: "组", Applies: tinyConditions(r, 0, 2), Needs: tinyConditions(r, 0, 2)}
		item := rubric.Item{ID: "1", Group: "组", Name: "项", Points: 1, Applies: tinyConditions(r, 0, 3), Meets: tinyConditions(r, 1, 3)}
		if r.IntN(2) == 0 {
			g.Needs = nil
		}
		s, issues := rules.CompileRubric(v, rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙", Groups: []rubric.Group{g}, Items: []rubric.Item{item}})
		codes := []string{}
		for _, i := range issues {
			codes = append(codes, string(i.Code))
		}
		said, want := strings.Join(codes, " "), tried(t, v, &g, &item, docs)
		require.Equal(t, want, said, fmt.Sprint(g, item))
		require.Equal(t, want == "" || want == "rules/item/always", s != nil)
		seen[want]++
	}
	for _, code := range []string{"", "rules/group/unreachable", "rules/group/never", "rules/item/unreachable", "rules/item/never", "rules/item/always"} {
		require.Greater(t, seen[code], 5, code)
	}
}

// The alarms name the cell, and what stands there.
func TestReachByCell(t *testing.T) {
	for lines, want := range map[string]string{
		"1,,甲,1,,,适用,,罚款金额,大于,2万元\n,,,,,,适用,,罚款金额,不大于,1万元\n,,,,,,合格,,是否听证,是,\n": "标准.csv!A2：第1项的适用条件不可能成立，这一项永远不适用 [rules/item/unreachable]",
		"1,,甲,1,,,适用,,是否听证,否,\n,,,,,,合格,,是否听证,是,\n":                             "标准.csv!A2：第1项适用时，合格条件不可能成立 [rules/item/never]",
		"1,,甲,1,,,适用,,决定日期,早于,2024-01-01\n,,,,,,合格,,决定日期,不为空,\n":                "标准.csv!A2：第1项适用时，合格条件总是成立，不会有不合格的 [rules/item/always]",
		"1,,甲,1,,,合格,,决定日期,为空,\n,,,,,,合格,或,决定日期,不为空,\n":                         "标准.csv!A2：第1项适用时，合格条件总是成立，不会有不合格的 [rules/item/always]",
	} {
		r, issues := items(t, lines)
		require.Empty(t, issues)
		s, issues := rules.CompileRubric(vocabulary(t), r)
		require.Len(t, issues, 1)
		require.Equal(t, want, issues[0].String())
		require.Equal(t, issues[0].Severity != fazhi.Error, s != nil)
	}
}

// Conditions that cannot be compiled say nothing more; very many of them are let be.
func TestReachIsSilent(t *testing.T) {
	r, _ := items(t, "1,,甲,1,,,适用,,罚款金领,大于,2\n,,,,,,适用,,罚款金领,小于,1\n,,,,,,合格,,是否听证,是,\n")
	_, issues := rules.CompileRubric(vocabulary(t), r)
	require.Len(t, issues, 2)
	big := rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙", Items: []rubric.Item{{ID: "1", Name: "项", Points: 1}}}
	for n := range rubric.MaxConditions { // fifty alternatives of two, negated: more choices than can be tried
		field := []string{"办理天数", "文书数"}[n%2]
		big.Items[0].Meets = append(big.Items[0].Meets, rubric.Condition{Or: n > 0 && n%2 == 0, Field: field, Relation: "大于", Value: strconv.Itoa(n)})
		big.Items[0].Applies = append(big.Items[0].Applies, rubric.Condition{Or: n > 0, Field: field, Relation: "不等于", Value: strconv.Itoa(n)})
	}
	s, issues := rules.CompileRubric(vocabulary(t), big)
	require.Empty(t, issues)
	require.NotNil(t, s)
}
