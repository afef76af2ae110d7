package activity

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/workday"
)

// stepKeys lists what the declaration of a step may hold.
func stepKeys() []string {
	return []string{"步骤", "说明", "首步", "之后", "期限", "依据", "停止", "补记", "末步"}
}

// flow reads the way that records take (流程). A limit of a step runs from the steps before it (之后) until it is taken.
func (p *parser) flow(m *mapping, a *Activity) {
	items := m.list("流程")
	if len(items) == 0 {
		if m.values["流程"] != nil {
			p.needList(m, "流程")
		}
		return
	}
	before := len(p.issues)
	f := lifecycle.Flow{Kind: a.kind, Name: a.sheet + "办理流程"}
	steps := make([]*mapping, len(items))
	for i, n := range items {
		steps[i] = p.mapping(n, "步骤", stepKeys())
		f.Steps = append(f.Steps, p.step(steps[i]))
	}
	for i, s := range steps {
		p.after(s, &f, f.Steps[i].After)
		p.limit(s, &f, i)
	}
	if len(p.issues) > before || a.kind == "" || a.sheet == "" {
		return
	}
	p.vetFlow(&f, m.at("流程"))
	a.flow = f
}

func (p *parser) step(m *mapping) lifecycle.Step {
	return lifecycle.Step{
		Name: m.need("步骤"), Doc: m.need("说明"), First: m.yes("首步"),
		After: m.texts("之后"), Stops: m.texts("停止"), Late: m.yes("补记"), Final: m.yes("末步"),
	}
}

// after reports steps before that are not there.
func (p *parser) after(m *mapping, f *lifecycle.Flow, names []string) {
	var steps []string
	for i := range f.Steps {
		steps = append(steps, f.Steps[i].Name)
	}
	for _, name := range names {
		if !slices.Contains(steps, name) {
			p.report(BadFlow, m.at("之后"), "没有“"+name+"”这个步骤"+p.maybe(name, steps))
		}
	}
}

// limit starts a clock at the steps before and stops it at the step.
func (p *parser) limit(m *mapping, f *lifecycle.Flow, i int) {
	text, s := m.text("期限"), &f.Steps[i]
	if text == "" {
		return
	}
	span, err := workday.ParseSpan(text)
	if err != nil || span.Back() {
		p.report(BadFlow, m.at("期限"), "“期限”应当写作 5个工作日、30日、3个月或者1年")
		return
	}
	clock := lifecycle.Clock{Name: s.Name + "期限", Span: span, Basis: m.need("依据")}
	s.Stops = append(s.Stops, clock.Name)
	for j := range f.Steps {
		if j != i && slices.Contains(s.After, f.Steps[j].Name) {
			f.Steps[j].Starts = append(f.Steps[j].Starts, clock)
		}
	}
	if len(s.After) == 0 || len(s.After) == 1 && s.After[0] == s.Name {
		p.report(BadFlow, m.at("期限"), "“期限”从“之后”所列的步骤起算，“"+s.Name+"”没有这样的步骤")
	}
}

// vetFlow reports what package lifecycle finds wrong.
func (p *parser) vetFlow(f *lifecycle.Flow, at spot) {
	err := f.Vet()
	if err == nil {
		return
	}
	for fault := range strings.SplitSeq(err.Error(), "\n") {
		p.report(BadFlow, at, strings.TrimPrefix(fault, "lifecycle: "))
	}
}
