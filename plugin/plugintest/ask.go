package plugintest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/workday"
)

// questions are all that can be asked about these documents.
func (t *trial) questions(samples []sample) []question {
	var all []question
	for i := range samples {
		s := &samples[i]
		if judges(&t.p, s) {
			all = append(all, question{"检查 " + s.name, s.doc, s.check})
		}
		if t.p.Guard != nil {
			all = append(all, s.attempts()...)
		}
		for _, name := range names(t.p.Provide.Rubrics) {
			all = append(all, question{"评分 " + name + " " + s.name, s.doc, s.score(name)})
		}
	}
	return all
}

// provided are the questions that are not about a document.
func (t *trial) provided() []question {
	var all []question
	for _, name := range names(t.p.Provide.Sections) {
		for _, period := range []fazhi.Period{fazhi.YearOf(2024), {}} {
			all = append(all, question{"报告章节 " + name, nil, section(name, period)})
		}
	}
	for _, name := range names(t.p.Provide.Numberers) {
		all = append(all, question{"编号规则 " + name, nil, numbers(name)})
	}
	for _, name := range names(t.p.Provide.Renderers) {
		for _, d := range []*gongwen.Document{letter(), {}} {
			all = append(all, question{"文件格式 " + name, d, render(name, d)})
		}
	}
	for _, name := range names(t.p.Provide.Calendars) {
		all = append(all, question{"日历 " + name, nil, calendar(name)})
	}
	return all
}

