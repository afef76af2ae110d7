package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen/form"
)

// decisions are the decisions on the merits (art. 63 to 72) and the rejection of an application (art. 33).
func decisions() []Document {
	doc := func(key string, spec form.Spec, outcomes ...string) Document {
		return Document{Key: "decision/" + key, Series: "行复决", Outcomes: outcomes, Spec: spec}
	}
	return []Document{
		doc("change", change(), "变更"),
		doc("revoke", revoke(), "撤销", "部分撤销"),
		doc("unlawful", unlawful(), "确认违法"),
		doc("perform", perform(), "责令履行"),
		doc("void", void(), "确认无效"),
		doc("uphold", uphold(), "维持"),
		doc("reject-claim", rejectClaim(), "驳回请求"),
		doc("default", silence()),
		doc("agreement", agreement(), "协议责任"),
		doc("compensation", compensation(), "赔偿"),
		doc("reject-application", rejectApplication(), "驳回申请"),
	}
}

// act is the field that names the administrative act, duty the one that names the duty.
func act() form.Field {
	return form.Field{Name: "行政行为", Required: true, Doc: "写明日期、文号和名称，如：2024年3月1日作出的某罚〔2024〕1号行政处罚决定"}
}

func duty(when ...string) form.Field {
	return form.Field{Name: "法定职责", Required: len(when) == 0, When: when, Doc: "如：处理投诉的职责"}
}

func ground1(name string, grounds []ground) form.Field {
	return form.Field{Name: name, Type: form.Choice, Required: true, Choices: names(grounds)}
}

func change() form.Spec {
	now, before := law+"第六十三条第一款", "、"+rules+"第四十七条"
	grounds := []ground{
		{"内容不适当", now + "第一项", faulty + "第5目" + before + "第一项"},
		{"未正确适用依据", now + "第二项", faulty + "第2目" + before + "第一项"},
		{"查清事实和证据", now + "第三项", faulty + "第1目" + before + "第二项"},
	}
	return ruling{
		name: "行政复议决定书（变更）", doc: "行政复议法第六十三条；不得对申请人更为不利，但第三人提出相反请求的除外", old: true,
		fields: []form.Field{ground1("变更情形", grounds), act(), {Name: "变更内容", Type: form.Passage, Required: true}},
		laws:   articles("变更情形", true, grounds),
		parts:  []form.Part{{Text: "将{被申请人}{行政行为}变更为：{变更内容}"}},
	}.spec()
}

func revoke() form.Spec {
	const first = "撤销情形"
	field := ground1(first, revocations())
	field.Doc = "“明显不当”只在适用旧法时选，现行法对此作变更决定"
	return ruling{
		name: "行政复议决定书（撤销）", doc: "行政复议法第六十四条；责令重作的期限见行政复议法实施条例第四十九条", old: true,
		fields: append(append([]form.Field{field}, moreGrounds()...), act(),
			form.Field{Name: "撤销范围", Type: form.Choice, Required: true, Choices: []string{"全部撤销", "部分撤销"}},
			form.Field{Name: "撤销部分", When: []string{"撤销范围=部分撤销"}, Doc: "如：第二项"},
			form.Field{Name: "重作期限", Doc: "责令重新作出行政行为的填；法律、法规、规章没有规定期限的为六十日"},
		),
		laws: slices.Concat(articles(first, true, revocations()), moreItems(first),
			[]form.Law{{If: []string{"重作期限"}, Text: rules + "第四十九条第一款"}}),
		parts: []form.Part{
			{If: []string{"撤销范围=全部撤销"}, Text: "撤销{被申请人}{行政行为}。"},
			{If: []string{"撤销范围=部分撤销"}, Text: "撤销{被申请人}{行政行为}的{撤销部分}。"},
			{If: []string{current, "重作期限"}, Text: again + "行政行为。"},
			{If: []string{oldLaw, "重作期限"}, Text: again + "具体行政行为。"},
		},
	}.spec()
}

const again = "责令{被申请人}自收到本决定书之日起{重作期限}内重新作出"

