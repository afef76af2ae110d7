package akn

import "github.com/fazhi-go/fazhi/statute"

// element returns the hierarchical element of a kind, "" if it has none.
func element(k statute.Kind) string {
	switch k {
	case statute.Part:
		return "book"
	case statute.Subpart:
		return "subpart"
	case statute.Chapter:
		return "chapter"
	case statute.Section:
		return "section"
	case statute.Article:
		return "article"
	case statute.Clause:
		return "clause"
	case statute.Paragraph:
		return "paragraph"
	case statute.Item:
		return "point"
	case statute.Point:
		return "indent"
	case statute.Subpoint:
		return "subparagraph"
	}
	return ""
}

// parts returns the children of a node but comments.
func parts(n *statute.Node) nodes {
	var out nodes
	for c := range n.Children() {
		if c.Kind != statute.Comment || c.Remark() != "" {
			out = append(out, c)
		}
	}
	return out
}

// body writes the body of the act.
func (w *writer) body(all nodes) {
	w.open("body")
	w.hierarchy(all)
	if len(all) == 0 {
		w.void("hcontainer", "name", "empty")
	}
	w.shut("body")
}

// hierarchy writes nodes one after the other; what is no part of the hierarchy gets a container.
func (w *writer) hierarchy(all nodes) {
	for _, n := range all {
		if element(n.Kind) != "" {
			w.part(n)
			continue
		}
		attrs := []string{"name", container(n.Kind)}
		if n.Kind != statute.Table && n.Kind != statute.Quote { // they keep it themselves
			attrs = append(attrs, "eId", w.ids[n])
		}
		w.open("hcontainer", attrs...)
		w.wrapped("content", nodes{n})
		w.shut("hcontainer")
	}
}

// container returns the name of a container, which says what is in it.
func container(k statute.Kind) string {
	switch k {
	case statute.Table:
		return "table"
	case statute.Quote:
		return "quote"
	case statute.Continued:
		return "continued"
	case statute.Tail:
		return "tail"
	}
	return "line"
}

// part writes a part of the hierarchy with everything in it.
func (w *writer) part(n *statute.Node) {
	name := element(n.Kind)
	w.open(name, "eId", w.ids[n])
	before := n.Mark()
	if n.Label != "" {
		w.leaf("num", before+n.Label)
		before = ""
	}
	if n.Head != "" {
		w.leaf("heading", before+n.Head)
		before = ""
	}
	w.content(n, before)
	w.shut(name)
}

// content writes what stands in a part: its own text, and below it intro, parts and wrapUp, or only blocks.
func (w *writer) content(n *statute.Node, before string) {
	kids := parts(n)
	quotes, kids := cutQuotes(kids)
	first, last := len(kids), len(kids)
	for i, c := range kids {
		if element(c.Kind) != "" {
			first, last = min(first, i), i+1
		}
	}
	spoken := before+n.Text != "" || len(quotes) > 0
	if !spoken && len(kids) == 0 {
		return
	}
	name := "intro"
	if first == len(kids) {
		name = "content"
	}
	if spoken || first > 0 {
		w.open(name)
		if spoken {
			w.saying(before, n, quotes)
		}
		w.blocks(kids[:first])
		w.shut(name)
	}
	w.hierarchy(kids[first:last])
	w.wrapped("wrapUp", kids[last:])
}

// cutQuotes returns the quotations with which the parts of a node begin, which belong to its text, and the other parts.
func cutQuotes(kids nodes) (quotes, rest nodes) {
	at := 0
	for at < len(kids) && kids[at].Kind == statute.Quote {
		at++
	}
	return kids[:at], kids[at:]
}

// wrapped writes blocks in an element, nothing if there are none.
func (w *writer) wrapped(name string, all nodes) {
	if len(all) == 0 {
		return
	}
	w.open(name)
	w.blocks(all)
	w.shut(name)
}
