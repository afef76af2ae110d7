package score

import (
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// Document writes the explanation as an official document (公文), 案卷评分说明, for gongwen/pdf, gongwen/docx and the other
// renderers. Whoever issues it adds head, addressee and signature.
func (e *Explanation) Document() *gongwen.Document {
	d := &gongwen.Document{Title: "行政执法案卷评分说明", Props: gongwen.Props{Subject: "行政执法案卷评查"}}
	d.Body = append(d.Body, paragraph("案卷"+e.File+"依照"+e.Rubric.title()+"评分，说明如下。"))
	d.Body = append(d.Body, heading("评分结果"), paragraph(closed(e.Arithmetic)), paragraph(e.Verdict), e.partTable())
	if len(e.Edges) > 0 {
		d.Body = append(d.Body, e.edgeTable())
	}
	d.Body = append(d.Body, heading("失分、否决和改评的项目"))
	d.Body = append(d.Body, e.findings()...)
	if open := e.open(); len(open) > 0 {
		d.Body = append(d.Body, heading("未评的项目"), openTable(open))
	}
	d.Body = append(d.Body, heading("各项得分"))
	for i := range e.Score.Parts {
		d.Body = append(d.Body, itemTables(&e.Score.Parts[i])...)
	}
	d.Body = append(d.Body, heading("核对"), paragraph("同一案卷、同一标准、同样的评定，得分摘要相同。"), e.digests())
	d.Body = gongwen.NumberHeadings(d.Body)
	return d
}

// closed is a sentence with its full stop.
func closed(s string) string { return strings.TrimSuffix(s, "。") + "。" }

func text(s string) []gongwen.Span { return []gongwen.Span{gongwen.Text(s)} }

func heading(s string) gongwen.Block { return gongwen.Heading{Level: 1, Text: text(s)} }

func paragraph(s string) gongwen.Block { return gongwen.Paragraph{Text: text(s)} }

func row(cells ...string) [][]gongwen.Span {
	list := make([][]gongwen.Span, len(cells))
	for i, c := range cells {
		list[i] = text(c)
	}
	return list
}

// partTable shows what the score is made of.
func (e *Explanation) partTable() gongwen.Block {
	t := gongwen.Table{Caption: "得分的组成", Header: row("组成", "分值", "说明"), Widths: []int{4, 4, 14}, Right: []bool{false, true, false}}
	for i := range e.Score.Parts {
		p := &e.Score.Parts[i]
		value := p.Value.String()
		if p.Minus && p.Value.rat.Sign() != 0 {
			value = "－" + value
		}
		t.Rows = append(t.Rows, row(p.Name, value, p.Note))
	}
	t.Rows = append(t.Rows, row(e.Score.Name, e.Outcome.Score.String(), e.Score.Note))
	return t
}

func (e *Explanation) edgeTable() gongwen.Block {
	t := gongwen.Table{Caption: "等次", Header: row("等次", "下限", "与得分相比"), Right: []bool{false, true, false}}
	for i := range e.Edges {
		edge := &e.Edges[i]
		mark := edge.away()
		if edge.Grade == e.Outcome.Grade {
			mark = join("本案卷", mark)
		}
		t.Rows = append(t.Rows, row(edge.Grade, edge.Least.String(), mark))
	}
	return t
}

// items returns the items for which a test holds, each once, though it may stand in two parts.
func (e *Explanation) items(holds func(*Finding) bool) []Node {
	var list []Node
	seen := make(map[string]bool)
	var walk func(n *Node)
	walk = func(n *Node) {
		if n.Item != nil && !seen[n.Item.ID] && holds(n.Item) {
			seen[n.Item.ID] = true
			list = append(list, *n)
		}
		for i := range n.Parts {
			walk(&n.Parts[i])
		}
	}
	walk(&e.Score)
	return list
}

func (e *Explanation) open() []Node {
	return e.items(func(f *Finding) bool { return f.Verdict == rubric.NotJudged })
}

// findings tells of each item that is not met or was judged anew. A bonus that nobody has is no fault.
func (e *Explanation) findings() []gongwen.Block {
	items := e.items(func(f *Finding) bool {
		return f.Verdict == rubric.NotMet && f.Role != rubric.Adds || f.Auto != nil
	})
	if len(items) == 0 {
		return []gongwen.Block{paragraph("没有。")}
	}
	var list []gongwen.Block
	for i := range items {
		list = append(list, tell(&items[i])...)
	}
	return list
}

// tell is one item in full.
func tell(n *Node) []gongwen.Block {
	f := n.Item
	list := []gongwen.Block{gongwen.Heading{Level: 2, Text: text(n.Name + "（" + f.ID + "）")}}
	add := func(lead, s string) {
		if s != "" {
			list = append(list, gongwen.Paragraph{Text: []gongwen.Span{gongwen.Emphasis(lead + "："), gongwen.Text(closed(s))}})
		}
	}
	add("评定", f.standing())
	add("标准", join(n.Note, f.Rule))
	add("依据", f.Basis)
	add("改评", f.changedWords())
	add("理由", f.Reason)
	for i := range f.Evidence {
		add("所查", f.Evidence[i].words())
	}
	return list
}

// itemTables are the items of a part, a table for each group.
func itemTables(p *Node) []gongwen.Block {
	switch {
	case len(p.Parts) == 0:
		return nil
	case p.Parts[0].Level == OfItem:
		return []gongwen.Block{itemTable(p.Name+"："+p.Note, p.Parts)}
	}
	var list []gongwen.Block
	for i := range p.Parts {
		g := &p.Parts[i]
		if g.Level == OfPart {
			list = append(list, itemTables(g)...)
			continue
		}
		caption := p.Name + "：" + g.headline()
		if g.Note != "" {
			caption += "（" + g.Note + "）"
		}
		list = append(list, itemTable(caption, g.Parts))
	}
	return list
}

func itemTable(caption string, items []Node) gongwen.Block {
	t := gongwen.Table{Caption: caption, Header: row("编号", "项目", "评定", "分值", "得分", "扣分"), Widths: []int{6, 13, 4, 3, 3, 3},
		Right: []bool{false, false, false, true, true, true}}
	for i := range items {
		f := items[i].Item
		verdict := f.Verdict.String()
		if f.Times > 0 {
			verdict += strconv.Itoa(f.Times) + "处"
		}
		cells := row(f.ID, items[i].Name, verdict)
		if f.Points > 0 {
			cells = append(cells, row(f.Points.String(), f.Kept.String(), f.Lost.String())...)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func openTable(items []Node) gongwen.Block {
	t := gongwen.Table{Header: row("编号", "项目", "分值"), Widths: []int{6, 19, 4}, Right: []bool{false, false, true}}
	for i := range items {
		t.Rows = append(t.Rows, row(items[i].Item.ID, items[i].Name, items[i].Item.Points.String()))
	}
	return t
}

// digests are written in groups, so that lines may break and people compare.
func (e *Explanation) digests() gongwen.Block {
	t := gongwen.Table{Header: row("摘要", "SHA-256"), Widths: []int{4, 18}}
	for _, d := range []struct {
		name   string
		digest rubric.Digest
	}{{"案卷", e.FileDigest}, {"标准", e.Rubric.Digest}, {"得分", e.Digest}} {
		t.Rows = append(t.Rows, row(d.name, strings.Join(groups(d.digest.String()), " ")))
	}
	return t
}

func groups(digits string) []string {
	var list []string
	for group := range slices.Chunk([]byte(digits), 8) {
		list = append(list, string(group))
	}
	return list
}
