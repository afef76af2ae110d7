package score_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A model that nobody made, and scores that are not there, are answered, not a panic.
func TestNothingPanics(t *testing.T) {
	var none score.Model[*casefile.Examined]
	for _, m := range []*score.Model[*casefile.Examined]{&none, nil} {
		scored, issues := m.Score(nil, []rubric.Mark{{Item: "1"}})
		require.Zero(t, scored)
		require.Equal(t, score.NothingFit, issues[0].Code)
		_, err := m.Explain(nil, &scored)
		require.ErrorIs(t, err, score.ErrOther)
		require.Zero(t, m.Rubric())
	}
	m := model(t, national())
	_, err := m.Explain(good(), nil)
	require.ErrorIs(t, err, score.ErrOther)
	_, want := m.Score(good(), marks())
	require.Equal(t, want, m.ScoreInto(nil, good(), marks()))
	s, _ := m.Score(good(), marks())
	require.Len(t, none.ScoreInto(&s, nil, nil), 1)
	require.Zero(t, s, "nothing of an earlier score is left")
}

// A compact score has at most as many deductions as a rubric has items.
func TestCompactOfTooManyDeductions(t *testing.T) {
	c := score.Compact{File: "1", Digest: rubric.Digest{1}}
	for i := range rubric.MaxItems + 1 {
		c.Deductions = append(c.Deductions, score.Deduction{Item: fmt.Sprint(i)})
	}
	text, err := json.Marshal(c)
	require.NoError(t, err)
	_, err = score.ParseCompact(text)
	require.ErrorIs(t, err, score.ErrCompact)
	c.Deductions = c.Deductions[1:]
	text, err = json.Marshal(c)
	require.NoError(t, err)
	_, err = score.ParseCompact(text)
	require.NoError(t, err)
}
