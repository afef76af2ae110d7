package review_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// scaled is an invented rubric whose scores are fractions: points earned count in hundred parts of those that apply.
func scaled(veto rubric.Veto) rubric.Rubric {
	r := rubric.Rubric{ID: "scaled", Name: "测试用折算标准", Version: "1", Basis: "测试", Scale: rubric.Whole(100), Veto: &veto,
		Grades: []rubric.Grade{{Name: "优秀", Least: 90_00}, {Name: "良好", Least: 80_00}, {Name: "合格", Least: 60_00}, {Name: "不合格"}}}
	for i := range 11 {
		r.Items = append(r.Items, rubric.Item{ID: fmt.Sprint(i + 1), Name: "第" + fmt.Sprint(i+1) + "项", Points: rubric.Points(100 + 7*i), Veto: i >= 9})
	}
	return r
}

// anyOpinion marks at random, mostly well; a small spread makes two opinions lie near each other.
func anyOpinion(random *rand.Rand, r rubric.Rubric, role string) review.Opinion {
	marks := make([]rubric.Mark, len(r.Items))
	for i := range marks {
		item := &r.Items[i]
		marks[i] = rubric.Mark{Item: item.ID, Verdict: rubric.Met, Points: item.Points}
		switch n := random.IntN(40); {
		case n == 0 && i > 0:
			marks[i] = rubric.Mark{Item: item.ID, Verdict: rubric.NotApplicable}
		case n < 8 && (!item.Veto || n == 1):
			marks[i] = rubric.Mark{Item: item.ID, Verdict: rubric.NotMet, Points: rubric.Points(random.Int64N(int64(item.Points))), Reason: "瑕疵"}
		}
	}
	result, _ := rubric.Sum(r, marks)
	return review.Opinion{Reviewer: role, Role: role, Unit: role + "单位", Result: result}
}

// anyPolicy is a policy that passes Vet.
func anyPolicy(random *rand.Rand) review.Policy {
	p := review.Usual()
	p.Single, p.ByGrade = random.IntN(4) == 0, random.IntN(2) == 0
	p.Mean = rubric.Points(random.IntN(600))
	p.Talk = max(1, p.Mean+rubric.Points(random.IntN(3)*300))
	p.Third = []review.Final{review.ThirdAlone, review.MeanOfAll, review.Median}[random.IntN(3)]
	p.Veto = []review.Disputed{review.ToThird, review.ToTalk}[random.IntN(2)]
	return p
}

func anyVeto(random *rand.Rand) rubric.Veto {
	return []rubric.Veto{{}, {Effect: rubric.VetoZero}, {Effect: rubric.VetoFail}, {Effect: rubric.VetoCap, Grade: "良好"},
		{Effect: rubric.VetoDeduct, Points: rubric.Whole(30)}}[random.IntN(5)]
}

// For any policy, rubric and opinions, the ledger's own checks come to the result of Settle: a file that is settled has no
// issue, and one that is not has no grade. The result does not depend on the order of the opinions and lies between the
// deciding scores.
func TestLedgerAgreesWithSettle(t *testing.T) {
	random, decided, fractions := rand.New(rand.NewPCG(7, 7)), 0, 0
	for range 1000 {
		p, r := anyPolicy(random), scaled(anyVeto(random))
		s, err := review.NewSettler(p, r)
		require.NoError(t, err)
		opinions, talk := anyOpinions(random, r)
		got := s.Settle(drawn(), opinions, talk)
		random.Shuffle(len(opinions), func(i, j int) { opinions[i], opinions[j] = opinions[j], opinions[i] })
		require.Equal(t, got, s.Settle(drawn(), opinions, talk))
		require.Empty(t, got.Refused)
		profile, err := p.Profile(r)
		require.NoError(t, err)
		row := review.LedgerRow(review.LedgerHead{Round: "第1次"}, &got)
		if got.Way == review.Undecided {
			require.Empty(t, row.Grade)
			require.Empty(t, got.Faults)
			continue
		}
		decided++
		require.Empty(t, ledgerIssues(t, profile, row), "%s\n%+v", got.Why, row)
		require.NotEmpty(t, got.Grade)
		if !got.Final.IsZero() && rubric.ScoreOf(got.Final.Rounded()) != got.Final {
			fractions++
		}
		between(t, &got)
	}
	require.Greater(t, decided, 300)
	require.Greater(t, fractions, 150)
}

