package amend

import "github.com/fazhi-go/fazhi/statute"

// places finds places in a text.
type places struct {
	root     *statute.Node
	articles map[statute.Num][]*statute.Node
	preamble []*statute.Node
}

// placesOf notes the articles of a text, without annexes and quotations.
func placesOf(t *statute.Text) places {
	p := places{root: t.Root, articles: map[statute.Num][]*statute.Node{}}
	for _, n := range articlesOf(t.Root) {
		p.articles[n.Num] = append(p.articles[n.Num], n)
	}
	headed := false
	for n := range t.Root.Children() {
		switch {
		case n.Kind != statute.Line:
		case bare(n.Text) == "序言":
			headed = true
		case headed:
			p.preamble = append(p.preamble, n)
		}
	}
	return p
}

// articlesOf returns the text's own articles, in their order.
func articlesOf(root *statute.Node) []*statute.Node {
	var found []*statute.Node
	for n := range root.Children() {
		switch {
		case n.Kind == statute.Article:
			found = append(found, n)
		case n.Kind.IsDivision():
			found = append(found, articlesOf(n)...)
		}
	}
	return found
}

// find returns what a place is, or why that is not to be said.
func (p places) find(at Place) (*statute.Node, string) {
	switch {
	case at.IsZero():
		return p.root, ""
	case at.Preamble > 0:
		return nth(p.preamble, at.Preamble)
	case at.Article.IsZero():
		return p.division(at)
	}
	n, why := only(p.within(at))
	if why == "" && at.Paragraph > 0 {
		n, why = nth(of(n, statute.Paragraph), at.Paragraph)
	}
	if why == "" && at.Item > 0 {
		n, why = only(withNumber(lists(n, statute.Item), at.Item))
	}
	if why == "" && at.Point > 0 {
		n, why = only(withNumber(lists(n, statute.Point), at.Point))
	}
	return n, why
}

// within returns the articles with the number, those of the part or chapter that is named.
func (p places) within(at Place) []*statute.Node {
	var found []*statute.Node
	for _, n := range p.articles[at.Article] {
		if isUnder(n, at, statute.Part, statute.Subpart, statute.Chapter, statute.Section) {
			found = append(found, n)
		}
	}
	return found
}

// isUnder reports whether n stands under the headings of these kinds that the place names.
func isUnder(n *statute.Node, at Place, kinds ...statute.Kind) bool {
	for _, k := range kinds {
		number := *at.part(k)
		if up := n.Up(k); number > 0 && (up == nil || up.Num.N != number) {
			return false
		}
	}
	return true
}

// division returns a part, chapter or section.
func (p places) division(at Place) (*statute.Node, string) {
	var found []*statute.Node
	for n := range p.root.All() {
		if n.Kind == at.unit() && !n.Quoted() && n.Num.N == at.number().N && isUnder(n, at, statute.Part, statute.Subpart, statute.Chapter) {
			found = append(found, n)
		}
	}
	return only(found)
}

// of returns the children of a kind.
func of(n *statute.Node, k statute.Kind) []*statute.Node {
	var found []*statute.Node
	for c := range n.Children() {
		if c.Kind == k {
			found = append(found, c)
		}
	}
	return found
}

// lists returns the items or points below n, without those quoted.
func lists(n *statute.Node, k statute.Kind) []*statute.Node {
	var found []*statute.Node
	for c := range n.All() {
		if c.Kind == k && !c.Quoted() {
			found = append(found, c)
		}
	}
	return found
}

func withNumber(nodes []*statute.Node, n int) []*statute.Node {
	var found []*statute.Node
	for _, c := range nodes {
		if c.Num.N == n {
			found = append(found, c)
		}
	}
	return found
}

func only(nodes []*statute.Node) (*statute.Node, string) {
	switch len(nodes) {
	case 0:
		return nil, whyNowhere
	case 1:
		return nodes[0], ""
	}
	return nil, whySeveral
}

func nth(nodes []*statute.Node, n int) (*statute.Node, string) {
	if n < 1 || n > len(nodes) {
		return nil, whyNowhere
	}
	return nodes[n-1], ""
}
