package casefile

import "slices"

// A Writ is a document that a file must hold (应备文书). Name is its one name here and in the built-in rubrics, Also are
// other names under which files have it.
type Writ struct {
	Norm
	Also []string

	when condition // nil: every file of its sorts needs it
}

// Writs returns the documents that files must hold, in the usual order of a file. Names in Also are read as the name.
func Writs() []Writ {
	return slices.Concat(penaltyWrits(), hearingWrits(), decisionWrits(), permitWrits(), coercionWrits(), executionWrits(), inspectionWrits())
}

// refusal is the permit's decision when it is not given; it is a decision all the same.
const refusal = "不予行政许可决定书"

// rejection is the voucher for an application that the organ does not take up.
const rejection = "行政许可不予受理通知书"

func rejectionAlso() []string {
	return []string{"不予受理通知书", "行政许可不予受理决定书", "不予受理决定书"}
}

// inspectionRecord is the one writ that several kinds of files share by name; the demand for it is made twice, once for
// each law.
const inspectionRecord = "现场检查(勘察)笔录"

func inspectionRecordAlso() []string {
	return []string{"现场检查（勘察）笔录", "现场检查笔录", "现场勘察笔录", "现场检查（勘验）笔录"}
}

func penaltyWrits() []Writ {
	law, handled, ordinary := penaltyLaw(), []Sort{Penalty, NoPenalty}, []Procedure{Ordinary}
	return []Writ{
		{Norm: Norm{Code: "enforcement/file/writ/filing", Name: "立案审批表", Sorts: handled, Procedures: ordinary,
			Doc: "符合立案标准的，及时立案"}.in(law, "第五十四条第二款"), Also: []string{"立案呈批表", "行政处罚立案审批表"}},
		{Norm: Norm{Code: "enforcement/file/writ/inspection-record", Name: inspectionRecord, Sorts: handled, Procedures: ordinary,
			Doc: "检查应当制作笔录"}.in(law, "第五十五条第二款"), Also: inspectionRecordAlso(), when: happened(Inspected)},
		{Norm: Norm{Code: "enforcement/file/writ/preservation", Name: "先行登记保存决定书", Sorts: handled, Procedures: ordinary,
			Doc: "先行登记保存证据，经负责人批准"}.in(law, "第五十六条"), Also: []string{"先行登记保存证据通知书", "先行登记保存通知书"}, when: happened(Preserved)},
		{Norm: Norm{Code: "enforcement/file/writ/report", Name: "案件调查报告", Sorts: handled, Procedures: ordinary,
			Doc: "调查终结，由负责人对调查结果进行审查"}.in(law, "第五十七条第一款"), Also: []string{"调查终结报告", "案件调查终结报告"}},
		{Norm: Norm{Code: "enforcement/file/writ/correction", Name: "责令改正违法行为决定书", Sorts: handled, Procedures: ordinary,
			Doc: "实施行政处罚时，责令当事人改正或者限期改正违法行为"}.in(law, "第二十八条第一款"), Also: []string{"责令改正通知书", "责令改正违法行为通知书"}, when: happened(OrderedToCorrect)},
		{Norm: Norm{Code: "enforcement/file/writ/review", Name: "法制审核意见书", Sorts: []Sort{Penalty}, Procedures: ordinary,
			Doc: "应当法制审核的，有书面审核意见"}.in(law, "第五十八条第一款"), Also: []string{"法制审核意见表", "重大执法决定法制审核意见书"}, when: is(ReviewDue)},
		{Norm: Norm{Code: "enforcement/file/writ/notice", Name: "行政处罚事先(听证)告知书", Sorts: []Sort{Penalty}, Procedures: ordinary,
			Doc: "决定之前告知当事人"}.in(law, "第四十四条"), Also: []string{"行政处罚事先（听证）告知书", "行政处罚事先告知书", "行政处罚听证告知书"}},
		{Norm: Norm{Code: "enforcement/file/writ/plea", Name: "陈述申辩复核意见书", Sorts: []Sort{Penalty}, Procedures: ordinary,
			Doc: "对当事人提出的事实、理由和证据进行复核"}.in(law, "第四十五条第一款"), Also: []string{"陈述申辩复核记录"}, when: happened(Pleaded)},
	}
}

