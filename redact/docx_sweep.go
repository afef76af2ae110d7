package redact

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// A sweeper takes out of one part what does not show.
type sweeper struct {
	*wordWork
	part   string
	gone   map[string]bool // ids of relations
	hidden map[string]bool // styles of hidden text
	swept  map[string]Kind
	opened map[string]Kind
	marks  int // of editing sessions
}

// swept says which elements go, each with the kind under which it is reported; "" is not reported, because it comes with
// another that is.
func swept() map[string]Kind {
	out := map[string]Kind{
		"w:del": Change, "w:moveFrom": Change, "w:rPrChange": Change, "w:pPrChange": Change, "w:sectPrChange": Change,
		"w:tblPrChange": Change, "w:tblPrExChange": Change, "w:trPrChange": Change, "w:tcPrChange": Change,
		"w:tblGridChange": Change, "w:numberingChange": Change, "w:cellIns": Change, "w:cellMerge": Change,
		"w:commentReference": Comment, "w:commentRangeStart": "", "w:commentRangeEnd": "", "w:annotationRef": "",
		"w:permStart": Property, "w:permEnd": "", "w:dataBinding": CustomXML, "w15:dataBinding": CustomXML,
		"w:customXmlPr": "", "w:smartTagPr": "", "w:trackRevisions": "",
		"w:rsids": RevisionMark, "w14:docId": RevisionMark, "w15:docId": RevisionMark,
		"w:attachedTemplate": Template, "w:docVars": Property, "w:mailMerge": Property, "w:saveThroughXslt": Property,
	}
	for _, what := range []string{"w:moveFromRange", "w:moveToRange", "w:customXmlInsRange", "w:customXmlDelRange",
		"w:customXmlMoveFromRange", "w:customXmlMoveToRange"} {
		out[what+"Start"], out[what+"End"] = "", ""
	}
	return out
}

// unwrapped says which elements go but for what is in them.
func unwrapped() map[string]Kind {
	return map[string]Kind{"w:ins": Change, "w:moveTo": Change, "w:smartTag": CustomXML, "w:customXml": CustomXML}
}

// node sweeps what is below a node. The text in it is hidden if concealed, because the style of its paragraph is.
func (s *sweeper) node(n *ooxml.Node, concealed bool) {
	s.attributes(n)
	if n.Name == "w:p" {
		concealed = s.hidden[n.Child("w:pPr", "w:pStyle").Get("w:val")]
	}
	s.joinParagraphs(n)
	kept := make([]*ooxml.Node, 0, len(n.Nodes))
	for _, c := range n.Nodes {
		kept = append(kept, s.child(c, concealed)...)
	}
	n.Nodes = kept
}

// child returns what is left of a node.
func (s *sweeper) child(c *ooxml.Node, concealed bool) []*ooxml.Node {
	kind, goes := s.sweptKind(c)
	if goes {
		s.say(kind)
		return nil
	}
	if c.Name == "w:r" && s.vanishes(c, concealed) {
		s.say(Hidden)
		return fieldMarks(c)
	}
	kind, opens := s.opened[c.Name]
	if c.Name == "w:hyperlink" && s.leads(c) {
		kind, opens = "", true
	}
	s.node(c, concealed)
	switch {
	case opens:
		s.say(kind)
		return slices.DeleteFunc(c.Nodes, func(n *ooxml.Node) bool { return n.Name == "" })
	case c.Name == "w:tbl" && c.Child("w:tr") == nil && c.Child("w:sdt") == nil:
		return nil
	}
	return []*ooxml.Node{c}
}

func (s *sweeper) say(kind Kind) {
	if kind != "" {
		s.removed(fazhi.At(s.part), 0, kind)
	}
}

// sweptKind reports whether an element goes whole.
func (s *sweeper) sweptKind(n *ooxml.Node) (Kind, bool) {
	if n.Name == "" {
		return "", false
	}
	if kind, ok := s.swept[n.Name]; ok {
		return kind, true
	}
	row := n.Name == "w:tr" && n.Child("w:trPr", "w:del") != nil
	cell := n.Name == "w:tc" && n.Child("w:tcPr", "w:cellDel") != nil
	if row || cell {
		return Change, true
	}
	return "", n.Name != "w:hyperlink" && s.leads(n)
}

// leads reports whether an element uses a relation that is taken out.
func (s *sweeper) leads(n *ooxml.Node) bool {
	return slices.ContainsFunc(n.Attrs, func(a ooxml.Attr) bool { return strings.HasPrefix(a.Name, "r:") && s.gone[a.Value] })
}

