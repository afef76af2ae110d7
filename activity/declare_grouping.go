package activity

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/table"
)

// grouped reads how a figure is divided (分组), and whether the parts stand in a table.
func (d *declared) grouped(c *counter) {
	name := d.m.text("分组")
	c.table = d.m.yes("表格")
	switch {
	case name == "" && c.table:
		d.p.report(BadGrouping, d.m.at("表格"), "有“分组”的数据项才可以有“表格”")
	case name == "":
	case c.method == distinct:
		d.p.report(BadGrouping, d.m.at("分组"), "“不同值”不能分组：同一个值会在几组里出现，各组之和不等于总数")
	case name == byQuarter, name == byMonth:
		if day := find(d.area.columns, d.area.date); day != nil && day.class != Impersonal {
			d.p.report(PersonalColumn, d.m.at("分组"), "“"+d.area.date+"”列是个人信息，不能按"+name+"分组")
		}
		c.by = grouping{name: name, months: map[string]int{byQuarter: 3, byMonth: 1}[name]}
		if d.area.until != "" {
			d.p.report(BadGrouping, d.m.at("分组"), "有“截止列”的领域不能按"+name+"分组：一行会在几组里出现，各组之和不等于总数")
		}
	default:
		d.byColumn(c, name)
	}
}

func (d *declared) byColumn(c *counter, name string) {
	by := d.p.column(d.area.columns, name, d.m.at("分组"))
	switch {
	case by == nil:
		return
	case by.class != Impersonal:
		d.p.report(PersonalColumn, d.m.at("分组"), "“"+name+"”列是个人信息，不能用来分组")
	case by.Kind != table.Text && by.Kind != table.YesNo:
		d.p.report(BadGrouping, d.m.at("分组"), "“分组”应当是 季度、月份、文本列或者是否列，“"+name+"”是"+by.Kind.String()+"列")
	}
	c.by = grouping{name: name, column: *by}
	c.reads = append(c.reads, name)
	d.alike(c)
}

// alike reports choices whose parts would have one name, or none.
func (d *declared) alike(c *counter) {
	seen := make(map[string]bool)
	for _, name := range c.by.fixed() {
		if name == "" || seen[name] {
			d.p.report(BadGrouping, d.m.at("分组"), "“"+c.by.name+"”列有可选值分组以后同名：都叫“"+name+"”；空格和大括号写成“·”，看不见的字符不计，取前 "+strconv.Itoa(MaxPartName)+" 个字")
			return
		}
		seen[name] = true
	}
}

// vetParts reports figures that have the identifier of another one's part, and too many parts.
func (p *parser) vetParts(list []counter, at spot) {
	whole := make(map[string]bool)
	all := 0
	for i := range list {
		whole[list[i].figure.ID] = list[i].by.name != ""
		all += list[i].by.most()
	}
	if all > MaxAllParts {
		p.report(BadGrouping, at, "分组太多：各数据项的组合计不能超过 "+strconv.Itoa(MaxAllParts)+" 个，没有可选值的列算 "+strconv.Itoa(MaxParts)+" 个")
	}
	for i := range list {
		if id, _, part := strings.Cut(list[i].figure.ID, "@"); part && whole[id] {
			p.report(BadGrouping, at, "“"+list[i].figure.ID+"”与数据项“"+id+"”的分组重名")
		}
	}
}
