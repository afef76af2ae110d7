package casefile_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/workday"
)

func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

func state(t testing.TB, x *casefile.Examiner, f *casefile.File, name string) casefile.State {
	t.Helper()
	var e casefile.Examined
	require.NoError(t, x.Examine(f, &e))
	explained, err := x.Explain(f, name)
	require.NoError(t, err)
	require.Equal(t, explained.State, x.State(&e, name), "Explain and Examine agree")
	return explained.State
}

func TestStates(t *testing.T) {
	x := examiner(t)
	penalty := func(change func(*casefile.File)) *casefile.File {
		f := casefiletest.Correct(casefile.Penalty)
		change(f)
		return f
	}
	open := workday.Pause{Period: fazhi.Period{From: day("2024-04-01")}, Reason: "鉴定"}
	for _, c := range []struct {
		name, demand string
		file         *casefile.File
		want         casefile.State
	}{
		{"kept to the day", "处罚决定期限", penalty(func(*casefile.File) {}), casefile.Kept},
		{"by code", "enforcement/file/limit/decision", penalty(func(*casefile.File) {}), casefile.Kept},
		{"no day of the end", "处罚决定期限", penalty(func(f *casefile.File) { f.Dates[casefile.Decided] = fazhi.Date{} }), casefile.NoDate},
		{"no day of the beginning", "处罚决定期限", penalty(func(f *casefile.File) { f.Dates[casefile.Filed] = fazhi.Date{} }), casefile.NoDate},
		{"another sort", "许可决定期限", penalty(func(*casefile.File) {}), casefile.NotApplicable},
		{"no extension of a fine that is not added", "加处罚款限额", penalty(func(*casefile.File) {}), casefile.NotApplicable},
		{"an added fine of no fine", "加处罚款限额", penalty(func(f *casefile.File) { f.Added, f.Fine = f.Fine, nil }), casefile.NoRecord},
		{"present or absent is not known", "处罚送达期限", penalty(func(f *casefile.File) { f.Facts[casefile.PartyAbsent] = casefile.Unknown }), casefile.NoRecord},
		{"two years or five is not known, and two are over", "追责期限", penalty(func(f *casefile.File) {
			f.Facts[casefile.Harmful], f.Dates[casefile.ActEnded] = casefile.Unknown, day("2021-03-05")
		}), casefile.NoRecord},
		{"two years or five does not matter", "追责期限", penalty(func(f *casefile.File) { f.Facts[casefile.Harmful] = casefile.Unknown }), casefile.Kept},
		{"a fact that is not known", "出示证件要求", penalty(func(f *casefile.File) { f.Facts[casefile.ShownID] = casefile.Unknown }), casefile.NoRecord},
		{"a number that is not known", "执法人员人数要求", penalty(func(f *casefile.File) { f.Officers = nil }), casefile.NoRecord},
		{"a step that must be there", "先告知后决定", penalty(func(f *casefile.File) { f.Dates[casefile.Informed] = fazhi.Date{} }), casefile.NoDate},
		{"a step that need not be there", "先发现后立案", penalty(func(f *casefile.File) { f.Dates[casefile.Found] = fazhi.Date{} }), casefile.NotApplicable},
		{"a step of which that is not known", "先审核后决定", penalty(func(f *casefile.File) {
			f.Dates[casefile.LegalReviewed], f.Facts[casefile.ReviewDue] = fazhi.Date{}, casefile.Unknown
		}), casefile.NoRecord},
		{"a pause without end", "处罚决定期限", penalty(func(f *casefile.File) { f.Pauses = []workday.Pause{open} }), casefile.Incalculable},
		{"a pause that is for another limit", "冻结期限", func() *casefile.File {
			f := casefiletest.Correct(casefile.Coercion)
			f.Pauses = []workday.Pause{open}
			return f
		}(), casefile.Kept},
		{"two years or five is not known, and both are over", "追责期限", penalty(func(f *casefile.File) {
			f.Facts[casefile.Harmful], f.Dates[casefile.ActEnded] = casefile.Unknown, day("1999-03-05")
		}), casefile.Broken},
		{"an extension from before the limit began", "查封扣押期限", func() *casefile.File {
			f := casefiletest.Correct(casefile.Coercion)
			f.Dates[casefile.SeizureExtended] = day("2020-01-01")
			return f
		}(), casefile.Broken},
		{"a writ that is there", "行政处罚决定书", penalty(func(*casefile.File) {}), casefile.Kept},
		{"an extension of which the length is not known", "处罚决定期限", penalty(func(f *casefile.File) {
			f.Dates[casefile.Extended], f.Dates[casefile.Decided] = day("2024-06-03"), day("2024-06-20")
		}), casefile.Incalculable},
		{"an extension that is not needed", "处罚决定期限", penalty(func(f *casefile.File) { f.Dates[casefile.Extended] = day("2024-06-03") }), casefile.Kept},
		{"a request too late for a hearing", "举行听证要求", penalty(func(f *casefile.File) {
			f.Dates[casefile.HearingRequested], f.Dates[casefile.Heard] = day("2024-05-13"), fazhi.Date{}
		}), casefile.NotApplicable},
		{"a request before the notice", "举行听证要求", penalty(func(f *casefile.File) {
			f.Dates[casefile.HearingRequested], f.Dates[casefile.Heard] = day("2024-04-10"), fazhi.Date{}
		}), casefile.Broken},
		{"a request, and the day of the notice is not known", "举行听证要求", penalty(func(f *casefile.File) {
			f.Dates[casefile.Informed], f.Dates[casefile.Heard] = fazhi.Date{}, fazhi.Date{}
		}), casefile.NoDate},
		{"a hearing that may have been due", "举行听证要求", penalty(func(f *casefile.File) {
			f.Facts[casefile.HearingDue], f.Dates[casefile.Heard] = casefile.Unknown, fazhi.Date{}
		}), casefile.NoRecord},
		{"a hearing that was given up", "举行听证要求", penalty(func(f *casefile.File) {
			f.Facts[casefile.HearingWaived], f.Dates[casefile.Heard] = casefile.Yes, fazhi.Date{}
		}), casefile.NotApplicable},
		{"a seizure that nobody ended, closed in time", "查封扣押期限", seized("2024-09-29"), casefile.NoDate},
		{"a seizure that nobody ended, closed too late", "查封扣押期限", seized("2024-09-30"), casefile.Broken},
		{"a seizure that nobody ended, closed before it", "查封扣押期限", seized("2024-08-01"), casefile.NoDate},
		{"a seizure that nobody ended, not closed", "查封扣押期限", seized(""), casefile.NoDate},
		{"a reviewer of experience", "审核人员资格要求", penalty(func(f *casefile.File) {
			f.Facts[casefile.FirstReviewer], f.Facts[casefile.ReviewerQualified] = casefile.No, casefile.No
		}), casefile.NotApplicable},
		{"a reviewer who is qualified, first or not", "审核人员资格要求", penalty(func(f *casefile.File) { f.Facts[casefile.FirstReviewer] = casefile.Unknown }), casefile.Kept},
		{"a reviewer who is not qualified, and may be no first one", "审核人员资格要求", penalty(func(f *casefile.File) {
			f.Facts[casefile.FirstReviewer], f.Facts[casefile.ReviewerQualified] = casefile.Unknown, casefile.No
		}), casefile.NoRecord},
		{"a permit that was not taken up", "许可决定期限", &casefile.File{Sort: casefile.Permit, Documents: []casefile.Document{{Name: "不予受理通知书"}}}, casefile.NotApplicable},
		{"a permit that was not taken up", "许可送达期限", &casefile.File{Sort: casefile.Permit, Documents: []casefile.Document{{Name: "不予受理通知书"}}}, casefile.NotApplicable},
		{"a permit of which nothing is known", "许可决定期限", &casefile.File{Sort: casefile.Permit}, casefile.NoDate},
		{"an inspection of nobody known", "检查人员人数要求", func() *casefile.File {
			f := casefiletest.Correct(casefile.Inspection)
			f.Facts[casefile.Enterprise], f.Officers = casefile.Unknown, new(1)
			return f
		}(), casefile.NoRecord},
		{"a writ of two laws", "送达回证", casefiletest.Correct(casefile.Permit), casefile.Kept},
		{"a writ that is missing", "听证笔录", penalty(func(f *casefile.File) { f.Documents = nil }), casefile.Broken},
		{"a writ that is not needed", "强制执行决定书", penalty(func(*casefile.File) {}), casefile.NotApplicable},
		{"a writ of which that is not known", "法制审核意见书", penalty(func(f *casefile.File) {
			f.Facts[casefile.ReviewDue], f.Documents = casefile.Unknown, nil
		}), casefile.NoRecord},
		{"a writ that is there, needed or not", "法制审核意见书", penalty(func(f *casefile.File) { f.Facts[casefile.ReviewDue] = casefile.Unknown }), casefile.Kept},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, state(t, x, c.file, c.demand)) })
	}
	_, err := x.Explain(casefiletest.Correct(casefile.Penalty), "没有的期限")
	require.ErrorIs(t, err, casefile.ErrUnknown)
}

