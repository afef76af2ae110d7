package statute

// pathsOf returns the path of each node that was found faulty, in one walk through the text.
func (c *checker) pathsOf(found []finding) map[*Node]string {
	again, counts := make(map[*Node]int), make(map[sharer]int)
	for _, f := range found {
		for n := f.node; n.parent != nil; n = n.within() {
			if _, ok := again[n]; ok {
				break
			}
			again[n], counts[n.sharer()] = 0, 0
		}
	}
	for n := range c.text.All() {
		if n.parent == nil {
			continue
		}
		key := n.sharer()
		if count, ok := counts[key]; ok {
			counts[key] = count + 1
			if _, ok := again[n]; ok {
				again[n] = count + 1
			}
		}
	}
	paths := make(map[*Node]string, len(found))
	for _, f := range found {
		paths[f.node] = string(f.node.appendBy(nil, again))
	}
	return paths
}

// appendBy appends the path of n, of which it is known the how manyth each part is.
func (n *Node) appendBy(dst []byte, again map[*Node]int) []byte {
	if n.parent == nil {
		return dst
	}
	return n.appendPart(n.within().appendBy(dst, again), again[n])
}
