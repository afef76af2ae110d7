package score_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// faults returns "path code" of each issue.
func faults(issues fazhi.Issues) []string {
	list := []string{}
	for _, i := range issues {
		list = append(list, string(i.Path)+" "+string(i.Code))
	}
	return list
}

// Points that do not apply leave both sides; those of a writ that is missing stay in what can be reached.
func TestNotApplicableAndMissing(t *testing.T) {
	m, x := model(t, national()), good()
	s, issues := m.Score(x, marks())
	require.Empty(t, issues)
	require.Equal(t, "93.60", s.Outcome.Score.String())
	require.Equal(t, "优秀", s.Outcome.Grade)
	require.True(t, s.Final())
	require.Equal(t, []score.Deduction{{Item: "D2", Lost: 5_50}, {Item: "B1", Lost: 3_00, Times: 3}}, s.Deductions)

	x.numbers[1] = 1 // there should have been a hearing, and there is no writ of it
	s, issues = m.Score(x, marks())
	require.Empty(t, issues)
	require.Equal(t, "84.75", s.Outcome.Score.String())
	require.Equal(t, "良好", s.Outcome.Grade)
	require.Equal(t, []score.Deduction{{Item: "D2", Lost: 5_50}, {Item: "H1", Lost: 9_00}, {Item: "H2", Lost: 10_00}, {Item: "B1", Lost: 3_00, Times: 3}}, s.Deductions)
}

func TestWithoutMarksItemsStayOpen(t *testing.T) {
	s, issues := model(t, national()).Score(good(), nil)
	require.Empty(t, issues)
	require.False(t, s.Final())
	require.Equal(t, 3, s.Outcome.Open)
	require.Equal(t, rubric.Points(3000), s.Outcome.Got)
	data, err := json.Marshal(s)
	require.NoError(t, err)
	require.Contains(t, string(data), `"deductions":[]`)
}

func TestMarksOfPeople(t *testing.T) {
	long := make([]byte, rubric.MaxText+1)
	for name, c := range map[string]struct {
		given []rubric.Mark
		want  []string
		item  string
		left  rubric.Mark // the verdict, points and times that the item has in the end
	}{
		"unknown item": {[]rubric.Mark{{Item: "Z"}}, []string{"/0/item rubric/mark/unknown"}, "D2", rubric.Mark{}},
		"two marks for one item": {[]rubric.Mark{{Item: "D2", Verdict: rubric.Met, Points: rubric.Whole(51)}, {Item: "D2", Verdict: rubric.NotMet, Reason: "缺页"}},
			[]string{"/1/item rubric/mark/double"}, "D2", rubric.Mark{}},
		"points that cannot be": {[]rubric.Mark{{Item: "V1"}, {Item: "D2", Verdict: rubric.Met, Points: 1}}, []string{"/1/points rubric/mark/points"}, "D2", rubric.Mark{}},
		"no such verdict":       {[]rubric.Mark{{Item: "D2", Verdict: 9}}, []string{"/0/verdict rubric/mark/verdict"}, "D2", rubric.Mark{}},
		"not each fault":        {[]rubric.Mark{{Item: "B1", Verdict: rubric.NotMet, Points: 1, Reason: "涂改"}}, []string{"/0/points rubric/mark/points"}, "B1", rubric.Mark{}},
		"taken without a reason": {[]rubric.Mark{{Item: "D2", Verdict: rubric.NotMet, Reason: " "}},
			[]string{"/0/reason enforcement/score/mark/reason"}, "D2", rubric.Mark{}},
		"a reason that is no text": {[]rubric.Mark{{Item: "D2", Verdict: rubric.NotMet, Reason: "\xff"}},
			[]string{"/0/reason enforcement/score/mark/text"}, "D2", rubric.Mark{}},
		"a reason too long": {[]rubric.Mark{{Item: "D2", Verdict: rubric.NotMet, Reason: string(long)}},
			[]string{"/0/reason enforcement/score/mark/text"}, "D2", rubric.Mark{}},
		"taken with a reason": {[]rubric.Mark{{Item: "D2", Verdict: rubric.NotMet, Points: 1, Reason: "缺页"}}, []string{}, "D2", rubric.Mark{Verdict: rubric.NotMet, Points: 1}},
		"overridden without a reason": {[]rubric.Mark{{Item: "D1", Verdict: rubric.NotMet}},
			[]string{"/0/reason enforcement/score/mark/overridden"}, "D1", rubric.Mark{Verdict: rubric.Met, Points: rubric.Whole(30)}},
		"overridden":               {[]rubric.Mark{{Item: "D1", Verdict: rubric.NotMet, Reason: "延期没有依据"}}, []string{}, "D1", rubric.Mark{Verdict: rubric.NotMet}},
		"not applicable after all": {[]rubric.Mark{{Item: "D1", Verdict: rubric.NotApplicable, Reason: "另有规定"}}, []string{}, "D1", rubric.Mark{Verdict: rubric.NotApplicable}},
		"confirmed":                {[]rubric.Mark{{Item: "D1", Verdict: rubric.Met, Points: rubric.Whole(30)}}, []string{}, "D1", rubric.Mark{Verdict: rubric.Met, Points: rubric.Whole(30)}},
		"left open":                {[]rubric.Mark{{Item: "D1"}}, []string{}, "D1", rubric.Mark{Verdict: rubric.Met, Points: rubric.Whole(30)}},
		"applicable after all": {[]rubric.Mark{{Item: "H2", Verdict: rubric.Met, Points: rubric.Whole(10)}},
			[]string{"/0/reason enforcement/score/mark/overridden"}, "H2", rubric.Mark{Verdict: rubric.NotApplicable}},
	} {
		s, issues := model(t, national()).Score(good(), c.given)
		require.Equal(t, c.want, faults(issues), name)
		at := slices.IndexFunc(s.Result.Marks, func(m rubric.Mark) bool { return m.Item == c.item })
		got := s.Result.Marks[at]
		require.Equal(t, c.left, rubric.Mark{Verdict: got.Verdict, Points: got.Points, Times: got.Times}, name)
	}
}

