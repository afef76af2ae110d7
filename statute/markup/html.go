package markup

import (
	"bytes"
	_ "embed" // the style
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/statute"
)

//go:embed style.css
var style string

// HTML writes a text as one page that needs nothing else and runs nothing. The id of every part is its path, so an article is
// page.html#/art_12. Divisions are headings, 项 and 目 are lists, quotations block quotations, and the 目录 of the text leads to its
// chapters, what it cites of itself to the place. A
// text without a title gets the heading 全文. The error is that of w.
func HTML(w io.Writer, t *statute.Text) error {
	p := &page{paths: t.Paths(), links: t.Links(), targets: make(map[string]string)}
	for n := range t.All() {
		if key := entryKey(n); n.Kind.IsDivision() && p.targets[key] == "" && !n.Quoted() {
			p.targets[key] = p.paths[n]
		}
	}
	p.document(t)
	if _, err := p.WriteTo(w); err != nil {
		return fmt.Errorf("markup: %w", err)
	}
	return nil
}

// entryKey is what a division and its line in the contents have in common: 第一章总则.
func entryKey(n *statute.Node) string { return strings.Join(strings.Fields(n.Label+n.Head), "") }

type page struct {
	bytes.Buffer
	paths   map[*statute.Node]string
	links   map[*statute.Node][]statute.Link
	targets map[string]string // paths of divisions by label and name
	titled  bool
}

func (p *page) document(t *statute.Text) {
	title := t.Title()
	untitled := strings.TrimSpace(title) == ""
	if untitled {
		title = "全文"
	}
	p.WriteString("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(title) + "</title>\n<style>\n" +
		style + "</style>\n</head>\n<body>\n<main>\n")
	if untitled {
		p.titled = true
		p.WriteString("<h1>" + title + "</h1>\n")
	}
	p.children(t.Root)
	p.WriteString("</main>\n</body>\n</html>\n")
}

// escaped returns text as HTML shows it. What it has no sign for becomes U+FFFD.
func escaped(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}

func (p *page) id(n *statute.Node) string { return ` id="` + p.paths[n] + `"` }

// children writes the parts of a node; titles one after the other are one heading, items one list.
func (p *page) children(n *statute.Node) {
	skip := firstParagraph(n)
	for c := n.First(); c != nil; {
		last := c
		for grouped(c.Kind) && last.Next() != nil && last.Next().Kind == c.Kind {
			last = last.Next()
		}
		next := last.Next()
		switch {
		case c == skip:
		case c.Kind == statute.Title:
			p.title(c, next)
		case listed(c.Kind):
			p.list(c, next)
		default:
			p.node(c)
		}
		c = next
	}
}

func grouped(k statute.Kind) bool { return k == statute.Title || listed(k) }

func listed(k statute.Kind) bool {
	return k == statute.Item || k == statute.Point || k == statute.Subpoint
}

// title writes the lines of a title, from a node up to another. The first title is the heading of the page.
func (p *page) title(n, end *statute.Node) {
	open, shut := "<h1>", "</h1>\n"
	if p.titled || n.Quoted() {
		open, shut = `<p class="organ">`, "</p>\n"
	}
	p.titled = true
	p.WriteString(open)
	var below []*statute.Node
	for ; n != end; n = n.Next() {
		p.WriteString(`<span` + p.id(n) + `>` + escaped(n.Said()) + "</span>")
		if n.Next() != end {
			p.WriteString("<br>")
		}
		below = append(below, n)
	}
	p.WriteString(shut)
	for _, n := range below {
		p.children(n)
	}
}

// list writes items, from a node up to another.
func (p *page) list(n, end *statute.Node) {
	p.WriteString("<ol>\n")
	for ; n != end; n = n.Next() {
		p.WriteString("<li" + p.id(n) + "><p>" + p.own(n) + "</p>\n")
		p.children(n)
		p.WriteString("</li>\n")
	}
	p.WriteString("</ol>\n")
}

// own returns what a node says itself, the label of an article bold.
func (p *page) own(n *statute.Node) string {
	label := escaped(n.Mark() + n.Label)
	if n.Kind == statute.Article || n.Kind == statute.Clause {
		label = "<b>" + label + "</b>"
	}
	return label + escaped(gap(n)+n.Head) + p.linked(n)
}

// linked returns the text of a node with links to what it cites of the same text.
func (p *page) linked(n *statute.Node) string {
	var b strings.Builder
	at := 0
	for _, l := range p.links[n] {
		b.WriteString(escaped(n.Text[at:l.At]) + `<a href="#` + p.paths[l.To] + `">` + escaped(n.Text[l.At:l.End]) + "</a>")
		at = l.End
	}
	return b.String() + escaped(n.Text[at:])
}

func (p *page) node(n *statute.Node) {
	switch {
	case n.Kind.IsDivision() || n.Kind == statute.Annex:
		p.section(n)
	case n.Kind == statute.Article || n.Kind == statute.Clause:
		p.article(n)
	case n.Kind == statute.Table:
		p.table(n)
	case n.Kind == statute.Contents:
		p.contents(n)
	case n.Kind == statute.Quote:
		p.block("blockquote", n)
	case n.Kind == statute.Comment:
		p.paragraph(escaped(n.Remark()), "")
	default:
		p.paragraph(p.own(n), p.id(n)+class(n.Kind))
		p.children(n)
	}
}

// class returns the class of a paragraph that is not set as the others.
func class(k statute.Kind) string {
	switch k {
	case statute.Note:
		return ` class="note"`
	case statute.Signature:
		return ` class="sign"`
	}
	return ""
}

func (p *page) paragraph(text, attrs string) {
	if text != "" {
		p.WriteString("<p" + attrs + ">" + text + "</p>\n")
	}
}

// section writes a division or an annex.
func (p *page) section(n *statute.Node) {
	heading := "h" + strconv.Itoa(headingLevel(n))
	if n.Quoted() {
		heading = "p"
	}
	p.WriteString("<section" + p.id(n) + ">\n<" + heading + ">" + p.own(n) + "</" + heading + ">\n")
	p.children(n)
	p.WriteString("</section>\n")
}

// article writes an article, its first paragraph in the line of its label.
func (p *page) article(n *statute.Node) {
	p.WriteString("<div" + p.id(n) + ">\n")
	first := firstParagraph(n)
	if first == nil {
		p.paragraph(p.own(n), "")
	} else {
		p.paragraph(p.own(n)+"<span"+p.id(first)+">"+p.linked(first)+"</span>", "")
		p.children(first)
	}
	p.children(n)
	p.WriteString("</div>\n")
}

func (p *page) block(name string, n *statute.Node) {
	p.WriteString("<" + name + p.id(n) + ">\n")
	p.paragraph(p.own(n), "")
	p.children(n)
	p.WriteString("</" + name + ">\n")
}