func names[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// judges reports whether a host would ask the plug-in's checks about a document.
func judges(p *plugin.Plugin, s *sample) bool {
	return slices.ContainsFunc(p.Checks, func(c fazhi.Check) bool { return inForce(&c, s) })
}

func inForce(c *fazhi.Check, s *sample) bool {
	return c.InForce(s.lawOn) && (c.Kind == "" || c.Kind == s.doc.Kind())
}

// check asks as a host does, but does not vet the answer.
func (s *sample) check(ctx context.Context, p *plugin.Plugin) (any, error) { return s.issues(ctx, p) }

func (s *sample) issues(ctx context.Context, p *plugin.Plugin) (fazhi.Issues, error) {
	var own []fazhi.Check
	var codes []fazhi.Code
	for _, c := range p.Checks {
		switch {
		case c.Run != nil:
			own = append(own, c)
		case inForce(&c, s):
			codes = append(codes, c.Code)
		}
	}
	found, err := fazhi.Validate(ctx, s.doc, s.lawOn, s.today, own)
	if len(codes) == 0 {
		return found, err
	}
	declared, err2 := s.declared(ctx, p, codes)
	return append(found, declared...), errors.Join(err, err2)
}

// declared asks for the checks that have no Run.
func (s *sample) declared(ctx context.Context, p *plugin.Plugin, codes []fazhi.Code) (fazhi.Issues, error) {
	if p.Check == nil {
		return nil, nil // NewHost says it
	}
	r, err := p.Check(ctx, &plugin.CheckRequest{Doc: s.doc, LawOn: s.lawOn, Today: s.today, Codes: slices.Clone(codes)})
	if r == nil || err != nil {
		return nil, err
	}
	return r.Issues, nil
}

// attempts are what may be about to happen to a document.
func (s *sample) attempts() []question {
	ref, on := fazhi.RefOf(s.doc), fazhi.DateOf(2024, 6, 3)
	like := register.Attempt{Scope: register.Scope{Organ: organ, Role: "经办"}, Ref: ref, On: on, By: "zhang01"}
	add, step, void := like, like, like
	add.Act, add.Doc, add.Series = register.Added, s.doc, []string{"收件"}
	last := &register.Entry{Organ: organ, Seq: 1, Ref: ref, Act: register.Added, Step: "登记", On: on, At: clock(), By: "zhang01"}
	step.Act, step.Step, step.Last = register.Stepped, "审查", last
	void.Act, void.Reason, void.Last = register.Voided, "重复登记", last
	var all []question
	for _, a := range []*register.Attempt{&add, &step, &void} {
		all = append(all, question{"把关 " + a.Act.Chinese() + " " + s.name, a, guard(a)})
	}
	return all
}

// guard asks the guard. A refusal that comes as an error is a refusal all the same.
func guard(a *register.Attempt) func(context.Context, *plugin.Plugin) (any, error) {
	return func(ctx context.Context, p *plugin.Plugin) (any, error) { return refusal(ctx, p, a) }
}

func refusal(ctx context.Context, p *plugin.Plugin, a *register.Attempt) (*register.Refusal, error) {
	r, err := p.Guard(ctx, a)
	var refused *register.Refusal
	switch {
	case errors.As(err, &refused):
		return refused, nil
	case err != nil || r == nil:
		return nil, err
	}
	return r.Refusal, nil
}

// errNothing is a provider's answer without content.
var errNothing = errors.New("答复没有内容")

func (s *sample) score(name string) func(context.Context, *plugin.Plugin) (any, error) {
	return func(ctx context.Context, p *plugin.Plugin) (any, error) {
		r, err := p.Provide.Rubrics[name](ctx, &plugin.ScoreRequest{Rubric: name, Doc: s.doc, LawOn: s.lawOn, Today: s.today})
		if err == nil && r == nil {
			err = errNothing
		}
		return r, err
	}
}

func section(slot string, period fazhi.Period) func(context.Context, *plugin.Plugin) (any, error) {
	return func(ctx context.Context, p *plugin.Plugin) (any, error) {
		r, err := p.Provide.Sections[slot](ctx, &plugin.SectionRequest{Slot: slot, Organ: organ, Period: period})
		if err == nil && r == nil {
			err = errNothing
		}
		return r, err
	}
}

// A numbered is what a rule says of a slot.
type numbered struct {
	slot numbering.Slot
	text string
	err  bool
}

func numbers(series string) func(context.Context, *plugin.Plugin) (any, error) {
	return func(ctx context.Context, p *plugin.Plugin) (any, error) {
		r, err := p.Provide.Numberers[series](ctx, &plugin.NumberRequest{Series: series, Organ: organ})
		switch {
		case err != nil:
			return nil, err
		case r == nil:
			return nil, errNothing
		}
		rule, err := r.Rule()
		if err != nil {
			return nil, err
		}
		var all []numbered
		for _, slot := range slots(series) {
			text, err := rule(slot)
			all = append(all, numbered{slot, text, err != nil})
		}
		return all, nil
	}
}

// slots are places of numbers in series that restart every year and in one that never does.
func slots(series string) []numbering.Slot {
	var all []numbering.Slot
	for _, year := range []int{0, 2019, 2024, 2025, 2099} {
		for _, serial := range []int{1, 2, 9, 10, 11, 12, 19, 20, 21, 99, 100, 101, 111, 999, 1000, 1001, 9999, 10_000, 123_456} {
			ref := fazhi.Ref{Kind: "contract", ID: fmt.Sprint("HT-", serial)}
			all = append(all, numbering.Slot{Organ: organ, Series: series, Year: year, Serial: serial, Ref: ref})
		}
	}
	return all
}

// A rendered is what a renderer wrote and said.
type rendered struct {
	text   []byte
	issues fazhi.Issues
}

func render(format string, d *gongwen.Document) func(context.Context, *plugin.Plugin) (any, error) {
	return func(ctx context.Context, p *plugin.Plugin) (any, error) {
		var b bytes.Buffer
		r, err := p.Provide.Renderers[format](ctx, &plugin.RenderRequest{Format: format, Document: d, To: &b})
		switch {
		case err != nil:
			return nil, err
		case r == nil:
			return nil, errNothing
		}
		return rendered{b.Bytes(), r.Issues}, nil
	}
}

func letter() *gongwen.Document {
	return &gongwen.Document{Title: "关于报送样本的函", To: "区政府", Body: []gongwen.Block{
		gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text("现将样本报上。")}},
	}}
}

// calendar asks for a calendar and writes down what it says of the years around now.
func calendar(region string) func(context.Context, *plugin.Plugin) (any, error) {
	return func(ctx context.Context, p *plugin.Plugin) (any, error) {
		r, err := p.Provide.Calendars[region](ctx, &plugin.CalendarRequest{Region: region})
		switch {
		case err != nil:
			return nil, err
		case r == nil || r.Calendar == nil:
			return nil, errNothing
		}
		return known(r.Calendar), nil
	}
}

// known returns the days of a calendar, one letter each: w working, o off; a year that it does not know has none.
func known(c *workday.Calendar) string {
	var b []byte
	for d := fazhi.DateOf(2015, 1, 1); d.Year() < 2036; d = d.AddDays(1) {
		work, err := c.IsWorkday(d)
		switch {
		case err != nil:
		case work:
			b = append(b, 'w')
		default:
			b = append(b, 'o')
		}
	}
	return string(b)
}

func marshal(v any) (json.RawMessage, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