func unlawful() form.Spec {
	const pointless = "责令履行没有意义"
	const done = "确认情形=撤销有重大损害|程序轻微违法|不具有可撤销内容|被申请人改变原行为"
	const open = "确认情形=撤销有重大损害|不具有可撤销内容|被申请人改变原行为" // the law before asks for the fault besides
	now := law + "第六十五条"
	grounds := []ground{
		{"撤销有重大损害", now + "第一款第一项", ""},
		{"程序轻微违法", now + "第一款第二项", faulty + "第3目"},
		{"不具有可撤销内容", now + "第二款第一项", ""},
		{"被申请人改变原行为", now + "第二款第二项", rules + "第三十九条"},
		{pointless, now + "第二款第三项", faulty},
	}
	return ruling{
		name: "行政复议决定书（确认违法）", doc: "行政复议法第六十五条；采取补救措施见第七十二条", old: true,
		fields: []form.Field{
			ground1("确认情形", grounds),
			faultField(open),
			{Name: "行政行为", When: []string{done}, Doc: act().Doc},
			duty("确认情形=" + pointless),
			{Name: "补救措施", Doc: "一并提出赔偿请求、责令采取补救措施的填，末尾不加句号"},
		},
		laws: slices.Concat(articles("确认情形", true, grounds), faultLaws(open),
			[]form.Law{{If: []string{current, "补救措施"}, Text: "第七十二条第一款"}}),
		parts: []form.Part{
			{If: []string{done}, Text: "确认{被申请人}{行政行为}违法。"},
			{If: []string{"确认情形=" + pointless}, Text: "确认{被申请人}不履行{法定职责}违法。"},
			{If: []string{"补救措施"}, Text: "责令{被申请人}采取下列补救措施：{补救措施}。"},
		},
	}.spec()
}

func perform() form.Spec {
	return ruling{
		name: "行政复议决定书（责令履行）", doc: "行政复议法第六十六条", old: true,
		fields: []form.Field{duty(), {Name: "履行期限", Required: true, Doc: "如：三十日"}},
		laws:   both(law+"第六十六条", lawOld+"第二十八条第一款第二项"),
		parts:  []form.Part{{Text: "责令{被申请人}自收到本决定书之日起{履行期限}内履行{法定职责}。"}},
	}.spec()
}

// void is new in the law of 2023.
func void() form.Spec {
	return ruling{
		name: "行政复议决定书（确认无效）", doc: "行政复议法第六十七条；申请人申请确认无效的",
		fields: []form.Field{act()},
		laws:   []form.Law{{Text: law + "第六十七条"}},
		parts:  []form.Part{{Text: "确认{被申请人}{行政行为}无效。"}},
	}.spec()
}

func uphold() form.Spec {
	return ruling{
		name: "行政复议决定书（维持）", doc: "行政复议法第六十八条", old: true,
		fields: []form.Field{act()},
		laws:   both(law+"第六十八条", lawOld+"第二十八条第一款第一项"),
		parts:  []form.Part{{Text: "维持{被申请人}{行政行为}。"}},
	}.spec()
}

// rejectClaim rejects a claim that a duty was not performed. The law before called it 驳回行政复议申请.
func rejectClaim() form.Spec {
	const none, done = "驳回情形=没有法定职责", "驳回情形=受理前已经履行"
	return ruling{
		name: "行政复议决定书（驳回请求）", kind: "{决定书名称}", doc: "行政复议法第六十九条", old: true,
		fields: []form.Field{
			{Name: "决定书名称", Type: form.Choice, Required: true, Choices: []string{"行政复议决定书", "驳回行政复议申请决定书"},
				Doc: "适用旧法的用后一种，其他用前一种"},
			{Name: "驳回情形", Type: form.Choice, Required: true, Choices: []string{"没有法定职责", "受理前已经履行"}},
			duty(),
		},
		laws: []form.Law{
			{If: []string{current, "决定书名称=行政复议决定书"}, Text: law + "第六十九条"},
			{If: []string{oldLaw, "决定书名称=驳回行政复议申请决定书"}, Text: rules + "第四十八条第一款第一项"},
		},
		parts: []form.Part{
			{If: []string{current, none}, Text: "被申请人没有{法定职责}，驳回申请人的行政复议请求。"},
			{If: []string{current, done}, Text: "被申请人在受理前已经履行{法定职责}，驳回申请人的行政复议请求。"},
			{If: []string{oldLaw, none}, Text: "被申请人没有{法定职责}，驳回申请人的行政复议申请。"},
			{If: []string{oldLaw, done}, Text: "被申请人在受理前已经履行{法定职责}，驳回申请人的行政复议申请。"},
		},
	}.spec()
}

