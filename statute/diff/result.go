package diff

import (
	"iter"

	"github.com/fazhi-go/fazhi/statute"
)

// An Entry says what became of one node, without its parts, which have entries of their own.
type Entry struct {
	Kind Kind
	Old  *statute.Node // nil: inserted
	New  *statute.Node // nil: deleted
	Runs []Run         // of what the node says itself, from the blanks before it on; nil when nothing happened to the text

	at int // place of Old among all nodes of the old text
}

// A Run is a piece of text that both versions have, or one of them. At most one of Old and New is empty; when neither is, they
// are equal.
type Run struct{ Old, New string }

// Kept reports whether both versions have the run.
func (r Run) Kept() bool { return r.Old == r.New }

// A Result says how a text became another.
type Result struct {
	Old, New string  // names of the files
	Entries  []Entry // in the order of the new text; what was deleted follows what stood before it
	End      Run     // line ends behind the last sign

	from, to *statute.Text
}

// Changes returns the entries of nodes to which something happened.
func (r Result) Changes() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for _, e := range r.Entries {
			if e.Kind != 0 && !yield(e) {
				return
			}
		}
	}
}

// Count returns how many nodes of one of the kinds have all of what; without kinds, of any kind.
func (r Result) Count(what Kind, of ...statute.Kind) int {
	n := 0
	for _, e := range r.Entries {
		if e.Kind != 0 && e.Kind.Has(what) && e.is(of) {
			n++
		}
	}
	return n
}

func (e Entry) is(kinds []statute.Kind) bool {
	for _, k := range kinds {
		if e.node().Kind == k {
			return true
		}
	}
	return len(kinds) == 0
}

// node returns the newer of the two nodes.
func (e Entry) node() *statute.Node {
	if e.New != nil {
		return e.New
	}
	return e.Old
}

// A Renumbering is a place that is cited in another way than before.
type Renumbering struct {
	Old     string `json:"old"`     // 第十二条第二款
	New     string `json:"new"`     // 第十三条第二款
	OldPath string `json:"oldPath"` // /art_12/para_2
	NewPath string `json:"newPath"`
}

// Renumbered returns what has to be cited in another way, in the order of the new text: articles, paragraphs, items, chapters
// that both versions have. It is never nil.
func (r Result) Renumbered() []Renumbering {
	moved := []Renumbering{}
	from, to := r.paths()
	old, new := r.citations()
	for _, e := range r.Entries {
		if e.Old == nil || e.New == nil || e.Old.Kind == statute.Entry || e.Old.Quoted() {
			continue
		}
		if was, is := old[e.Old], new[e.New]; was != is && was != "" && is != "" {
			moved = append(moved, Renumbering{was, is, from[e.Old], to[e.New]})
		}
	}
	return moved
}

// paths returns the paths of all nodes of both texts.
func (r Result) paths() (from, to map[*statute.Node]string) {
	if r.from == nil {
		return nil, nil
	}
	return r.from.Paths(), r.to.Paths()
}

// citations returns how all nodes of both texts are cited.
func (r Result) citations() (from, to map[*statute.Node]string) {
	if r.from == nil {
		return nil, nil
	}
	return r.from.Citations(), r.to.Citations()
}

// own returns what a node says itself, with the blanks before it.
func own(n *statute.Node) string { return n.Lead + n.Label + n.Gap + n.Head + n.Text }
