package casefiletest_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/workday"
)

func sorts() []casefile.Sort {
	return []casefile.Sort{casefile.Penalty, casefile.NoPenalty, casefile.Permit, casefile.Coercion, casefile.Inspection}
}

func examiner(t testing.TB) *casefile.Examiner {
	t.Helper()
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	x, err := casefile.NewExaminer(calendar)
	require.NoError(t, err)
	return x
}

// names are those of all demands that are not documents.
func names() []string {
	var list []string
	for _, l := range casefile.Limits() {
		list = append(list, l.Name)
	}
	for _, d := range casefile.Duties() {
		list = append(list, d.Name)
	}
	for _, o := range casefile.Orders() {
		list = append(list, o.Name)
	}
	return list
}

// broken returns what a file does not keep: demands with their state, and documents that are missing.
func broken(t testing.TB, x *casefile.Examiner, f *casefile.File) []string {
	t.Helper()
	var e casefile.Examined
	require.NoError(t, x.Examine(f, &e))
	var list []string
	for _, name := range names() {
		if s := x.State(&e, name); s != casefile.Kept && s != casefile.NotApplicable {
			list = append(list, name+s.String())
		}
	}
	return append(list, e.Missing()...)
}

func TestCorrectFilesKeepEverything(t *testing.T) {
	x := examiner(t)
	for _, s := range sorts() {
		require.Empty(t, broken(t, x, casefiletest.Correct(s)), s)
	}
	require.Empty(t, broken(t, x, casefiletest.Summary()))
	require.Nil(t, casefiletest.Correct("其他"))
}

// Each mutant breaks the one demand it is meant for.
func TestMutantsBreakOneDemand(t *testing.T) {
	x := examiner(t)
	var met []string
	for _, s := range sorts() {
		for _, m := range casefiletest.Mutants(s) {
			want := m.Breaks + "不符合"
			if len(m.Name) > len(m.Breaks) {
				want = m.Breaks
			}
			require.Equal(t, []string{want}, broken(t, x, m.File), "%s %s", s, m.Name)
			met = append(met, m.Breaks)
		}
	}
	for _, name := range names() {
		require.Contains(t, met, name, "no mutant breaks it")
	}
	for _, w := range casefile.Writs() {
		require.True(t, slices.Contains(met, w.Name), "no mutant lacks %s", w.Name)
	}
	require.False(t, slices.ContainsFunc(casefiletest.Mutants("其他"), func(casefiletest.Mutant) bool { return true }))
}
