package review_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/enforcement/sample"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

// panelled is a round whose file two people of the panel have reviewed; F3 belongs to the file's own department, R1 keeps away.
func panelled(t *testing.T) (review.Round, []review.Assigned, review.Opinions) {
	t.Helper()
	r := simple(rubric.Veto{})
	round := review.Round{Name: "第1次", Policy: review.Usual(), Files: []review.Entry{{File: "AJ-1"}}}
	round.Drawn.Picks = []sample.Pick{{Unit: sample.Unit{ID: "AJ-1", Department: drawn().Unit}}}
	round.Drawn.Plan.Panel = sample.Panel{
		Reviewers: []sample.Reviewer{{ID: "L1", Role: review.Counsel, Unit: "律师事务所"}, {ID: "F1", Role: review.Empowering, Unit: "赋权局"},
			{ID: "F3", Role: review.Empowering, Unit: drawn().Unit}, {ID: "R1", Role: review.Counsel, Unit: "复核组"}, {ID: "R2", Role: review.Counsel, Unit: "复核组"}},
		Refusals: []sample.Refusal{{Reviewer: "R1", File: "AJ-1"}},
	}
	assigned := []review.Assigned{{Case: drawn(), Rubric: &r}}
	var opinions review.Opinions
	for id, role := range map[string]string{"L1": review.Counsel, "F1": review.Empowering} {
		o := marked(t, r, role, "92")
		o.Reviewer, o.Unit = id, ""
		opinions.Add(review.Task{Files: assigned}, []review.Opinion{o})
	}
	return round, assigned, opinions
}

func again() *review.Objection {
	return &review.Objection{File: "AJ-1", Objected: fazhi.DateOf(2024, 6, 14), Grounds: "扣分过重", On: fazhi.DateOf(2024, 6, 17), Reason: "补看了原件",
		Reviewer: "R2"}
}

// Who must not score a file again gets no sheet, and it is said at once.
func TestVetObjections(t *testing.T) {
	const who = "enforcement/review/objection/reviewer /objections/0"
	for want, change := range map[string]func(*review.Objection){
		"": func(o *review.Objection) {},
		"enforcement/review/objection/file /objections/0/file 本批次没有这一案卷的评查结果": func(o *review.Objection) { o.File = "AJ-9" },
		"enforcement/review/objection/date /objections/0/objected 异议日期早于评查日期": func(o *review.Objection) { o.Objected = fazhi.DateOf(2024, 1, 1) },
		who + "/reviewer 评查人不得评查本单位的案卷":                                       func(o *review.Objection) { o.Reviewer = "F3" },
		who + "/reviewer 评查人应当回避这一案卷":                                         func(o *review.Objection) { o.Reviewer = "R1" },
		who + "/reviewer 复核人对这一案卷已经有过评查或者复核":                                  func(o *review.Objection) { o.Reviewer = "L1" },
		who + "/unit 评查人的单位与评查人员名单不符":                                         func(o *review.Objection) { o.Unit = "别的单位" },
		who + "/unit 没有写明复核人单位，不能判断是否应当回避":                                    func(o *review.Objection) { o.Reviewer = "R9" },
		"enforcement/review/objection/near /objections/0/unit 复核人单位与一个办案部门的名称相近而不相同，未按本单位回避": func(o *review.Objection) {
			o.Reviewer, o.Unit = "R9", "某镇人民政府办"
		},
	} {
		t.Run(want, func(t *testing.T) {
			round, assigned, opinions := panelled(t)
			_, err := round.Settle(assigned, opinions)
			require.NoError(t, err)
			o := again()
			change(o)
			issues, err := round.VetObjections(assigned, []*review.Objection{o}, fazhi.Date{}, nil)
			require.NoError(t, err)
			tasks := round.RecheckTasks(assigned, []*review.Objection{o})
			if want == "" {
				require.Empty(t, issues)
				require.Equal(t, "复核组", tasks[0].Unit, "as the panel has it")
				return
			}
			require.Equal(t, []string{want}, said(issues))
			require.Equal(t, issues.Count(fazhi.Error) == 0, len(tasks) == 1)
		})
	}
}

// One re-checker scores a file once, however many objections there are.
func TestTwoObjectionsByOneRechecker(t *testing.T) {
	round, assigned, _ := panelled(t)
	list := []*review.Objection{again(), again(), nil}
	issues, err := round.VetObjections(assigned, list, fazhi.Date{}, nil)
	require.NoError(t, err)
	require.Equal(t, []string{"enforcement/review/objection/reviewer /objections/1/reviewer 复核人对这一案卷已经有过评查或者复核",
		"enforcement/review/objection/file /objections/2/file 本批次没有这一案卷的评查结果"}, said(issues))
	require.Len(t, round.RecheckTasks(assigned, list), 1)
	histories, found, err := round.Recheck(assigned, nil, list, review.Opinions{})
	require.NoError(t, err)
	require.Empty(t, histories)
	require.Equal(t, 3, found.Count(fazhi.Error), said(found))
}

