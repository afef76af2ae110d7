package review_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// settleCase is a row of testdata/settle.csv, which a lawyer can read and add to.
type settleCase struct {
	Doc        string `table:"说明"`
	Rule       string `table:"规则"`
	Counsel    string `table:"法律顾问"`
	Empowering string `table:"赋权部门"`
	Third      string `table:"第三评查人"`
	Talk       string `table:"合议"`
	Way        string `table:"方式"`
	Final      string `table:"得分"`
	Grade      string `table:"等次"`
	Vetoed     bool   `table:"否决"`
	Awaits     string `table:"等待"`
}

// rules applies 等次=否；第三评查人=平均 to the usual policy and the simple rubric.
func (c *settleCase) rules(t *testing.T) (review.Policy, rubric.Rubric) {
	p, veto := review.Usual(), rubric.Veto{Effect: rubric.VetoZero}
	for rule := range strings.SplitSeq(c.Rule, "；") {
		name, value, _ := strings.Cut(rule, "=")
		switch name {
		case "":
		case "等次":
			p.ByGrade = value == "是"
		case "第三评查人":
			p.Third = review.Final(value)
		case "单评":
			p.Single = value == "是"
		case "否决":
			p.Veto = review.Disputed(value)
		case "后果":
			require.NoError(t, veto.Effect.UnmarshalText([]byte(value)))
			if veto.Effect == rubric.VetoCap {
				veto.Grade = "良好"
			}
		default:
			t.Fatalf("没有“%s”这种规则", name)
		}
	}
	return p, simple(veto)
}

func (c *settleCase) opinions(t *testing.T, r rubric.Rubric) (list []review.Opinion, talk *review.Opinion) {
	for i, text := range []string{c.Counsel, c.Empowering, c.Third, c.Talk} {
		if text == "" {
			continue
		}
		o := marked(t, r, roles()[i], text)
		if o.Role == review.Agreed {
			agree(t, r, &o, list)
			talk = &o
			continue
		}
		list = append(list, o)
	}
	return list, talk
}

// agree lets a talk leave alone what the sides agree on.
func agree(t *testing.T, r rubric.Rubric, talk *review.Opinion, sides []review.Opinion) {
	if a, b := sides[0].Result.Marks[1], sides[1].Result.Marks[1]; a.Verdict == b.Verdict {
		talk.Result.Marks[1] = a
	}
	talk.Result, _ = rubric.Sum(r, talk.Result.Marks)
}

func settleCases(t *testing.T) []*settleCase {
	data, err := os.ReadFile("testdata/settle.csv")
	require.NoError(t, err)
	src, err := table.CSV("settle.csv", data)
	require.NoError(t, err)
	cases, issues, err := table.All[settleCase](src, "")
	require.NoError(t, err)
	require.Empty(t, issues)
	return cases
}

// Every case gives its result, whatever the order in which the opinions come.
func TestSettle(t *testing.T) {
	for _, c := range settleCases(t) {
		t.Run(c.Doc, func(t *testing.T) {
			p, r := c.rules(t)
			s, err := review.NewSettler(p, r)
			require.NoError(t, err)
			opinions, talk := c.opinions(t, r)
			got := s.Settle(drawn(), opinions, talk)
			require.Equal(t, []string{c.Way, c.Final, c.Grade, c.Awaits}, []string{string(got.Way), got.Final.String(), got.Grade, got.Awaits}, got.Why)
			require.Equal(t, c.Vetoed, got.Vetoed)
			require.NotEmpty(t, got.Why)
			require.Len(t, append(got.Opinions, refused(got)...), len(opinions)+count(talk))
			random := rand.New(rand.NewPCG(1, 2))
			for range 6 {
				random.Shuffle(len(opinions), func(i, j int) { opinions[i], opinions[j] = opinions[j], opinions[i] })
				require.Equal(t, got, s.Settle(drawn(), opinions, talk))
			}
		})
	}
}

func refused(s review.Settled) (list []review.Opinion) {
	for _, r := range s.Refused {
		list = append(list, r.Opinion)
	}
	return list
}

func count(o *review.Opinion) int {
	if o == nil {
		return 0
	}
	return 1
}

// What does not count is kept with its reason, and the result goes on without it.
func TestRefused(t *testing.T) {
	r := simple(rubric.Veto{})
	other := r
	other.Version = "2"
	for want, spoil := range map[string]func(*review.Opinion){
		"没有这种评查角色":            func(o *review.Opinion) { o.Role = "旁听" },
		"没有评查人编号":             func(o *review.Opinion) { o.Reviewer = "" },
		"评查人不得评查本单位的案卷":       func(o *review.Opinion) { o.Unit = drawn().Unit },
		"没有写明赋权部门，不能判断是否应当回避": func(o *review.Opinion) { o.Unit = "" },
		"不是按本案卷适用的评分标准评定的":    func(o *review.Opinion) { o.Result, _ = rubric.Sum(other, o.Result.Marks) },
		"评定与评分标准不符：没有评定这一项":   func(o *review.Opinion) { o.Result.Marks = o.Result.Marks[:1] },
		"得分与各项评定不符":           func(o *review.Opinion) { o.Outcome.Grade = "优秀" },
		"评定与评分标准不符：这一项已经评定过":  func(o *review.Opinion) { o.Result.Marks[1] = o.Result.Marks[0] },
	} {
		t.Run(want, func(t *testing.T) {
			o := marked(t, r, review.Empowering, "92")
			spoil(&o)
			got, err := review.Settle(review.Usual(), r, drawn(), []review.Opinion{o, marked(t, r, review.Counsel, "92")}, nil)
			require.NoError(t, err)
			require.Len(t, got.Refused, 1)
			require.Equal(t, want, got.Refused[0].Why)
			require.Equal(t, review.Undecided, got.Way)
			require.Equal(t, review.Empowering, got.Awaits)
			require.Empty(t, got.Faults)
		})
	}
}

