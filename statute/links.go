package statute

// A Link is a citation of a text that leads to a part of the same text.
type Link struct {
	At, End int // the bytes that it takes in the Text of its node
	To      *Node
}

// Links returns what the text cites of itself and has, by the nodes whose Text says it, in order and without overlap. Of a range,
// 第三条至第五条, it is the first part. What is cited of other texts, does not exist or is quoted, has no link.
func (t *Text) Links() map[*Node][]Link {
	links := make(map[*Node][]Link)
	finder := NewFinder(t)
	add := func(n *Node, c Cite, r Range) {
		to, miss := finder.Find(n, c, r.From)
		all := links[n]
		if miss == Found && to != nil && to.Kind != Whole && (len(all) == 0 || all[len(all)-1].End <= r.At) {
			links[n] = append(all, Link{r.At, r.End, to})
		}
	}
	t.Cites(func(n *Node, c Cite) bool {
		if n.Quoted() {
			return true
		}
		for i, r := range c.Places {
			if i == 0 {
				r.At = c.At // 前款, 本办法
			}
			add(n, c, r)
		}
		if len(c.Places) == 0 {
			add(n, c, Range{At: c.At, End: c.End})
		}
		return true
	})
	return links
}
