package lifecycle

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// Vet returns everything that is wrong with a flow, each fault as ErrFlow: nothing to begin with, double names, steps
// that are unknown, cannot be reached, lead nowhere or follow a final one, clocks that are stopped or extended and never
// begin, pauses without an end, malformed codes, missing explanations and bases, dates in the wrong order.
func (f *Flow) Vet() error {
	v := vetter{flow: f, docs: make(map[fazhi.Code]string)}
	if f.Kind == "" {
		v.say("没有文件种类")
	}
	if f.Name == "" {
		v.say("没有名称")
	}
	if len(f.Steps) == 0 {
		v.say("没有步骤")
	}
	for i := range f.Steps {
		v.step(&f.Steps[i], i)
	}
	if len(f.Steps) > 0 {
		v.ways()
	}
	v.pauses()
	return errors.Join(v.faults...)
}

// A vetter gathers the faults of a flow.
type vetter struct {
	flow   *Flow
	docs   map[fazhi.Code]string // what the gates of a code say
	faults []error
}

func (v *vetter) say(format string, args ...any) {
	v.faults = append(v.faults, fmt.Errorf("lifecycle: %w：%s", ErrFlow, fmt.Sprintf(format, args...)))
}

func (v *vetter) step(s *Step, i int) {
	switch {
	case s.Name == "":
		v.say("第%d个步骤没有名称", i+1)
	case v.flow.Index(s.Name) != i:
		v.say("步骤“%s”重复", s.Name)
	}
	if s.Doc == "" {
		v.say("步骤“%s”没有说明", s.Name)
	}
	v.names(s, "角色", s.Roles)
	v.names(s, "编号", s.Numbers)
	v.names(s, "停止的期限", s.Stops)
	v.names(s, "中止的期限", s.Only)
	v.names(s, "上一步骤", s.After)
	for _, name := range s.After {
		v.after(s, name)
	}
	for i := range s.Gates {
		v.gate(s, &s.Gates[i])
	}
	for i := range s.Starts {
		v.clock(s, i)
	}
	for _, name := range slices.Concat(s.Stops, s.Only) {
		if !v.starts(name) {
			v.say("步骤“%s”停止或者中止的期限“%s”从不开始", s.Name, name)
		}
	}
	v.flags(s)
}

// names reports empty and double names in a list.
func (v *vetter) names(s *Step, list string, names []string) {
	for i, name := range names {
		switch {
		case name == "":
			v.say("步骤“%s”的%s有空名称", s.Name, list)
		case slices.Index(names, name) != i:
			v.say("步骤“%s”的%s“%s”重复", s.Name, list, name)
		}
	}
}

func (v *vetter) after(s *Step, name string) {
	i := v.flow.Index(name)
	switch {
	case name == "":
	case i < 0:
		v.say("步骤“%s”的上一步骤“%s”不存在", s.Name, name)
	case v.flow.Steps[i].Final:
		v.say("步骤“%s”接在最后步骤“%s”之后", s.Name, name)
	}
}

func (v *vetter) flags(s *Step) {
	switch {
	case s.Pauses && s.Resumes:
		v.say("步骤“%s”既中止又恢复", s.Name)
	case s.Late && (s.Pauses || s.Resumes || s.Final):
		v.say("步骤“%s”可以补记，却中止或者恢复期限，或者是最后步骤", s.Name)
	case s.Final && (s.Pauses || len(s.Starts) > 0):
		v.say("最后步骤“%s”开始或者中止期限", s.Name)
	case len(s.Only) > 0 && !s.Pauses && !s.Resumes:
		v.say("步骤“%s”不中止也不恢复，却指明期限", s.Name)
	}
}

func (v *vetter) gate(s *Step, g *Gate) {
	if !isCode(g.Code) {
		v.say("步骤“%s”的条件代码 %q 应为小写字母、数字、连字符，以斜线分段", s.Name, g.Code)
	}
	if g.Doc == "" || g.Basis == "" {
		v.say("步骤“%s”的条件 %s 没有说明或者依据", s.Name, g.Code)
	}
	if doc, ok := v.docs[g.Code]; ok && doc != g.Doc {
		v.say("条件 %s 有不同的说明", g.Code)
	}
	v.docs[g.Code] = g.Doc
	if g.Open == nil {
		v.say("步骤“%s”的条件 %s 没有 Open", s.Name, g.Code)
	}
	v.force(s, string(g.Code), g.From, g.Until)
}

func (v *vetter) force(s *Step, what string, from, until fazhi.Date) {
	if !from.IsZero() && !until.IsZero() && until.Before(from) {
		v.say("步骤“%s”的 %s 失效日期早于生效日期", s.Name, what)
	}
}

func (v *vetter) clock(s *Step, i int) {
	c := &s.Starts[i]
	switch {
	case c.Name == "":
		v.say("步骤“%s”的期限没有名称", s.Name)
	case !c.Span.IsZero() && c.Span.String() == "":
		v.say("步骤“%s”的期限“%s”没有这种长度", s.Name, c.Name)
	case c.Span.Back():
		v.say("步骤“%s”的期限“%s”向前计算", s.Name, c.Name)
	case c.Rest < workday.Statutory || c.Rest > workday.Earlier:
		v.say("步骤“%s”的期限“%s”没有这种顺延方式", s.Name, c.Name)
	}
	if c.Basis == "" {
		v.say("步骤“%s”的期限“%s”没有依据", s.Name, c.Name)
	}
	v.force(s, c.Name, c.From, c.Until)
	if c.Extends && !v.extensible(c) {
		v.say("步骤“%s”延长的期限“%s”从不开始，或者单位不同", s.Name, c.Name)
	}
	for j := range s.Starts[:i] {
		if c.collides(&s.Starts[j]) {
			v.say("步骤“%s”的期限“%s”重复", s.Name, c.Name)
		}
	}
}

// collides reports whether two clocks of a step begin together.
func (c *Clock) collides(d *Clock) bool {
	apart := !c.Until.IsZero() && c.Until.Before(d.From) || !d.Until.IsZero() && d.Until.Before(c.From)
	return c.Name == d.Name && c.Extends == d.Extends && c.When == nil && d.When == nil && !apart
}

// starts reports whether a clock of this name begins somewhere.
func (v *vetter) starts(name string) bool {
	return v.anyClock(func(c *Clock) bool { return c.Name == name && !c.Extends })
}

func (v *vetter) extensible(e *Clock) bool {
	return v.anyClock(func(c *Clock) bool {
		return c.Name == e.Name && !c.Extends && (c.Span.Unit == e.Span.Unit || e.Span.IsZero() || c.Span.IsZero())
	})
}

func (v *vetter) anyClock(is func(*Clock) bool) bool {
	for i := range v.flow.Steps {
		for j := range v.flow.Steps[i].Starts {
			if is(&v.flow.Steps[i].Starts[j]) {
				return true
			}
		}
	}
	return false
}

// isCode reports whether a code has at least two segments of lower-case letters, digits and hyphens.
func isCode(c fazhi.Code) bool {
	parts := strings.Split(string(c), "/")
	for _, part := range parts {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
	}
	return len(parts) > 1
}