// Two opinions of one role, or of one reviewer, decide nothing; nor does a talk that changes what was agreed on.
func TestProblems(t *testing.T) {
	r := simple(rubric.Veto{})
	counsel, empowering := marked(t, r, review.Counsel, "81"), marked(t, r, review.Empowering, "88")
	settle := func(opinions ...review.Opinion) review.Settled {
		got, err := review.Settle(review.Usual(), r, drawn(), opinions, nil)
		require.NoError(t, err)
		require.Equal(t, review.Undecided, got.Way)
		return got
	}
	second := marked(t, r, review.Counsel, "82")
	second.Reviewer = "另一人"
	require.Equal(t, "法律顾问有两份评查意见", settle(counsel, second, empowering).Why)
	require.Equal(t, settle(second, counsel, empowering), settle(counsel, second, empowering))
	same := empowering
	same.Reviewer = counsel.Reviewer
	require.Equal(t, "同一评查人有两份评查意见", settle(counsel, same).Why)
	talk := marked(t, r, review.Agreed, "85否")
	got := settle(counsel, empowering, talk)
	require.Contains(t, got.Why, "合议未予采纳：改动了双方一致的项目；待第三评查人评分")
	require.Equal(t, review.Third, got.Awaits)
}

// Faults come from the deciding opinions, with the exact mean of what these took.
func TestFaults(t *testing.T) {
	r := simple(rubric.Veto{Effect: rubric.VetoZero})
	got, err := review.Settle(review.Usual(), r, drawn(), []review.Opinion{marked(t, r, review.Counsel, "100"), marked(t, r, review.Empowering, "99.99")}, nil)
	require.NoError(t, err)
	require.Equal(t, []review.Fault{{Item: "1", Name: "卷内问题", Group: "立案", Stage: "立案环节", Basis: "测试",
		Lost: rubric.Mean(rubric.ScoreOf(0), rubric.ScoreOf(1)), Reasons: []string{"赋权部门认为有瑕疵"}}}, got.Faults)
	got, err = review.Settle(review.Usual(), r, drawn(), []review.Opinion{marked(t, r, review.Counsel, "95"),
		marked(t, r, review.Empowering, "92否"), marked(t, r, review.Third, "90否")}, nil)
	require.NoError(t, err)
	require.Equal(t, []string{"10.00 立案环节 false [第三评查人认为有瑕疵]", "0.00 决定 true [没有执法资格]"}, lines(got.Faults))
}

func lines(faults []review.Fault) (list []string) {
	for _, f := range faults {
		list = append(list, strings.Join([]string{f.Lost.String(), f.Stage, map[bool]string{true: "true", false: "false"}[f.Veto],
			"[" + strings.Join(f.Reasons, " ") + "]"}, " "))
	}
	return list
}

func TestNewSettlerSaysAllFaults(t *testing.T) {
	p, r := review.Usual(), simple(rubric.Veto{})
	p.Name, r.Name = "", ""
	_, err := review.Settle(p, r, drawn(), nil, nil)
	var invalid *fazhi.InvalidError
	require.ErrorAs(t, err, &invalid)
	require.Equal(t, []string{"没有规则名称", "没有标准的名称"}, []string{invalid.Issues[0].Message, invalid.Issues[1].Message})
}

// A file of which nothing applies has no score: one side alone saying so is for a third reviewer, both saying so decide nothing.
func TestNothingToScore(t *testing.T) {
	r := scaled(rubric.Veto{Effect: rubric.VetoFail})
	opinion := func(role string, verdict rubric.Verdict) review.Opinion {
		var marks []rubric.Mark
		for _, item := range r.Items {
			m := rubric.Mark{Item: item.ID, Verdict: verdict}
			if verdict == rubric.Met {
				m.Points = item.Points
			}
			marks = append(marks, m)
		}
		result, issues := rubric.Sum(r, marks)
		require.Empty(t, issues)
		return review.Opinion{Reviewer: role, Role: role, Unit: role, Result: result}
	}
	p := review.Usual()
	p.Single = true
	settle := func(opinions ...review.Opinion) (string, string) {
		got, err := review.Settle(p, r, drawn(), opinions, nil)
		require.NoError(t, err)
		require.Equal(t, review.Undecided, got.Way)
		return got.Why, got.Awaits
	}
	none, all := rubric.NotApplicable, rubric.Met
	why, awaits := settle(opinion(review.Counsel, none), opinion(review.Empowering, none))
	require.Equal(t, []string{"没有可以计分的项目", ""}, []string{why, awaits})
	why, awaits = settle(opinion(review.Counsel, none))
	require.Equal(t, []string{"没有可以计分的项目", ""}, []string{why, awaits})
	why, awaits = settle(opinion(review.Counsel, none), opinion(review.Empowering, all))
	require.Equal(t, []string{"法律顾问不计分，赋权部门100.00分（优秀）；一方没有得分；待第三评查人评分", review.Third}, []string{why, awaits})
	why, _ = settle(opinion(review.Counsel, none), opinion(review.Empowering, all), opinion(review.Third, none))
	require.Contains(t, why, "第三评查人评分没有可以计分的项目")
	why, awaits = settle(opinion(review.Counsel, none), opinion(review.Empowering, all), opinion(review.Third, rubric.NotJudged))
	require.Contains(t, why, "第三评查人的评查意见有11项未评")
	require.Equal(t, review.Third, awaits)
}