func hearingWrits() []Writ {
	law, permit, handled, ordinary := penaltyLaw(), permitLaw(), []Sort{Penalty, NoPenalty}, []Procedure{Ordinary}
	record := []string{"听证会笔录"}
	return []Writ{
		{Norm: Norm{Code: "enforcement/file/writ/hearing-notice", Name: "行政处罚听证通知书", Sorts: handled, Procedures: ordinary,
			Doc: "通知当事人和有关人员听证的时间、地点"}.in(law, "第六十四条第二项"), Also: []string{"听证通知书"}, when: happened(Heard)},
		{Norm: Norm{Code: "enforcement/file/writ/hearing-record", Name: "听证笔录", Sorts: handled, Procedures: ordinary,
			Doc: "听证应当制作笔录"}.in(law, "第六十四条第八项"), Also: record, when: happened(Heard)},
		{Norm: Norm{Code: "enforcement/file/writ/permit-hearing-record", Name: "听证笔录", Sorts: []Sort{Permit},
			Doc: "听证应当制作笔录"}.in(permit, "第四十八条第一款第五项"), Also: record, when: happened(Heard)},
		{Norm: Norm{Code: "enforcement/file/writ/discussion", Name: "集体讨论记录", Sorts: []Sort{Penalty}, Procedures: ordinary,
			Doc: "情节复杂或者重大违法的，由负责人集体讨论决定"}.in(law, "第五十七条第二款"), Also: []string{"案件集体讨论记录", "重大案件集体讨论记录"}, when: is(DiscussionDue)},
	}
}

func decisionWrits() []Writ {
	law, permit, ordinary, handled := penaltyLaw(), permitLaw(), []Procedure{Ordinary}, []Sort{Penalty, NoPenalty}
	receipt := []string{"送达回执"}
	return []Writ{
		{Norm: Norm{Code: "enforcement/file/writ/decision", Name: "行政处罚决定书", Sorts: []Sort{Penalty}, Procedures: ordinary,
			Doc: "给予行政处罚，应当制作行政处罚决定书"}.in(law, "第五十九条")},
		{Norm: Norm{Code: "enforcement/file/writ/summary-decision", Name: "当场行政处罚决定书", Sorts: []Sort{Penalty}, Procedures: []Procedure{Summary},
			Doc: "填写预定格式、编有号码的行政处罚决定书并当场交付"}.in(law, "第五十二条第一款"), Also: []string{"行政处罚当场决定书", "行政处罚决定书（当场）"}},
		{Norm: Norm{Code: "enforcement/file/writ/summary-report", Name: "当场处罚备案表", Sorts: []Sort{Penalty}, Procedures: []Procedure{Summary},
			Doc: "当场作出的行政处罚决定报所属行政机关备案"}.in(law, "第五十二条第三款"), Also: []string{"当场行政处罚备案表"}},
		{Norm: Norm{Code: "enforcement/file/writ/no-penalty-decision", Name: "不予行政处罚决定书", Sorts: []Sort{NoPenalty},
			Doc: "依法不予行政处罚的，作出不予行政处罚决定"}.in(law, "第五十七条第一款")},
		{Norm: Norm{Code: "enforcement/file/writ/receipt", Name: "送达回证", Sorts: handled, Procedures: ordinary,
			Doc: "决定书依照民事诉讼法的有关规定送达"}.in(law, "第六十一条第一款"), Also: receipt},
		{Norm: Norm{Code: "enforcement/file/writ/permit-receipt", Name: "送达回证", Sorts: []Sort{Permit},
			Doc: "准予许可的，行政许可证件颁发、送达申请人"}.in(permit, "第四十四条"), Also: receipt, when: granted},
		{Norm: Norm{Code: "enforcement/file/writ/closing", Name: "结案审批表", Sorts: handled, Procedures: ordinary,
			Doc: "办结的案件有结案审批"}.in(law, "第四十七条"), Also: []string{"结案报告", "行政处罚结案审批表"}, when: happened(Closed)},
	}
}

