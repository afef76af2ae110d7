package redact

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// A stretch is one text of a file that is searched as a whole: a paragraph in its runs, or an attribute.
type stretch struct {
	path   fazhi.Path
	label  string
	pieces []textPiece
}

// A textPiece is a part of a stretch. Those without a place are blanks.
type textPiece struct {
	text string
	node *ooxml.Node // element whose text it is, or
	attr *ooxml.Attr // attribute whose value it is
}

// maskTexts masks all texts: first all are read, since a name may stand before the word that shows that it is one.
func (f *wordWork) maskTexts() error {
	all := f.texts()
	for _, s := range all {
		p := newPage(s.label, s.text())
		if secrecyMark(p.text) {
			return ErrSecret
		}
		f.learn(p)
	}
	for _, s := range all {
		s.apply(f.mask(s.path, s.label, s.text()))
	}
	return nil
}

// texts returns all texts of the parts that stay.
func (f *wordWork) texts() []*stretch {
	var all []*stretch
	for _, part := range f.kept {
		if tree := f.trees[part]; tree != nil {
			g := &gatherer{part: part, labels: tableLabels(tree)}
			g.node(tree, nil)
			all = append(all, g.stretches...)
		}
	}
	return all
}

func (s *stretch) text() string {
	var runes []rune
	for _, p := range s.pieces {
		runes = append(runes, []rune(p.text)...)
	}
	return string(runes)
}

// apply makes the cuts.
func (s *stretch) apply(cuts []cut) {
	if len(cuts) == 0 {
		return
	}
	runes := []rune(s.text())
	start := 0
	for _, p := range s.pieces {
		end := start + len([]rune(p.text))
		text := cutRange(runes, start, end, cuts)
		switch {
		case text == p.text:
		case p.node != nil:
			p.node.Nodes = []*ooxml.Node{{Text: text}}
		case p.attr != nil:
			p.attr.Value = text
		}
		start = end
	}
}

// A gatherer collects the texts of a part.
type gatherer struct {
	part      string
	labels    map[*ooxml.Node]string // of the first paragraphs of cells
	stretches []*stretch
}

func (g *gatherer) begin(label string) *stretch {
	s := &stretch{path: fazhi.At(g.part, len(g.stretches)), label: label}
	g.stretches = append(g.stretches, s)
	return s
}

// A paragraph is the stretches that are open within one: its text, its field codes.
type paragraph struct{ text, codes *stretch }

// node collects the texts of a node and of what is below it.
func (g *gatherer) node(n *ooxml.Node, in *paragraph) {
	g.attributes(n)
	switch n.Name {
	case "w:pPr", "w:rPr": // tabs there are places, not characters
		return
	case "w:p", "a:p":
		in = &paragraph{text: g.begin(g.labels[n])}
	case "w:rt":
		in = &paragraph{text: g.begin("")}
	case "w:t", "a:t", "m:t":
		g.add(n, in)
		return
	case "w:instrText", "w:fldData":
		if in != nil && in.codes == nil {
			in.codes = g.begin("")
		}
		if in != nil {
			in.codes.pieces = append(in.codes.pieces, textPiece{text: n.Content(), node: n})
		}
		return
	case "c:v", "dc:title", "dc:subject":
		g.add(n, nil)
		return
	case "w:tab", "w:ptab":
		in.blank("\t")
	case "w:br", "w:cr", "a:br":
		in.blank("\n")
	case "w:noBreakHyphen":
		in.blank("-")
	}
	for _, c := range n.Nodes {
		g.node(c, in)
	}
}

// add adds the text of an element to its paragraph, or as a text of its own.
func (g *gatherer) add(n *ooxml.Node, in *paragraph) {
	if in == nil {
		in = &paragraph{text: g.begin("")}
	}
	s := in.text
	s.pieces = append(s.pieces, textPiece{text: n.Content(), node: n})
}

// blank adds a character that no text holds.
func (in *paragraph) blank(s string) {
	if in != nil {
		in.text.pieces = append(in.text.pieces, textPiece{text: s})
	}
}

// attributes collects what readers show of attributes: what a picture is, what a control is called.
func (g *gatherer) attributes(n *ooxml.Node) {
	named := slices.Contains([]string{"w:alias", "w:tag", "w:tblCaption", "w:tblDescription", "w:statusText", "w:helpText"}, n.Name)
	for i := range n.Attrs {
		switch a := &n.Attrs[i]; a.Name {
		case "descr", "title", "alt", "o:title", "string", "tooltip", "w:tooltip", "w:displayText", "w:instr", "name":
			g.attribute(a)
		case "w:name", "w:anchor":
			if n.Name == "w:bookmarkStart" || n.Name == "w:hyperlink" {
				g.attribute(a)
			}
		case "w:val":
			if named {
				g.attribute(a)
			}
		}
	}
}

func (g *gatherer) attribute(a *ooxml.Attr) {
	s := g.begin("")
	s.pieces = append(s.pieces, textPiece{text: a.Value, attr: a})
}

// tableLabels returns under which label the first paragraph of each cell stands: the cell before it, or the head of its
// column.
func tableLabels(tree *ooxml.Node) map[*ooxml.Node]string {
	out := map[*ooxml.Node]string{}
	tree.Walk(func(n *ooxml.Node) bool {
		if n.Name == "w:tbl" {
			labelTable(n, out)
		}
		return true
	})
	return out
}

func labelTable(table *ooxml.Node, out map[*ooxml.Node]string) {
	var head []string
	for row := range table.Children("w:tr") {
		before := ""
		var texts []string
		for cell := range row.Children("w:tc") {
			text := cellText(cell)
			label := ""
			switch {
			case isLabel(before):
				label = asLabel(before)
			case len(texts) < len(head):
				label = asLabel(head[len(texts)])
			}
			if p := cell.Child("w:p"); p != nil && label != "" {
				out[p] = label
			}
			texts, before = append(texts, text), text
		}
		if head == nil {
			head = texts
		}
	}
}

// cellText returns the text of a cell, as far as a label reaches.
func cellText(cell *ooxml.Node) string {
	text := ""
	cell.Walk(func(n *ooxml.Node) bool {
		if n.Name == "w:t" && len(text) < 4*mostLabel {
			text += n.Content()
		}
		return n.Name != "w:tbl"
	})
	return text
}
