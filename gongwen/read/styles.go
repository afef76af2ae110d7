package read

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// mostBasedOn is how many styles may rest on each other.
const mostBasedOn = 20

// A style is what a paragraph or run has of its style, after what the style rests on.
type style struct {
	name    string
	outline int // from 1; 0: none
	align   gongwen.Align
	right   int    // indent in twips
	num     string // list, "" if none
	level   int    // in the list
	run     look
}

// A look is what is known of a run.
type look struct {
	bold, hei, hidden bool
	size              int
}

// styles are the styles of a file.
type styles struct {
	nodes map[string]*ooxml.Node
	done  map[string]style
	first string // the style of paragraphs that name none
}

func newStyles(root *ooxml.Node) *styles {
	s := &styles{nodes: make(map[string]*ooxml.Node), done: make(map[string]style)}
	for n := range root.Children("w:style") {
		id := n.Get("w:styleId")
		s.nodes[id] = n
		if n.Get("w:type") == "paragraph" && on(n.Get("w:default")) {
			s.first = id
		}
	}
	base := style{}
	base.apply(root.Child("w:docDefaults", "w:pPrDefault", "w:pPr"))
	base.run.apply(root.Child("w:docDefaults", "w:rPrDefault", "w:rPr"))
	s.done[""] = base
	return s
}

// get returns a style; of an unknown one what the file has for all paragraphs.
func (s *styles) get(id string) style { return s.resolve(id, 0) }

func (s *styles) resolve(id string, depth int) style {
	if st, ok := s.done[id]; ok {
		return st
	}
	n := s.nodes[id]
	if n == nil || depth == mostBasedOn {
		return s.done[""]
	}
	st := s.resolve(n.Child("w:basedOn").Get("w:val"), depth+1)
	st.name = strings.ToLower(n.Child("w:name").Get("w:val"))
	if level, ok := strings.CutPrefix(st.name, "heading "); ok && len(level) == 1 && allOf(level, isDigit) {
		st.outline = int(level[0] - '0')
	}
	st.apply(n.Child("w:pPr"))
	st.run.apply(n.Child("w:rPr"))
	s.done[id] = st
	return st
}

// of returns the style of a paragraph with what the paragraph itself says.
func (s *styles) of(props *ooxml.Node) style {
	id, ok := props.Child("w:pStyle").Attr("w:val")
	if !ok {
		id = s.first
	}
	st := s.get(id)
	st.apply(props)
	return st
}

// apply takes what properties of a paragraph say.
func (st *style) apply(props *ooxml.Node) {
	if v, ok := props.Child("w:outlineLvl").Attr("w:val"); ok {
		n, err := strconv.Atoi(v)
		st.outline = 0
		if err == nil && n >= 0 && n < 9 {
			st.outline = n + 1
		}
	}
	switch props.Child("w:jc").Get("w:val") {
	case "center":
		st.align = gongwen.Centered
	case "right", "end":
		st.align = gongwen.RightAligned
	case "left", "start", "both", "distribute":
		st.align = gongwen.Justified
	}
	if v, ok := props.Child("w:ind").Attr("w:right"); ok {
		st.right, _ = strconv.Atoi(v) // what is no number is no indent
	}
	if v, ok := props.Child("w:numPr", "w:numId").Attr("w:val"); ok {
		st.num = v
	}
	if v, ok := props.Child("w:numPr", "w:ilvl").Attr("w:val"); ok {
		st.level, _ = strconv.Atoi(v) // what is no number counts as the first level
	}
}

// apply takes what properties of a run say.
func (l *look) apply(props *ooxml.Node) {
	if props == nil {
		return
	}
	for _, n := range props.Nodes {
		v, has := n.Attr("w:val")
		switch n.Name {
		case "w:b":
			l.bold = !has || on(v)
		case "w:vanish":
			l.hidden = !has || on(v)
		case "w:sz":
			l.size, _ = strconv.Atoi(v) // what is no number is no size
		case "w:rFonts":
			if face, ok := n.Attr("w:eastAsia"); ok {
				l.hei = face == "黑体" || face == "SimHei"
			}
		}
	}
}

func on(v string) bool { return v == "1" || v == "true" || v == "on" }
