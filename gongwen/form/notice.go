package form

import "github.com/fazhi-go/fazhi/gongwen"

// notice returns what the letters to an applicant have in common.
func notice(name string, kind Kind, fields []Field, parts ...Part) Spec {
	return Spec{
		Name: name, Kind: kind, Format: Format(gongwen.Letter),
		Fields: append([]Field{
			{Name: "文号", Type: Number, Required: true},
			{Name: "复议机关", Required: true},
			{Name: "申请人", Type: Person, Required: true, Doc: "姓名或者名称"},
			{Name: "称谓", Type: Choice, Required: true, Choices: []string{"你", "你单位"}, Doc: "对申请人的称呼"},
			{Name: "被申请人", Required: true},
			{Name: "申请事由", Required: true, Doc: "如：不服被申请人作出的某决定"},
			{Name: "收到日期", Type: Date, Required: true, Doc: "收到行政复议申请之日"},
			{Name: "落款日期", Type: Date, Required: true},
		}, fields...),
		Mark: "{复议机关}", Number: "文号", Title: name, To: "{申请人}",
		Parts: parts,
		Sign:  Sign{Organs: []string{"{复议机关}"}, Date: "落款日期", Seal: true},
	}
}

// received begins every notice.
const received = "{称谓}{申请事由}，以{被申请人}为被申请人提出的行政复议申请，本机关已于{收到日期}收到。"

// AcceptanceNotice returns a notice that a reconsideration case is accepted (行政复议申请受理通知书). 行政复议法 (2023) art. 30
// says when an application is accepted.
func AcceptanceNotice() Spec {
	s := notice("行政复议申请受理通知书", Notice, []Field{
		{Name: "受理日期", Type: Date, Required: true},
		{Name: "程序", Type: Choice, Required: true, Choices: []string{"普通程序", "简易程序"}},
		{Name: "案件编号", Doc: "一案一码"},
		{Name: "联系人"}, {Name: "联系电话", Doc: "办案机构的电话"},
	},
		Part{Text: received},
		Part{Text: "经审查，该申请符合{依据}的规定，本机关决定自{受理日期}起予以受理，适用{程序}审理。"},
		Part{If: []string{"案件编号"}, Text: "案件编号：{案件编号}。"},
		Part{If: []string{"联系人"}, Text: "联系人：{联系人}。"},
		Part{If: []string{"联系电话"}, Text: "联系电话：{联系电话}。"},
		Part{Text: "特此通知。"},
	)
	s.Doc, s.Laws = "行政复议法第三十条", []Law{{Text: review + "第三十条第一款"}}
	return s
}

// NonAcceptanceDecision returns a decision not to accept a reconsideration case (不予受理行政复议申请决定书). 行政复议法
// (2023) art. 30 para. 2 wants the reasons, and the competent organ where the case belongs to another.
func NonAcceptanceDecision() Spec {
	s := notice("不予受理行政复议申请决定书", Decision, []Field{
		{Name: "不符合", Type: Choice, Required: true, Choices: conditionsOfAcceptance(), Doc: "第三十条第一款的哪一项"},
		{Name: "不予受理理由", Type: Passage, Required: true},
		{Name: "有管辖权的机关", When: []string{"不符合=第六项"}, Doc: "不属于本机关管辖的，告知有管辖权的行政复议机关"},
		{Name: "救济途径", Required: true},
	},
		Part{Text: received},
		Part{Text: "经审查，本机关认为：{不予受理理由}"},
		Part{Text: "该申请不符合" + review + "第三十条第一款{不符合}的规定。根据{依据}的规定，本机关决定不予受理。"},
		Part{If: []string{"不符合=第六项"}, Text: "对该行政行为的行政复议，由{有管辖权的机关}管辖。"},
		Part{Text: "{救济途径}"},
	)
	s.Doc, s.Laws = "行政复议法第三十条", []Law{{Text: review + "第三十条第二款"}}
	return s
}

func conditionsOfAcceptance() []string {
	return []string{"第一项", "第二项", "第三项", "第四项", "第五项", "第六项", "第七项"}
}

// CorrectionNotice returns a notice that an application has to be corrected (补正行政复议申请通知书). 行政复议法 (2023)
// art. 31 wants all that is missing named at once, gives the applicant ten (working, art. 88) days and says what happens
// when they pass.
func CorrectionNotice() Spec {
	s := notice("补正行政复议申请通知书", Notice, []Field{
		{Name: "补正事项", Type: List, Required: true, Doc: "一次性载明，每项一句，末尾加句号"},
		{Name: "提交地点"},
	},
		Part{Text: received},
		Part{Text: "该申请材料不齐全或者表述不清楚，本机关无法判断是否符合" + review + "第三十条第一款的规定。根据{依据}的规定，请补正下列事项："},
		Part{Each: "补正事项", Items: true, Text: "{项}"},
		Part{Text: "请自收到本通知之日起十个工作日内[向{提交地点}]提交补正材料。有正当理由不能按期补正的，本机关可以延长合理的补正期限；无正当理由逾期不补正的，视为放弃行政复议申请。"},
		Part{Text: "特此通知。"},
	)
	s.Doc, s.Laws = "行政复议法第三十一条", []Law{{Text: review + "第三十一条"}}
	return s
}
