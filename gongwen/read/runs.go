package read

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// runs reads what stands in a paragraph.
func (w *word) runs(nodes []*ooxml.Node, base look) {
	for _, n := range nodes {
		switch n.Name {
		case "w:r":
			w.run(n, base)
		case "w:del", "w:moveFrom":
			w.count[CodeRevisions]++
		case "w:ins", "w:moveTo":
			w.count[CodeRevisions]++
			w.runs(n.Nodes, base)
		case "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:fldSimple", "w:dir", "w:bdo":
			w.runs(n.Nodes, base)
		case "mc:AlternateContent":
			if c := chosen(n); c != nil {
				w.runs(c.Nodes, base)
			}
		case "m:oMath", "m:oMathPara":
			w.count[CodeFormula]++
			w.say(n.Content(), base)
		}
	}
}

func (w *word) run(n *ooxml.Node, base look) {
	props := n.Child("w:rPr")
	l := base
	if id := props.Child("w:rStyle").Get("w:val"); id != "" {
		l.apply(w.styles.nodes[id].Child("w:rPr"))
	}
	l.apply(props)
	if l.hidden {
		w.count[CodeHidden]++
	}
	w.runContent(n.Nodes, l)
}

func (w *word) runContent(nodes []*ooxml.Node, l look) {
	for _, n := range nodes {
		switch n.Name {
		case "w:t":
			w.say(n.Content(), l)
		case "w:tab", "w:ptab":
			w.put("\t", l)
		case "w:noBreakHyphen":
			w.say("-", l)
		case "w:br", "w:cr":
			w.lineBreak(n.Get("w:type"))
		case "w:sym":
			w.say(w.symbol(n.Get("w:char")), l)
		case "w:fldChar":
			w.field(n.Get("w:fldCharType"))
		case "w:instrText":
			w.fields.instruct(n.Content())
		case "w:footnoteReference":
			w.note("footnotes"+n.Get("w:id"), l)
		case "w:endnoteReference":
			w.note("endnotes"+n.Get("w:id"), l)
		case "w:ruby":
			w.ruby(n, l)
		case "w:drawing", "w:pict", "w:object":
			w.drawing(n)
		case "mc:AlternateContent":
			if c := chosen(n); c != nil {
				w.runContent(c.Nodes, l)
			}
		}
	}
}

// say adds a text that is printed.
func (w *word) say(text string, l look) {
	for _, r := range text {
		if invisible(r) && r > '\u00ad' && r != '\ufeff' && r != '\u200b' { // these three are in use for the breaks of lines
			w.count[CodeInvisible]++
		}
	}
	w.put(strings.Map(printable, text), l)
}

// put adds a text, or a tab, as it is.
func (w *word) put(text string, l look) {
	if l.hidden || w.fields.inInstruction() || w.fields.inContents() {
		return
	}
	w.para.write(text, l)
}

// printable drops signs that begin a new line or have no form, and makes a blank of others that control.
func printable(r rune) rune {
	switch r {
	case '\n', '\r', '\t', '\v', '\f', '\u2028', '\u2029':
		return ' '
	}
	if invisible(r) {
		return -1
	}
	return r
}

// invisible reports characters without a form of their own: they control the direction and the breaks of lines, or choose a form of
// the character before.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// symbol returns the sign of a symbol font, a box if it exists only there.
func (w *word) symbol(code string) string {
	n, err := strconv.ParseUint(code, 16, 16)
	if err != nil || n >= 0xe000 && n < 0xf900 || n < 0x20 {
		w.count[CodeSymbol]++
		return "□"
	}
	return string(rune(n))
}

// lineBreak ends a line; one of a page ends the page too.
func (w *word) lineBreak(kind string) {
	if w.fields.inInstruction() || w.fields.inContents() || !w.para.open {
		return
	}
	w.endLine()
	if kind == "page" && len(w.pieces) > 0 {
		w.pieces = append(w.pieces, piece{block: gongwen.PageBreak{}, cell: w.para.cell})
	}
}

// note adds a footnote or endnote where it is referred to. A second reference to one has no text.
func (w *word) note(key string, l look) {
	text, ok := w.notes[key]
	if !ok || l.hidden || !w.para.open {
		return
	}
	delete(w.notes, key)
	w.para.endSpan()
	w.para.spans = append(w.para.spans, gongwen.Note{Text: text})
}

// ruby reads the words above which a reading stands, not the reading.
func (w *word) ruby(n *ooxml.Node, l look) {
	if base := n.Child("w:rubyBase"); base != nil {
		w.runs(base.Nodes, l)
	}
}
