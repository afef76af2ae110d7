package documents

import "github.com/fazhi-go/fazhi/gongwen/form"

// process are the documents of a case that is being heard.
func process() []Document {
	return []Document{
		{Key: "reply", Series: "行复答", Spec: reply()},
		{Key: "third-party", Series: "行复参", Spec: thirdParty()},
		{Key: "hearing", Series: "行复听", Spec: hearing()},
		{Key: "conversion", Series: "行复转", Spec: conversion()},
		{Key: "extension", Series: "行复延", Spec: extension()},
		{Key: "suspension", Series: "行复中", Spec: suspension()},
		{Key: "resumption", Series: "行复恢", Spec: resumption()},
		{Key: "stay", Series: "行复停", Spec: stay()},
	}
}

// reply asks the respondent for its answer and evidence (art. 48 and 54; without them art. 70).
func reply() form.Spec {
	const ordinary, simple = "程序=普通程序", "程序=简易程序"
	return letter{
		name: "行政复议答复通知书", doc: "行政复议法第四十八条、第五十四条、第七十条", kind: form.Notice, issuer: office, to: "{被申请人}", old: true,
		fields: []form.Field{
			{Name: "被申请人", Required: true},
			{Name: "申请人", Type: form.Person, Required: true, Doc: "姓名或者名称"},
			{Name: "申请事由", Required: true, Doc: "如：不服你单位作出的某决定"},
			{Name: "受理日期", Type: form.Date, Required: true},
			{Name: "程序", Type: form.Choice, When: []string{current}, Choices: []string{"普通程序", "简易程序"}},
			{Name: "随附材料", Type: form.List, Required: true, Doc: "如：行政复议申请书副本"},
			{Name: "提交地点"},
		},
		laws: []form.Law{
			{If: []string{current, ordinary}, Text: law + "第四十八条"},
			{If: []string{current, simple}, Text: law + "第五十四条第一款"},
			{If: []string{oldLaw}, Text: lawOld + "第二十三条第一款"},
		},
		parts: []form.Part{
			{Text: "{申请人}{申请事由}申请行政复议，已于{受理日期}受理[，适用{程序}审理]。现将{随附材料}发送你单位。"},
			{If: []string{current, ordinary}, Text: replyWithin("十个工作日", "行政行为")},
			{If: []string{current, simple}, Text: replyWithin("五个工作日", "行政行为")},
			{If: []string{oldLaw}, Text: replyWithin("十日", "具体行政行为")},
			{If: []string{current}, Text: "逾期不提出书面答复、不提交上述材料的，根据" + law + "第七十条的规定，视为该行政行为没有证据、依据。"},
			{If: []string{oldLaw}, Text: "逾期不提出书面答复、不提交上述材料的，根据" + lawOld + "第二十八条第一款第四项的规定，视为该具体行政行为没有证据、依据。"},
			{Text: hereby},
		},
	}.spec()
}

func replyWithin(days, act string) string {
	return "根据{依据}的规定，请自收到之日起" + days + "内提出书面答复，并[向{提交地点}]提交作出" + act + "的证据、依据和其他有关材料。"
}

func thirdParty() form.Spec {
	return letter{
		name: "第三人参加行政复议通知书", doc: "行政复议法第十六条", kind: form.Notice, issuer: office, to: "{第三人}", old: true,
		fields: []form.Field{
			{Name: "第三人", Type: form.Person, Required: true, Doc: "姓名或者名称"},
			{Name: "称谓", Type: form.Choice, Required: true, Choices: []string{"你", "你单位"}, Doc: "对第三人的称呼"},
			{Name: "申请人", Type: form.Person, Required: true, Doc: "姓名或者名称"},
			{Name: "申请事由", Required: true, Doc: "如：不服某市某区某局作出的某决定"},
			{Name: "受理日期", Type: form.Date, Required: true},
			{Name: "随附材料", Type: form.List, Doc: "如：行政复议申请书副本"},
			{Name: "意见期限", Type: form.Date, Doc: "请其提出书面意见的日期"},
		},
		laws: both(law+"第十六条第一款", rules+"第九条第一款"),
		parts: []form.Part{
			{Text: accepted},
			{Text: "经审查，{称谓}同该案有利害关系。根据{依据}的规定，现通知{称谓}作为第三人参加行政复议。[随附{随附材料}。]"},
			{Text: "{称谓}可以委托一至二名代理人参加行政复议，按照规定查阅、复制有关材料[，并请于{意见期限}前提出书面意见、提交证据]。不参加行政复议，不影响案件的审理。"},
			{Text: hereby},
		},
	}.spec()
}

