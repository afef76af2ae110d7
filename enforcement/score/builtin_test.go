package score_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/enforcement/rubrics"
	"github.com/fazhi-go/fazhi/enforcement/score"
)

// The built-in rubrics score the files of their sort, correct ones and mutants, and every score is explained.
func TestBuiltInRubrics(t *testing.T) {
	by, n := examiner(t), 0
	for _, info := range rubrics.List() {
		r, err := rubrics.Load(info.Name)
		require.NoError(t, err)
		sort := casefile.Sort(info.Sort)
		m, issues, err := score.New(r, score.Options{Examiner: by, Sort: sort, Procedure: casefile.Procedure(info.Procedure)})
		require.NoError(t, err)
		require.Zero(t, issues.Count(fazhi.Error), "%s %v", info.Name, issues)
		for _, mutant := range casefiletest.Mutants(sort) {
			x := examined(t, by, mutant.File)
			s, issues := m.Score(x, nil)
			if len(issues) > 0 {
				require.Equal(t, []string{"/procedure enforcement/score/rubric/sort"}, faults(issues), "%s %s", info.Name, mutant.Name)
				continue
			}
			n++
			e, err := m.Explain(x, &s)
			require.NoError(t, err)
			sum := recompute(t, &e.Score)
			require.Equal(t, sum == nil, s.Outcome.Score.IsZero())
			require.False(t, s.Final(), "a program alone judges no file")
		}
	}
	require.Greater(t, n, 100)
}
