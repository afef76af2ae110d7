package supervision

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// The names of clocks.
const (
	noticeLimit        = "通知期限"
	rectificationLimit = "整改期限"
	recheckLimit       = "复查期限"
)

// Flow returns the way of a problem: 发现, 通知, 整改, 复查, 办结. A re-check that finds the rectification wanting leads back
// to 整改, with a limit of its own. The limits are those of the profile; no national rule that was read sets one.
func Flow(p Profile) lifecycle.Flow {
	limits := p.Limits
	clock := func(name string, c lifecycle.Clock) []lifecycle.Clock {
		c.Name, c.Basis = name, p.rule()
		return []lifecycle.Clock{c}
	}
	return lifecycle.Flow{Kind: ProblemKind, Name: "行政执法监督问题办理流程", Steps: []lifecycle.Step{
		{Name: "发现", Doc: "监督检查发现问题，登记", First: true, Starts: clock(noticeLimit, lifecycle.Clock{Span: limits.Notice})},
		{
			Name: "通知", Doc: "向责任单位送达行政执法监督通知书", After: []string{"发现"}, Stops: []string{noticeLimit},
			Gates:  []lifecycle.Gate{p.gate(hasOrgan(), "/organ", namesOrgan), p.gate(hasNotice(), "/notice", isNoticed)},
			Starts: clock(rectificationLimit, lifecycle.Clock{Span: limits.Rectification}),
		},
		{
			Name: "整改", Doc: "责任单位报送整改情况；材料不全的，可以补报", After: []string{"通知", "整改", "退回"},
			Stops: []string{rectificationLimit}, Starts: clock(recheckLimit, lifecycle.Clock{Span: limits.Recheck}),
		},
		{
			Name: "复查", Doc: "复查整改情况，记录结果", After: []string{"整改"}, Stops: []string{recheckLimit},
			Gates: []lifecycle.Gate{p.gate(rule{"enforcement/supervision/recheck/stated", "复查应当有结果"}, "/result", hasResult)},
		},
		{
			Name: "退回", Doc: "复查认为整改不到位，退回再整改", After: []string{"复查"},
			Gates:  []lifecycle.Gate{p.gate(rule{"enforcement/supervision/recheck/failed", "复查认为整改不到位，才退回再整改"}, "/result", hasFailed)},
			Starts: clock(rectificationLimit, lifecycle.Clock{Span: limits.again()}),
		},
		{
			Name: "办结", Doc: "整改到位，材料归档", After: []string{"复查"}, Final: true,
			Gates: []lifecycle.Gate{p.gate(closesPassed(), "/result", hasPassed)},
		},
	}}
}

func (p Profile) gate(r rule, at fazhi.Path, open func(*Problem) bool) lifecycle.Gate {
	return lifecycle.Gate{
		Code: r.code, Doc: r.doc, Basis: p.rule(), Path: at,
		Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, x *Problem) bool { return open(x) }),
	}
}

func namesOrgan(x *Problem) bool { return x.Organ != "" }
func hasResult(x *Problem) bool  { return x.Result != "" }
func hasFailed(x *Problem) bool  { return x.Result == Failed }
func hasPassed(x *Problem) bool  { return x.Result == Passed }
func isNoticed(x *Problem) bool {
	return x.Notice != (fazhi.Number{}) && !x.Noticed.IsZero() && !x.Due.IsZero()
}