// hearing tells when and where the hearing is, five working days before (art. 51 and 88).
func hearing() form.Spec {
	return letter{
		name: "行政复议听证通知书", doc: "行政复议法第五十条、第五十一条", kind: form.Notice, issuer: office, to: parties, old: true,
		fields: toParties(
			form.Field{Name: "听证时间", Required: true, Doc: "年月日时分"},
			form.Field{Name: "听证地点", Required: true},
			form.Field{Name: "听证事项", Type: form.List, Required: true, Doc: "每项一句，末尾加句号"},
			form.Field{Name: "主持人", Required: true},
			form.Field{Name: "听证员", Type: form.List, When: []string{current}, Doc: "两名以上"},
			form.Field{Name: "记录员", When: []string{current}},
		),
		laws: both(law+"第五十条、第五十一条", rules+"第三十三条"),
		parts: []form.Part{
			{Text: accepted + "根据{依据}的规定，决定于{听证时间}在{听证地点}举行听证。"},
			{Text: "听证事项："},
			{Each: "听证事项", Items: true, Text: "{项}"},
			{Text: "听证主持人：{主持人}[，听证员：{听证员}][，记录员：{记录员}]。"},
			{If: []string{current}, Text: "请按时参加。申请人无正当理由拒不参加的，视为放弃听证权利。被申请人的负责人应当参加；不能参加的，应当说明理由并委托相应的工作人员参加。"},
			{If: []string{oldLaw}, Text: "请按时参加。"},
			{Text: hereby},
		},
	}.spec()
}

// conversion tells of the switch to the ordinary procedure, which the law before did not know.
func conversion() form.Spec {
	return letter{
		name: "转为普通程序审理通知书", doc: "行政复议法第五十五条", kind: form.Notice, issuer: office, to: parties,
		fields: toParties(
			form.Field{Name: "转换理由", Required: true, Doc: "末尾不加句号"},
			form.Field{Name: "转换日期", Type: form.Date, Required: true},
			form.Field{Name: "期限届满日", Type: form.Date, Doc: "从受理之日起算六十日，由期限模块计算"},
		),
		laws: []form.Law{{Text: law + "第五十五条"}},
		parts: []form.Part{
			{Text: accepted + "该案原适用简易程序审理。因{转换理由}，不宜适用简易程序，根据{依据}的规定，经行政复议机构的负责人批准，自{转换日期}起转为普通程序审理[，审理期限至{期限届满日}届满]。"},
			{Text: hereby},
		},
	}.spec()
}

// extension tells that the decision needs at most thirty more days (art. 62).
func extension() form.Spec {
	return letter{
		name: "行政复议延期审理通知书", doc: "行政复议法第六十二条", kind: form.Notice, issuer: organ, to: parties, old: true,
		fields: toParties(
			form.Field{Name: "延期理由", Required: true, Doc: "末尾不加句号"},
			form.Field{Name: "原届满日", Type: form.Date, Required: true},
			form.Field{Name: "延长至", Type: form.Date, Required: true, Doc: "延长不超过三十日"},
		),
		laws: both(law+"第六十二条第一款", lawOld+"第三十一条第一款"),
		parts: []form.Part{
			{If: []string{current}, Text: extended("行政复议机构")},
			{If: []string{oldLaw}, Text: extended("行政复议机关")},
			{Text: hereby},
		},
	}.spec()
}

func extended(approves string) string {
	return accepted + "因{延期理由}，情况复杂，不能在规定期限内作出行政复议决定。根据{依据}的规定，经" + approves +
		"的负责人批准，审理期限由{原届满日}延长至{延长至}。"
}