func permitWrits() []Writ {
	law, permits := permitLaw(), []Sort{Permit}
	return []Writ{
		{Norm: Norm{Code: "enforcement/file/writ/application", Name: "行政许可申请书", Sorts: permits,
			Doc: "申请人提出申请"}.in(law, "第二十九条"), Also: []string{"行政许可申请表"}},
		{Norm: Norm{Code: "enforcement/file/writ/permit-correction", Name: "补正告知书", Sorts: permits,
			Doc: "一次告知申请人需要补正的全部内容"}.in(law, "第三十二条第一款第四项"), Also: []string{"补正通知书", "行政许可补正告知书"}, when: happened(CorrectionTold)},
		{Norm: Norm{Code: "enforcement/file/writ/acceptance", Name: "行政许可受理通知书", Sorts: permits,
			Doc: "受理申请，出具加盖专用印章和注明日期的书面凭证"}.in(law, "第三十二条第二款"), Also: []string{"受理通知书", "行政许可受理决定书"}, when: taken},
		{Norm: Norm{Code: "enforcement/file/writ/rejection", Name: rejection, Sorts: permits,
			Doc: "不予受理申请，出具加盖专用印章和注明日期的书面凭证"}.in(law, "第三十二条第二款"), Also: rejectionAlso(), when: func(f *File) Answer { return AnswerOf(taken(f) == No) }},
		{Norm: Norm{Code: "enforcement/file/writ/permit-extension", Name: "延长许可期限告知书", Sorts: permits,
			Doc: "延长期限的理由告知申请人"}.in(law, "第四十二条"), Also: []string{"行政许可延期告知书"}, when: happened(Extended)},
		{Norm: Norm{Code: "enforcement/file/writ/permit-decision", Name: "行政许可决定书", Sorts: permits,
			Doc: "作出书面的行政许可决定"}.in(law, "第三十八条"), Also: []string{"准予行政许可决定书", refusal}, when: taken},
	}
}

func coercionWrits() []Writ { return slices.Concat(seizureWrits(), freezeWrits()) }

func seizureWrits() []Writ {
	law := coercionLaw()
	return []Writ{
		{Norm: Norm{Code: "enforcement/file/writ/seizure-approval", Name: "查封/扣押审批表",
			Doc: "实施前向负责人报告并经批准"}.in(law, "第十八条第一项"), Also: []string{"查封（扣押）审批表", "查封审批表", "扣押审批表"}, when: happened(Seized)},
		{Norm: Norm{Code: "enforcement/file/writ/seizure", Name: "查封/扣押决定书(含清单)",
			Doc: "制作并当场交付查封、扣押决定书和清单"}.in(law, "第二十四条第一款"), Also: []string{"查封/扣押决定书（含清单）", "查封/扣押决定书", "查封（扣押）决定书", "查封决定书", "扣押决定书"}, when: happened(Seized)},
		{Norm: Norm{Code: "enforcement/file/writ/seizure-record", Name: "查封/扣押现场笔录(含清单)",
			Doc: "制作现场笔录"}.in(law, "第十八条第七项"), Also: []string{"查封/扣押现场笔录（含清单）", "查封/扣押现场笔录", "查封（扣押）现场笔录"}, when: happened(Seized)},
		{Norm: Norm{Code: "enforcement/file/writ/seizure-extension", Name: "查封/扣押延期决定书",
			Doc: "延长查封、扣押的决定书面告知当事人"}.in(law, "第二十五条第二款"), Also: []string{"查封（扣押）延期决定书", "延长查封（扣押）期限决定书"}, when: happened(SeizureExtended)},
		{Norm: Norm{Code: "enforcement/file/writ/seizure-release", Name: "解除查封/扣押决定书",
			Doc: "及时作出处理或者解除查封、扣押的决定"}.in(law, "第二十七条、第二十八条"), Also: []string{"解除查封（扣押）决定书", "查封（扣押）处理决定书"}, when: happened(SeizureReleased)},
	}
}

