package plugin

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Description says which plug-ins a host has and what each offers. As JSON its lists are never null.
type Description struct {
	API     int         `json:"api"`
	Plugins []Described `json:"plugins"`
}

// Described is what one plug-in offers.
type Described struct {
	Applied
	Doc         string       `json:"doc"`
	Requires    []string     `json:"requires"`
	Checks      []Declared   `json:"checks"`
	Guards      bool         `json:"guards"`
	Refuses     []fazhi.Code `json:"refuses"`
	FailOpen    bool         `json:"failOpen"`
	Sections    []string     `json:"sections"`
	Numberers   []string     `json:"numberers"`
	Renderers   []string     `json:"renderers"`
	Calendars   []string     `json:"calendars"`
	Rubrics     []string     `json:"rubrics"`
	Signers     []string     `json:"signers"`
	Observes    bool         `json:"observes"`
	Quarantined bool         `json:"quarantined"`
}

// Declared is a check without the function that runs it.
type Declared struct {
	Code     fazhi.Code     `json:"code"`
	Kind     fazhi.Kind     `json:"kind"`
	Doc      string         `json:"doc"`
	Basis    string         `json:"basis"`
	Severity fazhi.Severity `json:"severity"`
	From     fazhi.Date     `json:"from,omitzero"`
	Until    fazhi.Date     `json:"until,omitzero"`
}

// Describe says what the host has, in the order of the list.
func (h *Host) Describe() Description {
	d := Description{API: API, Plugins: make([]Described, 0, len(h.members))}
	for _, m := range h.members {
		p := m.Provide
		one := Described{
			Applied: m.applied(), Doc: m.Doc, Requires: full(m.Requires), Checks: make([]Declared, 0, len(m.Checks)),
			Guards: m.Plugin.Guard != nil, Refuses: full(m.Refuses), FailOpen: m.FailOpen,
			Sections: keys(p.Sections), Numberers: keys(p.Numberers), Renderers: keys(p.Renderers), Calendars: keys(p.Calendars),
			Rubrics: keys(p.Rubrics), Signers: keys(p.Signers), Observes: m.Plugin.Observe != nil, Quarantined: m.quarantined(h),
		}
		for _, c := range m.Checks {
			one.Checks = append(one.Checks, Declared{c.Code, c.Kind, c.Doc, c.Basis, c.Severity, c.From, c.Until})
		}
		d.Plugins = append(d.Plugins, one)
	}
	return d
}

// full returns a copy that is not nil.
func full[T any](list []T) []T { return append([]T{}, list...) }

func keys[V any](m map[string]V) []string { return full(slices.Sorted(maps.Keys(m))) }

// String returns the description as a person reads it.
func (d Description) String() string {
	var b strings.Builder
	for i := range d.Plugins {
		d.Plugins[i].write(&b)
	}
	return b.String()
}

func (p *Described) write(b *strings.Builder) {
	fmt.Fprintf(b, "%s　%s\n", p.Applied, p.Doc)
	line := func(is bool, name string, items ...string) {
		if is {
			fmt.Fprintf(b, "  %s：%s\n", name, strings.Join(items, "、"))
		}
	}
	line(len(p.Requires) > 0, "要求", p.Requires...)
	for _, c := range p.Checks {
		fmt.Fprintf(b, "  检查 %s：%s（%s）\n", c.Code, strings.TrimRight(c.Doc, "。"), c.Basis)
	}
	for _, code := range p.Refuses {
		fmt.Fprintf(b, "  把关 %s\n", code)
	}
	line(len(p.Sections) > 0, "报告章节", p.Sections...)
	line(len(p.Numberers) > 0, "编号规则", p.Numberers...)
	line(len(p.Renderers) > 0, "文件格式", p.Renderers...)
	line(len(p.Calendars) > 0, "日历", p.Calendars...)
	line(len(p.Rubrics) > 0, "评分标准", p.Rubrics...)
	line(len(p.Signers) > 0, "签名", p.Signers...)
	line(p.Observes, "登记之后", "通知")
	line(p.FailOpen, "不能答复时", "放行")
	line(p.Quarantined, "状态", "已停用")
}