// suspensions are the cases of art. 39 para. 1.
func suspensions() []ground {
	now, before := law+"第三十九条第一款", rules+"第四十一条第一款"
	return []ground{
		{"申请人死亡", now + "第一项", before + "第一项"},
		{"申请人丧失行为能力", now + "第二项", before + "第二项"},
		{"申请人下落不明", now + "第三项", before + "第四项"},
		{"申请人组织终止", now + "第四项", before + "第三项"},
		{"当事人不能参加", now + "第五项", before + "第五项"},
		{"调解和解", now + "第六项", before + "第八项"},
		{"法律适用问题", now + "第七项", before + "第六项"},
		{"等待其他案件", now + "第八项", before + "第七项"},
		{"附带审查规范性文件", now + "第九项", lawOld + "第二十六条"},
		{"审查行政行为依据", now + "第九项", lawOld + "第二十七条"},
		{"其他情形", now + "第十项", before + "第八项"},
	}
}

// oldOffice: 行政复议法实施条例 art. 41 para. 3 had the office tell the parties.
const oldOffice = "；适用旧法的，填行政复议机构"

func suspension() form.Spec {
	return letter{
		name: "行政复议中止通知书", doc: "行政复议法第三十九条", kind: form.Notice, issuer: organ, signer: oldOffice, to: parties, old: true,
		fields: toParties(
			form.Field{Name: "中止情形", Type: form.Choice, Required: true, Choices: names(suspensions())},
			form.Field{Name: "中止事实", Required: true, Doc: "末尾不加句号"},
			form.Field{Name: "中止日期", Type: form.Date, Required: true},
		),
		laws: articles("中止情形", true, suspensions()),
		parts: []form.Part{
			{Text: accepted + "现因{中止事实}，根据{依据}的规定，自{中止日期}起中止行政复议。"},
			{Text: "中止的原因消除后，恢复审理并另行书面告知。"},
			{Text: hereby},
		},
	}.spec()
}

func resumption() form.Spec {
	return letter{
		name: "恢复行政复议审理通知书", doc: "行政复议法第三十九条", kind: form.Notice, issuer: organ, signer: oldOffice, to: parties, old: true,
		fields: toParties(
			form.Field{Name: "中止日期", Type: form.Date, Required: true},
			form.Field{Name: "恢复理由", Required: true, Doc: "中止的原因怎样消除，末尾不加句号"},
			form.Field{Name: "恢复日期", Type: form.Date, Required: true},
			form.Field{Name: "期限届满日", Type: form.Date, Doc: "由期限模块计算"},
		),
		laws: both(law+"第三十九条第二款", rules+"第四十一条第二款"),
		parts: []form.Part{
			{Text: accepted + "该案自{中止日期}起中止。现{恢复理由}，中止的原因已经消除，根据{依据}的规定，自{恢复日期}起恢复审理[，审理期限至{期限届满日}届满]。"},
			{Text: hereby},
		},
	}.spec()
}

// stays are the cases of art. 42, the last of which was narrower in the law before.
func stays() []ground {
	now, before := law+"第四十二条", lawOld+"第二十一条"
	return []ground{
		{"被申请人认为需要", now + "第一项", before + "第一项"},
		{"复议机关认为需要", now + "第二项", before + "第二项"},
		{"申请停止执行", now + "第三项", before + "第三项"},
		{"法律、法规、规章规定的其他情形", now + "第四项", ""},
		{"法律规定停止执行", "", before + "第四项"},
	}
}

func stay() form.Spec {
	return letter{
		name: "停止执行决定书", doc: "行政复议法第四十二条", kind: form.Decision, issuer: organ, to: parties, old: true,
		fields: toParties(
			form.Field{Name: "停止情形", Type: form.Choice, Required: true, Choices: names(stays())},
			form.Field{Name: "停止理由", Required: true, Doc: "末尾不加句号"},
			form.Field{Name: "行政行为", Required: true, Doc: "写明日期、文号和名称，如：2024年3月1日作出的某罚〔2024〕1号行政处罚决定"},
			form.Field{Name: "停止日期", Type: form.Date, Required: true},
		),
		laws: articles("停止情形", true, stays()),
		parts: []form.Part{
			{Text: accepted + "经审查，{停止理由}。根据{依据}的规定，本机关决定："},
			{Text: "自{停止日期}起至行政复议决定生效之日止，停止执行{被申请人}{行政行为}。"},
		},
	}.spec()
}
