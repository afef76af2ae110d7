package ooxml

import (
	"iter"
	"strings"
)

// A Node is an element, or a text if it has no name.
//
// Name is the usual short form, "w:p", whichever prefix and whichever edition of the namespace the file uses; of a
// namespace that this package does not know "{address}local"; without namespace "local".
type Node struct {
	Name  string
	Text  string // of a text
	Attrs []Attr
	Nodes []*Node

	raw string // name as it is written
}

// An Attr is an attribute, named as nodes are.
type Attr struct{ Name, Value, raw string }

// Get returns the value of an attribute, "" if the node does not have it. It may be called on nil.
func (n *Node) Get(name string) string {
	v, _ := n.Attr(name)
	return v
}

// Attr returns the value of an attribute and whether the node has it. It may be called on nil.
func (n *Node) Attr(name string) (string, bool) {
	if n == nil {
		return "", false
	}
	for i := range n.Attrs {
		if n.Attrs[i].Name == name {
			return n.Attrs[i].Value, true
		}
	}
	return "", false
}

// Set changes the value of an attribute that the node has, and reports whether it has it.
func (n *Node) Set(name, value string) bool {
	for i := range n.Attrs {
		if n.Attrs[i].Name == name {
			n.Attrs[i].Value = value
			return true
		}
	}
	return false
}

// Child returns the element below n that the names lead to, the first of each name; nil if there is none. It may be
// called on nil.
func (n *Node) Child(names ...string) *Node {
	for _, name := range names {
		if n = n.child(name); n == nil {
			return nil
		}
	}
	return n
}

func (n *Node) child(name string) *Node {
	if n == nil {
		return nil
	}
	for _, c := range n.Nodes {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Children goes over the elements of a name directly below n. It may be called on nil.
func (n *Node) Children(name string) iter.Seq[*Node] {
	return func(yield func(*Node) bool) {
		if n == nil {
			return
		}
		for _, c := range n.Nodes {
			if c.Name == name && !yield(c) {
				return
			}
		}
	}
}

// Walk calls f for n and everything below it, in the order of the document. Where f returns false, what lies below is
// passed over. It may be called on nil.
func (n *Node) Walk(f func(*Node) bool) {
	if n == nil || !f(n) {
		return
	}
	for _, c := range n.Nodes {
		c.Walk(f)
	}
}

// Content returns the text below n. It may be called on nil.
func (n *Node) Content() string {
	var b strings.Builder
	n.Walk(func(n *Node) bool {
		b.WriteString(n.Text)
		return true
	})
	return b.String()
}
