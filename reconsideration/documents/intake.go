package documents

import "github.com/fazhi-go/fazhi/gongwen/form"

// intake are the documents on an application that has come in (行政复议法 art. 30, 31).
func intake() []Document {
	return []Document{
		{Key: "acceptance", Series: "行复受", Spec: acceptance()},
		{Key: "correction", Series: "行复补", Spec: correction()},
		{Key: "non-acceptance", Series: "行复不", Spec: nonAcceptance()},
	}
}

func acceptance() form.Spec {
	return letter{
		name: "行政复议申请受理通知书", doc: "行政复议法第三十条", kind: form.Notice, issuer: organ, to: "{申请人}", old: true,
		fields: toApplicant(
			form.Field{Name: "受理情形", Type: form.Choice, Required: true, Choices: []string{"审查受理", "视为受理"}, Doc: "适用旧法的没有视为受理"},
			form.Field{Name: "受理日期", Type: form.Date, Required: true, Doc: "视为受理的，填审查期限届满之日"},
			form.Field{Name: "程序", Type: form.Choice, When: []string{current}, Choices: []string{"普通程序", "简易程序"}},
		),
		laws: []form.Law{
			{If: []string{current, "受理情形=审查受理"}, Text: law + "第三十条第一款"},
			{If: []string{current, "受理情形=视为受理"}, Text: law + "第三十条第三款"},
			{If: []string{oldLaw, "受理情形=审查受理"}, Text: lawOld + "第十七条第二款"},
		},
		parts: []form.Part{
			{Text: received},
			{If: []string{"受理情形=审查受理"}, Text: "经审查，根据{依据}的规定，本机关自{受理日期}起予以受理[，适用{程序}审理]。"},
			{If: []string{"受理情形=视为受理"}, Text: "审查期限已经届满，根据{依据}的规定，该申请自{受理日期}起视为受理[，适用{程序}审理]。"},
			{Text: hereby},
		},
	}.spec()
}

func correction() form.Spec {
	return letter{
		name: "补正行政复议申请通知书", doc: "行政复议法第三十一条", kind: form.Notice, issuer: organ, to: "{申请人}", old: true,
		fields: toApplicant(
			form.Field{Name: "补正事项", Type: form.List, Required: true, Doc: "一次性载明，每项一句，末尾加句号"},
			form.Field{Name: "补正期限", When: []string{oldLaw}, Doc: "适用旧法时填合理的期限，如：十日"},
			form.Field{Name: "提交地点"},
		),
		laws: both(law+"第三十一条", rules+"第二十九条"),
		parts: []form.Part{
			{Text: received},
			{If: []string{current}, Text: "该申请材料不齐全或者表述不清楚，无法判断是否符合" + law + "第三十条第一款的规定。" + correct},
			{If: []string{oldLaw}, Text: "该申请材料不齐全或者表述不清楚。" + correct},
			{Each: "补正事项", Items: true, Text: "{项}"},
			{If: []string{current}, Text: "请自收到本通知之日起十个工作日内[向{提交地点}]提交补正材料。有正当理由不能按期补正的，可以书面说明，本机关可以延长合理的补正期限。"},
			{If: []string{oldLaw}, Text: "请自收到本通知之日起{补正期限}内[向{提交地点}]提交补正材料。"},
			{Text: "无正当理由逾期不补正的，视为放弃行政复议申请。"},
			{Text: hereby},
		},
	}.spec()
}

const correct = "根据{依据}的规定，请补正下列事项："

// nonAcceptance refuses an application. Under the law before, one that belonged to another organ (第六项) was no case for a
// decision: the applicant was told where to apply (2017年修正 art. 17 para. 1).
func nonAcceptance() form.Spec {
	return letter{
		name: "不予受理行政复议申请决定书", doc: "行政复议法第三十条", kind: form.Decision, issuer: organ, to: "{申请人}", old: true,
		fields: append(toApplicant(
			form.Field{Name: "不符合", Type: form.Choice, Required: true, Choices: items(7), Doc: "受理条件的哪一项；适用旧法的，第六项告知向有关机关提出，不用本文书"},
			form.Field{Name: "不予受理理由", Type: form.Passage, Required: true},
			form.Field{Name: "有管辖权的机关", When: []string{current, "不符合=第六项"}, Doc: "不属于本机关管辖的，告知有管辖权的行政复议机关"},
		), refusalFields()...),
		laws: []form.Law{
			{If: []string{current}, Text: law + "第三十条第二款"},
			{If: []string{oldLaw, "不符合=第一项|第二项|第三项|第四项|第五项|第七项"}, Text: lawOld + "第十七条第一款"},
		},
		parts: append([]form.Part{
			{Text: received},
			{Text: "经审查，本机关认为：{不予受理理由}"},
			{If: []string{current}, Text: "该申请不符合" + law + "第三十条第一款{不符合}的规定。根据{依据}的规定，本机关决定不予受理。"},
			{If: []string{oldLaw}, Text: "该申请不符合" + rules + "第二十八条{不符合}的规定。根据{依据}的规定，本机关决定不予受理。"},
			{If: []string{current, "不符合=第六项"}, Text: "对该行政行为的行政复议申请，请向{有管辖权的机关}提出。"},
		}, refusalRemedy()...),
	}.spec()
}

// items are 第一项 to the last.
func items(n int) []string {
	return []string{"第一项", "第二项", "第三项", "第四项", "第五项", "第六项", "第七项"}[:n]
}
