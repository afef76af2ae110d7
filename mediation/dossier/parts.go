package dossier

import (
	"slices"

	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// Parts returns the usual thirteen parts in their order. Each call makes new ones, which may be changed.
//
// That a file without an agreement explains why (part 12) is this package's reading, since the list has no other place for the
// notice of 人民调解法第二十六条; and so is that the back cover carries no page number. The registration, the records and the
// agreement are what the law names (第二十七条); the other parts are those of the forms. An application may be made by word of mouth,
// and then its record stands for it (医疗纠纷预防和处理条例第三十一条第二款).
func Parts() []Part {
	return []Part{
		{No: 1, Name: "人民调解申请书或者受理登记表", Need: Either, Law: archiving,
			Papers: []Wanted{{Name: "申请书", Fits: applied}, {Name: "申请笔录", Fits: applied}, {Name: "口头申请", Fits: applied}, {Name: "受理登记表"}}},
		{No: 2, Name: "权利义务告知书", Need: Required, When: untalked, Needed: mediated},
		{No: 3, Name: "当事人身份证明", Need: Required, When: untalked, Needed: mediated},
		{No: 4, Name: "授权委托书", Need: AsNeeded, When: "有委托代理人", Needed: represented},
		{No: 5, Name: "调查记录", Need: AsNeeded},
		{No: 6, Name: "证据材料", Need: AsNeeded, When: "进行过鉴定", Needed: appraised, Papers: []Wanted{{Name: "鉴定"}}},
		{No: 7, Name: "调解记录", Need: Required, Law: archiving, When: untalked, Needed: mediated},
		{No: 8, Name: "调解协议书或者口头协议登记表", Need: Either, Law: archiving, When: "达成协议", Needed: agreed,
			Papers: []Wanted{{Name: "口头协议登记表", Fits: oral}, {Name: "协议书", Fits: written}}},
		{No: 9, Name: "履行凭证", Need: AsNeeded, When: "已经履行", Needed: performed},
		{No: 10, Name: "回访记录", Need: AsNeeded, When: "进行过回访", Needed: visited},
		{No: 11, Name: "司法确认材料", Need: AsNeeded, When: "申请了司法确认", Needed: confirmed},
		{No: 12, Name: "卷宗情况说明", Need: AsNeeded, When: "没有达成协议", Needed: failed},
		{No: 13, Name: "封底", Need: Required, Unpaged: true},
	}
}

const untalked = "没有调解就终止的除外"

// applied reports whether there can be an application: not where the committee began of its own accord.
func applied(d *dispute.Dispute) bool { return d.Source != "主动调解" }

// represented reports whether somebody acts for a party by authority. Those who act for a minor, and the head of an
// organisation, need none.
func represented(d *dispute.Dispute) bool {
	return slices.ContainsFunc(d.Parties, dispute.Party.ByAuthority)
}

func appraised(d *dispute.Dispute) bool { return len(d.Appraisals) > 0 }

func mediated(d *dispute.Dispute) bool { return len(d.Talks) > 0 || d.Ledger().Result != "终止" }

func agreed(d *dispute.Dispute) bool { return d.Ledger().Result == "成功" || d.Agreement != nil }

// oral and written both hold when nobody says which form the agreement has.
func oral(d *dispute.Dispute) bool    { return formOf(d) != "书面" }
func written(d *dispute.Dispute) bool { return formOf(d) != "口头" }

// formOf returns the form of the agreement: as the ledger has it, else as the agreement itself.
func formOf(d *dispute.Dispute) string {
	switch {
	case d.Form != "" || d.Agreement == nil:
		return d.Form
	case d.Agreement.Oral:
		return "口头"
	}
	return "书面"
}

func performed(d *dispute.Dispute) bool {
	return d.Case.Performed == "履行完毕" || d.Case.Performed == "部分履行" ||
		slices.ContainsFunc(d.Performed, func(p dispute.Performance) bool { return !p.Done.IsZero() })
}

func visited(d *dispute.Dispute) bool { return len(d.Visits) > 0 }

func confirmed(d *dispute.Dispute) bool {
	state := d.Ledger().Confirmation
	return state != "" && state != "未申请"
}

func failed(d *dispute.Dispute) bool {
	result := d.Ledger().Result
	return result == "不成功" || result == "终止"
}
