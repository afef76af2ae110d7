package rubric_test

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Which points and how many faults go with which way of taking points.
func TestWaysOfTakingPoints(t *testing.T) {
	for _, c := range []struct {
		name string
		item rubric.Item
		good []rubric.Mark
		bad  []rubric.Mark
		way  string
	}{
		{"any amount", rubric.Item{Points: 5_00}, []rubric.Mark{m(5_00), x(0), x(4_99), n(), o()},
			[]rubric.Mark{m(4_00), x(5_00), x(-1), {Verdict: rubric.NotApplicable, Points: 1}, {Points: 1}, {Verdict: rubric.NotMet, Times: 1}}, "得分应当不少于0分、不满5分"},
		{"whole", rubric.Item{Points: 5_00, Whole: true}, []rubric.Mark{m(5_00), x(0)}, []rubric.Mark{x(1), x(4_99)}, "扣全分"},
		{"each", rubric.Item{Points: 5_00, Each: 2_00}, []rubric.Mark{m(5_00), x(3_00), x(1_00), x(0), times(3_00, 1), times(1_00, 2), times(0, 3), times(0, 1<<40)},
			[]rubric.Mark{x(2_00), x(5_00), times(5_00, 0), times(3_00, 2), times(1_00, 3), times(0, -1), {Verdict: rubric.Met, Points: 5_00, Times: 1}, {Times: 1}}, "每处扣2分，扣完为止"},
		{"a range", rubric.Item{Points: 5_00, Least: 1_00, Most: 3_00}, []rubric.Mark{m(5_00), x(4_00), x(3_33), x(2_00)},
			[]rubric.Mark{x(4_01), x(1_99), x(0), times(3_00, 1)}, "扣1至3分"},
		{"a fixed deduction", rubric.Item{Points: 5_00, Least: 2_00, Most: 2_00}, []rubric.Mark{m(5_00), x(3_00)}, []rubric.Mark{x(2_99), x(3_01), x(0)}, "扣2分"},
		{"a veto without points", rubric.Item{Veto: true}, []rubric.Mark{m(0), x(0)}, []rubric.Mark{m(1), x(1), x(-1), times(0, 1)}, "得分应当不少于0分、不满0分"},
		{"a bonus", rubric.Item{Points: 5_00, Role: rubric.Adds}, []rubric.Mark{m(5_00), x(2_00), x(0)}, []rubric.Mark{m(0), x(5_00)}, "得分应当不少于0分、不满5分"},
	} {
		c.item.ID, c.item.Name = "1", "项"
		r := rubric.Rubric{ID: "a", Name: "甲", Version: "1", Basis: "乙", Items: []rubric.Item{c.item}}
		require.Empty(t, rubric.Vet(r), c.name)
		require.Equal(t, c.way, c.item.Way())
		for i, mark := range c.good {
			mark.Item = "1"
			result, issues := rubric.Sum(r, []rubric.Mark{mark})
			require.Empty(t, issues, "%s %d", c.name, i)
			require.Equal(t, mark, result.Marks[0])
		}
		for i, mark := range c.bad {
			mark.Item = "1"
			result, issues := rubric.Sum(r, []rubric.Mark{mark})
			require.Len(t, issues, 1, "%s %d", c.name, i)
			require.Equal(t, rubric.WrongPoints, issues[0].Code)
			require.Equal(t, rubric.NotJudged, result.Marks[0].Verdict)
			require.Zero(t, result.Marks[0].Times, "%s %d", c.name, i)
			if mark.Verdict == rubric.NotMet {
				require.Equal(t, "评定为不合格的，"+c.way, issues[0].Message)
			}
		}
	}
}

// times is a mark that counts faults.
func times(kept rubric.Points, n int) rubric.Mark {
	return rubric.Mark{Verdict: rubric.NotMet, Points: kept, Times: n}
}

func TestKept(t *testing.T) {
	i := rubric.Item{Points: 5_00, Each: 1_50}
	var kept []rubric.Points
	for n := range 6 {
		kept = append(kept, i.Kept(n))
	}
	require.Equal(t, []rubric.Points{5_00, 3_50, 2_00, 50, 0, 0}, kept)
	require.Zero(t, i.Kept(1<<62))
	require.Equal(t, rubric.Points(5_00), (&rubric.Item{Points: 5_00}).Kept(9))
}

// Only what earns is part of what is got and what can be reached.
func TestSumOfRoles(t *testing.T) {
	r := mixed()
	result, issues := rubric.Sum(r, []rubric.Mark{
		{Item: "1", Verdict: rubric.Met, Points: 10_00}, {Item: "2", Verdict: rubric.NotMet, Points: 4_00}, {Item: "3", Verdict: rubric.NotApplicable},
		{Item: "4", Verdict: rubric.NotMet, Points: 2_00, Times: 2}, {Item: "5", Verdict: rubric.Met, Points: 5_00}, {Item: "6", Verdict: rubric.Met},
	})
	require.Empty(t, issues)
	require.Equal(t, []rubric.Points{14_00, 16_00}, []rubric.Points{result.Got, result.Of})
	o := rubric.NewFormula(r).Outcome(result.Marks)
	require.Equal(t, []rubric.Points{14_00, 16_00, 1_00, 5_00}, []rubric.Points{o.Got, o.Of, o.Taken, o.Added})
	require.Equal(t, "100.00", o.Score.String(), "the ceiling")
	r.Ceiling = nil
	require.Equal(t, "108.38", rubric.NewFormula(r).Outcome(result.Marks).Score.String(), "50 + 50 × (14 + 5)/16 - 1")
}

