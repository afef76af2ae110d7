package enforcement_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement"
)

func TestScores(t *testing.T) {
	for text, want := range map[string]enforcement.Score{"0": 0, "92": 9200, "92.5": 9250, "89.75": 8975, "60.05": 6005, "100": 10000} {
		got, err := enforcement.ParseScore(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got)
		require.Equal(t, text, got.String())
	}
	for text, want := range map[string]string{"092": "92", "92.50": "92.5", "100.00": "100", "0.0": "0"} {
		got, err := enforcement.ParseScore(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got.String())
	}
	require.Equal(t, enforcement.Score(8500), enforcement.Points(85))
	require.Zero(t, enforcement.Points(101))
	require.Zero(t, enforcement.Points(-1))
}

func TestWhatIsNoScore(t *testing.T) {
	for _, text := range []string{"", "-1", "+1", "100.01", "101", "1000", "9.999", "9.", ".5", "9,5", "1e2", "90分", "九十", "９０", " 90", "9.-1"} {
		got, err := enforcement.ParseScore(text)
		require.ErrorIs(t, err, enforcement.ErrScore, text)
		require.Zero(t, got, text)
	}
}

// Grades compare the mean without rounding, and the borders belong to the better grade.
func TestGradeOf(t *testing.T) {
	for _, c := range []struct {
		want   enforcement.Grade
		scores []enforcement.Score
	}{
		{"", nil},
		{"优秀", []enforcement.Score{9000}},
		{"优秀", []enforcement.Score{8850, 9150}},
		{"良好", []enforcement.Score{8999, 9000}},
		{"良好", []enforcement.Score{8000, 8000}},
		{"合格", []enforcement.Score{7999, 8000}},
		{"合格", []enforcement.Score{6000}},
		{"不合格", []enforcement.Score{5999}},
		{"不合格", []enforcement.Score{0}},
		{"良好", []enforcement.Score{8000, 8000, 8000}},
	} {
		require.Equal(t, c.want, enforcement.GradeOf(c.scores...))
	}
}

func TestDeciding(t *testing.T) {
	require.Empty(t, (&enforcement.File{}).Deciding())
	require.Equal(t, []enforcement.Score{8000}, (&enforcement.File{Empowering: score("80")}).Deciding())
	require.Equal(t, []enforcement.Score{7000, 8000}, (&enforcement.File{Counsel: score("70"), Empowering: score("80")}).Deciding())
	require.Equal(t, []enforcement.Score{7500}, (&enforcement.File{Counsel: score("70"), Empowering: score("90"), Arbiter: score("75")}).Deciding())
}

func FuzzParseScore(f *testing.F) {
	for _, text := range []string{"0", "100", "92.5", "89.75", "100.01", "-1", "1e2"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := enforcement.ParseScore(text)
		if err != nil {
			require.Zero(t, s)
			return
		}
		again, err := enforcement.ParseScore(s.String())
		require.NoError(t, err)
		require.Equal(t, s, again)
		require.True(t, s >= 0 && s <= 10000)
	})
}
