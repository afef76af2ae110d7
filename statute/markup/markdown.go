package markup

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/fazhi-go/fazhi/statute"
)

// Markdown writes a text as Markdown: titles and divisions are headings, labels of articles bold, tables those of GitHub; all else is
// paragraphs. A sign of the text that would mean something in Markdown has a backslash before it. The error is that of w.
func Markdown(w io.Writer, t *statute.Text) error {
	m := &markdown{}
	for n := range t.All() {
		m.node(n)
	}
	if _, err := m.WriteTo(w); err != nil {
		return fmt.Errorf("markup: %w", err)
	}
	return nil
}

type markdown struct {
	bytes.Buffer
	joined *statute.Node // the paragraph that stands in the line of its article
}

func (m *markdown) node(n *statute.Node) {
	if n == m.joined || n.Kind == statute.Comment && n.Remark() == "" || n.Said() == "" {
		return
	}
	switch {
	case n.Kind == statute.Row:
		m.row(n)
		return
	case m.Len() > 0:
		m.WriteByte('\n')
	}
	m.WriteString(heading(n))
	switch n.Kind {
	case statute.Article:
		m.article(n)
	case statute.Comment:
		m.WriteString(escape(n.Remark()))
	default:
		m.WriteString(lineStart(escape(n.Mark() + n.Label + gap(n) + n.Head + n.Text)))
	}
	m.WriteByte('\n')
}

// heading returns the mark of a heading, "" if the node is none. What is quoted has no headings.
func heading(n *statute.Node) string {
	switch {
	case n.Quoted():
		return ""
	case n.Kind == statute.Title:
		return "# "
	case n.Kind.IsDivision():
		return strings.Repeat("#", headingLevel(n)) + " "
	}
	return ""
}

// headingLevel returns the level of the heading of a division or an annex: 2 below the title, at most 6.
func headingLevel(n *statute.Node) int {
	level := 2
	for up := n.Parent(); up != nil; up = up.Parent() {
		if up.Kind.IsDivision() || up.Kind == statute.Annex {
			level++
		}
	}
	return min(level, 6)
}

// article writes the label of an article, and its first paragraph in the same line.
func (m *markdown) article(n *statute.Node) {
	if n.Quoted() {
		m.WriteString(n.Mark() + n.Label)
	} else {
		m.WriteString("**" + n.Label + "**")
	}
	rest := n.Head + n.Text
	if p := firstParagraph(n); p != nil {
		m.joined = p
		rest += p.Text
	}
	if rest != "" {
		m.WriteString("　" + escape(rest))
	}
}

// firstParagraph returns the paragraph that stands in the line of its article, nil if there is none.
func firstParagraph(n *statute.Node) *statute.Node {
	p := n.First()
	if n.Kind != statute.Article || p == nil || p.Kind != statute.Paragraph || p.Label+p.Head != "" || n.Text != "" ||
		strings.Contains(p.Lead, "\n") || p.Mark() != "" {
		return nil
	}
	return p
}

// row writes a row of a table.
func (m *markdown) row(n *statute.Node) {
	if n.Prev() == nil {
		m.WriteByte('\n')
	}
	m.WriteString(n.Mark() + cellEscapes.Replace(n.Text) + "\n")
}

// gap returns what stands between label and text, without marks: a blank of a division is there even if the text has none.
func gap(n *statute.Node) string {
	blanks := strings.ReplaceAll(n.Gap, "*", "")
	if blanks == "" && n.Kind.IsDivision() && n.Head != "" {
		return "　"
	}
	return blanks
}

var escapes = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "<", `\<`, "&", `\&`, "~", `\~`, "](", `\](`)

// cellEscapes are for rows, whose text may have backslashes before bars.
var cellEscapes = strings.NewReplacer("<", `\<`, "&", `\&`, "](", `\](`)

func escape(s string) string { return escapes.Replace(s) }

// meaningful are the beginnings of a line that mean something: a heading, a quotation, a list, a rule, a table.
var meaningful = regexp.MustCompile(`^(?:#|>|[-+](?:[ \t]|$)|-{3,}|={3,}|\|)`)

func lineStart(s string) string {
	if meaningful.MatchString(s) {
		return `\` + s
	}
	return s
}