// seized is a file of a seizure of 2024-08-30 that nobody ended.
func seized(closed string) *casefile.File {
	f := &casefile.File{Serial: "A", Organ: "局", Sort: casefile.Coercion}
	f.Dates[casefile.Seized], f.Dates[casefile.Closed] = day("2024-08-30"), day(closed)
	return f
}

// What is special about a limit is among its reasons.
func TestExplainTheUnusual(t *testing.T) {
	penalty := func(days map[casefile.Event]string) *casefile.File {
		f := casefiletest.Correct(casefile.Penalty)
		for e, text := range days {
			f.Dates[e] = day(text)
		}
		return f
	}
	for _, c := range []struct {
		demand string
		file   *casefile.File
		want   string
		late   int
	}{
		{"追责期限", penalty(map[casefile.Event]string{casefile.ActEnded: "2024-03-06"}), "发现日期早于起算之日，期限尚未起算", 0},
		{"处罚决定期限", penalty(map[casefile.Event]string{casefile.Filed: "2024-06-07"}), "决定日期早于起算之日", 2},
		{"查封扣押期限", seized("2024-10-01"), "结案、归档时仍未处理，按2024年10月1日计算", 2},
		{"处罚决定期限", penalty(map[casefile.Event]string{casefile.Extended: "2024-06-03", casefile.Decided: "2024-06-20"}),
			"超过期限，但已批准延期；延长多久由法律、法规、规章另行规定，须核对行业规定", 0},
		{"处罚决定期限", penalty(map[casefile.Event]string{casefile.Extended: "2024-06-06", casefile.Decided: "2024-06-20"}), "批准延长时期限已届满，延长无效", 15},
		{"申请执行期限", penalty(map[casefile.Event]string{casefile.SuitExpired: "2024-12-17", casefile.DeferralEnded: "2025-01-15", casefile.CourtApplied: "2025-03-18"}),
			"暂缓分期届满日期为2025年1月15日", 0},
		{"申请执行期限", penalty(map[casefile.Event]string{casefile.SuitExpired: "2024-12-17", casefile.DeferralEnded: "2024-10-15", casefile.CourtApplied: "2025-03-17"}),
			"复议、诉讼期限届满日期为2024年12月17日", 0},
		{"先届满后催告", penalty(map[casefile.Event]string{casefile.Urged: "2024-07-02"}), "催告日期提前1日", 1},
	} {
		e, err := examiner(t).Explain(c.file, c.demand)
		require.NoError(t, err)
		require.Contains(t, e.Why, c.want, c.demand)
		require.Equal(t, c.late, e.Late, c.want)
	}
}

