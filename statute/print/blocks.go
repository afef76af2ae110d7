package print

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/statute"
)

// Blocks returns the text below its title, with its signature and annexes in their places.
func Blocks(t *statute.Text) []gongwen.Block {
	var p printer
	for n := range t.Root.Children() {
		if n.Kind != statute.Title {
			p.node(n)
		} else {
			p.children(n)
		}
	}
	return p.blocks
}

// A printer gathers blocks.
type printer struct{ blocks []gongwen.Block }

func (p *printer) add(b gongwen.Block) { p.blocks = append(p.blocks, b) }

func (p *printer) children(n *statute.Node) {
	for c := range n.Children() {
		p.node(c)
	}
}

// node adds a node and what is below it.
func (p *printer) node(n *statute.Node) {
	switch {
	case n.Kind == statute.Article:
		p.article(n)
		return
	case n.Kind == statute.Table && n.Grid() != nil:
		p.add(table(n.Grid()))
		return
	case n.Kind == statute.Comment:
		p.paragraph(n.Remark(), gongwen.Justified)
	case n.Kind.IsDivision():
		p.division(n)
	case n.Kind == statute.Annex:
		p.add(gongwen.PageBreak{})
		p.add(gongwen.Paragraph{Align: gongwen.Flush, Text: []gongwen.Span{gongwen.Emphasis(n.Said())}})
	case headingLevel(n) > 0:
		p.add(gongwen.Heading{Level: headingLevel(n), Label: n.Mark() + n.Label, Text: []gongwen.Span{gongwen.Text(n.Head + n.Text)}})
	default:
		p.paragraph(n.Mark()+n.Label+blanks(n)+n.Head+n.Text, align(n))
	}
	at := len(p.blocks)
	p.children(n)
	if first := n.First(); n.Kind == statute.Quote && first != nil && !strings.Contains(first.Lead, "\n") {
		p.join(at)
	}
}

// join makes one paragraph of two, of which the second is at a place: 修改为：“第五条　….
func (p *printer) join(at int) {
	if at == 0 || at >= len(p.blocks) {
		return
	}
	before, ok := p.blocks[at-1].(gongwen.Paragraph)
	begun, both := p.blocks[at].(gongwen.Paragraph)
	if ok && both {
		before.Text = append(before.Text, begun.Text...)
		p.blocks[at-1] = before
		p.blocks = slices.Delete(p.blocks, at, at+1)
	}
}

func (p *printer) paragraph(text string, a gongwen.Align) {
	if text != "" {
		p.add(gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(text)}, Align: a})
	}
}

// align returns how a node is set that is no part of the law itself.
func align(n *statute.Node) gongwen.Align {
	switch n.Kind {
	case statute.Title, statute.Note, statute.Contents:
		return gongwen.Centered
	case statute.Signature:
		if !strings.HasPrefix(n.Text, "（") { // （此件主动公开）
			return gongwen.RightAligned
		}
	case statute.Line:
		if up := n.Parent(); up != nil && up.Kind == statute.Annex && up.First() == n && isShort(n.Text) {
			return gongwen.Centered // its title
		}
	}
	return gongwen.Justified
}

// blanks returns one blank where the text has some between label and text.
func blanks(n *statute.Node) string {
	if strings.Trim(n.Gap, "*") == "" {
		return ""
	}
	return "　"
}

// division adds the name of a chapter.
func (p *printer) division(n *statute.Node) {
	name := n.Mark() + n.Label
	if n.Head != "" {
		name += "　"
	}
	p.add(gongwen.Paragraph{Align: gongwen.Centered, Text: []gongwen.Span{gongwen.Emphasis(name + n.Head + n.Text)}})
}

// article adds an article, its first paragraph in the line of its label.
func (p *printer) article(n *statute.Node) {
	spans := []gongwen.Span{gongwen.Emphasis(n.Mark() + n.Label)}
	rest := n.Head + n.Text
	first := n.First()
	if first != nil && first.Kind == statute.Paragraph {
		rest += first.Said()
	} else {
		first = nil
	}
	if rest != "" {
		spans = append(spans, gongwen.Text("　"+rest))
	}
	p.add(gongwen.Paragraph{Text: spans})
	if first != nil {
		p.children(first)
	}
	for c := range n.Children() {
		if c != first {
			p.node(c)
		}
	}
}

// headingLevel returns the level of a heading of a text without articles, 0 if a node is none: 一、 and （一） before a short name.
func headingLevel(n *statute.Node) int {
	switch {
	case n.Quoted() || !isShort(n.Head+n.Text):
		return 0
	case n.Kind == statute.Clause:
		return 1
	case n.Kind == statute.Item && n.Parent() != nil && n.Parent().Kind == statute.Clause:
		return 2
	}
	return 0
}

// isShort reports whether a text can be a heading: it is short and no sentence.
func isShort(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= longestHeading && !strings.ContainsAny(s, "。；！？：:;，")
}

const longestHeading = 40 // characters

// table returns a table; its first row is repeated on every page.
func table(grid []statute.GridRow) gongwen.Block {
	columns := 0
	for _, row := range grid {
		columns = max(columns, len(row.Cells))
	}
	header := cells(grid[0].Cells)
	for len(header) < columns {
		header = append(header, nil)
	}
	t := gongwen.Table{Header: header}
	for _, row := range grid[1:] {
		t.Rows = append(t.Rows, cells(row.Cells))
	}
	return t
}

func cells(texts []string) [][]gongwen.Span {
	var out [][]gongwen.Span
	for _, s := range texts {
		out = append(out, []gongwen.Span{gongwen.Text(s)})
	}
	return out
}
