package akn

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/statute"
)

// preface writes titles, notes and contents. Titles one after the other are the lines of one.
func (w *writer) preface(all nodes) {
	if len(all) == 0 {
		return
	}
	w.open("preface")
	for len(all) > 0 {
		n := 0
		for n < len(all) && all[n].Kind == statute.Title {
			n++
		}
		w.longTitle(all[:n])
		if all = all[n:]; len(all) > 0 {
			w.blocks(all[:1])
			all = all[1:]
		}
	}
	w.shut("preface")
}

func (w *writer) longTitle(lines nodes) {
	if len(lines) == 0 {
		return
	}
	w.open("longTitle")
	for _, n := range lines {
		w.line()
		w.WriteString("<p>")
		w.inline++
		w.leaf("docTitle", n.Said())
		w.inline--
		w.end("p")
		w.blocks(parts(n))
	}
	w.shut("longTitle")
}

// blocks writes nodes where only blocks may stand: what has a place in the hierarchy comes as paragraphs.
func (w *writer) blocks(all nodes) {
	for _, n := range all {
		switch n.Kind {
		case statute.Table:
			w.table(n)
		case statute.Contents:
			w.contents(n)
		case statute.Comment:
			w.paragraph(n.Remark())
		case statute.Quote:
			w.saying("", &statute.Node{}, nodes{n})
		default:
			quotes, rest := cutQuotes(parts(n))
			w.saying(n.Mark()+n.Label+n.Head, n, quotes)
			w.blocks(rest)
		}
	}
}

// paragraph writes a text.
func (w *writer) paragraph(text string) {
	w.line()
	w.WriteString("<p>")
	w.text(text)
	w.end("p")
}

// saying writes what a node says, after what stands before it, with what it quotes.
func (w *writer) saying(before string, n *statute.Node, quotes nodes) {
	w.line()
	w.WriteString("<p>")
	if len(quotes) > 0 {
		w.mod(before, n, quotes)
	} else {
		w.text(before)
		w.said(n)
	}
	w.end("p")
}

func (w *writer) mod(before string, n *statute.Node, quotes nodes) {
	id := w.ids[quotes[0]]
	cut := strings.LastIndex(id, "qstr_")
	w.start("mod", []string{"eId", id[:cut] + "mod_" + id[cut+len("qstr_"):]})
	w.WriteByte('>')
	w.text(before)
	w.said(n)
	outer := w.inline
	for _, q := range quotes {
		w.start("quotedStructure", []string{"eId", w.ids[q]})
		w.WriteByte('>')
		w.inline = 0
		w.depth++
		if text := q.Said(); text != "" {
			w.paragraph(text)
		}
		w.flow(q)
		w.depth--
		w.inline = outer
		w.end("quotedStructure")
	}
	w.end("mod")
}

// flow writes the parts of a quotation or an annex, where hierarchy and blocks may follow one another.
func (w *writer) flow(n *statute.Node) {
	all := parts(n)
	if len(all) == 0 {
		w.void("p")
	}
	for _, c := range all {
		if element(c.Kind) != "" {
			w.part(c)
		} else {
			w.blocks(nodes{c})
		}
	}
}

// table writes a table. One that is not made of rows comes as paragraphs.
func (w *writer) table(n *statute.Node) {
	rows := n.Grid()
	if rows == nil {
		w.paragraph(n.Said())
		w.blocks(parts(n))
		return
	}
	w.open("table", "eId", w.ids[n])
	for _, row := range rows {
		name := "td"
		if row.Header {
			name = "th"
		}
		w.open("tr")
		for _, c := range row.Cells {
			w.open(name)
			w.paragraph(c)
			w.shut(name)
		}
		w.shut("tr")
	}
	w.shut("table")
}

// contents writes the word 目录 and its lines.
func (w *writer) contents(n *statute.Node) {
	w.paragraph(n.Said())
	entries := parts(n)
	if len(entries) == 0 {
		return
	}
	w.open("toc", "eId", w.ids[n])
	for _, e := range entries {
		w.leaf("tocItem", e.Mark()+e.Label+e.Gap+e.Head+e.Text, "href", "#"+w.targets[entryKey(e)], "level", strconv.Itoa(level(e.Label)))
		w.flattened(e)
	}
	w.shut("toc")
}

// level returns how deep a line of the contents stands, by its label: 编, 分编, 章, 节.
func level(label string) int {
	switch {
	case strings.HasSuffix(label, "分编"):
		return 2
	case strings.HasSuffix(label, "编"):
		return 1
	case strings.HasSuffix(label, "章"):
		return 3
	}
	return 4
}

// flattened writes what a hand-made tree has below a line of the contents.
func (w *writer) flattened(n *statute.Node) {
	for c := range n.All() {
		if c != n {
			w.leaf("tocItem", c.Said(), "href", "#"+w.ids[c], "level", "5")
		}
	}
}
