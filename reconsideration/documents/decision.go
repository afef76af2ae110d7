package documents

import (
	"slices"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// A ruling is what one decision (行政复议决定书) has of its own.
type ruling struct {
	name, doc string
	kind      string // in the title: "行政复议决定书" if empty
	old       bool   // the law before had it too
	silent    bool   // the respondent gave no answer
	early     bool   // it may come before any answer
	fields    []form.Field
	laws      []form.Law
	parts     []form.Part // what is decided
}

// spec returns the decision: written, under the seal of the organ, in force when it is served (art. 75).
func (r ruling) spec() form.Spec {
	title := r.kind
	if title == "" {
		title = "行政复议决定书"
	}
	return form.Spec{
		Name: r.name, Kind: form.Decision, Format: form.Format(gongwen.General), Doc: r.doc,
		Fields: slices.Concat(r.headFields(), r.fields, remedyFields(), []form.Field{
			{Name: "案件编号", Doc: "一案一码"},
			{Name: "落款日期", Type: form.Date, Required: true},
		}),
		Laws: r.laws, Mark: "{复议机关}", Number: "文号", Title: title,
		Parts: slices.Concat(r.head(), r.parts, []form.Part{r.stopClause()}, remedy(r.old), []form.Part{
			{Text: "本决定书一经送达，即发生法律效力。"},
			{Text: "[案件编号：{案件编号}。]"},
		}),
		Sign: form.Sign{Organs: []string{"{复议机关}"}, Date: "落款日期", Seal: true},
	}
}

// headFields are the fields before what is decided.
func (r ruling) headFields() []form.Field {
	fields := []form.Field{
		{Name: "文号", Type: form.Number, Required: true},
		{Name: organ, Required: true, Doc: "以谁的名义作出，加盖谁的印章"},
	}
	if r.old {
		fields = append(fields, oldLawField())
	}
	fields = append(fields,
		people("申请人", true),
		form.Field{Name: "被申请人", Required: true},
		form.Field{Name: "被申请人住所"},
		form.Field{Name: "被申请人负责人", Doc: "法定代表人或者主要负责人的姓名和职务"},
		people("第三人", false),
		form.Field{Name: "申请事由", Required: true, Doc: "如：不服被申请人作出的某决定"},
		form.Field{Name: "受理日期", Type: form.Date, Required: true},
		form.Field{Name: "审理经过", Doc: "如：中止、听证、提请行政复议委员会咨询的日期"},
		form.Field{Name: "复议请求", Required: true, Doc: "末尾不加句号"},
		form.Field{Name: "申请人意见", Type: form.Passage, Required: true},
	)
	if !r.silent {
		fields = append(fields, form.Field{Name: "被申请人意见", Type: form.Passage, Required: !r.early})
	}
	return append(fields,
		form.Field{Name: "第三人意见", Type: form.Passage},
		form.Field{Name: "查明事实", Type: form.Passage, Required: true},
		form.Field{Name: "附带审查意见", Type: form.Passage, Doc: "申请附带审查规范性文件的，告知处理结果"},
		form.Field{Name: "停止执行条款", Doc: "有权处理、认为条款超越权限或者违反上位法的填，如：《某办法》第三条"},
		form.Field{Name: "制定机关", When: r.now("停止执行条款"), Doc: "停止执行的条款由谁制定"},
		form.Field{Name: "认定理由", Type: form.Passage, Required: true},
	)
}

// head says who, what about, what each side holds, what was found and why.
func (r ruling) head() []form.Part {
	return slices.Concat([]form.Part{
		{Each: "申请人", Text: person("申请人")},
		{Text: "被申请人：{被申请人}[，住所地：{被申请人住所}][，负责人：{被申请人负责人}]。"},
		{Each: "第三人", Text: person("第三人")},
		{Text: "申请人{申请事由}，向本机关申请行政复议。本机关于{受理日期}依法受理[，{审理经过}]，现已审理终结。"},
		{Text: "申请人请求：{复议请求}。"},
		{Text: "申请人称：{申请人意见}"},
	}, r.answer(), []form.Part{
		{If: []string{"第三人意见"}, Text: "第三人称：{第三人意见}"},
		{Text: "经审理查明：{查明事实}"},
		{If: []string{"附带审查意见"}, Text: "对申请人一并提出的规范性文件附带审查申请，审查意见如下：{附带审查意见}"},
		{Text: "本机关认为：{认定理由}"},
		{Text: "综上，根据{依据}的规定，本机关决定："},
	})
}

// answer says what the respondent holds, or that it gave no answer.
func (r ruling) answer() []form.Part {
	const none, rest = "被申请人没有在法定期限内提出书面答复、提交作出", "的证据、依据和其他有关材料。"
	switch {
	case r.silent:
		return []form.Part{{If: []string{current}, Text: none + "行政行为" + rest}, {If: []string{oldLaw}, Text: none + "具体行政行为" + rest}}
	case r.early:
		return []form.Part{{If: []string{"被申请人意见"}, Text: "被申请人称：{被申请人意见}"}}
	}
	return []form.Part{{Text: "被申请人称：{被申请人意见}"}}
}

// stopClause decides on a clause of a normative document that is unlawful (art. 59), which the law before left to other papers.
func (r ruling) stopClause() form.Part {
	return form.Part{If: r.now("停止执行条款"), Text: "根据" + law + "第五十九条的规定，停止{停止执行条款}的执行，责令{制定机关}予以纠正。"}
}

// now returns a condition for the law in force.
func (r ruling) now(condition string) []string {
	if r.old {
		return []string{current, condition}
	}
	return []string{condition}
}

// people is the list of applicants or third parties, with the names of fields that form.ReconsiderationDecision has.
func people(name string, required bool) form.Field {
	fields := form.ReconsiderationDecision().Fields
	f := fields[slices.IndexFunc(fields, func(f form.Field) bool { return f.Name == name })]
	f.Required = required
	return f
}

func person(name string) string {
	parts := form.ReconsiderationDecision().Parts
	return parts[slices.IndexFunc(parts, func(p form.Part) bool { return p.Each == name })].Text
}