// Where what a group needs is missing nothing is kept, whichever way its items take points.
func TestSumOfAMissingGroup(t *testing.T) {
	r := mixed()
	marks := []rubric.Mark{{Item: "1", Verdict: rubric.NotMet}, {Item: "2", Verdict: rubric.NotMet}, {Item: "3", Verdict: rubric.NotMet},
		{Item: "4", Verdict: rubric.Met, Points: 3_00}, {Item: "5", Verdict: rubric.NotMet}, {Item: "6", Verdict: rubric.Met}}
	_, issues := rubric.Sum(r, marks)
	require.Empty(t, issues)
	marks[1].Times = 1
	_, issues = rubric.Sum(r, marks)
	require.Equal(t, []string{"/1/points rubric/mark/points 评定为不合格的，扣1至5分"}, faults(issues), "what is not there has no faults to count")
	marks[1].Times, r.Groups[0].Needs = 0, nil
	_, issues = rubric.Sum(r, marks)
	require.Equal(t, []string{"/1/points rubric/mark/points 评定为不合格的，扣1至5分", "/2/points rubric/mark/points 评定为不合格的，扣2分"}, faults(issues))
}

// Allows says of one mark what Sum says of it, and does not panic at places that there are not.
func TestAllows(t *testing.T) {
	r := mixed()
	for want, mark := range map[string]rubric.Mark{
		"/verdict rubric/mark/verdict 没有这种评定":      {Verdict: 9},
		"/points rubric/mark/points 评定为合格的，应当得满6分": {Verdict: rubric.Met, Points: 1},
		"/points rubric/mark/points 评定为不合格的，扣1至5分": {Verdict: rubric.NotMet, Points: 5_50},
	} {
		issue, ok := r.Allows(1, &mark)
		require.False(t, ok)
		require.Equal(t, []string{want}, faults(fazhi.Issues{issue}))
	}
	issue, ok := r.Allows(1, &rubric.Mark{Verdict: rubric.NotMet})
	require.True(t, ok, "what its group needs may be missing")
	require.Zero(t, issue)
	for _, at := range []int{-1, len(r.Items)} {
		issue, ok := r.Allows(at, &rubric.Mark{})
		require.False(t, ok)
		require.Equal(t, rubric.UnknownItem, issue.Code)
	}
}

// Fingerprints tell apart all that a mark says, and nothing else.
func TestFingerprint(t *testing.T) {
	result := func(change func(*rubric.Result)) rubric.Digest {
		r := rubric.Result{Digest: permit().Digest(), Marks: []rubric.Mark{{Item: "1", Verdict: rubric.NotMet, Points: 3_00, Times: 2, Reason: "有错误"}, {Item: "2"}}}
		change(&r)
		return r.Fingerprint()
	}
	same := result(func(*rubric.Result) {})
	require.Equal(t, "f5ab0403e4a1b1c78cc86a17cf46398d1efb3404aa3a1aa73c873d3fb72eb036", same.String())
	require.Equal(t, same, result(func(r *rubric.Result) { r.Marks[0].Paths = append(r.Marks[0].Paths, "/a") }))
	seen := map[rubric.Digest]bool{same: true}
	for _, change := range []func(*rubric.Result){
		func(r *rubric.Result) { r.Digest = mixed().Digest() }, func(r *rubric.Result) { r.Marks[0].Verdict = rubric.Met },
		func(r *rubric.Result) { r.Marks[0].Points++ }, func(r *rubric.Result) { r.Marks[0].Times++ }, func(r *rubric.Result) { r.Marks[0].Reason += "。" },
		func(r *rubric.Result) { r.Marks = r.Marks[:1] }, func(r *rubric.Result) { r.Marks[0], r.Marks[1] = r.Marks[1], r.Marks[0] },
		func(r *rubric.Result) { r.Marks[1].Reason, r.Marks[0].Reason = r.Marks[0].Reason, "" },
	} {
		d := result(change)
		require.False(t, seen[d])
		seen[d] = true
	}
	require.NotPanics(t, func() { (&rubric.Result{}).Fingerprint() })
	long := rubric.Result{Marks: make([]rubric.Mark, 300)}
	for i := range long.Marks {
		long.Marks[i].Reason = strings.Repeat("长", i%200)
	}
	long.Marks[7].Reason, long.Marks[8].Points, long.Marks[9].Times = strings.Repeat("很长", 3000), -rubric.MaxPoints, math.MaxInt
	require.Equal(t, slow(&long), long.Fingerprint())
	require.Zero(t, testing.AllocsPerRun(20, func() { long.Fingerprint() }))
}

// slow is the same fingerprint, written down from its comment.
func slow(r *rubric.Result) rubric.Digest {
	text := append([]byte("fazhi/result/1"), r.Digest[:]...)
	for _, m := range r.Marks {
		text = binary.AppendVarint(binary.AppendVarint(append(text, byte(m.Verdict)), int64(m.Points)), int64(m.Times))
		text = append(binary.AppendUvarint(text, uint64(len(m.Reason))), m.Reason...)
	}
	return sha256.Sum256(text)
}
