package statute

import (
	"iter"
	"strings"
)

// A Node is one part of a text. What it says itself is Lead, Label, Gap, Head and Text, one after the other; its children
// follow. Nodes that Parse made share the memory of the text.
//
// The strings may be changed: Format writes what is there. A Node belongs to one place in one tree, and is not for several
// goroutines while somebody changes it.
type Node struct {
	Kind  Kind
	Num   Num
	Lead  string // line ends, blank lines, blanks and marks of Markdown before it
	Label string // 第十二条, （三）, 一、
	Gap   string // what stands between the label and what follows
	Head  string // 章名; of an article its caption with the brackets: （目的与依据）
	Text  string // without the line end
	Line  int    // of its first sign, from 1; 0: not read from a text

	parent, first, last, prev, next *Node
}

// Parent returns the node that n is a part of; nil for the whole.
func (n *Node) Parent() *Node { return n.parent }

// Children returns the parts of n.
func (n *Node) Children() iter.Seq[*Node] {
	return func(yield func(*Node) bool) {
		for c := n.first; c != nil; {
			next := c.next // the body may take c out
			if !yield(c) {
				return
			}
			c = next
		}
	}
}

// First and Last return the first and the last part of n, nil if it has none.
func (n *Node) First() *Node { return n.first }

// Last returns the last part of n.
func (n *Node) Last() *Node { return n.last }

// Next returns the part that follows n within its parent.
func (n *Node) Next() *Node { return n.next }

// Prev returns the part before n within its parent.
func (n *Node) Prev() *Node { return n.prev }

// All returns n and everything below it, in the order of the text.
func (n *Node) All() iter.Seq[*Node] {
	return func(yield func(*Node) bool) {
		for at := n; at != nil; at = at.after(n) {
			if !yield(at) {
				return
			}
		}
	}
}

// after returns the node that follows in the order of the text, within root.
func (n *Node) after(root *Node) *Node {
	if n.first != nil {
		return n.first
	}
	for n != root {
		if n.next != nil {
			return n.next
		}
		n = n.parent
	}
	return nil
}

// Up returns the nearest node of the kind that n is or is a part of, nil if there is none.
func (n *Node) Up(k Kind) *Node {
	for ; n != nil && n.Kind != k; n = n.parent {
	}
	return n
}

// Quoted reports whether n stands in a quotation.
func (n *Node) Quoted() bool { return n.Up(Quote) != nil }

// Append puts c at the end of n.
func (n *Node) Append(c *Node) {
	c.Remove()
	c.parent, c.prev = n, n.last
	if n.last == nil {
		n.first = c
	} else {
		n.last.next = c
	}
	n.last = c
}

// InsertAfter puts c behind n, which is a part of something.
func (n *Node) InsertAfter(c *Node) {
	c.Remove()
	c.parent, c.prev, c.next = n.parent, n, n.next
	if n.next == nil {
		n.parent.last = c
	} else {
		n.next.prev = c
	}
	n.next = c
}

// insertBefore puts c before at, a part of n.
func (n *Node) insertBefore(at, c *Node) {
	if at.prev != nil {
		at.prev.InsertAfter(c)
		return
	}
	c.Remove()
	c.parent, c.next = n, at
	n.first, at.prev = c, c
}

// Remove takes n out of its tree, with everything below it.
func (n *Node) Remove() {
	if n.parent == nil {
		return
	}
	if n.prev == nil {
		n.parent.first = n.next
	} else {
		n.prev.next = n.next
	}
	if n.next == nil {
		n.parent.last = n.prev
	} else {
		n.next.prev = n.prev
	}
	n.parent, n.prev, n.next = nil, nil, nil
}

// Caption returns the caption of an article or the name of a chapter, without brackets.
func (n *Node) Caption() string {
	if n.Kind == Article {
		return strings.TrimSuffix(strings.TrimPrefix(n.Head, "（"), "）")
	}
	return n.Head
}

// AppendTo appends the text of n and of everything below it.
func (n *Node) AppendTo(dst []byte) []byte {
	for at := range n.All() {
		dst = append(dst, at.Lead...)
		dst = append(dst, at.Label...)
		dst = append(dst, at.Gap...)
		dst = append(dst, at.Head...)
		dst = append(dst, at.Text...)
	}
	return dst
}

// String returns the text of n and of everything below it, as it stands.
func (n *Node) String() string { return string(n.AppendTo(nil)) }
