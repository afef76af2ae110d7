package score

import (
	"strings"
	"unicode"
)

// Text writes the explanation for a terminal or a record: the tree indented by two columns a level, each line at most 80
// columns wide, of which a Han character takes two.
func (e *Explanation) Text() string {
	p := page{}
	p.line(0, "案卷 "+e.File+" 评分说明")
	p.line(0, "标准："+e.Rubric.title())
	p.line(0, "计算："+e.Arithmetic)
	p.line(0, e.Verdict)
	for _, edge := range e.Edges {
		p.line(1, edge.words())
	}
	p.node(0, &e.Score)
	p.line(0, "案卷摘要："+e.FileDigest.String())
	p.line(0, "标准摘要："+e.Rubric.Digest.String())
	p.line(0, "得分摘要："+e.Digest.String())
	return p.text.String()
}

// title says which rubric it is.
func (r *Rules) title() string {
	dates := ""
	switch {
	case !r.From.IsZero() && !r.Until.IsZero():
		dates = "，" + r.From.Chinese() + "至" + r.Until.Chinese() + "施行"
	case !r.From.IsZero():
		dates = "，自" + r.From.Chinese() + "起施行"
	case !r.Until.IsZero():
		dates = "，施行至" + r.Until.Chinese()
	}
	return r.Name + "（" + r.ID + "，" + r.Version + "版" + dates + "）"
}

// words says how far the score is from a grade: "良好：80分以上，高4.75分".
func (e *Edge) words() string {
	text := e.Grade + "：" + e.Least.String() + "分以上"
	if away := e.away(); away != "" {
		text += "，" + away
	}
	return text
}

// away says how far the score is: "高4.75分"; "" without a score.
func (e *Edge) away() string {
	switch above := e.Above; {
	case above.IsZero():
		return ""
	case above.rat.Sign() < 0:
		return "低" + strings.TrimPrefix(above.String(), "-") + "分"
	default:
		return "高" + above.String() + "分"
	}
}

// page collects lines.
type page struct{ text strings.Builder }

const columns = 80

// line writes a text, broken where it is too wide; what follows the first line stands two columns further in.
func (p *page) line(level int, text string) {
	indent := strings.Repeat(" ", min(2*level, columns/2))
	p.text.WriteString(indent)
	used := len(indent)
	for piece := range pieces(strings.Map(printable, text)) {
		if w := width(piece); used+w > columns {
			p.text.WriteString("\n" + indent + "  ")
			used = len(indent) + 2
		}
		p.text.WriteString(piece)
		used += width(piece)
	}
	p.text.WriteByte('\n')
}

// printable replaces what would break a line.
func printable(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// node writes a node and what it is made of.
func (p *page) node(level int, n *Node) {
	if n.Item != nil {
		p.item(level, n)
		return
	}
	p.line(level, n.headline())
	if n.Note != "" {
		p.line(level+2, n.Note)
	}
	for i := range n.Parts {
		p.node(level+1, &n.Parts[i])
	}
}

// headline is the name of a node with its number: "－扣分 3分".
func (n *Node) headline() string {
	text := n.Name + " " + n.Value.String()
	if n.Minus && n.Value.rat.Sign() != 0 {
		text = n.Name + " －" + n.Value.String()
	}
	if !n.Value.IsZero() {
		text += "分"
	}
	if n.Of != nil && n.Rule.Operation != Scaled {
		text += "，应得" + n.Of.String() + "分"
	}
	return text
}

func (p *page) item(level int, n *Node) {
	f := n.Item
	p.line(level, "["+f.ID+"] "+n.Name)
	p.line(level+2, f.standing())
	p.line(level+2, "标准："+join(n.Note, f.Rule))
	if f.Basis != "" {
		p.line(level+2, "依据："+f.Basis)
	}
	if changed := f.changedWords(); changed != "" {
		p.line(level+2, changed)
	}
	if f.Reason != "" {
		p.line(level+2, "理由："+f.Reason)
	}
	for i := range f.Evidence {
		p.line(level+2, "所查："+f.Evidence[i].words())
	}
}

// words is the name of a place with what stands there.
func (e *Evidence) words() string {
	name := e.Name
	if name == "" {
		name = string(e.Path)
	}
	if e.Text == "" {
		return name
	}
	return name + "，" + e.Text
}
