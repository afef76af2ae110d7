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
		within := n.parent
		if n.Kind == Article {
			within = n.scope()
		}
		at := sharer{within, n.Kind, n.Num}
		seen[at]++
		paths[n] = string(n.appendPart([]byte(paths[within]), seen[at]))
	}
	return paths
}

// A sharer is what nodes have in common that would have the same path.
type sharer struct {
	within *Node
	kind   Kind
	num    Num
}

// path returns how a path calls a kind.
func (k Kind) path() string {
	if int(k) >= len(kinds) {
		return "kind"
	}
	return kinds[k].path
}
