package circular_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/circular"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

func policy() circular.Policy {
	return circular.Policy{Due: fazhi.DateOf(2024, 9, 30), Grades: []rubric.Grade{
		{Name: "优秀", Least: rubric.Whole(90)}, {Name: "良好", Least: rubric.Whole(80)}, {Name: "合格", Least: rubric.Whole(60)}, {Name: "不合格"},
	}}
}

// settled is a result; faults are given by the number of their item.
func settled(file, unit string, sort casefile.Sort, points rubric.Points, grade string, faults ...int) review.Settled {
	r := review.Settled{File: file, Unit: unit, Sort: sort, Way: review.ByMean, Final: rubric.ScoreOf(points), Grade: grade,
		Opinions: []review.Opinion{{Result: rubric.Result{Rubric: "house"}}}}
	for _, n := range faults {
		item := fmt.Sprint(n)
		r.Faults = append(r.Faults, review.Fault{Item: item, Name: "问题" + item, Stage: []string{"立案", "决定"}[n%2],
			Basis: "规则第" + item + "条", Lost: rubric.ScoreOf(1_00), Reasons: []string{"意见" + item}})
	}
	return r
}

// sample is a small round of three units.
func sample() circular.Input {
	return circular.Input{
		Name: "2024年第一轮", Period: fazhi.YearOf(2024), Policy: policy(),
		Received: []circular.Received{
			{"甲局", casefile.Penalty, 10}, {"乙局", casefile.Penalty, 5}, {"乙局", casefile.Permit, 4}, {"丙局", casefile.Permit, 2}, {"丁局", casefile.Permit, 1},
		},
		Results: []review.Settled{
			settled("J-2", "甲局", casefile.Penalty, 95_00, "优秀", 2),
			settled("J-1", "甲局", casefile.Penalty, 85_50, "良好", 1, 2),
			settled("Y-1", "乙局", casefile.Penalty, 90_25, "优秀"),
			settled("Y-2", "乙局", casefile.Permit, 90_25, "优秀", 3),
			settled("B-1", "丙局", casefile.Permit, 70_00, "合格", 1),
		},
	}
}

func TestSum(t *testing.T) {
	s, issues := circular.Sum(sample())
	require.Empty(t, issues)
	require.Equal(t, []int{3, 1, 1, 0}, s.Grades)
	require.Equal(t, [3]int{22, 5, 5}, [3]int{s.Received, s.Reviewed, s.Scored})
	require.Equal(t, "86.20", s.Mean.Fixed())
	require.Equal(t, []circular.UnitRow{
		{"甲局", 10, 2, 2, 0, []int{1, 1, 0, 0}, 90_25, "优秀", 1},
		{"乙局", 9, 2, 2, 0, []int{2, 0, 0, 0}, 90_25, "优秀", 1}, // the same mean, the same place
		{"丙局", 2, 1, 1, 0, []int{0, 0, 1, 0}, 70_00, "合格", 3},
		{"丁局", 1, 0, 0, 0, []int{0, 0, 0, 0}, 0, "", 0},
	}, s.Units)
	require.Equal(t, []circular.StageRow{{"决定", 3, 3}, {"立案", 2, 2}}, s.Stages)
	require.Equal(t, circular.FaultRow{"house", "1", "问题1", "决定", "规则第1条", false, fazhi.Rate{Num: 2, Den: 5}, 2}, s.Faults[0])
	require.Equal(t, "J-2", s.Good[0].File)
	require.Equal(t, []string{"Y-1", "Y-2"}, []string{s.Good[1].File, s.Good[2].File}, "fewer faults first")
	require.Len(t, s.Rectify, 3)
	require.Equal(t, circular.Rectification{"甲局", "J-1", "1", "问题1", false, []string{"意见1"}, fazhi.DateOf(2024, 9, 30)}, s.Rectify[0])
}