// attributes takes out marks of sessions and names of authors.
func (s *sweeper) attributes(n *ooxml.Node) {
	before := len(n.Attrs)
	n.Attrs = slices.DeleteFunc(n.Attrs, func(a ooxml.Attr) bool {
		switch a.Name {
		case "w:author", "w:initials", "w14:paraId", "w14:textId":
			return true
		}
		return strings.HasPrefix(a.Name, "w:rsid")
	})
	s.marks += before - len(n.Attrs)
}

// joinParagraphs joins a paragraph whose mark was deleted with the next one.
func (s *sweeper) joinParagraphs(n *ooxml.Node) {
	out := make([]*ooxml.Node, 0, len(n.Nodes))
	var carried []*ooxml.Node
	for i, c := range n.Nodes {
		if markDeleted(c) && nextIsParagraph(n.Nodes[i+1:]) {
			carried = append(carried, paragraphContent(c)...)
			s.say(Change)
			continue
		}
		if isParagraph(c) && len(carried) > 0 {
			c.Nodes = insertContent(c.Nodes, carried)
			carried = nil
		}
		out = append(out, c)
	}
	n.Nodes = out
}

func isParagraph(n *ooxml.Node) bool { return n.Name == "w:p" }

// nextIsParagraph reports whether the next element is a paragraph.
func nextIsParagraph(nodes []*ooxml.Node) bool {
	i := slices.IndexFunc(nodes, func(n *ooxml.Node) bool { return n.Name != "" })
	return i >= 0 && isParagraph(nodes[i])
}

// markDeleted reports a paragraph whose mark was deleted or moved away.
func markDeleted(n *ooxml.Node) bool {
	mark := n.Child("w:pPr", "w:rPr")
	return isParagraph(n) && (mark.Child("w:del") != nil || mark.Child("w:moveFrom") != nil)
}

func paragraphContent(p *ooxml.Node) []*ooxml.Node {
	return slices.DeleteFunc(slices.Clone(p.Nodes), func(n *ooxml.Node) bool { return n.Name == "w:pPr" || n.Name == "" })
}

// insertContent puts content behind the properties of a paragraph.
func insertContent(nodes, content []*ooxml.Node) []*ooxml.Node {
	at := slices.IndexFunc(nodes, func(n *ooxml.Node) bool { return n.Name == "w:pPr" }) + 1
	return slices.Concat(nodes[:at], content, nodes[at:])
}

// vanishes reports a run of hidden text.
func (s *sweeper) vanishes(r *ooxml.Node, concealed bool) bool {
	props := r.Child("w:rPr")
	if on, set := vanish(props); set {
		return on
	}
	return concealed || s.hidden[props.Child("w:rStyle").Get("w:val")]
}

// vanish reports whether properties say that text is hidden, and whether they say anything about it.
func vanish(props *ooxml.Node) (on, set bool) {
	for _, name := range []string{"w:vanish", "w:specVanish"} {
		if n := props.Child(name); n != nil {
			value := n.Get("w:val")
			return value != "0" && value != "false" && value != "off", true
		}
	}
	return false, false
}

// fieldMarks returns of a hidden run what begins and ends a field, so that no other field comes apart.
func fieldMarks(r *ooxml.Node) []*ooxml.Node {
	if r.Child("w:fldChar") == nil {
		return nil
	}
	r.Nodes = slices.DeleteFunc(r.Nodes, func(n *ooxml.Node) bool { return n.Name != "w:fldChar" && n.Name != "w:rPr" })
	return []*ooxml.Node{r}
}

// hiddenStyles returns the styles whose text is hidden, also because of a style that they are based on.
func (f *wordWork) hiddenStyles() map[string]bool {
	out := map[string]bool{}
	for _, part := range f.kept {
		if tree := f.trees[part]; tree != nil && tree.Name == "w:styles" {
			collectHidden(tree, out)
		}
	}
	return out
}

// mostBased is the longest chain of styles that are based on each other.
const mostBased = 20

func collectHidden(tree *ooxml.Node, out map[string]bool) {
	for range mostBased {
		before := len(out)
		for style := range tree.Children("w:style") {
			on, set := vanish(style.Child("w:rPr"))
			if on || !set && out[style.Child("w:basedOn").Get("w:val")] {
				out[style.Get("w:styleId")] = true
			}
		}
		if len(out) == before {
			return
		}
	}
}
