package statute

// Paths returns the path of every node, as Path does one by one, in time that grows with the text.
func (t *Text) Paths() map[*Node]string {
	paths := make(map[*Node]string)
	seen := make(map[sharer]int)
	for n := range t.All() {
		if n.parent == nil {
			paths[n] = ""
			continue
		}
		at := n.sharer()
		seen[at]++
		paths[n] = string(n.appendPart([]byte(paths[at.within]), seen[at]))
	}
	return paths
}

// Citations returns the citation of every node, as Citation does one by one, in time that grows with the text.
func (t *Text) Citations() map[*Node]string {
	cited := make(map[*Node]string)
	paragraphs := make(map[*Node]int) // of each node, up to here
	for n := range t.All() {
		if n.parent == nil {
			cited[n] = ""
			continue
		}
		paragraph := 0
		if n.Kind == Paragraph {
			paragraphs[n.parent]++
			if paragraph = paragraphs[n.parent]; paragraph == 1 && n.nextOf(Paragraph) == nil {
				paragraph = 0
			}
		}
		cited[n] = n.cited(cited[n.parent], paragraph)
	}
	return cited
}

// A sharer is what nodes have in common that would have the same path.
type sharer struct {
	within *Node
	kind   Kind
	num    Num
}

func (n *Node) sharer() sharer { return sharer{n.within(), n.Kind, n.Num} }

// within returns what the path of n goes on from.
func (n *Node) within() *Node {
	if n.Kind == Article {
		return n.scope()
	}
	return n.parent
}

// path returns how a path calls a kind.
func (k Kind) path() string {
	if int(k) >= len(kinds) {
		return "kind"
	}
	return kinds[k].path
}
