package normdoc

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// Limits are what local rules say about time. Places differ, so a limit that is zero is not set, and no clock begins.
type Limits struct {
	Review     workday.Span // 审核期限 of documents, from submission (送审)
	Filing     workday.Span // 备案期限, from publication (公布)
	ItemReview workday.Span // 审查期限 of council items, from submission (送审)
}

// Flow returns the way of a normative document: 起草, 公开征求意见, 公平竞争审查, 合法性审核, 集体审议, 印发, 公布, 备案
// (地方组织法第七十五条), and what becomes of it while it is in force. Signing, registration, numbering and printing
// (三统一) are one step, 印发, which draws from the series 登记号 and 发文字号.
//
// How long the public is heard is a least time, not a limit, and remains with the checks. When a document runs out is
// in the document; the step 失效 notes it.
func Flow(p Profile) lifecycle.Flow {
	return lifecycle.Flow{Kind: Kind, Name: "行政规范性文件办理流程", Steps: slices.Concat(draftSteps(p), issueSteps(p), forceSteps())}
}

const (
	reviewLimit     = "审核期限"
	disclosureLimit = "主动公开期限"
	filingLimit     = "备案期限"
)

func draftSteps(p Profile) []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "起草", Doc: "形成草案，或者依照意见修改草案", First: true, After: drafted()},
		{Name: "公开征求意见", Doc: "向社会公布草案，征求意见", After: []string{"起草"}},
		{Name: "公平竞争审查", Doc: "审查对公平竞争的影响，作出审查结论", After: []string{"起草", "公开征求意见"}},
		{
			Name: "送审", Doc: "把送审稿和有关材料送合法性审核", After: []string{"起草", "公开征求意见", "公平竞争审查", "退回补正"},
			Gates: []lifecycle.Gate{{
				Code: "normdoc/competition/before-review", Basis: "公平竞争审查条例第十四条、第十八条", From: fazhi.DateOf(2024, 8, 1),
				Path: "/business", Doc: "涉及经营者经济活动的文件，起草阶段应当公平竞争审查；未经审查的，不得出台",
				Open: lifecycle.For(isFair),
			}},
			Starts: []lifecycle.Clock{{Name: reviewLimit, Span: p.Limits.Review, Basis: p.rule()}},
		},
		{Name: "退回补正", Doc: "材料不齐全，或者没有履行前面的程序，退回起草单位", After: []string{"送审"}, Stops: []string{reviewLimit}},
		{Name: "合法性审核", Doc: "出具合法性审核意见", After: []string{"送审"}, Stops: []string{reviewLimit}},
		{Name: "终止制定", Doc: "不再制定", After: drafted(), Final: true},
	}
}

// drafted are the steps before a document is issued, from which it may go back to its drafter.
func drafted() []string {
	return []string{"起草", "公开征求意见", "公平竞争审查", "退回补正", "合法性审核", "集体审议"}
}

func issueSteps(p Profile) []lifecycle.Step {
	return []lifecycle.Step{
		{
			Name: "集体审议", Doc: "常务会议、全体会议或者办公会议集体讨论决定", After: []string{"合法性审核", "集体审议"},
			Gates: []lifecycle.Gate{{
				Code: "normdoc/review/before-deliberation", From: fazhi.DateOf(2022, 3, 12), Path: "/opinion",
				Basis: "地方各级人民代表大会和地方各级人民政府组织法第七十五条",
				Doc:   "集体审议之前应当合法性审查；审查意见为不合法的，不得提请审议", Open: lifecycle.For(mayBeDeliberated),
			}},
		},
		{
			Name: "印发", Doc: "签署，统一登记、编号、印发", After: []string{"集体审议"},
			Starts: []lifecycle.Clock{{
				Name: disclosureLimit, Span: workday.Span{N: 20, Unit: workday.WorkingDays}, Basis: "政府信息公开条例第二十六条",
				From: fazhi.DateOf(2019, 5, 15),
			}},
			Numbers: []string{"登记号", "发文字号"},
		},
		{
			Name: "公布", Doc: "向社会公布", After: []string{"印发"},
			Starts: []lifecycle.Clock{{Name: filingLimit, Span: p.Limits.Filing, Basis: p.rule()}},
			Stops:  []string{disclosureLimit},
		},
	}
}

func forceSteps() []lifecycle.Step {
	return []lifecycle.Step{
		{Name: "备案", Doc: "报送备案", After: published(), Stops: []string{filingLimit}},
		{Name: "评估", Doc: "评估实施情况", After: published()},
		{Name: "清理", Doc: "清理后继续有效", After: published()},
		{Name: "修改", Doc: "修改的决定公布；决定另行办理", After: published()},
		{Name: "废止", Doc: "废止的决定公布", After: published(), Final: true},
		{Name: "失效", Doc: "有效期届满，或者宣布失效", After: published(), Final: true},
	}
}

// published are the steps at which a document is in force or about to be.
func published() []string { return []string{"公布", "备案", "评估", "清理", "修改"} }

// isFair asks for the review of fair competition, or for a submission sent back that had it before.
func isFair(s lifecycle.State, _ lifecycle.Move, d *Doc) bool {
	return !d.Business || s.Step == "公平竞争审查" || s.Step == "退回补正"
}

func mayBeDeliberated(_ lifecycle.State, m lifecycle.Move, d *Doc) bool {
	return isPositive(d.Opinion) && !d.Reviewed.IsZero() && !d.Reviewed.After(m.On)
}

// isPositive reports whether an opinion lets a draft go on. One that asks for changes does: what was not taken up is
// explained at the meeting.
func isPositive(opinion string) bool { return opinion == "合法" || opinion == "应当予以修改" }
