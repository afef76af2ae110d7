package normdoc

import (
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// A decisionRule is a rule of the 重大行政决策程序暂行条例 that both a check and a gate of the flow say.
type decisionRule struct {
	Code    fazhi.Code
	article string
	doc     string
	path    fazhi.Path
	missing string // the message of the check
	step    string // whose gate it is
	always  bool   // judged before the discussion too
	holds   func(d *Decision, on fazhi.Date) bool
}

// decisionRules are all of them. The articles on experts and on risk are cited by their sections.
func decisionRules() []decisionRule {
	return []decisionRule{
		{
			Code: "normdoc/decision/comment-days", article: "第十五条", step: "送审", path: "/commentTo", always: true,
			doc:     "向社会公开征求意见一般不少于三十日；因情况紧急等原因缩短的，应当予以说明",
			missing: "公开征求意见不足三十日，没有缩短期限的说明",
			holds:   (*Decision).isHeard,
		},
		{
			Code: "normdoc/decision/experts", article: "第二章第三节", step: "集体讨论", path: "/experts",
			doc: "专业性、技术性较强的决策事项，应当组织专家、专业机构论证", missing: "专业性、技术性较强，集体讨论之前没有专家论证",
			holds: func(d *Decision, on fazhi.Date) bool { return !d.Technical || isBy(d.Experts, on) },
		},
		{
			Code: "normdoc/decision/risk", article: "第二章第四节", step: "集体讨论", path: "/assessed",
			doc: "实施可能对社会稳定、公共安全等方面造成不利影响的，应当组织风险评估", missing: "可能造成不利影响，集体讨论之前没有风险评估",
			holds: func(d *Decision, on fazhi.Date) bool { return !d.Risky || isBy(d.Assessed, on) },
		},
		{
			Code: "normdoc/decision/recorded", article: "第三十条", step: "公布", path: "/recorded",
			doc: "集体讨论决定情况应当如实记录，不同意见应当如实载明", missing: "已经集体讨论，没有如实记录",
			holds: func(d *Decision, _ fazhi.Date) bool { return d.Recorded },
		},
	}
}

const decisionRegulation = "重大行政决策程序暂行条例"

// decisionsFrom is the first day of the regulation.
func decisionsFrom() fazhi.Date { return fazhi.DateOf(2019, 9, 1) }

// isBy reports whether something was done by a day.
func isBy(done, on fazhi.Date) bool { return !done.IsZero() && !done.After(on) }

// isHeard reports whether the public was heard for thirty days until a day, both ends counted, or told why for less. The regulation
// asks it of decisions on which the public is heard at all.
func (d *Decision) isHeard(on fazhi.Date) bool {
	return d.Closed || d.CommentFrom.IsZero() || d.CommentTo.IsZero() || d.Shortened != "" ||
		lastHeard(d.CommentTo, on).DaysSince(d.CommentFrom)+1 >= leastCommentDays
}

func (r *decisionRule) check() fazhi.Check {
	return fazhi.Check{
		Code: r.Code, Kind: DecisionKind, Basis: decisionRegulation + r.article, From: decisionsFrom(), Doc: r.doc,
		Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Decision) error {
			if (r.always || !d.Met.IsZero()) && !r.holds(d, d.Met) {
				p.Report(r.path, r.missing)
			}
			return nil
		}),
	}
}

func (r *decisionRule) gate() lifecycle.Gate {
	return lifecycle.Gate{
		Code: r.Code, Basis: decisionRegulation + r.article, From: decisionsFrom(), Doc: r.doc, Path: r.path,
		Open: lifecycle.For(func(_ lifecycle.State, m lifecycle.Move, d *Decision) bool { return r.holds(d, m.On) }),
	}
}

// decisionGates are the gates of one step.
func decisionGates(step string) []lifecycle.Gate {
	var gates []lifecycle.Gate
	for _, r := range decisionRules() {
		if r.step == step {
			gates = append(gates, r.gate())
		}
	}
	return gates
}

const legalityOfDecisions = "决策草案未经合法性审查，或者经审查不合法的，不得提交讨论；明示法律风险的探索性改革除外"

func decisionChecks(p Profile) []fazhi.Check {
	checks := []fazhi.Check{
		{
			Code: "normdoc/decision/review-before-discussion", Kind: DecisionKind, Basis: decisionRegulation + "第二十五条", From: decisionsFrom(),
			Doc: legalityOfDecisions,
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Decision) error {
				if at, message := d.review().fault(); message != "" {
					p.Report(at, message)
				}
				return nil
			}),
		},
		{
			Code: "normdoc/decision/opinions", Kind: DecisionKind, Basis: "重大行政决策台账填写说明", Doc: "采纳的意见不多于收到的意见",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Decision) error {
				reportAdopted(p, d.Received, d.Adopted)
				return nil
			}),
		},
		{
			Code: "normdoc/decision/archived", Kind: DecisionKind, Basis: decisionRegulation + "第三十三条", From: decisionsFrom(),
			Severity: fazhi.Warning, Doc: "履行决策程序形成的记录、材料应当及时完整归档",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Decision) error {
				if !d.Published.IsZero() && d.Archived.IsZero() {
					p.Report("/archived", "已经公布，没有归档日期")
				}
				return nil
			}),
		},
	}
	for _, r := range decisionRules() {
		checks = append(checks, r.check())
	}
	if p.Calendar == nil {
		return checks
	}
	return append(checks, fazhi.Check{
		Code: "normdoc/decision/review-days", Kind: DecisionKind, Basis: decisionRegulation + "第二十六条", From: decisionsFrom(),
		Severity: fazhi.Warning, Doc: "送请合法性审查，应当保证必要的审查时间，一般不少于七个工作日",
		Run: fazhi.For(func(_ context.Context, pass *fazhi.Pass, d *Decision) error {
			if isShort(p.Calendar, d.Submitted, d.Met, workday.Span{N: 7}) {
				pass.Report("/submitted", "送审至提交讨论不足七个工作日")
			}
			return nil
		}),
	})
}
