package review_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

// settled is a file that two sides have found good, and its settler.
func settled(t *testing.T) (*review.Settler, review.History) {
	t.Helper()
	s, err := review.NewSettler(review.Usual(), simple(rubric.Veto{}))
	require.NoError(t, err)
	r := simple(rubric.Veto{})
	return s, review.History{Settled: s.Settle(drawn(), []review.Opinion{marked(t, r, review.Counsel, "82"), marked(t, r, review.Empowering, "84")}, nil)}
}

func objection() review.Recheck {
	return review.Recheck{Objected: fazhi.DateOf(2024, 6, 20), Grounds: "扣分过重", On: fazhi.DateOf(2024, 6, 24), Reason: "补看了原件"}
}

// A re-check replaces the result and keeps it; one that finds nothing keeps it, too.
func TestRecheck(t *testing.T) {
	s, h := settled(t)
	again := marked(t, simple(rubric.Veto{}), review.Rechecker, "91")
	changed, err := s.Recheck(h, objection(), &again)
	require.NoError(t, err)
	now := changed.Current()
	require.Equal(t, []string{"复核", "91.00", "优秀"}, []string{string(now.Way), now.Final.String(), now.Grade})
	require.Equal(t, "复核91.00分（优秀），以复核为准：补看了原件", now.Why)
	require.Len(t, now.Opinions, 3)
	require.Equal(t, "83.00", changed.Settled.Final.String())
	require.Empty(t, h.Rechecks)
	kept, err := s.Recheck(h, objection(), nil)
	require.NoError(t, err)
	require.Equal(t, "83.00", kept.Current().Final.String())
	data, err := json.Marshal(changed)
	require.NoError(t, err)
	var read review.History
	require.NoError(t, json.Unmarshal(data, &read))
	require.Equal(t, now.Final, read.Current().Final)
	data, err = json.Marshal(review.History{})
	require.NoError(t, err)
	require.Contains(t, string(data), `"rechecks":[]`)
}

func TestRecheckThatCannotBe(t *testing.T) {
	s, h := settled(t)
	r := simple(rubric.Veto{})
	for want, change := range map[string]func(*review.History, *review.Recheck, *review.Opinion){
		"还没有评查结果":        func(h *review.History, _ *review.Recheck, _ *review.Opinion) { h.Settled.Way = review.Undecided },
		"没有写明异议理由或者复核理由": func(_ *review.History, c *review.Recheck, _ *review.Opinion) { c.Reason = "" },
		"没有日期，或者日期先后颠倒":  func(_ *review.History, c *review.Recheck, _ *review.Opinion) { c.On = c.Objected.AddDays(-1) },
		"异议日期早于评查日期": func(_ *review.History, c *review.Recheck, _ *review.Opinion) {
			c.Objected = drawn().Reviewed.AddDays(-1)
		},
		"没有写明复核人单位，不能判断是否应当回避": func(_ *review.History, _ *review.Recheck, o *review.Opinion) { o.Unit = "" },
		"没有这种评查角色":             func(_ *review.History, _ *review.Recheck, o *review.Opinion) { o.Role = review.Third },
		"评查人不得评查本单位的案卷":        func(_ *review.History, _ *review.Recheck, o *review.Opinion) { o.Unit = drawn().Unit },
		"复核人评查过这一案卷":           func(_ *review.History, _ *review.Recheck, o *review.Opinion) { o.Reviewer = "编号" + review.Counsel },
		"复核的评查意见有2项未评": func(_ *review.History, _ *review.Recheck, o *review.Opinion) {
			*o = marked(t, r, review.Rechecker, "未评")
		},
	} {
		t.Run(want, func(t *testing.T) {
			before, c, o := h, objection(), marked(t, r, review.Rechecker, "91")
			change(&before, &c, &o)
			got, err := s.Recheck(before, c, &o)
			require.ErrorIs(t, err, review.ErrRecheck)
			require.ErrorContains(t, err, want)
			require.Empty(t, got.Rechecks)
		})
	}
}