func freezeWrits() []Writ {
	law := coercionLaw()
	return []Writ{
		{Norm: Norm{Code: "enforcement/file/writ/freeze-approval", Name: "冻结审批表",
			Doc: "实施前向负责人报告并经批准"}.in(law, "第十八条第一项、第三十条第一款"), Also: []string{"冻结存款汇款审批表"}, when: happened(Frozen)},
		{Norm: Norm{Code: "enforcement/file/writ/freeze-record", Name: "冻结现场笔录",
			Doc: "制作现场笔录"}.in(law, "第十八条第七项、第三十条第一款"), when: happened(Frozen)},
		{Norm: Norm{Code: "enforcement/file/writ/freeze-notice", Name: "冻结通知书",
			Doc: "向金融机构交付冻结通知书"}.in(law, "第三十条第一款"), Also: []string{"协助冻结通知书"}, when: happened(Frozen)},
		{Norm: Norm{Code: "enforcement/file/writ/freeze", Name: "冻结决定书",
			Doc: "向当事人交付冻结决定书"}.in(law, "第三十一条"), when: happened(Frozen)},
		{Norm: Norm{Code: "enforcement/file/writ/freeze-release", Name: "解除冻结决定书",
			Doc: "作出处理决定或者解除冻结决定"}.in(law, "第三十二条第一款、第三十三条"), Also: []string{"冻结处理决定书"}, when: happened(FreezeReleased)},
	}
}

func executionWrits() []Writ {
	law := coercionLaw()
	return []Writ{
		{Norm: Norm{Code: "enforcement/file/writ/urging", Name: "督促履行义务催告书",
			Doc: "催告以书面形式作出"}.in(law, "第三十五条、第五十四条"), Also: []string{"催告书", "履行义务催告书"}, when: happened(Urged)},
		{Norm: Norm{Code: "enforcement/file/writ/enforcement", Name: "强制执行决定书",
			Doc: "强制执行决定以书面形式作出"}.in(law, "第三十七条第二款"), Also: []string{"行政强制执行决定书"}, when: happened(EnforcementDecided)},
		{Norm: Norm{Code: "enforcement/file/writ/court", Name: "强制执行申请书",
			Doc: "向人民法院申请强制执行，提供强制执行申请书"}.in(law, "第五十五条第一款第一项"), Also: []string{"行政强制执行申请书"}, when: happened(CourtApplied)},
	}
}

func inspectionWrits() []Writ {
	paper, inspected := inspections(), []Sort{Inspection}
	return []Writ{
		{Norm: Norm{Code: "enforcement/file/writ/inspection-approval", Name: "行政检查审批表", Sorts: inspected,
			Doc: "实施涉企行政检查之前报批"}.in(paper, ""), Also: []string{"检查审批表"}, when: is(Enterprise)},
		{Norm: Norm{Code: "enforcement/file/writ/inspection-notice", Name: "行政检查通知书", Sorts: inspected,
			Doc: "实施涉企行政检查之前制作检查通知书"}.in(paper, ""), Also: []string{"检查通知书"}, when: is(Enterprise)},
		{Norm: Norm{Code: "enforcement/file/writ/inspection-site", Name: inspectionRecord, Sorts: inspected,
			Doc: "涉企现场检查应当制作笔录"}.in(paper, ""), Also: inspectionRecordAlso(), when: is(Enterprise)},
	}
}

// title is a document that no law here asks for in every file, with the other names under which files have it.
type title struct {
	name string
	also []string
}

// titles are documents that rubrics speak of beside the Writs.
func titles() []title {
	return []title{
		{"陈述申辩笔录", nil},
		{"调查询问笔录", []string{"询问笔录", "调查（询问）笔录", "调查笔录"}},
		{"监测/检测/鉴定报告", []string{"监测报告", "检测报告", "检验报告", "鉴定报告", "鉴定意见"}},
		{"收集的其他证据", []string{"证据材料"}},
		{"不予行政处罚事先告知书", nil},
	}
}
