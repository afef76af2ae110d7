package read

import (
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// blocks reads the blocks of a body, or of a container within it.
func (w *word) blocks(nodes []*ooxml.Node) {
	for _, n := range nodes {
		switch n.Name {
		case "w:p":
			w.paragraph(n)
		case "w:tbl":
			w.flush()
			w.table(n)
		case "w:del", "w:moveFrom":
			w.count[CodeRevisions]++
		case "w:ins", "w:moveTo":
			w.count[CodeRevisions]++
			w.blocks(n.Nodes)
		case "mc:AlternateContent":
			if c := chosen(n); c != nil {
				w.blocks(c.Nodes)
			}
		case "w:sdt", "w:sdtContent", "w:customXml":
			w.blocks(n.Nodes)
		}
	}
}

// chosen returns the one form of a content that is given in several: the first that needs only what Word knows, else the form for
// everybody else (ISO/IEC 29500-3 section 10.2). Where there is none, Word shows nothing, but no text is lost here.
func chosen(n *ooxml.Node) *ooxml.Node {
	for c := range n.Children("mc:Choice") {
		if known(c.Get("Requires")) {
			return c
		}
	}
	if other := n.Child("mc:Fallback"); other != nil {
		return other
	}
	return n.Child("mc:Choice")
}

// known reports whether all prefixes are those of namespaces that Word knows.
func known(prefixes string) bool {
	for p := range strings.FieldsSeq(prefixes) {
		switch {
		case strings.HasPrefix(p, "w16"), strings.HasPrefix(p, "cx"):
		case slices.Contains([]string{
			"w", "w14", "w15", "wp", "wp14", "wps", "wpg", "wpc", "wpi", "wpsCustomData", "wne", "a", "a14", "a16", "pic", "m", "r", "v", "o", "aink", "am3d",
		}, p):
		default:
			return false
		}
	}
	return true
}

// A paragraph is the text that is being gathered. A deleted paragraph mark joins two of them.
type paragraph struct {
	open   bool
	style  style
	spans  []gongwen.Span
	text   strings.Builder // of the span that is not finished
	strong bool            // the sort of that span
	size   int             // the largest of its runs
	after  []piece         // pictures and text boxes that stand in it
	cell   string
}

func (w *word) paragraph(n *ooxml.Node) {
	props := n.Child("w:pPr")
	if w.fields.inContents() {
		w.runs(n.Nodes, look{}) // only to see where the field ends
		w.para.text.Reset()
		return
	}
	w.seen++
	if !w.para.open {
		w.begin(props)
	}
	w.runs(n.Nodes, w.para.style.run)
	if props.Child("w:rPr", "w:del") != nil {
		w.count[CodeRevisions]++
		return // the next paragraph goes on in this one
	}
	w.flush()
}

// begin opens a paragraph with its automatic number.
func (w *word) begin(props *ooxml.Node) {
	st := w.styles.of(props)
	w.doubleRed = w.doubleRed || hasDoubleRed(props)
	w.para = paragraph{open: true, style: st, cell: "第" + strconv.Itoa(w.seen) + "段"}
	if before := props.Child("w:pageBreakBefore"); before != nil {
		if v, has := before.Attr("w:val"); (!has || on(v)) && len(w.pieces) > 0 {
			w.pieces = append(w.pieces, piece{block: gongwen.PageBreak{}, cell: w.para.cell})
		}
	}
	if st.num != "" && st.num != "0" {
		w.para.text.WriteString(w.lists.next(st.num, st.level))
	}
}

// flush ends a paragraph and what stands in it.
func (w *word) flush() {
	if !w.para.open {
		return
	}
	w.endLine()
	w.fields = w.fields.endInstructions()
	w.pieces = append(w.pieces, w.para.after...)
	w.para = paragraph{}
}

// endLine makes a piece of what was gathered; a line break within a paragraph ends in one too.
func (w *word) endLine() {
	p := &w.para
	p.endSpan()
	one := newPiece(p.spans, p.cell)
	p.spans = nil
	if one.text == "" {
		return
	}
	one.align, one.size, one.style, one.right = p.style.align, p.size, p.style.name, p.style.right
	one.title = p.style.name == "title" || p.style.name == "标题"
	if !one.title {
		one.level = p.style.outline
	}
	w.pieces = append(w.pieces, one)
}

// endSpan finishes the span that is being gathered.
func (p *paragraph) endSpan() {
	if p.text.Len() == 0 {
		return
	}
	var s gongwen.Span = gongwen.Text(p.text.String())
	if p.strong {
		s = gongwen.Emphasis(p.text.String())
	}
	p.spans = append(p.spans, s)
	p.text.Reset()
}

// write adds a text to the span, or begins another one if it looks different.
func (p *paragraph) write(text string, l look) {
	if strong := l.bold || l.hei; strong != p.strong {
		p.endSpan()
		p.strong = strong
	}
	p.text.WriteString(text)
	p.size = max(p.size, l.size)
}
