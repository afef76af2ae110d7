package amend

import "github.com/fazhi-go/fazhi/statute"

// contents ties the lines of the 目录 to the headings that they name.
type contents map[*statute.Node]*statute.Node

func contentsOf(t *statute.Text) contents {
	type heading struct {
		label, head string
	}
	entries := map[heading][]*statute.Node{}
	tied := contents{}
	for n := range t.All() {
		at := heading{n.Label, bare(n.Head)}
		switch {
		case n.Kind == statute.Entry:
			entries[at] = append(entries[at], n)
		case n.Kind.IsDivision() && !n.Quoted() && len(entries[at]) > 0:
			tied[n] = entries[at][0]
			entries[at] = entries[at][1:]
		}
	}
	return tied
}

// add puts a line for a new heading behind that of another.
func (c contents) add(behind, heading *statute.Node) {
	last := c[behind]
	if last == nil {
		return
	}
	for n := range behind.All() {
		if c[n] != nil {
			last = c[n]
		}
	}
	for n := range heading.All() {
		if n.Kind.IsDivision() {
			entry := &statute.Node{Kind: statute.Entry, Lead: last.Lead, Gap: last.Gap}
			last.InsertAfter(entry)
			c[n], last = entry, entry
		}
	}
}

// remove takes out the lines of a heading and of those below it.
func (c contents) remove(heading *statute.Node) {
	for n := range heading.All() {
		if entry := c[n]; entry != nil {
			takeOut(entry)
			delete(c, n)
		}
	}
}

// sync writes what the headings say now.
func (c contents) sync() {
	for n, entry := range c {
		if entry.Label != n.Label || bare(entry.Head) != bare(n.Head) {
			entry.Num, entry.Label, entry.Head = n.Num, n.Label, n.Head
		}
	}
}
