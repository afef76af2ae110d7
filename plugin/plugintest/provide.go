package plugintest

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/report"
)

// sections puts each section into a report that has nothing else in it and looks at what the report says of it.
func sections(t *trial) {
	for _, slot := range names(t.p.Provide.Sections) {
		for _, period := range []fazhi.Period{fazhi.YearOf(2024), {}} {
			answer, err := t.put(question{ask: section(slot, period)})
			if r, _ := answer.(*plugin.SectionResponse); r != nil && err == nil {
				t.place(slot, r.Section)
			}
		}
	}
}

func (t *trial) place(slot string, s report.Section) {
	if s.Slot != "" && s.Slot != slot {
		t.fault("报告章节 %s：给出的是另一章节", slot)
	}
	s.Slot = slot
	narrative := report.Narrative{Items: []report.Item{
		{Line: 1, Block: gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("年度报告。")}}}, {Line: 2, Slot: slot},
	}}
	_, issues, err := report.Assemble(report.Template{Name: "样本"}, narrative, []report.Section{s})
	if err != nil {
		t.fault("报告章节 %s：%v", slot, err)
	}
	for _, i := range issues {
		if i.Code != report.CodeMeta {
			t.fault("报告章节 %s：%s", slot, i.Message)
		}
	}
}

// numberRules asks twice: the rule is pure, and no two places have one number.
func numberRules(t *trial) {
	for _, series := range names(t.p.Provide.Numberers) {
		q := question{ask: numbers(series)}
		answer, err := t.put(q)
		again, err2 := t.put(q)
		if err != nil || err2 != nil {
			continue // another case
		}
		if fingerprint(answer) != fingerprint(again) {
			t.fault("编号规则 %s：再次问，编号不同", series)
		}
		list, _ := answer.([]numbered)
		t.distinct(series, list)
	}
}

func (t *trial) distinct(series string, list []numbered) {
	given := make(map[string]numbering.Slot)
	for _, n := range list {
		if n.err {
			continue
		}
		other, twice := given[n.text]
		switch given[n.text] = n.slot; {
		case n.text == "":
			t.fault("编号规则 %s：编号是空的", series)
			return
		case twice && (n.slot.Year == 0) == (other.Year == 0):
			t.fault("编号规则 %s：%d年第%d号和%d年第%d号编号相同；没有年份的规则，遇有年份应当返回错误", series,
				other.Year, other.Serial, n.slot.Year, n.slot.Serial)
			return
		}
	}
	if len(given) == 0 {
		t.fault("编号规则 %s：一个编号也没有", series)
	}
}

func renderers(t *trial) {
	for _, format := range names(t.p.Provide.Renderers) {
		q := question{ask: render(format, letter())}
		answer, err := t.put(q)
		again, err2 := t.put(q)
		first, _ := answer.(rendered)
		second, _ := again.(rendered)
		switch {
		case err != nil || err2 != nil: // another case
		case len(first.text) == 0:
			t.fault("文件格式 %s：什么也没有写", format)
		case !bytes.Equal(first.text, second.text):
			t.fault("文件格式 %s：再次写，字节不同", format)
		}
		if _, err := t.put(question{ask: unwritable(format)}); err == nil || isPanic(err) || isHang(err) {
			t.fault("文件格式 %s：写不出去，没有返回错误", format)
		}
	}
}

func unwritable(format string) func(context.Context, *plugin.Plugin) (any, error) {
	return func(ctx context.Context, p *plugin.Plugin) (any, error) {
		return p.Provide.Renderers[format](ctx, &plugin.RenderRequest{Format: format, Document: letter(), To: full{}})
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("没有空间") }

func calendars(t *trial) {
	for _, region := range names(t.p.Provide.Calendars) {
		answer, err := t.put(question{ask: calendar(region)})
		if days, _ := answer.(string); err == nil && days == "" {
			t.fault("日历 %s：2015至2035年，一年也没有", region)
		}
	}
}

func scores(t *trial) {
	samples := t.all()
	for _, name := range names(t.p.Provide.Rubrics) {
		for i := range samples {
			answer, err := t.put(question{ask: samples[i].score(name)})
			if t.fateOf(err) == dead {
				t.restart()
			}
			if r, _ := answer.(*plugin.ScoreResponse); r != nil && err == nil {
				t.adds(name+" "+samples[i].name, r)
			}
		}
	}
}

// adds looks at one score. Points of deductions and bonuses are not part of what is got, so it may be less than the marks
// have.
func (t *trial) adds(where string, r *plugin.ScoreResponse) {
	got := r.Result.Got
	var items []string
	for _, m := range r.Result.Marks {
		got -= m.Points
		switch {
		case m.Item == "" || slices.Contains(items, m.Item):
			t.fault("评分 %s：项目没有名称，或者重复", where)
		case m.Points < 0:
			t.fault("评分 %s：项目 %s 的分值小于零", where, m.Item)
		}
		items = append(items, m.Item)
	}
	if got > 0 || r.Result.Got < 0 {
		t.fault("评分 %s：得分与各项的分值不符", where)
	}
	if r.Result.Got > r.Result.Of {
		t.fault("评分 %s：得分超过满分", where)
	}
	if r.Result.Rubric == "" {
		t.fault("评分 %s：没有写明评分标准", where)
	}
}

func signers(t *trial) {
	for _, key := range names(t.p.Provide.Signers) {
		_, err := t.put(question{ask: t.sign(key)})
		if err != nil {
			t.fault("签名 %s：%v", key, err)
		}
	}
}

// sign signs once; package checkpointtest tries a signer together with its verifier.
func (t *trial) sign(key string) func(context.Context, *plugin.Plugin) (any, error) {
	return func(ctx context.Context, p *plugin.Plugin) (any, error) {
		r, err := p.Provide.Signers[key](ctx, &plugin.SignerRequest{Key: key})
		if err != nil {
			return nil, err
		}
		if r == nil || r.Signer == nil {
			return nil, errNothing
		}
		if first, again := r.Signer.Key(), r.Signer.Key(); fingerprint(first) != fingerprint(again) {
			return nil, errors.New("两次给出的密钥不同")
		}
		text := []byte("样本文字\n")
		signature, err := r.Signer.Sign(ctx, text)
		switch {
		case err != nil:
			return nil, err
		case len(signature) == 0:
			return nil, errors.New("签名是空的")
		case string(text) != "样本文字\n":
			return nil, errors.New("改动了所签的文字")
		}
		return nil, nil
	}
}

// observesAgain tells of each entry twice, as a queue does that delivers at least once.
func observesAgain(t *trial) {
	for _, e := range t.events(t.plain()) {
		for attempt := 1; attempt <= 2; attempt++ {
			e.Attempt = attempt
			before := fingerprint(e)
			if _, err := t.put(observe(e)); err != nil {
				t.fault("通知 第%d条，第%d次：%s", e.Entry.Seq, attempt, t.explain(err))
			}
			if !t.Remote && fingerprint(e) != before {
				t.fault("通知 第%d条：改动了所给的内容", e.Entry.Seq)
			}
		}
	}
}