// A year without a calendar, or one whose end is not settled, is said and not guessed; it does not fail the file.
func TestYearWithoutCalendar(t *testing.T) {
	only, err := workday.New()
	require.NoError(t, err)
	x, err := casefile.NewExaminer(only)
	require.NoError(t, err)
	f := casefiletest.Correct(casefile.Penalty)
	require.Equal(t, casefile.Incalculable, state(t, x, f, "处罚决定期限"))
	require.Equal(t, casefile.Kept, state(t, x, f, "追责期限"), "two years need no calendar")
	e, err := x.Explain(f, "处罚决定期限")
	require.NoError(t, err)
	require.Contains(t, e.Why, "没有2024年的放假安排，不能推算；请补充国务院办公厅该年放假通知的数据")

	f = &casefile.File{Sort: casefile.Penalty}
	f.Facts[casefile.PartyAbsent] = casefile.Yes
	f.Dates[casefile.Decided], f.Dates[casefile.Served] = day("2026-12-21"), day("2026-12-28")
	require.Equal(t, casefile.Incalculable, state(t, examiner(t), f, "处罚送达期限"))
	e, err = examiner(t).Explain(f, "处罚送达期限")
	require.NoError(t, err)
	require.Contains(t, e.Why[len(e.Why)-1], "结果为暂定")

	list, err := casefile.Checks(only)
	require.NoError(t, err)
	correct := casefiletest.Correct(casefile.Penalty)
	_, err = fazhi.Validate(t.Context(), correct, correct.LawOn(fazhi.Date{}), day("2025-01-01"), list)
	require.ErrorIs(t, err, workday.ErrNoCalendar)
}

