package activity

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/table"
)

// counters reads the figures. Where the columns do not fit together, which has been reported, conditions are not checked.
func (p *parser) counters(m *mapping, a *Activity) []counter {
	items := m.list("数据项")
	if len(items) == 0 {
		p.needList(m, "数据项")
		return nil
	}
	vocabulary := a.vocabulary()
	list := make([]counter, 0, len(items))
	seen := make(map[string]bool, len(items))
	for _, n := range items {
		if p.full() {
			break
		}
		d := declared{p: p, m: p.mapping(n, "数据项", counterKeys()), area: a, vocabulary: vocabulary}
		c := d.counter()
		if id := c.figure.ID; id != "" && seen[id] {
			p.report(BadFigure, d.m.at("标识"), "数据项“"+id+"”写了两次")
		}
		seen[c.figure.ID] = true
		list = append(list, c)
	}
	p.vetParts(list, m.at("数据项"))
	return list
}

// counterKeys lists what the declaration of a figure may hold.
func counterKeys() []string {
	return []string{"标识", "名称", "算法", "求和列", "不同值列", "分子", "条件", "分组", "表格", "单位", "后缀", "口径"}
}

// declared is the declaration of one figure.
type declared struct {
	p          *parser
	m          *mapping
	area       *Activity
	vocabulary *rules.Vocabulary[*Record]
}

func (d *declared) counter() counter {
	c := counter{method: method(d.m.need("算法")), figure: fazhi.Figure{
		ID: d.m.need("标识"), Name: d.m.need("名称"), Unit: d.m.need("单位"), Noun: d.m.text("后缀"), Scope: d.m.need("口径"),
	}}
	if !isFigureID(c.figure.ID) {
		d.p.report(BadFigure, d.m.at("标识"), "“标识”应当写作 领域.名称，如 会议.党组会")
	}
	switch c.method {
	case "", count:
	case sum:
		c.column = d.counted("求和列", table.Count, table.Money)
	case distinct:
		c.column = d.counted("不同值列", table.Text)
	case rate:
		c.hit = d.conditions("分子", &c)
		if n := d.m.values["分子"]; n == nil || n.Kind == yaml.SequenceNode && len(n.Content) == 0 { // all rows would hit
			d.p.report(BadKey, d.m.at("分子"), "算法是“比率”的数据项缺少“分子”")
		}
	default:
		d.p.report(BadFigure, d.m.at("算法"), "“算法”应当是 计数、求和、不同值 或 比率")
		c.method = "" // reported; the rest is checked all the same
	}
	c.where = d.conditions("条件", &c)
	if c.column.Name != "" {
		c.reads = append(c.reads, c.column.Name)
	}
	d.needless(c.method)
	d.unit(&c)
	d.grouped(&c)
	return c
}

// isFigureID reports whether placeholders can name the figure. An empty one has been reported.
func isFigureID(id string) bool {
	_, marks, err := report.Prose("{{"+id+"}}", 0)
	return id == "" || err == nil && len(marks) == 1 && marks[0].ID == id
}

// needless reports keys that mean nothing for the method.
func (d *declared) needless(used method) {
	for _, k := range [...]struct {
		key string
		of  method
	}{{"求和列", sum}, {"不同值列", distinct}, {"分子", rate}} {
		if used != "" && used != k.of && d.m.values[k.key] != nil {
			d.p.report(BadKey, d.m.at(k.key), "算法是“"+string(used)+"”的数据项不需要“"+k.key+"”")
		}
	}
}

// counted reads the column that is added up or compared.
func (d *declared) counted(key string, kinds ...table.Kind) column {
	name := d.m.need(key)
	if name == "" {
		return column{}
	}
	c := d.p.column(d.area.columns, name, d.m.at(key))
	if c == nil {
		return column{}
	}
	if !slices.Contains(kinds, c.Kind) {
		titles := make([]string, len(kinds))
		for i, k := range kinds {
			titles[i] = k.String() + "列"
		}
		d.p.report(BadColumn, d.m.at(key), "“"+key+"”应当是"+strings.Join(titles, "或")+"，“"+name+"”是"+c.Kind.String()+"列")
	}
	return *c
}

// unit checks that the unit fits what is counted.
func (d *declared) unit(c *counter) {
	unit, amount := c.figure.Unit, c.method == sum && c.column.Kind == table.Money
	money := unit == "元" || unit == "万元" || unit == "亿元"
	message := ""
	switch {
	case unit == "" || c.method == "":
	case c.method == rate && unit != "%":
		message = "比率的单位应当是 %"
	case amount && !money:
		message = "金额的单位应当是 元、万元 或 亿元"
	case c.method != rate && !amount && (money || strings.Trim(unit, "%‰％") == "" || unit == "百分点"):
		message = "计数的单位不能是“" + unit + "”"
	case c.method == sum && c.column.unit != "" && c.column.unit != unit:
		message = "“" + c.column.Name + "”列的单位是“" + c.column.unit + "”，合计的单位应当相同"
	}
	if message != "" {
		d.p.report(BadFigure, d.m.at("单位"), message)
	}
	if c.figure.Noun != "" && (amount || c.method == rate) {
		d.p.report(BadFigure, d.m.at("后缀"), "只有计数的数据项可以有“后缀”")
	}
}

// conditions compiles the conditions of a key and notes their columns.
func (d *declared) conditions(key string, c *counter) func(*Record) bool {
	holds, reads := d.p.conditions(d.m, key, d.vocabulary)
	c.reads = append(c.reads, reads...)
	return holds
}
