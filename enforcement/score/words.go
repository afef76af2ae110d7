package score

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// ruleWords says the rule of an item: for what it counts, what must be so, how points are taken.
func ruleWords(i *rubric.Item) string {
	var parts []string
	if len(i.Applies) > 0 {
		parts = append(parts, "适用："+rules.InWords(i.Applies))
	}
	if len(i.Meets) > 0 {
		parts = append(parts, "要求："+rules.InWords(i.Meets))
	} else {
		parts = append(parts, "由评查人评定")
	}
	switch {
	case i.Points == 0:
	case i.Role == rubric.Adds:
		parts = append(parts, "加"+i.Points.String()+"分")
	case i.Whole, i.Each > 0, i.Most > 0:
		parts = append(parts, "不合格的，"+i.Way())
	}
	return strings.Join(parts, "；")
}

// vetoWords says what a veto does.
func vetoWords(v rubric.Veto) string {
	switch v.Effect {
	case rubric.VetoCap:
		return "一票否决（等次不高于" + v.Grade + "）"
	case rubric.VetoDeduct:
		return "一票否决（扣" + v.Points.String() + "分）"
	case rubric.VetoFail:
		return "一票否决（定为最低等次，不计分）"
	}
	return "一票否决（" + v.Effect.String() + "）"
}

func vetoCount(n int) string {
	if n == 0 {
		return "没有一票否决情形"
	}
	return "有" + strconv.Itoa(n) + "项一票否决情形"
}

// standing says what was found for an item without its reason: "不合格（2处），扣1分，得4分，分值5分（评查人评定）".
func (f *Finding) standing() string {
	text := f.Verdict.String()
	if f.Times > 0 {
		text += "（" + strconv.Itoa(f.Times) + "处）"
	}
	if f.Lost > 0 {
		text += "，扣" + f.Lost.String() + "分"
	}
	text += f.worth()
	if f.By != ByNobody {
		text += "（" + string(f.By) + "）"
	}
	return text
}

// worth says what the item keeps of what.
func (f *Finding) worth() string {
	switch {
	case f.Points == 0:
		return ""
	case f.Role == rubric.Deducts:
		return "，至多扣" + f.Points.String() + "分"
	case f.Verdict == rubric.NotApplicable || f.Verdict == rubric.NotJudged:
		return "，分值" + f.Points.String() + "分"
	}
	return "，得" + f.Kept.String() + "分，分值" + f.Points.String() + "分"
}

// changedWords says that a person judged otherwise than the program, "" if nobody did.
func (f *Finding) changedWords() string {
	if f.Auto == nil {
		return ""
	}
	text := "自动评定为" + f.Auto.Verdict.String() + "，得" + f.Auto.Kept.String() + "分"
	if f.Auto.Reason != "" {
		text += "（" + f.Auto.Reason + "）"
	}
	return text + "，评查人改为" + f.Verdict.String() + "，得" + f.Kept.String() + "分"
}