// The order in which results come does not show.
func TestOrderIsIrrelevant(t *testing.T) {
	want, _ := circular.Sum(sample())
	for seed := range uint64(20) {
		in := sample()
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(in.Results), func(i, j int) { in.Results[i], in.Results[j] = in.Results[j], in.Results[i] })
		got, _ := circular.Sum(in)
		require.Equal(t, want, got)
	}
}

// A mean is compared exactly: one third of a hundredth decides, though both are printed alike.
func TestExactRank(t *testing.T) {
	in := sample()
	in.Results = append(in.Results[:4:4], settled("Y-3", "乙局", casefile.Permit, 90_24, "优秀"))
	s, issues := circular.Sum(in)
	require.Empty(t, issues)
	require.Equal(t, s.Units[0].Mean, s.Units[1].Mean)
	require.Equal(t, [2]int{1, 2}, [2]int{s.Units[0].Rank, s.Units[1].Rank})
	require.Equal(t, "甲局", s.Units[0].Unit)
}

func TestRefusals(t *testing.T) {
	for name, x := range map[string]struct {
		change func(*circular.Input)
		code   fazhi.Code
		path   fazhi.Path
	}{
		"twice":           {func(in *circular.Input) { in.Results[1].File = "J-2" }, circular.DoubleFile, "/results/1/file"},
		"not settled":     {func(in *circular.Input) { in.Results[2].Way = review.Undecided }, circular.NotSettled, "/results/2/way"},
		"another grade":   {func(in *circular.Input) { in.Results[3].Grade = "甲等" }, circular.UnknownGrade, "/results/3/grade"},
		"another unit":    {func(in *circular.Input) { in.Results[4].Unit = "戊局" }, circular.UnknownUnit, "/results/4/unit"},
		"another sort":    {func(in *circular.Input) { in.Results[4].Sort = casefile.Coercion }, circular.UnknownUnit, "/results/4/unit"},
		"more than came":  {func(in *circular.Input) { in.Received[0].Files = 1 }, circular.UnknownUnit, "/results/1/unit"},
		"fewer than none": {func(in *circular.Input) { in.Received[4].Files = -1 }, circular.BadTotals, "/received/4/files"},
		"no grades":       {func(in *circular.Input) { in.Policy.Grades, in.Results = nil, nil }, circular.NoGrades, "/policy/grades"},
		"a grade unknown": {func(in *circular.Input) { in.Policy.Rectify = "丙等" }, circular.UnknownGrade, "/policy/rectify"},
		"no day":          {func(in *circular.Input) { in.Policy.Due = fazhi.Date{} }, circular.NoDue, "/rectify/0/due"},
		"open objection": {func(in *circular.Input) {
			in.Objections = []circular.Objection{{File: "B-1", Raised: fazhi.DateOf(2024, 8, 1)}}
		}, circular.BadObjection, "/objections/0/decided"},
		"objection nobody": {func(in *circular.Input) {
			in.Objections = []circular.Objection{{File: "B-2", Decided: fazhi.DateOf(2024, 8, 1)}}
		}, circular.BadObjection, "/objections/0/file"},
	} {
		in := sample()
		x.change(&in)
		_, issues := circular.Sum(in)
		require.NotEmpty(t, issues, name)
		require.Equal(t, x.code, issues[0].Code, name)
		require.Equal(t, x.path, issues[0].Path, name)
	}
}

// Whatever follows from the files is found when somebody changes it: every number, text, answer and row of the tables, one
// by one.
func TestTablesAgree(t *testing.T) {
	s, issues := circular.Sum(full())
	require.Empty(t, issues)
	text, err := json.Marshal(s)
	require.NoError(t, err)
	var tree map[string]any
	require.NoError(t, json.Unmarshal(text, &tree))
	changed := 0
	for _, key := range []string{"received", "reviewed", "vetoed", "mean", "scored", "grades", "sorts", "units", "stages", "faults", "good", "rectify"} {
		change(tree[key], func(v any) { tree[key] = v }, func() {
			text, err := json.Marshal(tree)
			require.NoError(t, err)
			var made circular.Summary
			if json.Unmarshal(text, &made) != nil {
				return // no summary any more: a score whose parts do not go together
			}
			changed++
			require.Error(t, made.Check().Err(), "%s: %s", key, text)
			d, issues, err := made.Document(letter())
			require.NoError(t, err)
			require.Nil(t, d)
			require.Equal(t, made.Check(), issues)
		})
	}
	require.Greater(t, changed, 100)
}

