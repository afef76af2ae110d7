package form

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

func (c *compiler) parts(at fazhi.Path, parts []Part, around scope) []part {
	out := make([]part, len(parts))
	for i, p := range parts {
		out[i] = c.part(at.At(i), p, around)
	}
	return out
}

// part checks and reads one part.
func (c *compiler) part(at fazhi.Path, p Part, around scope) part {
	in := scope{conds: c.conditions(at.At("if"), p.If, around)}
	in.list = c.each(at.At("each"), p.Each)
	in.passage = p.Level == 0 && !p.Items
	out := part{conds: in.conds, each: p.Each, level: p.Level, set: p.Set, items: p.Items}
	switch {
	case (p.Text == "") == (p.Table == nil):
		c.say(at, "应当有文字或者表格，不能都有")
	case p.Table != nil && (p.Each != "" || p.Items || p.Level != 0 || p.Set != ""):
		c.say(at, "表格不能重复、不能作标题；表格的行可以重复")
	case p.Items && p.Each == "":
		c.say(at.At("items"), "没有说明是哪一个列表")
	case p.Level < 0 || p.Level > 4 || p.Level > 0 && (p.Items || p.Set != ""):
		c.say(at.At("level"), "标题分四级，不能是列表")
	case !slices.Contains([]Set{"", Flush, Centered, Right}, p.Set):
		c.say(at.At("set"), "没有这一种排法")
	}
	if p.Table != nil {
		out.table = c.table(at.At("table"), *p.Table, in.conds)
		return out
	}
	out.text = c.pattern(at.At("text"), p.Text, in)
	return out
}

// each returns the list that a part or row is repeated for.
func (c *compiler) each(at fazhi.Path, name string) *Field {
	if name == "" {
		return nil
	}
	f, ok := c.lookup(name, scope{})
	if !ok || f.Type != List {
		c.say(at, "没有列表“"+name+"”")
		return nil
	}
	return &f
}

func (c *compiler) table(at fazhi.Path, t Table, around []condition) *table {
	out := &table{t.Caption, slices.Clone(t.Header), slices.Clone(t.Widths), slices.Clone(t.Right), nil}
	if t.Caption != "" {
		c.fixed(at.At("caption"), t.Caption)
	}
	for i, h := range t.Header {
		c.fixed(at.At("header", i), h)
	}
	bad := slices.ContainsFunc(t.Widths, func(w int) bool { return w <= 0 })
	if len(t.Header) == 0 || bad || t.Widths != nil && len(t.Widths) != len(t.Header) || len(t.Right) > len(t.Header) {
		c.say(at, "表格应当有表头，列宽与表头相符")
	}
	if len(t.Rows) == 0 {
		c.say(at.At("rows"), "表格没有行")
	}
	for i, r := range t.Rows {
		out.rows = append(out.rows, c.row(at.At("rows", i), r, len(t.Header), around))
	}
	return out
}

func (c *compiler) row(at fazhi.Path, r Row, columns int, around []condition) row {
	in := scope{conds: c.conditions(at.At("if"), r.If, scope{conds: around}), blank: true}
	in.list = c.each(at.At("each"), r.Each)
	out := row{conds: in.conds, each: r.Each}
	if len(r.Cells) == 0 || len(r.Cells) > columns {
		c.say(at.At("cells"), "表格的行应当有单元格，不多于表头")
	}
	for i, cell := range r.Cells {
		out.cells = append(out.cells, c.pattern(at.At("cells", i), cell, in))
	}
	return out
}

func (s Set) align() gongwen.Align {
	switch s {
	case Flush:
		return gongwen.Flush
	case Centered:
		return gongwen.Centered
	case Right:
		return gongwen.RightAligned
	}
	return gongwen.Justified
}
