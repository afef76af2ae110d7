package diff

import (
	"regexp"
	"slices"

	"github.com/fazhi-go/fazhi/statute"
)

// Compare says how old became new. It changes neither.
func Compare(old, new *statute.Text) Result {
	c := &comparison{pair: map[*statute.Node]*statute.Node{}, back: map[*statute.Node]*statute.Node{}, moved: map[*statute.Node]bool{}, cited: citedArticle()}
	c.tie(old.Root, new.Root)
	c.children(units(old.Root), units(new.Root))
	c.strays(old.Root, new.Root)
	c.divisions(new.Root)
	c.articles = c.renumbered(old.Root)
	r := Result{Old: old.File, New: new.File, End: Run{old.End, new.End}, from: old, to: new}
	r.Entries = c.entries(slices.Collect(old.All()), slices.Collect(new.All()))
	return r
}

// A comparison pairs the nodes of two texts.
type comparison struct {
	pair  map[*statute.Node]*statute.Node // from old to new
	back  map[*statute.Node]*statute.Node // from new to old
	moved map[*statute.Node]bool          // of the new

	articles map[statute.Num]statute.Num // those that have another number
	cited    *regexp.Regexp
}

func (c *comparison) tie(old, new *statute.Node) { c.pair[old], c.back[new] = new, old }

// units returns what a text consists of: its articles, its headings, and its lines outside of articles.
func units(root *statute.Node) []*statute.Node {
	var found []*statute.Node
	for n := range root.Children() {
		found = append(found, n)
		if isHeading(n.Kind) {
			found = append(found, units(n)...)
		}
	}
	return found
}

// isHeading reports whether nodes of the kind are headings over units.
func isHeading(k statute.Kind) bool {
	return k.IsDivision() || k == statute.Annex
}

// children pairs two lists and, within the pairs, their parts.
func (c *comparison) children(old, new []*statute.Node) {
	if len(old) == 0 || len(new) == 0 {
		return
	}
	pairs := match(old, new)
	for _, p := range pairs {
		c.tie(p.old, p.new)
		if !isHeading(p.old.Kind) && !isHeading(p.new.Kind) {
			c.children(slices.Collect(p.old.Children()), slices.Collect(p.new.Children()))
		}
	}
	for _, headings := range [...]bool{true, false} {
		for _, n := range outOfOrder(old, c.pair, new, headings) {
			c.moved[n] = true
		}
	}
}

// strays pairs what is left over and says the same: a paragraph that went to another article.
func (c *comparison) strays(old, new *statute.Node) {
	left := map[string][]*statute.Node{}
	for n := range new.All() {
		if key := strayKey(n); key != "" && c.back[n] == nil {
			left[key] = append(left[key], n)
		}
	}
	for o := range old.All() {
		key := strayKey(o)
		if found := left[key]; key != "" && c.pair[o] == nil && len(found) > 0 {
			c.tie(o, found[0])
			c.moved[found[0]] = true
			left[key] = found[1:]
		}
	}
}

// shortest is the length in bytes from which equal texts are not equal by chance.
const shortest = 36

func strayKey(n *statute.Node) string {
	if len(n.Text) < shortest {
		return ""
	}
	return string(rune('a'+class(n.Kind))) + n.Text
}

// divisions marks what stands in another chapter than before, though the chapter is still there.
func (c *comparison) divisions(root *statute.Node) {
	for n := range root.All() {
		o := c.back[n]
		if o == nil || o.Parent() == nil {
			continue
		}
		home := o.Parent()
		for c.pair[home] == nil {
			home = home.Parent() // the whole has its pair
		}
		if !isWithin(n, c.pair[home]) {
			c.moved[n] = true
		}
	}
}

func isWithin(n, home *statute.Node) bool {
	for n != nil && n != home {
		n = n.Parent()
	}
	return n == home
}

// renumbered returns the articles that have another number. One whose number stands for two articles is left out.
func (c *comparison) renumbered(root *statute.Node) map[statute.Num]statute.Num {
	numbers, seen := map[statute.Num]statute.Num{}, map[statute.Num]bool{}
	for o := range root.All() {
		if o.Kind != statute.Article || o.Quoted() || o.Up(statute.Annex) != nil {
			continue
		}
		if n := c.pair[o]; n != nil && n.Num != o.Num && !seen[o.Num] {
			numbers[o.Num] = n.Num
		} else {
			delete(numbers, o.Num)
		}
		seen[o.Num] = true
	}
	return numbers
}

// entries lists every node: the new ones in their order, and what was deleted behind what stood before it.
func (c *comparison) entries(old, new []*statute.Node) []Entry {
	at := make(map[*statute.Node]int, len(old))
	gone := map[int][]int{} // behind which of the old nodes
	kept := 0
	for i, o := range old {
		at[o] = i
		if c.pair[o] != nil {
			kept = i
		} else {
			gone[kept] = append(gone[kept], i)
		}
	}
	entries := make([]Entry, 0, len(old)+len(new))
	for _, n := range new {
		o := c.back[n]
		if o == nil {
			entries = append(entries, Entry{Kind: Insert, New: n, Runs: whole(Run{New: own(n)}), at: -1})
			continue
		}
		entries = append(entries, c.entry(o, n, at[o]))
		for _, i := range gone[at[o]] {
			entries = append(entries, Entry{Kind: Delete, Old: old[i], Runs: whole(Run{Old: own(old[i])}), at: i})
		}
	}
	return entries
}

// entry says what became of a node that both texts have.
func (c *comparison) entry(o, n *statute.Node, at int) Entry {
	e := Entry{Old: o, New: n, at: at}
	if c.moved[n] {
		e.Kind |= Move
	}
	if o.Num != n.Num {
		e.Kind |= Renumber
	}
	was, is := own(o), own(n)
	if was == is {
		return e
	}
	e.Runs = runs(was, is)
	switch {
	case c.onlyReferences(o.Head+o.Text, n.Head+n.Text):
		e.Kind |= Reference
	case squeeze(o.Head+o.Text) != squeeze(n.Head+n.Text):
		e.Kind |= Change
	case e.Kind&Renumber == 0 || o.Lead+o.Gap+o.Head+o.Text != n.Lead+n.Gap+n.Head+n.Text:
		e.Kind |= Layout
	}
	return e
}

// whole returns the run of what came or went, if it says anything.
func whole(r Run) []Run {
	if r == (Run{}) {
		return nil
	}
	return []Run{r}
}
