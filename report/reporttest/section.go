package reporttest

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
)

// The section has its slot and the figures, and its sentence uses each figure once; one that is not defined it leaves
// out.
func (b *bench[D]) section() {
	b.eachLedger(func(what string, records []D, s report.Section) {
		if want := cmp.Or(b.Slot, b.Sheet); s.Slot != want {
			b.say("%s：章节叫“%s”，不叫“%s”", what, s.Slot, want)
		}
		if !slices.EqualFunc(s.Figures, b.Figures(records, b.Year), sameFigure) {
			b.say("%s：章节的数据项不是 Figures 的数据项", what)
		}
		used := make(map[string]int)
		for _, item := range s.Items {
			for _, m := range item.Marks {
				used[m.ID]++
			}
		}
		for _, f := range s.Figures {
			if want := len(f.Number()); used[f.ID] != min(want, 1) {
				b.say("%s：%s 在语句中出现 %d 次，应当有数值的一次，没有数值的不出现", what, f.ID, used[f.ID])
			}
		}
	})
}

// The section can be assembled into a report, and the assembly finds nothing wrong with it.
func (b *bench[D]) assembly() {
	b.eachLedger(func(what string, _ []D, s report.Section) {
		narrative := report.Narrative{File: "报告.md", Items: []report.Item{{Line: 1, Slot: s.Slot}}, Meta: report.Meta{
			Title: "报告", Issuer: "某区司法局", To: "某区政府", Year: b.Year, Date: fazhi.DateOf(b.Year+1, 1, 31),
			Number: fazhi.Number{Issuer: "某司", Year: b.Year + 1, Seq: 1},
		}}
		_, issues, err := report.Assemble(report.Template{}, narrative, []report.Section{s})
		if err != nil {
			b.say("%s：章节写不成报告：%v", what, err)
		}
		for _, i := range issues {
			b.say("%s：%s", what, i)
		}
	})
}

// eachLedger makes sections of all records, of none, and of all but one.
func (b *bench[D]) eachLedger(judge func(what string, records []D, s report.Section)) {
	try := func(what string, records []D) {
		s, err := b.Section(records, b.Year)
		if err != nil {
			b.say("%s：没有章节：%v", what, err)
			return
		}
		judge(what, records, s)
	}
	try("全部记录", b.Records)
	try("空的台账", nil)
	for i, d := range b.Records {
		try("少了 "+d.ID(), without(b.Records, i))
	}
}

// Counting changes neither the records nor their order.
func (b *bench[D]) unchanged() {
	records := slices.Clone(b.Records)
	before, _ := json.Marshal(records)
	_ = b.Figures(records, b.Year)
	_, _ = b.Section(records, b.Year)
	after, _ := json.Marshal(records)
	if string(before) != string(after) {
		b.say("计数以后，记录或者它们的顺序变了")
	}
}
