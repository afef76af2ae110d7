package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/enforcement/sample"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Everything that is wrong is said at once: head, policy, files, panel.
func TestOpenSaysEverythingAtOnce(t *testing.T) {
	files := []*casefile.File{{Serial: "AJ\u200b1", Organ: "某\ufeff局"}, nil}
	panel := sample.Panel{Reviewers: []sample.Reviewer{{ID: "L\u200b1", Role: review.Counsel, Unit: "某\u2060所"}, {ID: "F1", Role: review.Empowering}}}
	p := review.Usual()
	p.Name, p.Percent, p.Minimum = "", 0, -1
	r, issues := review.Open(review.Head{Name: "第1次 ", Panel: panel}, p, files)
	require.Empty(t, r.Files)
	for _, want := range []string{
		"enforcement/review/head/name /name 评查批次的名称前后有空白",
		"enforcement/review/head/reviewed /reviewed 评查日期没有写明",
		"enforcement/review/head/text /drawn/plan/panel/reviewers/0/id 第1名评查人的编号含有看不见的字符",
		"enforcement/review/head/text /drawn/plan/panel/reviewers/0/unit 第1名评查人的单位含有看不见的字符",
		"enforcement/review/head/text /files/0/serial 第1件案卷的编号含有看不见的字符",
		"enforcement/review/head/text /files/0/organ 第1件案卷的办案部门含有看不见的字符",
		"enforcement/review/policy/text /name 没有规则名称",
		"enforcement/sample/seed /plan/seed 公布的随机数为空",
		"enforcement/sample/reviewer /plan/panel/reviewers/1/unit 第2名评查人的单位为空",
	} {
		require.Contains(t, said(issues), want)
	}
	var codes []fazhi.Code
	for _, i := range issues {
		codes = append(codes, i.Code)
	}
	require.NotContains(t, codes, sample.BadSize, "which the policy is told of")
	require.NotContains(t, codes, sample.BadMinimum, "which the policy is told of")
	require.NotContains(t, codes, sample.Undrawn, "of a draw that is none")
	require.Contains(t, codes, sample.BadNumber, "a file that is nil has no number")
	require.Nil(t, files[1], "what was given is not touched")
}

func TestHeadVet(t *testing.T) {
	for name, want := range map[string]string{"": "为空", "　": "为空", "甲\u200b": "含有看不见的字符", "甲\r\n": "前后有空白", "甲\n乙": "含有换行或者其他控制字符"} {
		h := review.Head{Name: name, Reviewed: fazhi.DateOf(2024, 5, 20)}
		require.Equal(t, []string{"enforcement/review/head/name /name 评查批次的名称" + want}, said(h.Vet()))
	}
}

// Values that nobody should pass are answered, not a panic.
func TestNothingPanics(t *testing.T) {
	r := simple(rubric.Veto{})
	p := review.Usual()
	assigned := []review.Assigned{{Case: drawn(), Rubric: &r}}
	round := review.Round{Name: "第1次", Policy: p, Files: []review.Entry{{File: "AJ-1"}}}

	a, b := marked(t, r, review.Counsel, "81"), marked(t, r, review.Empowering, "87")
	short, firstOnly := b, a
	firstOnly.Result.Marks = a.Result.Marks[:1]
	short.Result.Marks = b.Result.Marks[:1]
	for _, opinions := range [][]review.Opinion{nil, {a}, {b}, {a, short}, {firstOnly, b}, {{Role: review.Counsel}, {Role: review.Empowering}}} {
		require.Empty(t, round.TalkTasks(assigned, []review.Settled{{File: "AJ-1", Awaits: review.Agreed, Opinions: opinions}}))
		_, err := review.Concords([]review.Settled{{Opinions: opinions}}, []rubric.Rubric{r})
		require.NoError(t, err)
	}

	var none review.Settler
	got := none.Settle(drawn(), []review.Opinion{a, b}, nil)
	require.Equal(t, review.Undecided, got.Way)
	require.Len(t, got.Refused, 2)
	require.Equal(t, "没有评分标准", got.Refused[0].Why)
	_, err := none.Recheck(review.History{Settled: review.Settled{Way: review.ByMean}}, objection(), &a)
	require.ErrorIs(t, err, review.ErrRecheck)

	require.Empty(t, round.RecheckTasks(assigned, []*review.Objection{nil}))
	_, issues, err := round.Recheck(assigned, nil, []*review.Objection{nil}, review.Opinions{})
	require.NoError(t, err)
	require.Equal(t, []string{"enforcement/review/objection/file /objections/0/file 本批次没有这一案卷的评查结果"}, said(issues))

	require.Empty(t, p.StrataOf(nil))
	require.Empty(t, review.CaseOf(&p, nil, rubric.Digest{}, fazhi.Date{}).File)
	require.Len(t, p.Frame([]*casefile.File{nil}), 1)
}

// Whether reviewers may change what the program judged is for the policy to say, in every task.
func TestTasksKnowTheirPolicy(t *testing.T) {
	r := simple(rubric.Veto{})
	for _, override := range []bool{true, false} {
		round := review.Round{Name: "第1次", Policy: review.Policy{Override: override}, Files: []review.Entry{{File: "AJ-1"}}}
		round.Drawn.Picks = []sample.Pick{{Unit: sample.Unit{ID: "AJ-1"}, Reviewers: []string{"L1"}}}
		round.Drawn.Plan.Panel.Reviewers = []sample.Reviewer{{ID: "L1", Role: review.Counsel, Unit: "律师事务所"}}
		tasks := round.Tasks([]review.Assigned{{Case: drawn(), Rubric: &r}})
		require.Len(t, tasks, 1)
		require.Equal(t, override, tasks[0].Override)
	}
}

// The last grade of a ledger takes all that is left, whatever the rubric has for it.
func TestProfileOfTheLastGrade(t *testing.T) {
	r := simple(rubric.Veto{})
	r.Grades[len(r.Grades)-1].Least = 10_00
	p := review.Usual()
	profile, err := p.Profile(r)
	require.NoError(t, err)
	require.Zero(t, profile.Bands[len(profile.Bands)-1].Least)
	require.EqualValues(t, 60_00, profile.Bands[len(profile.Bands)-2].Least)
}