// silence is the decision against a respondent who gave no answer and no evidence. Where a third party gave the evidence, the
// other decisions are used.
func silence() form.Spec {
	const acts, omits = "决定种类=撤销|部分撤销|确认违法|确认无效", "决定种类=责令履行"
	return ruling{
		name: "行政复议决定书（未答复举证）", doc: "行政复议法第七十条；第三人提供证据的不用本文书", old: true, silent: true,
		fields: []form.Field{
			{Name: "决定种类", Type: form.Choice, Required: true, Choices: []string{"撤销", "部分撤销", "确认违法", "确认无效", "责令履行"},
				Doc: "适用旧法的只有撤销"},
			{Name: "行政行为", When: []string{acts}, Doc: act().Doc},
			{Name: "撤销部分", When: []string{"决定种类=部分撤销"}, Doc: "如：第二项"},
			duty(omits),
			{Name: "履行期限", When: []string{omits}, Doc: "如：三十日"},
		},
		laws: []form.Law{
			{If: []string{current}, Text: law + "第七十条"},
			{If: []string{oldLaw, "决定种类=撤销"}, Text: lawOld + "第二十八条第一款第四项"},
		},
		parts: []form.Part{
			{If: []string{"决定种类=撤销"}, Text: "撤销{被申请人}{行政行为}。"},
			{If: []string{"决定种类=部分撤销"}, Text: "撤销{被申请人}{行政行为}的{撤销部分}。"},
			{If: []string{"决定种类=确认违法"}, Text: "确认{被申请人}{行政行为}违法。"},
			{If: []string{"决定种类=确认无效"}, Text: "确认{被申请人}{行政行为}无效。"},
			{If: []string{omits}, Text: "责令{被申请人}自收到本决定书之日起{履行期限}内履行{法定职责}。"},
		},
	}.spec()
}

// agreement decides on administrative agreements (行政协议), which the law before did not know.
func agreement() form.Spec {
	grounds := []ground{
		{"承担责任", law + "第七十一条第一款", ""},
		{"给予补偿", law + "第七十一条第二款", ""},
	}
	return ruling{
		name: "行政复议决定书（行政协议）", doc: "行政复议法第七十一条",
		fields: []form.Field{
			ground1("协议决定", grounds),
			{Name: "协议名称", Required: true, Doc: "写明签订日期和名称"},
			{Name: "责任内容", Type: form.List, When: []string{"协议决定=承担责任"}, Doc: "依法订立、继续履行、采取补救措施、赔偿损失，每项一句，末尾加句号"},
			{Name: "补偿金额", Type: form.Money, When: []string{"协议决定=给予补偿"}},
			{Name: "履行期限", Required: true, Doc: "如：三十日"},
		},
		laws: articles("协议决定", false, grounds),
		parts: []form.Part{
			{If: []string{"协议决定=承担责任"}, Text: "责令{被申请人}自收到本决定书之日起{履行期限}内，就{协议名称}承担下列责任："},
			{Each: "责任内容", Items: true, Text: "{项}"},
			{If: []string{"协议决定=给予补偿"}, Text: "责令{被申请人}自收到本决定书之日起{履行期限}内，就{协议名称}给予申请人补偿{补偿金额:大小写}。"},
		},
	}.spec()
}

// rejectApplication rejects an application that should not have been accepted (art. 33).
func rejectApplication() form.Spec {
	return ruling{
		name: "驳回行政复议申请决定书", kind: "驳回行政复议申请决定书", doc: "行政复议法第三十三条", old: true, early: true,
		fields: []form.Field{{Name: "不符合", Type: form.Choice, Required: true, Choices: items(7), Doc: "受理条件的哪一项"}},
		laws:   both(law+"第三十三条", rules+"第四十八条第一款第二项"),
		parts: []form.Part{
			{If: []string{current}, Text: "该申请不符合" + law + "第三十条第一款{不符合}的规定，驳回申请人的行政复议申请。"},
			{If: []string{oldLaw}, Text: "该申请不符合" + rules + "第二十八条{不符合}的规定，驳回申请人的行政复议申请。"},
		},
	}.spec()
}
