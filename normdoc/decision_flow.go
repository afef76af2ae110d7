package normdoc

import (
	"github.com/fazhi-go/fazhi/lifecycle"
)

// DecisionFlow returns the way of a major administrative decision: 启动, 听取意见, 专家论证, 风险评估, 合法性审查, 集体讨论, 公布,
// 归档 and 执行 (重大行政决策程序暂行条例). The steps of the review are those of ItemFlow.
//
// Thirty days of hearing (第十五条) and seven working days of review (第二十六条) are least times, not limits: a gate asks the
// first, a check with the profile's calendar the second, because the regulation says 一般.
func DecisionFlow(p Profile) lifecycle.Flow {
	submit := lifecycle.Step{
		Doc: "把决策草案和有关材料送合法性审查", After: append(decisionDrafting(), "退回补正", "审查", "暂缓"), Gates: decisionGates("送审"),
	}
	limit := lifecycle.Clock{Name: examineLimit, Span: p.Limits.DecisionReview, Basis: p.decisions()}
	steps := append(decisionDrafts(), reviewSteps(submit, limit)...)
	steps = append(steps, discussionSteps()...)
	return lifecycle.Flow{Kind: DecisionKind, Name: "重大行政决策办理流程", Steps: append(steps, executionSteps()...)}
}

// decisionDrafting are the steps before the review, in whatever order they are taken.
func decisionDrafting() []string {
	return []string{"启动", "起草草案", "征求部门意见", "公开征求意见", "听证", "专家论证", "风险评估", "公平竞争审查"}
}

func decisionDrafts() []lifecycle.Step {
	back := append(decisionDrafting(), "退回补正", "审查", "暂缓")
	return []lifecycle.Step{
		{Name: "启动", Doc: "决定启动决策程序，明确承办单位", First: true},
		{Name: "起草草案", Doc: "拟订决策草案，或者依照意见修改草案", After: back},
		{Name: "征求部门意见", Doc: "与有关单位协商、征求意见", After: back},
		{Name: "公开征求意见", Doc: "向社会公布决策草案及其说明，征求意见", After: back},
		{Name: "听证", Doc: "举行听证会", After: back},
		{Name: "专家论证", Doc: "专家、专业机构论证必要性、可行性、科学性", After: back},
		{Name: "风险评估", Doc: "评估决策草案的风险可控性", After: back},
		{Name: "公平竞争审查", Doc: "审查对公平竞争的影响，作出审查结论", After: back},
	}
}

func discussionSteps() []lifecycle.Step {
	legality := lifecycle.Gate{
		Code: "normdoc/decision/review-before-discussion", Basis: decisionRegulation + "第二十五条", From: decisionsFrom(), Path: "/opinion",
		Doc:  legalityOfDecisions,
		Open: lifecycle.For(func(s lifecycle.State, m lifecycle.Move, d *Decision) bool { return d.review().mayMeet(s, m) }),
	}
	return []lifecycle.Step{
		{
			Name: "集体讨论", Doc: "决策机关常务会议或者全体会议讨论，行政首长作出决定", After: []string{"审查", "暂缓"},
			Gates: append([]lifecycle.Gate{legality}, decisionGates("集体讨论")...),
		},
		{Name: "暂缓", Doc: "暂不作出决定，修改后再次讨论；内容有修改的，再送审查", After: []string{"集体讨论"}},
		{Name: "公布", Doc: "决策机关公布决策", After: []string{"集体讨论"}, Gates: decisionGates("公布")},
		{
			Name: "归档", Doc: "履行决策程序形成的记录、材料归档（重大行政决策程序暂行条例第三十三条）", After: append(decided(), "集体讨论"),
			Gates: decisionGates("公布"),
		},
		{
			Name: "终止决策", Doc: "不再作出决策，或者决定不予通过", Final: true,
			After: append(decisionDrafting(), "送审", "退回补正", "审查", "集体讨论", "暂缓"),
		},
	}
}

func executionSteps() []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "执行", Doc: "明确执行单位，执行决策", After: decided()},
		{Name: "决策后评估", Doc: "评估决策执行的效果", After: decided()},
		{Name: "中止执行", Doc: "决策机关决定中止执行", After: decided()},
		{Name: "调整", Doc: "依照法定程序作出调整；调整另行决策", After: decided()},
		{Name: "停止执行", Doc: "决策机关决定停止执行", After: decided(), Final: true},
		{Name: "办结", Doc: "执行完毕，材料已经归档", After: decided(), Final: true, Gates: []lifecycle.Gate{archivedGate()}},
	}
}

// decided are the steps after a decision was made.
func decided() []string {
	return []string{"公布", "归档", "执行", "决策后评估", "中止执行", "调整"}
}

func archivedGate() lifecycle.Gate {
	return lifecycle.Gate{
		Code: "normdoc/decision/archived", Basis: decisionRegulation + "第三十三条", From: decisionsFrom(), Path: "/archived",
		Doc: "履行决策程序形成的记录、材料应当及时完整归档",
		Open: lifecycle.For(func(_ lifecycle.State, m lifecycle.Move, d *Decision) bool {
			return isBy(d.Archived, m.On)
		}),
	}
}
