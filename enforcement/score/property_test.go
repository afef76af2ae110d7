package score_test

import (
	"encoding/json"
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// round is a random rubric that is good, with a document and the marks of a person.
type round struct {
	rubric rubric.Rubric
	model  *score.Model[*dossier]
	x      *dossier
	marks  []rubric.Mark
}

// rounds calls f for some hundred rounds, always the same.
func rounds(t *testing.T, f func(round)) {
	t.Helper()
	s, n := subject(t), 0
	for seed := range uint64(1200) {
		c := newChance(seed)
		r := c.rubric()
		m, issues, err := score.For(s, r)
		require.NoError(t, err)
		if issues.Count(fazhi.Error) > 0 {
			continue
		}
		n++
		f(round{r, m, c.dossier(), c.marks(&r)})
	}
	require.Greater(t, n, 200)
}

// naive computes the score of marks by the words of package rubric, in fractions of hundredths; nil is none.
func naive(r *rubric.Rubric, marks []rubric.Mark) *big.Rat {
	var got, of, taken, added, vetoes rubric.Points
	var zero, fail, earns bool
	for g := -1; g < len(r.Groups); g++ {
		var groupGot, groupTaken, groupAdded rubric.Points
		sunk := false
		for i, item := range r.Items {
			m := marks[i]
			if at := slices.IndexFunc(r.Groups, func(x rubric.Group) bool { return x.Name == item.Group }); at != g {
				continue
			}
			earns = earns || item.Role == rubric.Earns && item.Points > 0
			if m.Verdict == rubric.NotApplicable {
				continue
			}
			switch item.Role {
			case rubric.Earns:
				groupGot, of = groupGot+m.Points, of+item.Points
			case rubric.Deducts:
				if m.Verdict == rubric.NotMet {
					groupTaken += item.Points - m.Points
				}
			case rubric.Adds:
				groupAdded += m.Points
			}
			if m.Verdict != rubric.NotMet {
				continue
			}
			sunk = sunk || item.Key && m.Points == 0
			veto := r.Veto
			if g >= 0 && r.Groups[g].Veto != nil {
				veto = r.Groups[g].Veto
			}
			if item.Veto && veto != nil {
				zero, fail = zero || veto.Effect == rubric.VetoZero, fail || veto.Effect == rubric.VetoFail
				if veto.Effect == rubric.VetoDeduct {
					vetoes += veto.Points
				}
			}
		}
		if !sunk {
			got += groupGot
		}
		if g >= 0 && r.Groups[g].Cap > 0 {
			groupTaken, groupAdded = min(groupTaken, r.Groups[g].Cap), min(groupAdded, r.Groups[g].Cap)
		}
		taken, added = taken+groupTaken, added+groupAdded
	}
	switch {
	case fail:
		return nil
	case zero && earns && of == 0:
		return new(big.Rat)
	case earns && of == 0:
		return nil
	}
	sum := big.NewRat(int64(got+added), 1)
	if earns && r.Scale > 0 {
		sum = big.NewRat(int64(r.Scale)*int64(got+added), int64(of))
	}
	sum.Add(sum, big.NewRat(int64(r.Base-taken-vetoes), 1))
	if r.Floor != nil && sum.Cmp(big.NewRat(int64(*r.Floor), 1)) < 0 {
		sum.SetInt64(int64(*r.Floor))
	}
	if r.Ceiling != nil && sum.Cmp(big.NewRat(int64(*r.Ceiling), 1)) > 0 {
		sum.SetInt64(int64(*r.Ceiling))
	}
	if zero && sum.Sign() > 0 {
		sum.SetInt64(0)
	}
	return sum
}

func TestTheFormulaIsExact(t *testing.T) {
	scores := 0
	rounds(t, func(c round) {
		s, _ := c.model.Score(c.x, c.marks)
		want := naive(&c.rubric, s.Result.Marks)
		require.Equal(t, want == nil, s.Outcome.Score.IsZero())
		if want != nil {
			scores++
			require.Zero(t, want.Cmp(s.Outcome.Score.Rat()), "%v %v", want, s.Outcome.Score)
		}
	})
	require.Greater(t, scores, 200)
}

// recompute is the value of a node by its rule, from the leaves up; nil is none.
func recompute(t *testing.T, n *score.Node) *big.Rat {
	sum, reach := new(big.Rat), rubric.Points(0)
	for i := range n.Parts {
		p := &n.Parts[i]
		v := recompute(t, p)
		require.NotNil(t, v)
		if p.Minus {
			v.Neg(v)
		}
		sum.Add(sum, v)
		if p.Of != nil {
			reach += *p.Of
		}
	}
	if n.Of != nil && n.Level != score.OfItem {
		require.Equal(t, reach, *n.Of, n.Name)
	}
	limit := big.NewRat(int64(n.Rule.Cap), 1)
	switch n.Rule.Operation {
	case score.Given:
		require.Empty(t, n.Parts)
		sum = n.Value.Rat()
	case score.None:
		require.True(t, n.Value.IsZero())
		return nil
	case score.Void:
		sum.SetInt64(0)
	case score.Capped:
		if sum.Cmp(limit) > 0 {
			sum = limit
		}
	case score.Scaled:
		if *n.Of == 0 {
			sum.SetInt64(0)
		} else {
			sum.Mul(sum, limit).Quo(sum, big.NewRat(int64(*n.Of), 1))
		}
	case score.Sum:
		if f := n.Rule.Floor; f != nil && sum.Cmp(big.NewRat(int64(*f), 1)) < 0 {
			sum.SetInt64(int64(*f))
		}
		if c := n.Rule.Ceiling; c != nil && sum.Cmp(big.NewRat(int64(*c), 1)) > 0 {
			sum.SetInt64(int64(*c))
		}
	default:
		require.Fail(t, "no such operation", n.Rule.Operation)
	}
	require.False(t, n.Value.IsZero(), n.Name)
	require.Zero(t, sum.Cmp(n.Value.Rat()), "%s: %v, not %v", n.Name, n.Value, sum)
	return sum
}

func TestEveryNumberFollowsFromThoseBelow(t *testing.T) {
	rounds(t, func(c round) {
		s, _ := c.model.Score(c.x, c.marks)
		e, err := c.model.Explain(c.x, &s)
		require.NoError(t, err)
		sum := recompute(t, &e.Score)
		require.Equal(t, sum == nil, s.Outcome.Score.IsZero())
		if sum != nil {
			require.Zero(t, sum.Cmp(s.Outcome.Score.Rat()))
		}
		require.NotEmpty(t, e.Arithmetic)
		require.NotPanics(t, func() { e.Document() })
	})
}

func TestTheOrderOfMarksIsIrrelevant(t *testing.T) {
	rounds(t, func(c round) {
		first, issues := c.model.Score(c.x, c.marks)
		turned := slices.Clone(c.marks)
		slices.Reverse(turned)
		second, others := c.model.Score(c.x, turned)
		require.Equal(t, first, second)
		require.Len(t, others, len(issues))
	})
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	var reused score.Scored
	rounds(t, func(c round) {
		first, _ := c.model.Score(c.x, c.marks)
		again, _, err := score.For(subject(t), c.rubric)
		require.NoError(t, err)
		again.ScoreInto(&reused, c.x, c.marks)
		one, err := c.model.Explain(c.x, &first)
		require.NoError(t, err)
		two, err := again.Explain(c.x, &reused)
		require.NoError(t, err)
		require.Equal(t, written(t, one, first), written(t, two, reused))
	})
}

func written(t *testing.T, e *score.Explanation, s score.Scored) []string {
	tree, err := json.Marshal(e)
	require.NoError(t, err)
	kept, err := json.Marshal(s.Compact())
	require.NoError(t, err)
	return []string{string(tree), string(kept), e.Text()}
}

// Whoever loses more has no more, and no better grade; where there was no score a veto may give one, of no points.
func TestMorePointsLostNeverRaiseTheScore(t *testing.T) {
	lowered := 0
	rounds(t, func(c round) {
		s, _ := c.model.Score(c.x, c.marks)
		f := rubric.NewFormula(c.rubric)
		for i := range s.Result.Marks {
			worse := slices.Clone(s.Result.Marks)
			if worse[i].Verdict == rubric.NotApplicable || worse[i].Points == 0 && worse[i].Verdict == rubric.NotMet {
				continue
			}
			worse[i].Verdict, worse[i].Points = rubric.NotMet, 0
			o := f.Outcome(worse)
			before := s.Outcome.Score
			if before.IsZero() {
				before = rubric.ScoreOf(0)
			}
			require.LessOrEqual(t, o.Score.Compare(before), 0)
			require.GreaterOrEqual(t, place(&c.rubric, o.Grade), place(&c.rubric, s.Outcome.Grade))
			if o.Score.Compare(before) < 0 {
				lowered++
			}
		}
	})
	require.Greater(t, lowered, 500)
}

// place is how far a grade is from the best, which no grade is before.
func place(r *rubric.Rubric, grade string) int {
	return slices.IndexFunc(r.Grades, func(g rubric.Grade) bool { return g.Name == grade })
}

// The marks that count are those that rubric.Sum takes.
func TestMarksAreThoseOfSum(t *testing.T) {
	refused := 0
	rounds(t, func(c round) {
		_, want := rubric.Sum(c.rubric, c.marks)
		want = slices.DeleteFunc(want, func(i fazhi.Issue) bool { return i.Code == rubric.MissingMark })
		_, got := c.model.Score(c.x, c.marks)
		got = slices.DeleteFunc(got, func(i fazhi.Issue) bool { return i.Code == score.NothingFit })
		refused += len(want)
		require.Equal(t, faults(want), faults(got))
	})
	require.Greater(t, refused, 20)
}
