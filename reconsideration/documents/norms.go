package documents

import "github.com/fazhi-go/fazhi/gongwen/form"

// norms are the letters of the review of normative documents (附带审查, art. 56 to 60).
func norms() []Document {
	return []Document{
		{Key: "norm-referral", Series: "行复函", Spec: normReferral()},
		{Key: "norm-reply", Series: "行复规", Spec: normReply()},
	}
}

func referrals() []ground {
	return []ground{
		{"申请人提出", law + "第五十六条", lawOld + "第二十六条"},
		{"依职权审查", law + "第五十七条", lawOld + "第二十七条"},
	}
}

// normReferral passes a document on to the organ that may deal with it, which answers within sixty days (art. 60).
func normReferral() form.Spec {
	return letter{
		name: "规范性文件转送函", doc: "行政复议法第五十六条、第五十七条、第六十条", title: "关于转送审查{文件名称}的函",
		kind: form.Notice, issuer: organ, to: "{处理机关}", old: true,
		fields: []form.Field{
			{Name: "处理机关", Required: true, Doc: "有权处理的机关"},
			{Name: "文件名称", Required: true, Doc: "加书名号，如：《某办法》"},
			{Name: "文件文号"},
			{Name: "审查条款", Required: true, Doc: "如：第三条"},
			{Name: "转送情形", Type: form.Choice, Required: true, Choices: names(referrals())},
			{Name: "审查理由", Type: form.Passage, Required: true},
			{Name: "随附材料", Type: form.List},
			{Name: "抄送", Type: form.List},
		},
		laws: articles("转送情形", true, referrals()),
		parts: []form.Part{
			{If: []string{"转送情形=申请人提出"}, Text: "本机关在办理行政复议案件中，申请人一并提出对{文件名称}[（{文件文号}）]{审查条款}的审查申请。"},
			{If: []string{current, "转送情形=依职权审查"}, Text: unlawfulBasis("行政行为")},
			{If: []string{oldLaw, "转送情形=依职权审查"}, Text: unlawfulBasis("具体行政行为")},
			{Text: "理由如下：{审查理由}"},
			{Text: "本机关无权处理该文件，根据{依据}的规定，现转送贵机关依法处理。[随附{随附材料}。]"},
			{If: []string{current}, Text: "请根据" + law + "第六十条的规定，予以研究处理，并自收到转送之日起六十日内函复本机关。"},
			{If: []string{oldLaw, "转送情形=申请人提出"}, Text: "请自收到转送之日起六十日内予以研究处理，并函复本机关。"},
			{If: []string{oldLaw, "转送情形=依职权审查"}, Text: "请予研究处理，并函复本机关。"},
		},
		copyTo: []string{"{抄送}"},
	}.spec()
}

func unlawfulBasis(act string) string {
	return "本机关在办理行政复议案件中，认为作为" + act + "依据的{文件名称}[（{文件文号}）]{审查条款}不合法。"
}

// normReply asks the organ that made a document for its answer (art. 58), which the law before did not know.
func normReply() form.Spec {
	return letter{
		name: "规范性文件合法性答复通知书", doc: "行政复议法第五十八条", kind: form.Notice, issuer: office, to: "{制定机关}",
		fields: []form.Field{
			{Name: "制定机关", Required: true},
			{Name: "文件名称", Required: true, Doc: "加书名号，如：《某办法》"},
			{Name: "文件文号"},
			{Name: "审查条款", Required: true, Doc: "如：第三条"},
			{Name: "中止日期", Type: form.Date, Required: true},
			{Name: "提交地点"},
		},
		laws: []form.Law{{Text: law + "第五十八条第一款"}},
		parts: []form.Part{
			{Text: "本机构在办理行政复议案件中，需要审查{文件名称}[（{文件文号}）]{审查条款}的合法性，该案已于{中止日期}中止。"},
			{Text: "根据{依据}的规定，请自收到本通知之日起十个工作日内，就上述条款的合法性[向{提交地点}]提交书面答复及相关材料。"},
			{Text: hereby},
		},
	}.spec()
}