func TestARubricForOthers(t *testing.T) {
	x := good()
	x.day = fazhi.DateOf(2023, 12, 31)
	_, issues := model(t, national()).Score(x, marks())
	require.Equal(t, []string{"/day enforcement/score/rubric/force"}, faults(issues))
	require.NotContains(t, issues[0].Message, "2023")
	x.day = fazhi.Date{}
	_, issues = model(t, national()).Score(x, marks())
	require.Empty(t, issues, "a day that is not known is nobody's fault here")

	r := national()
	for i := range r.Items {
		r.Items[i].Applies = when(5, 9)
	}
	s, issues := model(t, r).Score(good(), nil)
	require.Equal(t, []string{" enforcement/score/rubric/nothing"}, faults(issues))
	require.True(t, s.Outcome.Score.IsZero())

	r = national()
	r.Kind = "contract"
	m, issues, err := score.For(subject(t), r)
	require.NoError(t, err)
	require.Nil(t, m)
	require.Equal(t, []string{"/kind enforcement/score/rubric/kind"}, faults(issues))
	r.Items = nil
	_, issues, err = score.For(subject(t), r)
	require.NoError(t, err)
	require.Contains(t, faults(issues), "/items rubric/items")
	_, _, err = score.For(score.Subject[*dossier]{}, r)
	require.ErrorIs(t, err, score.ErrSubject)
}

// What was scored before leaves nothing behind, whoever scored it.
func TestScoreIntoUsesWhatIsThere(t *testing.T) {
	m, x := model(t, national()), good()
	given := marks()
	given[0].Paths = []fazhi.Path{"/organ"}
	given = append(given, rubric.Mark{Item: "D1", Verdict: rubric.NotMet, Reason: "延期没有依据", Paths: []fazhi.Path{"/extended"}})
	var s score.Scored
	require.Empty(t, m.ScoreInto(&s, x, given))
	require.Equal(t, []fazhi.Path{"/organ"}, s.Result.Marks[0].Paths)
	s.Result.Marks[0].Paths[0] = "/other"
	require.Equal(t, fazhi.Path("/organ"), given[0].Paths[0], "what was given is not touched")

	fresh, _ := m.Score(x, nil)
	require.Empty(t, m.ScoreInto(&s, x, nil))
	require.Equal(t, fresh.Result, s.Result)
	require.Equal(t, fresh.Digest, s.Digest)

	other := national()
	other.Items, other.Groups = other.Items[:2], nil
	fresh, _ = model(t, other).Score(x, nil)
	model(t, other).ScoreInto(&s, x, nil)
	require.Equal(t, fresh.Result, s.Result)
	require.Empty(t, s.Deductions)
}

// Marks of people are known by their reasons and times too: they have other digests. Scored survives its JSON.
func TestDigest(t *testing.T) {
	m, x := model(t, national()), good()
	s, _ := m.Score(x, marks())
	require.Equal(t, "625b", s.Digest.String()[:4], "for ever")
	other := marks()
	other[1].Reason += "。"
	changed, _ := m.Score(x, other)
	require.NotEqual(t, s.Digest, changed.Digest)
	x.numbers[4]++
	changed, _ = m.Score(x, marks())
	require.Equal(t, s.Result.Fingerprint(), changed.Result.Fingerprint())
	require.NotEqual(t, s.Digest, changed.Digest, "of another file")

	data, err := json.Marshal(s)
	require.NoError(t, err)
	var read score.Scored
	require.NoError(t, json.Unmarshal(data, &read))
	_, err = m.Explain(good(), &read)
	require.NoError(t, err)
}

func TestNothingIsAllocated(t *testing.T) {
	m, x, given := model(t, national()), good(), marks()
	var s score.Scored
	var c score.Compact
	require.Empty(t, m.ScoreInto(&s, x, given))
	s.CompactInto(&c)
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if m.ScoreInto(&s, x, given) == nil {
			s.CompactInto(&c)
		}
	}))
}
