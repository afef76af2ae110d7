package documents

import "github.com/fazhi-go/fazhi/gongwen/form"

// The ways on from a decision.
const (
	toCourt  = "救济=可以起诉"
	toEither = "救济=起诉或者申请国务院裁决"
	isFinal  = "救济=最终裁决"
	wasFirst = "救济=复议前置"
)

const (
	within15 = "如不服本决定，可以自收到本决定书之日起十五日内，依照"
	sue      = within15 + suits + "第四十五条的规定向{法院}提起行政诉讼"
)

// remedyFields say how a decision can be taken further: to court within fifteen days after it was received, unless a law sets
// another period (行政诉讼法 art. 45); to court or to the State Council (行政复议法 art. 26); or nowhere, where a law makes it
// final (行政复议法 art. 10).
func remedyFields() []form.Field {
	return []form.Field{
		{Name: "救济", Type: form.Choice, Required: true, Choices: []string{"可以起诉", "起诉或者申请国务院裁决", "最终裁决"},
			Doc: "省级人民政府、国务院部门对自己的行政行为作出的决定，可以起诉或者申请国务院裁决"},
		{Name: "法院", When: []string{"救济=可以起诉|起诉或者申请国务院裁决"}, Doc: "有管辖权的人民法院的全称"},
		otherPeriod(),
		{Name: "终局依据", When: []string{isFinal}, Doc: "规定为最终裁决的法律和条款"},
	}
}

func otherPeriod() form.Field {
	return form.Field{Name: "另定期限", Doc: "法律对起诉期限另有规定的填，如：三十日"}
}

// remedy tells it. versioned says that the Spec has the field 适用旧法.
func remedy(versioned bool) []form.Part {
	const before, after = sue + "，也可以依照", "的规定向国务院申请裁决，国务院依法作出最终裁决。"
	now := form.Part{If: []string{toEither}, Text: before + law + "第二十六条" + after}
	parts := append(inCourt(), now)
	if versioned {
		parts[len(parts)-1].If = []string{current, toEither}
		parts = append(parts, form.Part{If: []string{oldLaw, toEither}, Text: before + lawOld + "第十四条" + after})
	}
	return append(parts, form.Part{If: []string{isFinal}, Text: "依照{终局依据}的规定，本决定为最终裁决。"})
}

// inCourt tells of the way to court alone.
func inCourt() []form.Part {
	return []form.Part{
		{If: []string{toCourt, "!另定期限"}, Text: sue + "。"},
		{If: []string{toCourt, "另定期限"}, Text: "如不服本决定，可以自收到本决定书之日起{另定期限}内向{法院}提起行政诉讼。"},
	}
}

// refusalFields say how a decision not to accept can be taken to court; where reconsideration has to come first (复议前置),
// 行政复议法 art. 34 says so.
func refusalFields() []form.Field {
	return []form.Field{
		{Name: "救济", Type: form.Choice, Required: true, Choices: []string{"可以起诉", "复议前置"},
			Doc: "应当先申请行政复议、对决定不服再起诉的，选复议前置"},
		{Name: "法院", Required: true, Doc: "有管辖权的人民法院的全称"},
		otherPeriod(),
	}
}

func refusalRemedy() []form.Part {
	const to = "的规定向{法院}提起行政诉讼。"
	return append(inCourt(),
		form.Part{If: []string{current, wasFirst}, Text: within15 + law + "第三十四条" + to},
		form.Part{If: []string{oldLaw, wasFirst}, Text: within15 + lawOld + "第十九条" + to},
	)
}
