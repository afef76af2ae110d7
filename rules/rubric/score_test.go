package rubric_test

import (
	"encoding/json"
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// third is a score of p points over three.
func third(t testing.TB, p rubric.Points) rubric.Score {
	s := rubric.Mean(rubric.ScoreOf(p), rubric.ScoreOf(0), rubric.ScoreOf(0))
	require.False(t, s.IsZero())
	return s
}

func TestMean(t *testing.T) {
	require.Equal(t, rubric.ScoreOf(89_00), rubric.Mean(rubric.ScoreOf(88_00), rubric.ScoreOf(90_00)))
	require.Equal(t, "89.01", rubric.Mean(rubric.ScoreOf(89_00), rubric.ScoreOf(89_01)).String())
	require.Equal(t, rubric.ScoreOf(0), rubric.Mean(rubric.ScoreOf(-1), rubric.ScoreOf(1)))
	require.Equal(t, rubric.ScoreOf(1), rubric.Mean(third(t, 1), third(t, 1), third(t, 7)), "3/3")
	require.True(t, rubric.Mean().IsZero())
	require.True(t, rubric.Mean(rubric.ScoreOf(1), rubric.Score{}).IsZero(), "one is none")
	require.True(t, rubric.Mean(rubric.ScoreOf(math.MaxInt64), rubric.ScoreOf(math.MaxInt64-1), rubric.ScoreOf(math.MinInt64), rubric.ScoreOf(1)).Compare(rubric.ScoreOf(0)) >= 0)
	fine := rubric.ScoreOf(1)
	for range 41 { // the denominator no longer fits
		fine = rubric.Mean(fine, rubric.ScoreOf(0), rubric.ScoreOf(0))
	}
	require.True(t, fine.IsZero())
}

func TestCompare(t *testing.T) {
	ordered := []rubric.Score{{}, rubric.ScoreOf(math.MinInt64), rubric.ScoreOf(math.MinInt64 + 1), rubric.ScoreOf(-1), third(t, -1), rubric.ScoreOf(0), third(t, 1),
		third(t, 2), rubric.ScoreOf(1), third(t, math.MaxInt64), rubric.ScoreOf(math.MaxInt64 - 1), rubric.ScoreOf(math.MaxInt64)}
	for i, a := range ordered {
		for k, b := range ordered {
			want := 0
			if i < k {
				want = -1
			} else if i > k {
				want = 1
			}
			require.Equal(t, want, a.Compare(b), "%d %d", i, k)
		}
	}
}

// Halves go away from zero, for reading only.
func TestRounded(t *testing.T) {
	half := func(p rubric.Points) rubric.Score { return rubric.Mean(rubric.ScoreOf(p), rubric.ScoreOf(0)) }
	for want, s := range map[rubric.Points]rubric.Score{1: half(1), 2: half(3), -1: half(-1), -2: half(-3), 0: third(t, 1), 100: third(t, 299), -100: third(t, -299)} {
		require.Equal(t, want, s.Rounded(), s.String())
	}
	require.Zero(t, rubric.Score{}.Rounded())
	require.Equal(t, rubric.Points(math.MinInt64), rubric.ScoreOf(math.MinInt64).Rounded())
	require.Equal(t, "无", rubric.Score{}.String())
	require.Equal(t, "-0.01", half(-1).String())
	require.Zero(t, rubric.Score{}.Rat().Sign())
}

func TestScoreJSON(t *testing.T) {
	for _, s := range []rubric.Score{{}, rubric.ScoreOf(0), rubric.ScoreOf(93_60), third(t, 280_00), third(t, -1), rubric.ScoreOf(math.MaxInt64)} {
		data, err := json.Marshal(s)
		require.NoError(t, err)
		var again rubric.Score
		err = json.Unmarshal(data, &again)
		if s.Rounded() > rubric.MaxPoints {
			require.Error(t, err, "points that no text can give")
			continue
		}
		require.NoError(t, err)
		require.Equal(t, s, again)
	}
	data, err := json.Marshal(third(t, 280_00))
	require.NoError(t, err)
	require.Equal(t, `{"num":28000,"den":3,"points":93.33}`, string(data))
	for _, text := range []string{`{"num":1,"den":0,"points":0}`, `{"num":1,"den":-1,"points":-0.01}`, `{"num":2,"den":4,"points":0.01}`, `{"num":1,"den":1,"points":0.02}`,
		`{"num":-9223372036854775808,"den":1,"points":0}`, `93.6`, `"93.6"`, `{}`, `{"num":0.5,"den":1,"points":0}`} {
		s := rubric.ScoreOf(7)
		require.ErrorIs(t, json.Unmarshal([]byte(text), &s), rubric.ErrScore, text)
		require.True(t, s.IsZero())
	}
}

// Scores are fractions: means, order and JSON are those of big.Rat.
func FuzzScore(f *testing.F) {
	f.Add(int64(93_60), int64(81), int64(84_75), int64(7))
	f.Add(int64(math.MinInt64), int64(math.MaxInt64), int64(-1), int64(0))
	f.Fuzz(func(t *testing.T, a, b, c, d int64) {
		scores := []rubric.Score{rubric.Mean(rubric.ScoreOf(rubric.Points(a)), rubric.ScoreOf(rubric.Points(b)), rubric.ScoreOf(1)),
			rubric.Mean(rubric.ScoreOf(rubric.Points(c)), rubric.ScoreOf(rubric.Points(d)))}
		exact := []*big.Rat{scores[0].Rat(), scores[1].Rat()}
		if scores[0].IsZero() || scores[1].IsZero() {
			t.Skip("too large to hold")
		}
		require.Equal(t, exact[0].Cmp(exact[1]), scores[0].Compare(scores[1]))
		want := new(big.Rat).Add(exact[0], exact[1])
		if mean := rubric.Mean(scores...); !mean.IsZero() {
			require.Zero(t, want.Quo(want, big.NewRat(2, 1)).Cmp(mean.Rat()))
		}
		data, err := json.Marshal(scores[0])
		require.NoError(t, err)
		var again rubric.Score
		if json.Unmarshal(data, &again) == nil {
			require.Equal(t, scores[0], again)
		}
	})
}
