package inspect

import (
	"iter"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// local returns the name of an element without its namespace: makers of OFD files do not agree on it.
func local(n *ooxml.Node) string {
	name := n.Name[strings.LastIndexByte(n.Name, '}')+1:]
	return name[strings.LastIndexByte(name, ':')+1:]
}

// find returns the element below n that the names lead to, the first of each; nil if there is none.
func find(n *ooxml.Node, names ...string) *ooxml.Node {
	for _, name := range names {
		var next *ooxml.Node
		for c := range each(n, name) {
			next = c
			break
		}
		if n = next; n == nil {
			return nil
		}
	}
	return n
}

// each goes over the elements of a name directly below n, which may be nil.
func each(n *ooxml.Node, name string) iter.Seq[*ooxml.Node] {
	return func(yield func(*ooxml.Node) bool) {
		if n == nil {
			return
		}
		for _, c := range n.Nodes {
			if local(c) == name && !yield(c) {
				return
			}
		}
	}
}

func content(n *ooxml.Node) string { return strings.TrimSpace(n.Content()) }

// numbers reads numbers between blanks; what is none ends them.
func numbers(s string) []float64 {
	var out []float64
	for _, word := range strings.Fields(s) {
		v, err := strconv.ParseFloat(word, 64)
		if err != nil || v != v || v > 1e6 || v < -1e6 {
			break
		}
		out = append(out, v)
	}
	return out
}

// deltas reads distances between characters, of which "g n v" stands for n times v; at most so many as there are
// characters.
func deltas(s string, most int) []float64 {
	var out []float64
	words := strings.Fields(s)
	for i := 0; i < len(words) && len(out) < most; i++ {
		n := 1
		if words[i] == "g" && i+2 < len(words) {
			count, err := strconv.Atoi(words[i+1])
			if err != nil {
				break
			}
			n = min(count, most)
			i += 2
		}
		v := numbers(words[i])
		if len(v) == 0 {
			break
		}
		for range n {
			out = append(out, v[0])
		}
	}
	return out
}