func TestExplain(t *testing.T) {
	x := examiner(t)
	f := casefiletest.Correct(casefile.Penalty)
	f.Dates[casefile.Decided] = day("2024-06-07")
	e, err := x.Explain(f, "处罚决定期限")
	require.NoError(t, err)
	require.Equal(t, "行政处罚法第六十条", e.Basis)
	require.Equal(t, day("2024-06-05"), e.Deadline)
	require.Equal(t, 2, e.Late)
	require.Equal(t, []string{
		"立案日期为2024年3月7日", "决定日期为2024年6月7日", "期限为90日（行政处罚法第六十条）",
		"2024年3月7日当日不计入，自2024年3月8日起算", "第90日为2024年6月5日", "逾期2日",
	}, e.Why)
	for _, d := range casefile.Duties() {
		e, err := x.Explain(f, d.Name)
		require.NoError(t, err)
		require.NotEmpty(t, e.Why[0], d.Name)
	}
	e, err = x.Explain(f, "许可决定期限")
	require.NoError(t, err)
	require.Equal(t, []string{"不适用于本类案卷，或者当时尚未施行"}, e.Why)
}

// Reasons of every mutant name the day by which it was missed, and never a person.
func TestExplainMutants(t *testing.T) {
	x := examiner(t)
	limits := map[string]bool{}
	for _, l := range casefile.Limits() {
		limits[l.Name] = true
	}
	for _, m := range casefiletest.Mutants(casefile.Penalty) {
		e, err := x.Explain(m.File, m.Breaks)
		require.NoError(t, err)
		require.Equal(t, casefile.Broken, e.State, m.Name)
		if limits[m.Breaks] {
			require.Equal(t, 1, e.Late, "%s: %v", m.Name, e.Why)
		}
		for _, line := range e.Why {
			require.NotContains(t, line, string(m.File.Party))
		}
	}
}

// A sector with a longer limit changes the one it has.
func TestOwnLimit(t *testing.T) {
	own := casefile.Limits()[1]
	require.Equal(t, "处罚决定期限", own.Name)
	own.Law, own.Article = "某部门行政处罚程序规定", "第六十四条"
	own.Extension, own.Extended = workday.Span{N: 30, Unit: workday.CalendarDays}, casefile.Extended
	x := examiner(t, own)
	f := casefiletest.Correct(casefile.Penalty)
	f.Dates[casefile.Decided], f.Dates[casefile.Extended] = day("2024-06-20"), day("2024-06-03")
	require.Equal(t, casefile.Kept, state(t, x, f, own.Name))
	require.Equal(t, casefile.Incalculable, state(t, examiner(t), f, own.Name))

	for name, change := range map[string]func(*casefile.Limit){
		"another name":  func(l *casefile.Limit) { l.Name = "另一期限" },
		"no length":     func(l *casefile.Limit) { l.Span = workday.Span{} },
		"mixed units":   func(l *casefile.Limit) { l.Extension.Unit = workday.WorkingDays },
		"no such event": func(l *casefile.Limit) { l.End = 250 },
		"no such day":   func(l *casefile.Limit) { l.Postponed = 250 },
		"no such asked": func(l *casefile.Limit) { l.Asked = "另一期限" },
	} {
		wrong := own
		change(&wrong)
		_, err := casefile.NewExaminer(calendar(t), wrong)
		require.ErrorIs(t, err, casefile.ErrLimit, name)
	}
	_, err := casefile.NewExaminer(calendar(t), own, own)
	require.ErrorIs(t, err, casefile.ErrLimit, "twice")
	_, err = casefile.NewExaminer(nil)
	require.ErrorIs(t, err, casefile.ErrCalendar)
	_, err = casefile.Checks(nil)
	require.ErrorIs(t, err, casefile.ErrCalendar)
}