// change puts another value in each place of a tree, one after the other, and calls seen with each.
func change(value any, put func(any), seen func()) {
	try := func(other any) {
		put(other)
		seen()
		put(value)
	}
	switch v := value.(type) {
	case map[string]any:
		for key := range v {
			change(v[key], func(other any) { v[key] = other }, seen)
		}
	case []any:
		for i := range v {
			change(v[i], func(other any) { v[i] = other }, seen)
		}
		if len(v) > 0 {
			try(v[1:])
		}
	case float64:
		try(v + 1)
	case bool:
		try(!v)
	case string:
		if _, err := fazhi.ParseDate(v); err == nil {
			try("2031-01-01")
		} else {
			try(v + "改")
		}
	}
}

// What only tables are known of is checked for what they say about each other.
func TestTablesWithoutFiles(t *testing.T) {
	s, _ := circular.Sum(sample())
	s.Files = nil
	issues := s.Check()
	require.NoError(t, issues.Err())
	require.Len(t, issues, 1)
	require.Equal(t, fazhi.Notice, issues[0].Severity)
	for name, change := range map[string]func(*circular.Summary){
		"received": func(s *circular.Summary) { s.Received++ }, "reviewed": func(s *circular.Summary) { s.Reviewed-- },
		"scored": func(s *circular.Summary) { s.Scored++ }, "vetoed": func(s *circular.Summary) { s.Vetoed++ },
		"a grade": func(s *circular.Summary) { s.Grades[0]++ }, "grades swapped": func(s *circular.Summary) { s.Grades[0], s.Grades[1] = s.Grades[1], s.Grades[0] },
		"a sort": func(s *circular.Summary) { s.Sorts[0].Received++ }, "its grades": func(s *circular.Summary) { slices.Reverse(s.Sorts[0].Grades) },
		"a unit": func(s *circular.Summary) { s.Units[0].Reviewed++ }, "its received": func(s *circular.Summary) { s.Units[0].Received++ },
		"its veto": func(s *circular.Summary) { s.Units[0].Vetoed++ }, "its mean": func(s *circular.Summary) { s.Units[2].Mean = 99_00 },
		"its rank": func(s *circular.Summary) { s.Units[2].Rank = 2 }, "no rank": func(s *circular.Summary) { s.Units[2].Rank = 0 },
		"a rank": func(s *circular.Summary) { s.Units[3].Rank = 4 }, "the first rank": func(s *circular.Summary) { s.Units[0].Rank = 7 },
		"order": func(s *circular.Summary) { slices.Reverse(s.Units) }, "no day": func(s *circular.Summary) { s.Policy.Due = fazhi.Date{} },
	} {
		s, _ := circular.Sum(sample())
		s.Files = nil
		change(s)
		require.Error(t, s.Check().Err(), name)
	}
}

// A summary of nothing has no grades, and no document.
func TestZeroSummary(t *testing.T) {
	d, issues, err := new(circular.Summary).Document(letter())
	require.NoError(t, err)
	require.Nil(t, d)
	require.Equal(t, circular.NoGrades, issues[0].Code)
}

// Numbers that do not fit together are refused, not added up.
func TestTooManyFiles(t *testing.T) {
	in := sample()
	in.Received[0].Files, in.Received[1].Files = math.MaxInt, math.MaxInt
	_, issues := circular.Sum(in)
	require.Equal(t, circular.BadTotals, issues[0].Code)
	require.Equal(t, fazhi.Path("/received/0/files"), issues[0].Path)
}
