package repeat

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/form"
)

// A Letter is what a reminder to one organ needs beside the warnings (关于规避重复执法风险的提醒函).
type Letter struct {
	Number fazhi.Number // 文号
	From   string       // the bureau that sends it
	To     string       // the organ that is reminded, as in Record.Organ
	Source string       // where the warnings come from: "行政执法平台"; may be empty
	Reply  fazhi.Date   // the day by which an answer is asked for
	Person string       // 联系人: an office or a person; may be empty
	Phone  string       // 联系电话; may be empty
	On     fazhi.Date   // the date of the letter
	CopyTo []string
}

// Write writes the letter about those warnings that concern the organ it goes to. It names files, rules and what is asked;
// it draws no conclusion. Issues say what is missing; with an Error among them there is no document. Without a warning for
// the organ the issue is that of a missing field. The form is form.RepeatReminder; a bureau with its own wording fills in
// its own form with Values.
func (l Letter) Write(warnings []Warning) (*gongwen.Document, fazhi.Issues, error) {
	f, err := form.New(form.RepeatReminder())
	if err != nil {
		return nil, nil, err
	}
	return f.Fill(l.Values(warnings))
}

// Values returns the values of form.RepeatReminder.
func (l Letter) Values(warnings []Warning) form.Values {
	v := form.Values{
		"文号": l.Number, "发函单位": l.From, "收函单位": l.To, "信息来源": l.Source, "反馈日期": l.Reply,
		"联系人": l.Person, "联系电话": l.Phone, "落款日期": l.On, "抄送": l.CopyTo,
	}
	var items []form.Values
	var asks []string
	for _, r := range rules() {
		for i := range warnings {
			w := &warnings[i]
			if w.Code != r.code || plain(w.A.Organ) != plain(l.To) && plain(w.B.Organ) != plain(l.To) {
				continue
			}
			items = append(items, l.item(w))
			if !slices.Contains(asks, r.ask) {
				asks = append(asks, r.ask)
			}
		}
	}
	v["提示事项"], v["办理要求"] = items, asks
	return v
}

// item writes one warning: the organ's own file first.
func (l Letter) item(w *Warning) form.Values {
	own, other := w.B, w.A
	if plain(w.B.Organ) != plain(l.To) {
		own, other = w.A, w.B
	}
	whose := other.Organ
	if plain(whose) == plain(l.To) {
		whose = ""
	}
	r, _ := ruleOf(w.Code)
	name := func(e Evidence) string { return "编号" + e.Serial + "的" + r.noun }
	v := form.Values{"文件": "你单位" + name(own) + "与" + whose + name(other), "情形": w.Text(), "依据条款": w.Basis}
	if len(w.Missing) > 0 {
		v["缺少信息"] = strings.Join(w.Missing, "、")
	}
	return v
}

func join(list []string) string { return strings.Join(list, "；") }
