package statute

import "strings"

// Title returns the title of the text, its lines joined; "" if it has none.
func (t *Text) Title() string {
	var b strings.Builder
	for n := range t.Root.Children() {
		if n.Kind == Title {
			b.WriteString(n.Text)
		}
	}
	return b.String()
}

// Mark returns what belongs to the text of what stands before a node: the quotation mark that Lead holds where a line of a
// quotation begins.
func (n *Node) Mark() string {
	return strings.Trim(n.Lead, "\n\r\t #*\u3000\u00a0\u2002\u2003\u200b")
}

// Said returns what the node says itself, without its gap: 第一条（目的）.
func (n *Node) Said() string { return n.Mark() + n.Label + n.Head + n.Text }

// Remark returns what stands behind a comment of Markdown in its line.
func (n *Node) Remark() string {
	_, rest, _ := strings.Cut(n.Text, "-->")
	return strings.TrimSpace(rest)
}

// IsDivision reports whether nodes of the kind hold articles: 编, 分编, 章, 节.
func (k Kind) IsDivision() bool { return k.isDivision() }
