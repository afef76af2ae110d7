package rubrics_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/enforcement/rubrics"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

// house are the rubrics of the house with a file that keeps everything.
func house() map[rubrics.Name]*casefile.File {
	return map[rubrics.Name]*casefile.File{
		rubrics.Penalty:        casefiletest.Correct(casefile.Penalty),
		rubrics.SummaryPenalty: casefiletest.Summary(),
		rubrics.NoPenalty:      casefiletest.Correct(casefile.NoPenalty),
		rubrics.Permit:         casefiletest.Correct(casefile.Permit),
		rubrics.Coercion:       casefiletest.Correct(casefile.Coercion),
		rubrics.Inspection:     casefiletest.Correct(casefile.Inspection),
	}
}

// demands are those of the law on the organ.
func demands() []casefile.Norm {
	var list []casefile.Norm
	for _, l := range casefile.Limits() {
		if l.Severity != fazhi.Notice { // what a party comes too late for is no fault of the organ
			list = append(list, l.Norm)
		}
	}
	for _, d := range casefile.Duties() {
		list = append(list, d.Norm)
	}
	for _, o := range casefile.Orders() {
		list = append(list, o.Norm)
	}
	for _, w := range casefile.Writs() {
		list = append(list, w.Norm)
	}
	return list
}

// asks reports whether an item judges a demand.
func asks(i *rubric.Item, d *casefile.Norm) bool {
	return slices.ContainsFunc(i.Meets, func(c rubric.Condition) bool { return c.Field == d.Name })
}

// Each demand of the law on the files of a rubric is one item with the article on which it rests: those that are for files
// of every sort, as seizures are, in the rubrics for penalties and coercion.
func TestEveryDemandIsOneItem(t *testing.T) {
	elsewhere := map[string]bool{"听证通知期限": true, "先行登记保存期限": true} // nothing is heard at once, or kept while coercing
	for name, file := range house() {
		r := load(t, name)
		for _, d := range demands() {
			if !d.IsFor(file) {
				continue
			}
			items := slices.DeleteFunc(slices.Clone(r.Items), func(i rubric.Item) bool { return !asks(&i, &d) })
			general := len(d.Sorts) == 0 && name != rubrics.Penalty && name != rubrics.Coercion
			if len(items) == 0 && (general || name != rubrics.Penalty && elsewhere[d.Name]) {
				continue
			}
			require.Len(t, items, 1, "%s %s", name, d.Name)
			require.Equal(t, d.Basis(), items[0].Basis, "%s %s", name, d.Name)
		}
	}
}

func examiner(t *testing.T) *casefile.Examiner {
	t.Helper()
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	x, err := casefile.NewExaminer(calendar)
	require.NoError(t, err)
	return x
}

func score(t *testing.T, s *rules.Scorer[*casefile.Examined], x *casefile.Examiner, f *casefile.File) []string {
	t.Helper()
	var e casefile.Examined
	require.NoError(t, x.Examine(f, &e))
	return failed(s.Score(&e))
}

// failed returns the items that are not met.
func failed(r rubric.Result) []string {
	var list []string
	for _, m := range r.Marks {
		if m.Verdict == rubric.NotMet {
			list = append(list, m.Item)
		}
	}
	return list
}

// A file that keeps everything loses nothing; a file with one thing wrong loses the one item that asks for it.
func TestMutantsCostOneItem(t *testing.T) {
	x, v := examiner(t), vocabulary(t)
	for name, file := range house() {
		r := load(t, name)
		s, issues := rules.CompileRubric(v, r)
		require.Empty(t, issues)
		require.Empty(t, score(t, s, x, file), name)
		for _, m := range casefiletest.Mutants(file.Sort) {
			if m.File.Procedure != file.Procedure {
				continue
			}
			lost := score(t, s, x, m.File)
			if slices.Contains([]string{"听证要求期限", "许可听证申请期限"}, m.Breaks) {
				require.Empty(t, lost, m.Name)
				continue
			}
			require.Len(t, lost, 1, "%s %s", name, m.Name)
			n := slices.IndexFunc(r.Items, func(i rubric.Item) bool { return i.ID == lost[0] })
			ok := slices.ContainsFunc(r.Items[n].Meets, func(c rubric.Condition) bool { return c.Field == m.Breaks || c.Value == m.Breaks })
			require.True(t, ok, "%s %s: %s", name, m.Name, lost[0])
		}
	}
}

// The rubric that speed is measured with has a hundred items.
func TestHundredItems(t *testing.T) {
	r := load(t, rubrics.Penalty)
	require.Len(t, r.Items, 100)
	require.Equal(t, rubric.Whole(100), r.Total)
}