func TestExamineRefusesNothingness(t *testing.T) {
	var e casefile.Examined
	var none *casefile.Examiner
	require.ErrorIs(t, none.Examine(&casefile.File{}, &e), casefile.ErrCalendar)
	require.ErrorIs(t, examiner(t).Examine(nil, &e), casefile.ErrFile)
	require.ErrorIs(t, examiner(t).Examine(&casefile.File{}, nil), casefile.ErrFile)
	require.Equal(t, casefile.Unexamined, examiner(t).State(&e, "处罚决定期限"))
	_, err := examiner(t).Explain(nil, "处罚决定期限")
	require.ErrorIs(t, err, casefile.ErrFile)
	_, err = none.Explain(&casefile.File{}, "处罚决定期限")
	require.ErrorIs(t, err, casefile.ErrCalendar)
}

// Examined is used again without a trace of the file before it.
func TestExamineAgain(t *testing.T) {
	x := examiner(t)
	var used casefile.Examined
	for _, f := range casefiletest.Invent(60, 7) {
		require.NoError(t, x.Examine(f, &used))
		var fresh casefile.Examined
		require.NoError(t, x.Examine(f, &fresh))
		for _, o := range casefile.Orders() {
			require.Equal(t, x.State(&fresh, o.Name), x.State(&used, o.Name))
		}
		require.ElementsMatch(t, fresh.Missing(), used.Missing())
		require.Equal(t, fresh.Documents(), used.Documents())
	}
}

func TestExamineAllocatesNothing(t *testing.T) {
	x := examiner(t)
	for _, f := range []*casefile.File{casefiletest.Correct(casefile.Penalty), casefiletest.Correct(casefile.Permit), casefiletest.Correct(casefile.Coercion)} {
		var e casefile.Examined
		require.NoError(t, x.Examine(f, &e))
		require.Zero(t, testing.AllocsPerRun(100, func() { _ = x.Examine(f, &e) }), f.Sort)
	}
}

func TestStateText(t *testing.T) {
	for s := casefile.Unexamined; s <= casefile.Incalculable; s++ {
		text, err := s.MarshalText()
		require.NoError(t, err)
		var back casefile.State
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, s, back)
	}
	var s casefile.State
	require.Error(t, s.UnmarshalText([]byte("大概")))
	_, err := casefile.State(99).MarshalText()
	require.Error(t, err)
	require.Equal(t, "State(99)", casefile.State(99).String())
}

func BenchmarkExaminePenalty(b *testing.B) { benchmark(b, casefiletest.Correct(casefile.Penalty)) }

func BenchmarkExaminePermit(b *testing.B) { benchmark(b, casefiletest.Correct(casefile.Permit)) }

func benchmark(b *testing.B, f *casefile.File) {
	x := examiner(b)
	var e casefile.Examined
	b.ReportAllocs()
	for b.Loop() {
		if err := x.Examine(f, &e); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExplain(b *testing.B) {
	x, f := examiner(b), casefiletest.Correct(casefile.Penalty)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := x.Explain(f, "处罚决定期限"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChecks(b *testing.B) {
	list, f := checks(b), casefiletest.Correct(casefile.Penalty)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := fazhi.Validate(b.Context(), f, f.Dates[casefile.Decided], f.Dates[casefile.Decided], list); err != nil {
			b.Fatal(err)
		}
	}
}