// The steps of every history are steps of the ledger's own flow, in its order; a file that is not decided stops before its
// grade.
func TestMoves(t *testing.T) {
	s, h := settled(t)
	r := simple(rubric.Veto{})
	again := marked(t, r, review.Rechecker, "91")
	changed, err := s.Recheck(h, objection(), &again)
	require.NoError(t, err)
	second := objection()
	second.Objected, second.On = fazhi.DateOf(2024, 6, 26), fazhi.DateOf(2024, 6, 27)
	twice, err := s.Recheck(changed, second, nil)
	require.NoError(t, err)
	kept, err := s.Recheck(h, objection(), nil)
	require.NoError(t, err)
	open := review.History{Settled: s.Settle(drawn(), []review.Opinion{marked(t, r, review.Counsel, "70"), marked(t, r, review.Empowering, "92")}, nil)}
	third := review.History{Settled: s.Settle(drawn(), []review.Opinion{marked(t, r, review.Counsel, "70"), marked(t, r, review.Empowering, "92"), marked(t, r, review.Third, "85")}, nil)}
	for want, h := range map[string]review.History{
		"抽取 评查 评查 评定等次 反馈 通报":                     h,
		"抽取 评查 评查":                                open,
		"抽取 评查 评查 第三人评分 评定等次 反馈 通报":               third,
		"抽取 评查 评查 评定等次 反馈 异议 复核 通报":               kept,
		"抽取 评查 评查 评定等次 反馈 异议 复核 评定等次 反馈 通报":       changed,
		"抽取 评查 评查 评定等次 反馈 异议 复核 评定等次 反馈 异议 复核 通报": twice,
	} {
		require.Equal(t, want, take(t, &h))
	}
}

// take takes all steps of a history by enforcement.Flow.
func take(t *testing.T, h *review.History) string {
	t.Helper()
	p := review.Usual()
	profile, err := p.Profile(simple(rubric.Veto{}))
	require.NoError(t, err)
	machine, err := lifecycle.Compile(enforcement.Flow(profile))
	require.NoError(t, err)
	calendar, err := workday.StateCouncil()
	require.NoError(t, err)
	steps, state := "", lifecycle.State{}
	days := review.Days{Drawn: fazhi.DateOf(2024, 6, 3), Feedback: fazhi.DateOf(2024, 6, 18), Circular: fazhi.DateOf(2024, 7, 1)}
	for _, move := range h.Moves(review.LedgerHead{Round: "第1次"}, days) {
		state, err = machine.Take(calendar, state, move)
		require.NoError(t, err, move.Step)
		if steps != "" {
			steps += " "
		}
		steps += state.Step
	}
	return steps
}

// Objections are rows of a sheet; what cannot be is named by its cell.
func TestObjections(t *testing.T) {
	_, h := settled(t)
	r := simple(rubric.Veto{})
	src, err := table.CSV("异议.csv", []byte(`案卷编号,异议日期,异议理由,复核日期,复核理由,复核人,复核人单位
AJ-1,2024-06-20,扣分过重,2024-06-24,维持,,
AJ-1,2024-06-25,仍有异议,,,,
AJ-2,2024-06-20,扣分过重,2024-06-24,维持,,
AJ-1,2024-06-26,仍有异议,2024-06-27,,,
AJ-1,2024-06-26,仍有异议,2024-06-27,重评,R02,复核组
AJ-1,2024-06-26,仍有异议,2024-06-27,重评,R01,复核组
`))
	require.NoError(t, err)
	objections, issues, err := review.ReadObjections(src, "")
	require.NoError(t, err)
	require.Empty(t, issues)
	round := review.Round{Name: "第1次", Policy: review.Usual(), Files: []review.Entry{{File: "AJ-1"}}}
	assigned := []review.Assigned{{Case: drawn(), Rubric: &r}}
	require.Len(t, round.RecheckTasks(assigned, objections), 2)
	again := marked(t, r, review.Rechecker, "91")
	again.Reviewer = "R01"
	var opinions review.Opinions
	opinions.Add(review.Task{Files: assigned}, []review.Opinion{again})
	histories, issues, err := round.Recheck(assigned, []review.Settled{h.Settled}, objections, opinions)
	require.NoError(t, err)
	require.Equal(t, []string{
		"D3 enforcement/review/objection/open /objections/1/on 异议还没有复核",
		"A4 enforcement/review/objection/file /objections/2/file 本批次没有这一案卷的评查结果",
		"D5 enforcement/review/objection/recheck /objections/3/on 复核不成立：没有写明异议理由或者复核理由",
		"D6 enforcement/review/objection/open /objections/4/on 异议还没有复核",
	}, said(issues))
	require.Len(t, histories[0].Rechecks, 2)
	require.Equal(t, "91.00", histories[0].Current().Final.String())
}
