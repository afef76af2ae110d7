package score_test

import (
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/enforcement/rubrics"
	"github.com/fazhi-go/fazhi/enforcement/score"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// hundred is a rubric of a hundred items of different conditions, which all apply to the correct penalty file: so many that the
// program judges, and the rest for people.
func hundred(tb testing.TB, automatic int) rubric.Rubric {
	tb.Helper()
	f := casefiletest.Correct(casefile.Penalty)
	r := rubric.Rubric{ID: "test/hundred", Name: "百项标准", Version: "1", Kind: casefile.Kind, Basis: "行政处罚法",
		Base: rubric.Whole(50), Scale: rubric.Whole(50),
		Grades: national().Grades, Total: rubric.Whole(100)}
	add := func(name string, applies, meets rubric.Condition) {
		i := rubric.Item{ID: "A" + strconv.Itoa(len(r.Items)+1), Name: name, Points: rubric.Whole(1),
			Applies: []rubric.Condition{applies}, Meets: []rubric.Condition{meets}}
		if len(r.Items) >= automatic {
			i.Applies, i.Meets = nil, nil
		}
		if len(r.Items) < 100 {
			r.Items = append(r.Items, i)
		}
	}
	all := demands()
	s, _ := files(tb, all, score.Options{}).Score(examined(tb, examiner(tb), f), nil)
	for i, m := range s.Result.Marks {
		if item := &all.Items[i]; m.Verdict == rubric.Met && len(item.Applies) > 0 {
			add(item.Name, item.Applies[0], item.Meets[0])
		}
	}
	penalty := rubric.Condition{Field: "案卷类型", Relation: "等于", Value: string(casefile.Penalty)}
	for _, d := range f.Documents {
		add(d.Name, penalty, rubric.Condition{Field: "卷内文书", Relation: "包含", Value: d.Name})
	}
	for e, day := range f.Dates {
		if name := casefile.Event(e).String(); !day.IsZero() {
			add(name, rubric.Condition{Field: name, Relation: "不为空"}, rubric.Condition{Field: name, Relation: "晚于", Value: "2020-01-01"})
		}
	}
	for fact, a := range f.Facts {
		if a != casefile.Unknown {
			add(casefile.Fact(fact).String(), penalty, rubric.Condition{Field: casefile.Fact(fact).String(), Relation: "不为空"})
		}
	}
	for _, w := range casefile.Writs() {
		if slices.Contains(w.Sorts, casefile.Penalty) && f.Has(w.Name) {
			add("有"+w.Name, penalty, rubric.Condition{Field: "缺少文书", Relation: "不包含", Value: w.Name})
		}
	}
	for _, field := range []string{"文书有日期", "文书不重复", "文书齐全"} {
		add(field, penalty, rubric.Condition{Field: field, Relation: "是"})
	}
	for _, field := range []string{"执法机关", "当事人类型", "处罚种类", "罚款金额"} {
		add(field, penalty, rubric.Condition{Field: field, Relation: "不为空"})
	}
	require.True(tb, len(r.Items) == 100)
	return r
}

// sheet holds the marks of a person: one of every ten items lost half its point.
func sheet(r *rubric.Rubric) []rubric.Mark {
	var list []rubric.Mark
	for i := range r.Items {
		m := rubric.Mark{Item: r.Items[i].ID, Verdict: rubric.Met, Points: rubric.Whole(1)}
		if i%10 == 0 {
			m.Verdict, m.Points, m.Reason = rubric.NotMet, 50, "缺少当事人签名"
		}
		if len(r.Items[i].Meets) == 0 {
			list = append(list, m)
		}
	}
	return list
}

// Benchmark100 scores one file by a hundred items, with the compact result, on one processor; of several runs the best is
// the least disturbed:
//
//	go test -run - -bench 100 -cpu 1 -count 5 ./enforcement/score
//
// "house" is the correct file of a penalty by the rubric of the house, of which many items do not apply to it or are for
// people. In the others all items apply, with some hundred and fifty different conditions, to a file that decided a day
// late and lacks its seal; "mixed" has forty marks of a person. "score" begins with a file that is examined, "examine" with
// the bare file. "explain" makes the tree of a score, "text" also writes it.
func Benchmark100(b *testing.B) {
	house, err := rubrics.Load(rubrics.Penalty)
	require.NoError(b, err)
	late := casefiletest.Correct(casefile.Penalty)
	late.Dates[casefile.Decided] = late.Dates[casefile.Decided].AddDays(1)
	late.Facts[casefile.Sealed] = casefile.No
	mixed := hundred(b, 60)
	b.Run("house", func(b *testing.B) { benchmark100(b, house, casefiletest.Correct(casefile.Penalty), nil) })
	b.Run("automatic", func(b *testing.B) { benchmark100(b, hundred(b, 100), late, nil) })
	b.Run("mixed", func(b *testing.B) { benchmark100(b, mixed, late, sheet(&mixed)) })
}

func benchmark100(b *testing.B, r rubric.Rubric, f *casefile.File, given []rubric.Mark) {
	by := examiner(b)
	x, m := examined(b, by, f), files(b, r, score.Options{Examiner: by})
	var s score.Scored
	var c score.Compact
	one := func() {
		if m.ScoreInto(&s, x, given) != nil {
			b.Fatal("issues")
		}
		s.CompactInto(&c)
	}
	b.Run("score", func(b *testing.B) { perCPU(b, one) })
	b.Run("examine", func(b *testing.B) {
		perCPU(b, func() {
			if by.Examine(f, x) == nil {
				one()
			}
		})
	})
	b.Run("explain", func(b *testing.B) { perCPU(b, func() { told(b, m, x, &s) }) })
	b.Run("text", func(b *testing.B) { perCPU(b, func() { told(b, m, x, &s).Text() }) })
}

func told(b *testing.B, m *score.Model[*casefile.Examined], x *casefile.Examined, s *score.Scored) *score.Explanation {
	e, err := m.Explain(x, s)
	if err != nil {
		b.Fatal(err)
	}
	return e
}

// perCPU reports files for each second of processor time.
func perCPU(b *testing.B, one func()) {
	b.Helper()
	b.ReportAllocs()
	one()
	start := processor(b)
	for b.Loop() {
		one()
	}
	b.ReportMetric(float64(b.N)/(processor(b)-start).Seconds(), "files/cpu-s")
}

func processor(tb testing.TB) time.Duration {
	var u syscall.Rusage
	require.NoError(tb, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
