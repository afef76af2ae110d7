package amend

import (
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/statute"
)

// A style is what a text has before its parts, so that new ones look like the others.
type style struct{ article, division, paragraph, item, gap string }

// styleOf looks at the first part of each sort that begins a line.
func styleOf(t *statute.Text) style {
	s := style{}
	for n := range t.All() {
		switch {
		case !strings.HasPrefix(n.Lead, "\n") || n.Quoted():
		case n.Kind == statute.Article:
			first(&s.article, n.Lead)
		case n.Kind.IsDivision():
			first(&s.division, n.Lead)
		case n.Kind == statute.Paragraph && n.Prev() != nil:
			first(&s.paragraph, n.Lead)
		case n.Kind == statute.Item:
			first(&s.item, n.Lead)
		}
		if n.Kind == statute.Article {
			first(&s.gap, n.Gap)
		}
	}
	first(&s.article, "\n")
	first(&s.division, s.article)
	first(&s.paragraph, blanksOf(s.article))
	first(&s.item, s.paragraph)
	first(&s.gap, "　")
	return s
}

func first(to *string, s string) {
	if *to == "" {
		*to = s
	}
}

// blanksOf takes marks of Markdown out.
func blanksOf(lead string) string { return strings.TrimRight(strings.Trim(lead, "*#"), " *#") }

// dress gives the parts below n the blanks that parts of the text have.
func (s style) dress(n *statute.Node) {
	for at := range n.All() {
		if at.Kind == statute.Article && at.Gap != "" {
			at.Gap = s.gap
		}
		switch {
		case !strings.Contains(at.Lead, "\n"):
		case at.Kind == statute.Article:
			at.Lead = s.article
		case at.Kind.IsDivision():
			at.Lead = s.division
		case at.Kind == statute.Item || at.Kind == statute.Point:
			at.Lead = s.item
		default:
			at.Lead = s.paragraph
		}
	}
}

// labelOf returns the label of an article: 第一百二十条之一.
func labelOf(n statute.Num) string {
	return statute.Place{Article: n}.String()
}

// article reads what is quoted as one article. Without a label it is what follows one.
func (e *editor) article(quoted string, number statute.Num) (*statute.Node, string) {
	list, why := e.parse(quoted)
	if why != "" {
		list, why = e.parse(labelOf(number) + e.style.gap + quoted)
	}
	if why != "" || len(list) != 1 || list[0].Kind != statute.Article || list[0].First() == nil {
		return nil, whyForm
	}
	return list[0], ""
}

// parse reads what is quoted as articles and chapters.
func (e *editor) parse(quoted string) ([]*statute.Node, string) {
	t, _ := statute.Parse("", "\n"+quoted)
	var list []*statute.Node
	for n := range t.Root.Children() {
		if n.Kind != statute.Article && !n.Kind.IsDivision() {
			return nil, whyForm
		}
		list = append(list, n)
	}
	for _, n := range list {
		e.style.dress(n)
	}
	if list == nil || t.End != "" {
		return nil, whyForm
	}
	return list, ""
}

// paragraphs reads what is quoted as paragraphs.
func (e *editor) paragraphs(quoted []string) ([]*statute.Node, string) {
	a, why := e.article(labelOf(statute.Num{N: 1})+e.style.gap+strings.Join(quoted, "\n"), statute.Num{N: 1})
	if why != "" || a.Head != "" { // a bracket at the beginning is no caption here
		return nil, whyForm
	}
	list := of(a, statute.Paragraph)
	for n := range a.Children() {
		if n.Kind != statute.Paragraph {
			return nil, whyForm
		}
		if n.Lead == "" {
			n.Lead = e.style.paragraph
		}
	}
	return list, ""
}

// items reads what is quoted as items from a number on.
func (e *editor) items(quoted []string, number int) ([]*statute.Node, string) {
	var b strings.Builder
	for i, q := range quoted {
		if t, _ := statute.Parse("", q); t.Root.First() == nil || t.Root.First().Kind != statute.Item {
			q = "（" + han.Numeral(number+i) + "）" + q
		}
		b.WriteString("\n" + q)
	}
	list, why := e.paragraphs([]string{"列举：" + b.String()})
	if why != "" || len(list) != 1 {
		return nil, whyForm
	}
	for n := range list[0].Children() {
		if n.Kind != statute.Item {
			return nil, whyForm
		}
	}
	return of(list[0], statute.Item), ""
}

// replace puts what is quoted in the place of n. The node stays, so that other operations find it.
func (e *editor) replace(n *statute.Node, op Operation) string {
	if op.Expect != nil && !says(n, op.Expect) {
		return whyExpected
	}
	var parts []*statute.Node
	why := whyUnit
	switch n.Kind {
	case statute.Article:
		return e.replaceArticle(n, op)
	case statute.Paragraph:
		parts, why = e.paragraphs(op.Text)
	case statute.Item:
		parts, why = e.items(op.Text, n.Num.N)
	case statute.Line:
		if len(op.Text) == 1 && !strings.Contains(op.Text[0], "\n") {
			n.Text, why = op.Text[0], ""
		}
		return why
	}
	switch {
	case why != "":
		return why
	case len(parts) != 1:
		return whyForm
	case parts[0].Num != n.Num && parts[0].Num != op.To.number():
		return whyNumber
	}
	keepEnd(parts[0], n.Text)
	fill(n, parts[0])
	return ""
}

// keepEnd gives an item that is quoted without its last mark the mark that stood there.
func keepEnd(n *statute.Node, was string) {
	if n.Kind != statute.Item || n.First() != nil || n.Text == "" {
		return
	}
	for _, mark := range [...]string{"；", "。"} {
		if strings.HasSuffix(n.Text, mark) {
			return
		}
	}
	for _, mark := range [...]string{"；", "。"} {
		if strings.HasSuffix(was, mark) {
			n.Text += mark
		}
	}
}

// fill gives n the words and the parts of another node.
func fill(n, with *statute.Node) {
	for c := range n.Children() {
		c.Remove()
	}
	n.Head, n.Text = with.Head, with.Text
	for c := range with.Children() {
		n.Append(c)
	}
}

func (e *editor) replaceArticle(n *statute.Node, op Operation) string {
	a, why := e.article(strings.Join(op.Text, "\n"), n.Num)
	if why != "" {
		return why
	}
	if a.Num != n.Num && !e.isRenumbered(n, a.Num) && a.Num != op.To.Article {
		return whyNumber
	}
	if n.First() == nil || n.First().Lead != "" || n.Gap == "" {
		n.Gap = a.Gap
	}
	head := n.Head
	fill(n, a)
	if n.Head == "" && head != "" {
		n.Head = head // the caption is no part of what is quoted
	}
	return ""
}

// isRenumbered reports whether the decision gives an article the number.
func (e *editor) isRenumbered(n *statute.Node, number statute.Num) bool {
	for i, op := range e.ops {
		if op.Kind == Renumber && len(e.at[i]) == 1 && e.at[i][0] == n && op.To.Article == number {
			return true
		}
	}
	return false
}

// says reports whether n consists of these paragraphs.
func says(n *statute.Node, quoted []string) bool {
	var is []string
	for at := range n.All() {
		if line := at.Head + at.Text; line != "" {
			is = append(is, bare(line))
		}
	}
	want := strings.Split(strings.Join(quoted, "\n"), "\n")
	if len(is) != len(want) {
		return false
	}
	for i := range is {
		if is[i] != bare(want[i]) {
			return false
		}
	}
	return true
}
