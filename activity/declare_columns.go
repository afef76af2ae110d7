package activity

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi/table"
)

// columns reads the ledger's columns.
func (p *parser) columns(m *mapping) []table.Column {
	items := m.list("列")
	if len(items) == 0 {
		p.needList(m, "列")
		return nil
	}
	before := len(p.issues)
	columns := make([]table.Column, 0, len(items))
	seen := make(map[string]bool, len(items))
	for _, n := range items {
		c, line := p.columnOf(n)
		if c.Name != "" && seen[c.Name] {
			p.report(BadColumn, line, "“"+c.Name+"”列写了两次")
		}
		if c.Name != "" && !seen[c.Name] {
			columns = append(columns, c)
		}
		seen[c.Name] = true
	}
	if len(p.issues) == before {
		p.vetColumns(columns, m.at("列"))
	}
	return columns
}

// needList reports a list that is not there or has no items; what is no list has been reported.
func (p *parser) needList(m *mapping, key string) {
	if n := m.values[key]; n == nil && !m.empty() || n != nil && n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		p.report(BadKey, m.at(key), m.what+"缺少“"+key+"”")
	}
}

// columnKeys lists what the declaration of a column may hold.
func columnKeys() []string {
	return []string{"列名", "说明", "类型", "必填", "可选值", "宽度"}
}

func (p *parser) columnOf(n *yaml.Node) (table.Column, int) {
	m := p.mapping(n, "列", columnKeys())
	c := table.Column{Name: m.need("列名"), Doc: m.need("说明"), Required: m.yes("必填"), Width: m.number("宽度", 100)}
	if kind := m.text("类型"); kind != "" {
		if err := c.Kind.UnmarshalText([]byte(kind)); err != nil {
			p.report(BadValue, m.at("类型"), "没有“"+kind+"”这个类型（可用："+strings.Join(kindTitles(), "、")+"）"+p.maybe(kind, kindTitles()))
		}
	}
	c.Choices = p.choices(m, c.Kind)
	if len(c.Choices) > 0 && c.Kind != table.Text && c.Kind != table.List {
		p.report(BadColumn, m.at("可选值"), "只有文本列和多项文本列可以有“可选值”")
		c.Choices = nil
	}
	return c, m.at("列名")
}

func kindTitles() []string {
	var titles []string
	for k := table.Text; k <= table.Number; k++ {
		titles = append(titles, k.String())
	}
	return titles
}

// choices reads the texts that a column may hold. One that reading a cell would change or divide could never be chosen.
func (p *parser) choices(m *mapping, kind table.Kind) []string {
	var choices []string
	seen := make(map[string]bool)
	for _, n := range m.list("可选值") {
		text, fault := textOf(n)
		switch {
		case fault != "":
		case text == "":
			fault = "有空的一项"
		case seen[text]:
			fault = "有重复的“" + text + "”"
		case kind == table.List && strings.ContainsAny(text, "、;；,，"):
			fault = "“" + text + "”含有多项文本的分隔符"
		}
		if fault != "" {
			p.report(BadValue, n.Line, "“可选值”"+fault)
		}
		seen[text] = true
		choices = append(choices, text)
	}
	return choices
}

// vetColumns reports what package table finds wrong, such as headers that a ledger could not tell apart.
func (p *parser) vetColumns(columns []table.Column, line int) {
	err := table.VetColumns(columns)
	if err == nil {
		return
	}
	for fault := range strings.SplitSeq(err.Error(), "\n") {
		p.report(BadColumn, line, strings.TrimPrefix(fault, "table: "))
	}
}
