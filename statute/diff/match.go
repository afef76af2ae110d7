package diff

import (
	"strings"

	"github.com/fazhi-go/fazhi/statute"
)

// A couple is an old and a new node that are the same part of the text.
type couple struct{ old, new *statute.Node }

// How alike two texts must be to be the same part: with the same number they need less.
const (
	alikeNumbered = 0.6
	alikeAlone    = 0.5
	alikeHardly   = 0.25 // with the same number, when nothing else fits
)

// A part is a node while its partner is looked for.
type part struct {
	node  *statute.Node
	key   partKey
	text  string
	grams []uint64 // sorted; made when needed
	taken bool
}

// A partKey is the place of a node in its list: its class and number, and the how manyth of these it is.
type partKey struct {
	class statute.Kind
	num   statute.Num
	again int
}

// match pairs two lists of nodes, each at most once.
func match(old, new []*statute.Node) []couple {
	m := matching{old: parts(old), new: parts(new)}
	m.equal()
	byKey := m.byKey()
	m.numbered(byKey, alikeNumbered)
	m.alike()
	m.numbered(byKey, alikeHardly)
	return m.pairs
}

type matching struct {
	old, new []part
	pairs    []couple
}

func parts(nodes []*statute.Node) []part {
	list := make([]part, len(nodes))
	count := map[partKey]int{}
	for i, n := range nodes {
		key := partKey{class: class(n.Kind), num: n.Num}
		count[key]++
		key.again = count[key]
		list[i] = part{node: n, key: key, text: content(n)}
	}
	return list
}

// class returns the kind, or Line for the kinds that are lines without a label: which of them a line is depends on others.
func class(k statute.Kind) statute.Kind {
	switch k {
	case statute.Title, statute.Note, statute.Paragraph, statute.Continued, statute.Tail, statute.Signature:
		return statute.Line
	}
	return k
}

// content returns what a node says with its parts, without its own number and without blanks before lines.
func content(n *statute.Node) string {
	if n.First() == nil || isHeading(n.Kind) {
		return squeeze(n.Head) + n.Text
	}
	var b strings.Builder
	for at := range n.All() {
		if at != n {
			b.WriteString("\n" + at.Label)
		}
		b.WriteString(at.Head + at.Text)
	}
	return b.String()
}

func (m *matching) take(o, n *part) {
	o.taken, n.taken = true, true
	m.pairs = append(m.pairs, couple{o.node, n.node})
}

// equal pairs equal texts, those with the same number first.
func (m *matching) equal() {
	type place struct {
		key  partKey
		text string
	}
	for _, numbered := range [...]bool{true, false} {
		of := func(p *part) place {
			if numbered {
				return place{p.key, p.text}
			}
			return place{partKey{class: p.key.class}, p.text}
		}
		found := map[place][]*part{}
		for i := range m.new {
			if n := &m.new[i]; !n.taken {
				found[of(n)] = append(found[of(n)], n)
			}
		}
		for i := range m.old {
			o := &m.old[i]
			if left := found[of(o)]; !o.taken && len(left) > 0 {
				m.take(o, left[0])
				found[of(o)] = left[1:]
			}
		}
	}
}

func (m *matching) byKey() map[partKey]*part {
	found := make(map[partKey]*part, len(m.new))
	for i := range m.new {
		found[m.new[i].key] = &m.new[i]
	}
	return found
}

// numbered pairs what has the same number and is alike enough.
func (m *matching) numbered(byKey map[partKey]*part, enough float64) {
	for i := range m.old {
		o := &m.old[i]
		if n := byKey[o.key]; n != nil && !o.taken && !n.taken && likeness(o, n) >= enough {
			m.take(o, n)
		}
	}
}
