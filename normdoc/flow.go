package normdoc

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// Flow returns the way of a normative document: 起草, 评估论证, 公开征求意见, 公平竞争审查, 合法性审核, 集体审议, 印发, 公布,
// 备案 (地方组织法第七十五条), and what becomes of it while it is in force. The article has no word on opinions that say 不合法;
// that such a draft is not deliberated is the local rule's. Signing, registration, numbering and printing
// (三统一) are one step, 印发, which draws from the series 登记号 and 发文字号.
//
// A limit of the profile that is not set begins no clock; what is counted, from which day, its field says. How long the
// public is heard is a least time, not a limit, and remains with the checks. When a document runs out is in the document:
// Validity.Due says what has to be done before, the step 失效 notes the end. 延续 draws new numbers, because a place that
// renews registers, numbers and publishes again; one that does not takes them out of the step.
//
// What a court or a reconsideration organ asks of a document in force are steps too (附带审查、司法建议). Of two suggestions
// that are open at once the later one's limit is shown. After 废止 and 失效 nothing is left but these, as steps of their own
// (终止后), until 归档.
//
// The review of fair competition (公平竞争审查条例) is done while drafting (第十三条、第十四条); what was not reviewed, or was
// found to violate the standards without an exception, is not issued (第十八条). Which documents it covers is wider
// (涉及经营者经济活动, 第二条) than the ledger's 涉及经营主体 (优化营商环境条例第六十二条): Doc.Competition says so, with the
// conclusion.
func Flow(p Profile) lifecycle.Flow {
	return lifecycle.Flow{Kind: Kind, Name: "行政规范性文件办理流程", Steps: slices.Concat(
		draftSteps(), reviewStepsOfDocs(p), issueSteps(p), filingSteps(p), forceSteps(p), eventSteps(p))}
}

const (
	reviewLimit     = "审核期限"
	disclosureLimit = "主动公开期限"
	filingLimit     = "备案期限"
	cleanupLimit    = "清理周期"
)

func draftSteps() []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "起草", Doc: "形成草案，或者依照意见修改草案", First: true, After: drafted()},
		{Name: "评估论证", Doc: "评估论证必要性、可行性和合理性", After: drafting()},
		{Name: "征求部门意见", Doc: "征求有关部门和单位的意见", After: drafting()},
		{Name: "公开征求意见", Doc: "向社会公布草案，征求意见", After: drafting()},
		{Name: "听证", Doc: "举行听证会", After: drafting()},
		{Name: "专家论证", Doc: "咨询专家、专业机构的意见", After: drafting()},
		{Name: "反馈意见采纳情况", Doc: "反馈意见采纳情况，没有采纳的说明理由", After: drafting()},
		{Name: "公平竞争审查", Doc: "审查对公平竞争的影响，作出审查结论", After: drafting()},
		{Name: "风险评估", Doc: "评估可能引发的风险", After: drafting()},
		{Name: "内部审核", Doc: "起草单位的审核机构审核", After: drafting()},
	}
}

// reviewStepsOfDocs are the review of legality: submission, the day on which the materials are complete, the opinion.
func reviewStepsOfDocs(p Profile) []lifecycle.Step {
	limit := []lifecycle.Clock{{Name: reviewLimit, Span: p.Limits.Review, Basis: p.rule()}}
	submitted, accepted, judged := limit, []lifecycle.Clock(nil), []string{"送审", "受理"}
	if p.Limits.FromComplete {
		submitted, accepted, judged = nil, limit, []string{"受理"}
	}
	return []lifecycle.Step{
		{
			Name: "送审", Doc: "把送审稿和有关材料送合法性审核", After: append(drafting(), "退回补正"),
			Gates: []lifecycle.Gate{{
				Code: "normdoc/competition/before-review", Basis: "公平竞争审查条例第十三条、第十四条、第十八条", From: competitionFrom(),
				Path: "/competition", Doc: "涉及经营者经济活动的文件，起草阶段应当公平竞争审查；未经审查的，不得出台",
				Open: lifecycle.For(isReviewed),
			}},
			Starts: submitted,
		},
		{Name: "受理", Doc: "送审材料齐备，开始审核", After: []string{"送审"}, Gates: p.completeGates(), Starts: accepted},
		{
			Name: "退回补正", Doc: "材料不齐全，或者没有履行前面的程序，退回起草单位", After: []string{"送审", "受理"},
			Stops: []string{reviewLimit},
		},
		{Name: "合法性审核", Doc: "出具合法性审核意见", After: judged, Stops: []string{reviewLimit}},
		{Name: "终止制定", Doc: "不再制定", After: append(drafted(), "送审", "受理"), Final: true},
	}
}

// completeGates ask for the materials that the profile names.
func (p Profile) completeGates() []lifecycle.Gate {
	if len(p.Materials) == 0 {
		return nil
	}
	return []lifecycle.Gate{{
		Code: reviewMaterials, Basis: p.rule(), Path: "/materials", Doc: reviewMaterialsDoc,
		Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, d *Doc) bool { return p.isComplete(d) }),
	}}
}

