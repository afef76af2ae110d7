package supervision

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// Notice returns the letter that tells an organ of problems and asks for their rectification (行政执法监督通知书). No public
// model of it was found; the wording is a skeleton, and a bureau whose notice has another title puts it into Title of
// the Spec that is returned. What it rests on is filled in by the caller: see Bases.
func Notice() form.Spec {
	return form.Spec{
		Name: "行政执法监督通知书", Kind: form.Notice, Format: form.Format(gongwen.General),
		Doc: "监督检查发现问题，通知责任单位整改",
		Fields: []form.Field{
			{Name: "文号", Type: form.Number, Required: true},
			{Name: "监督机关", Required: true, Doc: "以谁的名义发出，加盖谁的印章"},
			{Name: "责任单位", Required: true},
			{Name: "监督依据", Type: form.List, Required: true, Doc: "法规、规章、规范性文件的名称，核对原文之后写到条"},
			{Name: "检查名称", Required: true},
			{Name: "开始日期", Type: form.Date, Required: true},
			{Name: "结束日期", Type: form.Date},
			{Name: "抽查情况", Doc: "如：投诉举报案件20件"},
			{Name: "问题", Type: form.List, Required: true, Of: []form.Field{
				{Name: "情况", Required: true, Doc: "一句话，末尾不加句号"},
				{Name: "类别"},
				{Name: "案卷", Doc: "案卷的编号"},
			}},
			{Name: "整改要求", Type: form.List, Doc: "每项一句，末尾加句号"},
			{Name: "整改期限", Type: form.Date, Required: true, Doc: "整改的最后一日"},
			{Name: "联系人"}, {Name: "联系电话"},
			{Name: "落款日期", Type: form.Date, Required: true},
			{Name: "抄送", Type: form.List},
		},
		Mark: "{监督机关}", Number: "文号", Title: "行政执法监督通知书", To: "{责任单位}",
		Parts:  noticeParts(),
		Sign:   form.Sign{Organs: []string{"{监督机关}"}, Date: "落款日期", Seal: true},
		CopyTo: []string{"{抄送}"},
	}
}

func noticeParts() []form.Part {
	return []form.Part{
		{Text: "根据{监督依据}，我单位于{开始日期}[至{结束日期}]对你单位开展了{检查名称}[，抽查{抽查情况}]，发现存在下列问题："},
		{Each: "问题", Items: true, Text: "{情况}[（{类别}）][，见案卷{案卷}]。"},
		{Text: "请你单位逐项整改，于{整改期限}前（含当日）完成，并将整改情况书面报送我单位。"},
		{If: []string{"整改要求"}, Text: "整改要求如下："},
		{Each: "整改要求", Items: true, Text: "{项}"},
		{Text: "我单位将对整改情况进行复查。"},
		{If: []string{"联系人"}, Text: "联系人：{联系人}。"},
		{If: []string{"联系电话"}, Text: "联系电话：{联系电话}。"},
	}
}

// Bases returns what a notice of a day may rest on by name: 《行政执法监督条例》 from 2026-02-01 on, then the documents that are
// given.
func Bases(on fazhi.Date, own ...string) []string {
	regulation := fazhi.Period{From: fazhi.DateOf(2026, 2, 1)}
	if !regulation.Contains(on) {
		return append([]string(nil), own...)
	}
	return append([]string{"《行政执法监督条例》"}, own...)
}

// Letter returns what the ledgers know of a notice about the problems of one inspection, for the fields of Notice; the rest,
// above all 监督机关, 监督依据 and 落款日期, is put in by whoever writes the notice. What the ledgers do not say, and what the problems
// do not agree on — a notice goes to one organ, under one number, with one due date —, has no value, so that the form asks
// for it.
func Letter(i *Inspection, problems []*Problem) form.Values {
	v := form.Values{"检查名称": i.Name, "开始日期": i.From, "结束日期": i.To}
	if len(i.Organs) == 1 {
		v["抽查情况"] = i.Samples.String() // else they are not all of this organ
	}
	var items []form.Values
	for _, x := range problems {
		items = append(items, form.Values{"情况": x.Detail, "类别": x.Sort, "案卷": x.File})
	}
	v["问题"] = items
	common(v, "责任单位", problems, func(x *Problem) string { return x.Organ })
	common(v, "文号", problems, func(x *Problem) fazhi.Number { return x.Notice })
	common(v, "整改期限", problems, func(x *Problem) fazhi.Date { return x.Due })
	return v
}

// common puts in a value that all problems have.
func common[T comparable](v form.Values, name string, problems []*Problem, of func(*Problem) T) {
	var zero T
	for n, x := range problems {
		if of(x) == zero || n > 0 && of(x) != of(problems[0]) {
			delete(v, name)
			return
		}
		v[name] = of(x)
	}
}
