package activity

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi/table"
)

// columns reads the ledger's columns.
func (p *parser) columns(m *mapping) []column {
	items := m.list("列")
	if len(items) == 0 {
		p.needList(m, "列")
		return nil
	}
	before := len(p.issues)
	columns := make([]column, 0, len(items))
	seen := make(map[string]bool, len(items))
	for _, n := range items {
		c, at := p.columnOf(n)
		if c.Name != "" && seen[c.Name] {
			p.report(BadColumn, at, "“"+c.Name+"”列写了两次")
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
	return []string{"列名", "别名", "说明", "类型", "单位", "必填", "不重复", "可选值", "最小", "最大", "不早于", "不晚于", "个人信息", "宽度"}
}

func (p *parser) columnOf(n *yaml.Node) (column, spot) {
	m := p.mapping(n, "列", columnKeys())
	c := column{Column: table.Column{Name: m.need("列名"), Doc: m.need("说明"), Required: m.yes("必填"), Unique: m.yes("不重复"), Width: m.number("宽度", 100)}}
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
	if c.Unique && c.Kind != table.Text && c.Kind != table.Number {
		p.report(BadColumn, m.at("不重复"), "只有文本列和发文字号列可以“不重复”")
		c.Unique = false
	}
	c.also = m.texts("别名")
	c.unit = p.unitOf(m, c.Kind)
	c.class = Class(m.oneOf("个人信息", classes()))
	p.doubt(m, &c)
	p.bounds(m, &c)
	return c, m.at("列名")
}

// unitOf reads the unit of a column that counts. That of an amount stands in the ledger's header.
func (p *parser) unitOf(m *mapping, kind table.Kind) string {
	unit := m.text("单位")
	switch {
	case unit == "" || kind == table.Count || kind == table.Integer:
	case kind == table.Money:
		p.report(BadColumn, m.at("单位"), "金额列不写“单位”：没有注明的为元，台账的表头注明（万元）的为万元")
	default:
		p.report(BadColumn, m.at("单位"), "只有数量列和整数列可以有“单位”")
	}
	return unit
}

// bounds reads the smallest and the greatest value.
func (p *parser) bounds(m *mapping, c *column) {
	numbers := isOrdered(c.Kind) && c.Kind != table.Date
	c.low = p.bound(m, "最小", c.Kind, numbers, "数量列、整数列和金额列")
	c.high = p.bound(m, "最大", c.Kind, numbers, "数量列、整数列和金额列")
	first := p.bound(m, "不早于", c.Kind, c.Kind == table.Date, "日期列")
	last := p.bound(m, "不晚于", c.Kind, c.Kind == table.Date, "日期列")
	if c.Kind == table.Date {
		c.low, c.high = first, last
	}
	if c.low.text != "" && c.high.text != "" && !c.low.today && !c.high.today && c.low.value > c.high.value {
		p.report(BadColumn, m.spot, "“"+c.Name+"”列的上限小于下限，没有值可填")
	}
}

// bound reads one of them, in the way that cells of the column are read.
func (p *parser) bound(m *mapping, key string, kind table.Kind, fits bool, which string) bound {
	text := m.text(key)
	switch {
	case text == "":
		return bound{}
	case !fits:
		p.report(BadColumn, m.at(key), "只有"+which+"可以有“"+key+"”")
		return bound{}
	case kind == table.Date && text == today:
		return bound{text: text, today: true}
	}
	value, err := table.Column{Kind: kind}.Parse(text)
	n, ok := ordinal(value)
	if err != nil || !ok {
		p.report(BadValue, m.at(key), "“"+key+"”应当是"+kind.String())
		return bound{}
	}
	return bound{text: text, value: n}
}

// today stands for the day of reading.
const today = "今天"

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
	items := m.list("可选值")
	for _, n := range items {
		text, fault := textOf(n)
		switch {
		case fault != "":
		case text == "":
			fault = "有空的一项"
		case seen[text]:
			fault = "有重复的“" + text + "”"
		case kind == table.List && strings.ContainsAny(text, separators):
			fault = "“" + text + "”含有多项文本的分隔符"
		case len(items) == 1 && strings.ContainsAny(text, separators):
			fault = "只有“" + text + "”一项，几项之间应当用半角逗号：[甲, 乙]"
		}
		if fault != "" {
			p.report(BadValue, spotOf(n), "“可选值”"+fault)
		}
		seen[text] = true
		choices = append(choices, text)
	}
	return choices
}

// separators are what people write between texts.
const separators = "、;；,，"

// vetColumns reports what package table finds wrong, such as headers that a ledger could not tell apart, aliases among them.
func (p *parser) vetColumns(columns []column, at spot) {
	all := plain(columns)
	for i := range columns {
		for _, also := range columns[i].also {
			all = append(all, table.Column{Name: also})
		}
	}
	err := table.VetColumns(all)
	if err == nil {
		return
	}
	for fault := range strings.SplitSeq(err.Error(), "\n") {
		p.report(BadColumn, at, strings.TrimPrefix(fault, "table: "))
	}
}
