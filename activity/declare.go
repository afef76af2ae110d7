package activity

import (
	"slices"
	"strings"
	"unicode/utf16"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/table"
)

// areaKeys lists what the declaration of an area may hold.
func areaKeys() []string {
	return []string{"领域", "工作表", "说明", "列", "编号列", "日期列", "截止列", "名称列", "上级", "核对", "流程", "数据项", "例句", "章节"}
}

// area reads the declaration of one area. With a fault the result is of no use.
func (p *parser) area(n *yaml.Node) *Activity {
	m := p.mapping(n, "领域", areaKeys())
	p.doubts = nil
	a := &Activity{kind: fazhi.Kind(m.need("领域")), sheet: m.need("工作表"), doc: m.need("说明"), slot: m.text("章节")}
	if a.slot == "" {
		a.slot = a.sheet
	}
	if a.kind != "" && !isKind(string(a.kind)) {
		p.report(BadValue, m.at("领域"), "“领域”应当由小写字母、数字、连字符组成，以斜线分段，如 activity/meeting")
	}
	if !isSheet(a.sheet) {
		p.report(BadValue, m.at("工作表"), `工作表名不能超过 31 个字，不能含有 [ ] : * ? / \，首尾不能是单引号，不能叫“_选项”`)
	}
	p.slot(m, a)
	a.columns = p.columns(m)
	a.doubts = p.doubts
	p.roles(m, a)
	p.above(m, a)
	a.counters = p.counters(m, a)
	p.requirements(m, a)
	p.flow(m, a)
	a.expect()
	a.sentence = p.sentence(m, a.counters)
	return a
}

// slot checks the name by which a narrative calls for the sentence.
func (p *parser) slot(m *mapping, a *Activity) {
	switch {
	case !strings.ContainsAny(a.slot, "{}"):
	case m.values["章节"] == nil:
		p.report(BadValue, m.at("工作表"), "工作表名含有大括号的，应当另写“章节”")
	default:
		p.report(BadValue, m.at("章节"), "章节名不能含有大括号")
	}
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

// isSheet reports whether workbooks allow the name; lists of choices have a sheet of their own.
func isSheet(s string) bool {
	return len(utf16.Encode([]rune(s))) <= 31 && strings.Trim(s, "'") == s && !strings.ContainsAny(s, `[]:*?/\`) && s != "_选项"
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
		c := &a.columns[i]
		c.Unique = c.Unique || c.Name == a.id && c.Kind == table.Text
	}
	if a.until != "" && a.until == a.date {
		p.report(BadColumn, m.at("截止列"), "“截止列”不能就是“日期列”")
	}
}

// role checks that the column of a role is there, has the right kind, names nothing by personal data and, where the role asks
// for it, is never empty.
func (p *parser) role(m *mapping, a *Activity, key, name string, kind table.Kind, required bool) {
	if name == "" {
		return
	}
	c := p.column(a.columns, name, m.at(key))
	switch {
	case c == nil:
	case c.Kind != kind:
		p.report(BadColumn, m.at(key), "“"+key+"”应当是"+kind.String()+"列，“"+name+"”是"+c.Kind.String()+"列")
	case required && !c.Required:
		p.report(BadColumn, m.at(key), "“"+key+"”应当必填，请给“"+name+"”列写上 必填: 是")
	case c.class != Impersonal && kind == table.Text: // days only tell the year
		p.report(PersonalColumn, m.at(key), "“"+name+"”列是个人信息，不能作“"+key+"”")
	}
}

// above reads which ledger the rows belong to.
func (p *parser) above(m *mapping, a *Activity) {
	n := m.values["上级"]
	if n == nil {
		return
	}
	up := p.mapping(n, "上级", aboveKeys())
	a.above = above{sheet: up.need("工作表"), column: up.need("列")}
	p.role(up, a, "列", a.above.column, table.Text, true)
	if a.above.sheet != "" && a.above.sheet == a.sheet || a.above.column != "" && a.above.column == a.id {
		p.report(BadColumn, up.spot, "“上级”应当是另一张工作表，“列”不能就是“编号列”")
	}
}

func aboveKeys() []string { return []string{"工作表", "列"} }

// column finds a column by name and reports when there is none. That an area has no columns at all has been reported.
func (p *parser) column(columns []column, name string, at spot) *column {
	if c := find(columns, name); c != nil || len(columns) == 0 {
		return c
	}
	names := make([]string, len(columns))
	for i := range columns {
		names[i] = columns[i].Name
	}
	p.report(BadColumn, at, "没有“"+name+"”这一列"+p.maybe(name, names))
	return nil
}

// vocabulary returns what conditions on the columns may speak of, nil where the columns do not fit together, which has
// been reported; then conditions are not checked.
func (a *Activity) vocabulary() *rules.Vocabulary[*Record] {
	v, err := a.Vocabulary()
	if err != nil {
		return nil
	}
	return v
}
