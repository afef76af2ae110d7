package score_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

func examiner(t testing.TB) *casefile.Examiner {
	t.Helper()
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	x, err := casefile.NewExaminer(calendar)
	require.NoError(t, err)
	return x
}

func examined(t testing.TB, by *casefile.Examiner, f *casefile.File) *casefile.Examined {
	t.Helper()
	x := new(casefile.Examined)
	require.NoError(t, by.Examine(f, x))
	return x
}

// demands has an item of one point for every demand of package casefile: limits, duties, orders of steps, documents.
func demands() rubric.Rubric {
	r := rubric.Rubric{ID: "test/demands", Name: "法定要求逐项标准", Version: "1", Kind: casefile.Kind, Basis: "行政处罚法等"}
	add := func(name, basis string, applies, meets []rubric.Condition) {
		id := strconv.Itoa(len(r.Items) + 1)
		r.Items = append(r.Items, rubric.Item{ID: id, Name: name, Basis: basis, Points: 1_00, Applies: applies, Meets: meets})
	}
	state := func(n *casefile.Norm) {
		add(n.Name, n.Basis(), []rubric.Condition{{Field: n.Name, Relation: "不等于", Value: "不适用"}}, []rubric.Condition{{Field: n.Name, Relation: "等于", Value: "符合"}})
	}
	limits, duties, orders := casefile.Limits(), casefile.Duties(), casefile.Orders()
	for i := range limits {
		state(&limits[i].Norm)
	}
	for i := range duties {
		state(&duties[i].Norm)
	}
	for i := range orders {
		state(&orders[i].Norm)
	}
	seen := map[string]bool{}
	for _, w := range casefile.Writs() {
		if !seen[w.Name] {
			seen[w.Name] = true
			add(w.Name, w.Basis(), nil, []rubric.Condition{{Field: "缺少文书", Relation: "不包含", Value: w.Name}})
		}
	}
	return r
}

func files(t testing.TB, r rubric.Rubric, o score.Options) *score.Model[*casefile.Examined] {
	t.Helper()
	m, issues, err := score.New(r, o)
	require.NoError(t, err)
	require.Zero(t, issues.Count(fazhi.Error), issues)
	return m
}

func sorts() []casefile.Sort {
	return []casefile.Sort{casefile.Penalty, casefile.NoPenalty, casefile.Permit, casefile.Coercion, casefile.Inspection}
}

// A file that keeps everything loses nothing, and each mutant loses the one item that it breaks.
func TestAMutantCostsTheItemThatItBreaks(t *testing.T) {
	by := examiner(t)
	m, n := files(t, demands(), score.Options{}), 0
	items := m.Rubric().Items
	for _, sort := range sorts() {
		s, issues := m.Score(examined(t, by, casefiletest.Correct(sort)), nil)
		require.Empty(t, issues)
		require.Empty(t, s.Deductions, sort)
		require.True(t, s.Final())
		for _, mutant := range casefiletest.Mutants(sort) {
			s, _ := m.Score(examined(t, by, mutant.File), nil)
			require.Len(t, s.Deductions, 1, mutant.Name)
			at := slices.IndexFunc(items, func(i rubric.Item) bool { return i.ID == s.Deductions[0].Item })
			require.Equal(t, mutant.Breaks, items[at].Name)
			require.Equal(t, rubric.Points(1_00), s.Deductions[0].Lost)
			n++
		}
	}
	require.Greater(t, n, 50)
}

func TestARubricForOtherFiles(t *testing.T) {
	by := examiner(t)
	r := demands()
	r.From = fazhi.DateOf(2025, 1, 1)
	for want, o := range map[string]score.Options{
		"/sort enforcement/score/rubric/sort":           {Sort: casefile.Permit},
		"/procedure enforcement/score/rubric/sort":      {Sort: casefile.Penalty, Procedure: casefile.Summary},
		"/dates/decided enforcement/score/rubric/force": {Sort: casefile.Penalty, Procedure: casefile.Ordinary},
	} {
		_, issues := files(t, r, o).Score(examined(t, by, casefiletest.Correct(casefile.Penalty)), nil)
		require.Contains(t, faults(issues), want)
	}
	none := casefiletest.Correct(casefile.Penalty)
	none.Procedure = ""
	_, issues := files(t, demands(), score.Options{Procedure: casefile.Ordinary}).Score(examined(t, by, none), nil)
	require.Empty(t, issues)

	s, _ := files(t, demands(), score.Options{Sort: casefile.Permit}).Score(new(casefile.Examined), nil)
	require.Empty(t, s.File, "no file is no reason to panic")
	s, _ = files(t, demands(), score.Options{}).Score(examined(t, by, none), nil)
	require.Equal(t, none.Digest(), s.FileDigest)
	_, issues, err := score.New(rubric.Rubric{}, score.Options{})
	require.NoError(t, err)
	require.NotEmpty(t, issues)
}

// few are some of the demands, one of each kind, and a question of fact.
func few() rubric.Rubric {
	r := demands()
	names := []string{"处罚决定期限", "决定书印章要求", "先告知后决定", "行政处罚决定书"}
	r.Items = slices.DeleteFunc(r.Items, func(i rubric.Item) bool { return !slices.Contains(names, i.Name) })
	for i := range r.Items {
		r.Items[i].ID = strconv.Itoa(i + 1)
	}
	r.Items = append(r.Items, rubric.Item{ID: "5", Name: "告知了听证权利", Points: 1_00, Basis: "行政处罚法第六十三条第一款",
		Meets: []rubric.Condition{{Field: "已告知听证权利", Relation: "是"}, {Or: true, Field: "听证日期", Relation: "不为空"}}})
	return r
}

func TestExplanationOfACaseFile(t *testing.T) {
	by := examiner(t)
	f := casefiletest.Correct(casefile.Penalty)
	f.Party, f.PartyCode = "不应出现", "350500199001010000"
	f.Dates[casefile.Decided] = f.Dates[casefile.Decided].AddDays(1)
	m := files(t, few(), score.Options{Examiner: by})
	x := examined(t, by, f)
	s, issues := m.Score(x, nil)
	require.Empty(t, issues)
	e, err := m.Explain(x, &s)
	require.NoError(t, err)
	text := e.Text()
	flat := strings.Join(strings.Fields(text), "")
	require.Contains(t, flat, "立案日期为2024年3月7日")
	require.Contains(t, flat, "逾期1日")
	data, err := json.Marshal(e)
	require.NoError(t, err)
	for _, written := range []string{text, string(data), outline.Of(e.Document())} {
		require.NotContains(t, written, "不应出现")
		require.NotContains(t, written, "350500")
	}
	golden(t, "casefile.txt", text)

	without := files(t, few(), score.Options{})
	s, _ = without.Score(x, nil)
	e, err = without.Explain(x, &s)
	require.NoError(t, err)
	require.NotContains(t, e.Text(), "逾期")
}

// A model may score many files at once.
func TestManyAtOnce(t *testing.T) {
	by := examiner(t)
	m := files(t, demands(), score.Options{Examiner: by})
	list := casefiletest.Invent(40, 7)
	digests := make([][]rubric.Digest, 4)
	var wait sync.WaitGroup
	for g := range digests {
		wait.Go(func() {
			var x casefile.Examined
			var s score.Scored
			for _, f := range list {
				if by.Examine(f, &x) == nil && m.ScoreInto(&s, &x, nil) == nil {
					digests[g] = append(digests[g], s.Digest)
				}
			}
		})
	}
	wait.Wait()
	require.Len(t, digests[0], len(list))
	for _, d := range digests {
		require.Equal(t, digests[0], d)
	}
}