// drafting are the steps before the review of legality, in whatever order the drafter takes them.
func drafting() []string {
	return []string{
		"起草", "评估论证", "征求部门意见", "公开征求意见", "听证", "专家论证", "反馈意见采纳情况", "公平竞争审查", "风险评估", "内部审核",
	}
}

// drafted are the steps before a document is issued, from which it may go back to its drafter.
func drafted() []string { return append(drafting(), "退回补正", "合法性审核", "集体审议") }

func issueSteps(p Profile) []lifecycle.Step {
	return []lifecycle.Step{
		{
			Name: "集体审议", Doc: "常务会议、全体会议或者办公会议集体讨论决定", After: []string{"合法性审核", "集体审议"},
			Gates: []lifecycle.Gate{{
				Code: "normdoc/review/before-deliberation", From: fazhi.DateOf(2022, 3, 12), Path: "/opinion",
				Basis: p.deliberation(),
				Doc:   "集体审议之前应当合法性审查；审查意见为不合法的，不得提请审议", Open: lifecycle.For(func(s lifecycle.State, m lifecycle.Move, d *Doc) bool { return d.review().mayMeet(s, m) }),
			}},
		},
		{Name: "签发", Doc: "负责人签发；与印发同日的不必另记", After: []string{"集体审议"}},
		{
			Name: "印发", Doc: "签署，统一登记、编号、印发；日期为成文日期", After: []string{"集体审议", "签发"},
			Gates: []lifecycle.Gate{{
				Code: "normdoc/competition/before-issue", Basis: "公平竞争审查条例第十八条", From: competitionFrom(), Path: "/competition",
				Doc:  "未经公平竞争审查，或者审查认为违反审查标准且不符合例外规定的，不得出台",
				Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, d *Doc) bool { return !d.affectsCompetition() || d.isFair() }),
			}},
			Starts: []lifecycle.Clock{{
				Name: disclosureLimit, Span: workday.Span{N: 20, Unit: workday.WorkingDays}, Basis: "政府信息公开条例第二十六条",
				From: fazhi.DateOf(2019, 5, 15),
			}},
			Numbers: []string{RegistrationSeries, NumberSeries},
		},
		{
			Name: "公布", Doc: "向社会公布", After: []string{"印发"}, Starts: append(p.filingClocks(), p.cleanupClock()),
			Stops: []string{disclosureLimit},
		},
	}
}

func forceSteps(p Profile) []lifecycle.Step {
	published := p.published()
	over := append(p.filingLimits(), disclosureLimit, receiptLimit, cleanupLimit) // what was asked remains to be answered
	return []lifecycle.Step{
		{Name: "解读", Doc: "公布对文件的解读", After: published},
		{Name: "评估", Doc: "评估实施情况", After: published},
		{Name: "清理", Doc: "清理后继续有效", After: published, Starts: []lifecycle.Clock{p.cleanupClock()}},
		{Name: "修改", Doc: "修改的决定公布；决定另行办理", After: published},
		{
			Name: "延续", Doc: "有效期届满前决定继续实施，重新登记、编号、公布，有效期重新计算", After: published,
			Numbers: []string{RegistrationSeries, NumberSeries},
		},
		{Name: "停止执行条款", Doc: "有权机关决定停止执行有关条款，责令纠正（行政复议法第五十九条）", After: published},
		{Name: "废止", Doc: "废止的决定公布", After: append(published, "印发"), Stops: over},
		{Name: "失效", Doc: "有效期届满，或者宣布失效", After: published, Stops: over},
		{Name: "归档", Doc: "文件终止后，有关材料归档", After: ended(), Final: true},
	}
}

func (p Profile) cleanupClock() lifecycle.Clock {
	return lifecycle.Clock{Name: cleanupLimit, Span: p.Limits.Cleanup, Basis: p.rule()}
}

// published are the steps at which a document is in force or about to be.
func (p Profile) published() []string {
	names := []string{"公布", "部分备案", "备案", "解读", "评估", "清理", "修改", "延续", "停止执行条款"}
	for _, f := range p.Filings {
		names = append(names, f.step())
	}
	return slices.Concat(names, filingEvents(), askedEvents())
}

// competitionFrom is the first day of the 公平竞争审查条例.
func competitionFrom() fazhi.Date { return fazhi.DateOf(2024, 8, 1) }

// isReviewed asks for the review of fair competition: the step before, a conclusion in the ledger, or a submission sent
// back that had it before. What the conclusion is, the issue asks.
func isReviewed(s lifecycle.State, _ lifecycle.Move, d *Doc) bool {
	return !d.affectsCompetition() || d.Competition != "" || s.Step == "公平竞争审查" || s.Step == "退回补正"
}

// affectsCompetition reports whether the review of fair competition is due. A document that is closely tied to business is
// one that concerns economic activity, if the ledger does not say otherwise.
func (d *Doc) affectsCompetition() bool {
	return d.Competition != "不涉及" && (d.Business || d.Competition != "")
}

func (d *Doc) isFair() bool {
	return d.Competition == "符合标准" || d.Competition == "适用例外"
}