// An objection after the limit is told of and goes on: whether it is heard is for the bureau.
func TestLateObjections(t *testing.T) {
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	round, assigned, _ := panelled(t)
	for _, c := range []struct {
		objected, feedback fazhi.Date
		want               []string
	}{
		{fazhi.DateOf(2024, 6, 19), fazhi.Date{}, []string{}}, // the fifth working day after 12 June
		{fazhi.DateOf(2024, 6, 20), fazhi.Date{}, []string{"enforcement/review/objection/late /objections/0/objected 异议超过“异议期限”，反馈日期未知，自评查之日起算"}},
		{fazhi.DateOf(2024, 6, 20), fazhi.DateOf(2024, 6, 13), []string{}},
		{fazhi.DateOf(2024, 6, 21), fazhi.DateOf(2024, 6, 13), []string{"enforcement/review/objection/late /objections/0/objected 异议超过“异议期限”，自反馈之日起算"}},
	} {
		o := again()
		o.Objected = c.objected
		issues, err := round.VetObjections(assigned, []*review.Objection{o}, c.feedback, calendar)
		require.NoError(t, err)
		require.Equal(t, c.want, said(issues))
		require.Zero(t, issues.Count(fazhi.Error))
	}
	o := again()
	o.Objected = fazhi.DateOf(2099, 6, 20)
	_, err = round.VetObjections(assigned, []*review.Objection{o}, fazhi.DateOf(2098, 6, 20), calendar)
	require.ErrorIs(t, err, workday.ErrNoCalendar)
	assigned[0].Case.Reviewed = fazhi.Date{}
	issues, err := round.VetObjections(assigned, []*review.Objection{o}, fazhi.Date{}, calendar)
	require.NoError(t, err)
	require.Empty(t, issues, "no limit begins on a day that nobody knows")
	round.Policy.Objection = workday.Span{}
	issues, err = round.VetObjections(assigned, []*review.Objection{o}, fazhi.DateOf(2098, 6, 20), calendar)
	require.NoError(t, err)
	require.Empty(t, issues)
}

// A record into which a re-check was written says the same of the objection as before; a file without a rubric has no result.
func TestVetObjectionsAgain(t *testing.T) {
	round, assigned, opinions := panelled(t)
	results, err := round.Settle(assigned, opinions)
	require.NoError(t, err)
	o := marked(t, *assigned[0].Rubric, review.Rechecker, "95")
	o.Reviewer, o.Unit = "R2", ""
	opinions.Add(review.Task{Files: assigned}, []review.Opinion{o})
	histories, issues, err := round.Recheck(assigned, results, []*review.Objection{again()}, opinions)
	require.NoError(t, err)
	require.Empty(t, issues)
	require.Equal(t, review.ByRecheck, histories[0].Current().Way)
	round.Note([]review.Settled{*histories[0].Current()})
	issues, err = round.VetObjections(assigned, []*review.Objection{again()}, fazhi.Date{}, nil)
	require.NoError(t, err)
	require.Empty(t, issues)
	assigned[0].Rubric = nil
	issues, err = round.VetObjections(assigned, []*review.Objection{again()}, fazhi.Date{}, nil)
	require.NoError(t, err)
	require.Equal(t, review.UnknownFile, issues[0].Code)
}

// The panel knows where its people belong, whatever an opinion says.
func TestUnitsOfThePanel(t *testing.T) {
	for want, change := range map[string]func(*review.Opinion){
		"": func(*review.Opinion) {},
		"评查人不得评查本单位的案卷":   func(o *review.Opinion) { o.Reviewer = "F3" },
		"评查人的单位与评查人员名单不符": func(o *review.Opinion) { o.Unit = "别的单位" },
		"评查人应当回避这一案卷":     func(o *review.Opinion) { o.Reviewer = "R1" },
	} {
		round, assigned, _ := panelled(t)
		var opinions review.Opinions
		for id, role := range map[string]string{"L1": review.Counsel, "F1": review.Empowering} {
			o := marked(t, *assigned[0].Rubric, role, "92")
			if o.Reviewer, o.Unit = id, ""; role == review.Empowering {
				change(&o)
			}
			opinions.Add(review.Task{Files: assigned}, []review.Opinion{o})
		}
		results, err := round.Settle(assigned, opinions)
		require.NoError(t, err)
		if want == "" {
			require.Equal(t, review.ByMean, results[0].Way)
			require.Equal(t, "赋权局", results[0].Opinions[1].Unit)
			continue
		}
		require.Equal(t, want, results[0].Refused[0].Why)
		require.Equal(t, review.Undecided, results[0].Way)
	}
}

// An opinion of a re-check that says another unit than the panel does not count either.
func TestRecheckByThePanel(t *testing.T) {
	round, assigned, opinions := panelled(t)
	results, err := round.Settle(assigned, opinions)
	require.NoError(t, err)
	o := marked(t, *assigned[0].Rubric, review.Rechecker, "95")
	o.Reviewer, o.Unit = "R2", "别的单位"
	with := opinions
	with.Add(review.Task{Files: assigned}, []review.Opinion{o})
	_, issues, err := round.Recheck(assigned, results, []*review.Objection{again()}, with)
	require.NoError(t, err)
	require.Equal(t, []string{"enforcement/review/objection/recheck /objections/0/on 复核不成立：评查人的单位与评查人员名单不符"}, said(issues))
}
