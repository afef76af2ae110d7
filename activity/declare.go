package activity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// areaKeys lists what the declaration of an area may hold.
func areaKeys() []string {
	return []string{"领域", "工作表", "说明", "列", "编号列", "日期列", "截止列", "名称列", "数据项", "例句", "章节"}
}

// area reads the declaration of one area. With a fault the result is of no use.
func (p *parser) area(n *yaml.Node) *Activity {
	m := p.mapping(n, "领域", areaKeys())
	a := &Activity{kind: fazhi.Kind(m.need("领域")), sheet: m.need("工作表"), doc: m.need("说明"), slot: m.text("章节")}
	if a.slot == "" {
		a.slot = a.sheet
	}
	if a.kind != "" && !isKind(string(a.kind)) {
		p.report(BadValue, m.at("领域"), "“领域”应当由小写字母、数字、连字符组成，以斜线分段，如 activity/meeting")
	}
	if !isSheet(a.sheet) {
		p.report(BadValue, m.at("工作表"), `工作表名不能超过 31 个字，不能含有 [ ] : * ? / \`)
	}
	if strings.ContainsAny(a.slot, "{}") {
		p.report(BadValue, m.at("章节"), "章节名不能含有大括号")
	}
	a.columns = p.columns(m)
	p.roles(m, a)
	a.counters = p.counters(m, a.columns)
	a.expect()
	a.sentence = p.sentence(m, a.counters)
	return a
}

// expect marks the columns that figures depend on: without them a figure would be nought, not unknown.
func (a *Activity) expect() {
	reads := []string{a.until}
	for i := range a.counters {
		reads = append(reads, a.counters[i].reads...)
	}
	for i := range a.columns {
		a.columns[i].Expected = !a.columns[i].Required && slices.Contains(reads, a.columns[i].Name)
	}
}

// isKind reports whether a kind has two or more segments of lower-case letters, digits and hyphens.
func isKind(s string) bool {
	parts := strings.Split(s, "/")
	for _, part := range parts {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
	}
	return len(parts) > 1
}

// isSheet reports whether workbooks allow the name.
func isSheet(s string) bool {
	return utf8.RuneCountInString(s) <= 31 && !strings.ContainsAny(s, `[]:*?/\`)
}

// roles reads which columns hold the number, which is unique, the days and the title.
func (p *parser) roles(m *mapping, a *Activity) {
	a.id, a.date = m.need("编号列"), m.need("日期列")
	a.until, a.title = m.text("截止列"), m.text("名称列")
	p.role(m, a, "编号列", a.id, table.Text, true)
	p.role(m, a, "日期列", a.date, table.Date, true)
	p.role(m, a, "截止列", a.until, table.Date, false)
	p.role(m, a, "名称列", a.title, table.Text, false)
	for i := range a.columns {
		a.columns[i].Unique = a.columns[i].Name == a.id && a.columns[i].Kind == table.Text
	}
	if a.until != "" && a.until == a.date {
		p.report(BadColumn, m.at("截止列"), "“截止列”不能就是“日期列”")
	}
}

// role checks that the column of a role is there, has the right kind and, where the role asks for it, is never empty.
func (p *parser) role(m *mapping, a *Activity, key, name string, kind table.Kind, required bool) {
	if name == "" {
		return
	}
	c, ok := p.column(a.columns, name, m.at(key))
	switch {
	case !ok:
	case c.Kind != kind:
		p.report(BadColumn, m.at(key), "“"+key+"”应当是"+kind.String()+"列，“"+name+"”是"+c.Kind.String()+"列")
	case required && !c.Required:
		p.report(BadColumn, m.at(key), "“"+key+"”应当必填，请给“"+name+"”列写上 必填: 是")
	}
}

// column finds a column by name and reports when there is none. That an area has no columns at all has been reported.
func (p *parser) column(columns []table.Column, name string, line int) (table.Column, bool) {
	names := make([]string, len(columns))
	for i, c := range columns {
		if c.Name == name {
			return c, true
		}
		names[i] = c.Name
	}
	if len(columns) == 0 {
		return table.Column{}, false
	}
	p.report(BadColumn, line, "没有“"+name+"”这一列"+p.maybe(name, names))
	return table.Column{}, false
}