// anyOpinions are up to three opinions and perhaps a talk, which leaves alone what the two sides agree on.
func anyOpinions(random *rand.Rand, r rubric.Rubric) ([]review.Opinion, *review.Opinion) {
	opinions := []review.Opinion{anyOpinion(random, r, review.Counsel), anyOpinion(random, r, review.Empowering), anyOpinion(random, r, review.Third)}
	talk := anyOpinion(random, r, review.Agreed)
	for i := range talk.Result.Marks {
		if a, b := opinions[0].Result.Marks[i], opinions[1].Result.Marks[i]; a.Verdict == b.Verdict && a.Points == b.Points {
			talk.Result.Marks[i] = a
		}
	}
	talk.Result.AddUp(r.Items)
	opinions = opinions[:random.IntN(4)]
	if random.IntN(2) == 0 {
		return opinions, nil
	}
	return opinions, &talk
}

// between reports a result outside all the opinions that it could rest on.
func between(t *testing.T, s *review.Settled) {
	t.Helper()
	low, high := false, false
	for _, o := range s.Opinions {
		low = low || o.Outcome.Score.Compare(s.Final) <= 0
		high = high || o.Outcome.Score.Compare(s.Final) >= 0
	}
	require.True(t, low && high, s.Why)
}

func ledgerIssues(t *testing.T, p enforcement.Profile, f *enforcement.File) fazhi.Issues {
	t.Helper()
	checks, err := enforcement.Checks(p)
	require.NoError(t, err)
	day := fazhi.DateOf(2024, 6, 12)
	issues, err := fazhi.Validate(t.Context(), f, day, day, checks)
	require.NoError(t, err)
	return issues
}

// What Settle leaves to a third reviewer, the ledger does not let pass either; and a grade that was changed is noticed.
func TestLedgerNoticesTheSame(t *testing.T) {
	r := simple(rubric.Veto{Effect: rubric.VetoZero})
	for _, c := range []struct{ counsel, empowering, grade, code string }{
		{"70", "85", "合格", "enforcement/score/arbitration"},
		{"79", "81", "良好", "enforcement/score/arbitration"},
		{"81", "85", "优秀", "enforcement/grade"},
		{"0否", "0否", "合格", "enforcement/grade"},
	} {
		p := review.Usual()
		got, err := review.Settle(p, r, drawn(), []review.Opinion{marked(t, r, review.Counsel, c.counsel), marked(t, r, review.Empowering, c.empowering)}, nil)
		require.NoError(t, err)
		got.Grade = c.grade
		profile, err := p.Profile(r)
		require.NoError(t, err)
		issues := ledgerIssues(t, profile, review.LedgerRow(review.LedgerHead{Round: "第1次"}, &got))
		require.Len(t, issues, 1)
		require.Equal(t, fazhi.Code(c.code), issues[0].Code)
	}
}

func TestProfile(t *testing.T) {
	p, cap := review.Usual(), simple(rubric.Veto{Effect: rubric.VetoCap, Grade: "良好"})
	profile, err := p.Profile(cap, simple(rubric.Veto{Effect: rubric.VetoZero}))
	require.NoError(t, err)
	require.Equal(t, enforcement.Grade("良好"), profile.Vetoed)
	require.Equal(t, p.Objection, profile.Limits.Objection)
	require.Equal(t, p.Name, profile.Rule)
	other := simple(rubric.Veto{})
	other.Grades = other.Grades[1:]
	_, err = p.Profile(cap, other)
	require.ErrorIs(t, err, review.ErrGrades)
	profile, err = p.Profile()
	require.NoError(t, err)
	require.Empty(t, profile.Bands)
}

// The ledger cuts fractions off, so that no grade gets better, and keeps the grade of a mean that only both parts together reach.
func TestLedgerCuts(t *testing.T) {
	third := func(n int64) rubric.Score {
		return rubric.Mean(rubric.ScoreOf(rubric.Points(n)), rubric.ScoreOf(rubric.Points(n)), rubric.ScoreOf(rubric.Points(n+1)))
	}
	opinion := func(role string, s rubric.Score, grade string) review.Opinion {
		return review.Opinion{Role: role, Outcome: rubric.Outcome{Score: s, Grade: grade}}
	}
	two := rubric.Mean(rubric.ScoreOf(89_99), rubric.ScoreOf(90_00), rubric.ScoreOf(90_00)) // 89.99⅔
	s := review.Settled{Way: review.ByMean, Opinions: []review.Opinion{opinion(review.Counsel, two, "良好"), opinion(review.Empowering, third(90_00), "优秀")}}
	row := review.LedgerRow(review.LedgerHead{}, &s)
	require.Equal(t, "90 90", row.Counsel.String()+" "+row.Empowering.String())
	s.Opinions[0].Outcome.Grade = "优秀"
	row = review.LedgerRow(review.LedgerHead{}, &s)
	require.Equal(t, "89.99 90", row.Counsel.String()+" "+row.Empowering.String())
	s = review.Settled{Way: review.ByThird, Final: rubric.ScoreOf(120_00)}
	require.Equal(t, "100", review.LedgerRow(review.LedgerHead{}, &s).Arbiter.String())
}
