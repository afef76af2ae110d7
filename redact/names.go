package redact

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// names are the people of a document and their masks.
type names struct {
	each, arabic bool
	trie         *trie
	known        map[string]bool
	base         []string       // mask of each person without ordinal
	ordinal      []int          // of each person among those with the same mask
	same         map[string]int // people with the same mask
}

func newNames(each, arabic bool) *names {
	return &names{each: each, arabic: arabic, trie: &trie{}, known: map[string]bool{}, same: map[string]int{}}
}

// clone returns names that can be added to.
func (n *names) clone() *names {
	out := *n
	out.trie, out.known, out.same = n.trie.clone(), maps.Clone(n.known), maps.Clone(n.same)
	out.base, out.ordinal = slices.Clone(n.base), slices.Clone(n.ordinal)
	return &out
}

func (t *trie) clone() *trie {
	out := &trie{word: t.word, id: t.id}
	if t.next != nil {
		out.next = make(map[rune]*trie, len(t.next))
		for r, sub := range t.next {
			out.next[r] = sub.clone()
		}
	}
	return out
}

// add adds a person and reports whether it did; a name that is known, or masked already, is left out.
func (n *names) add(name string) bool {
	name = squeeze(name)
	if n.known[name] || strings.ContainsRune(name, '某') {
		return false
	}
	n.known[name] = true
	base := n.maskOf(name)
	n.same[base]++
	n.trie.add(name, len(n.base))
	n.base, n.ordinal = append(n.base, base), append(n.ordinal, n.same[base])
	return true
}

// also adds another name of the person who was added last, unless it is known.
func (n *names) also(name string) {
	if name = squeeze(name); !n.known[name] {
		n.known[name] = true
		n.trie.add(name, len(n.base)-1)
	}
}

// has reports whether a name is known.
func (n *names) has(name string) bool { return n.known[squeeze(name)] }

// mask returns what is printed for a person: with an ordinal if there is another with the same mask.
func (n *names) mask(id int) string {
	base := n.base[id]
	if n.same[base] == 1 {
		return base
	}
	stems := []rune("甲乙丙丁戊己庚辛壬癸")
	if o := n.ordinal[id]; !n.arabic && o <= len(stems) {
		return base + string(stems[o-1])
	}
	return base + strconv.Itoa(n.ordinal[id])
}

// maskOf keeps the surname, or the first character of a name that has none known to us, and of a Latin name the first letter.
func (n *names) maskOf(name string) string {
	runes := []rune(name)
	if !han(runes[0]) {
		return string(unicode.ToUpper(runes[0])) + "某"
	}
	kept := 1
	if len(runes) > 2 && compound(string(runes[:2])) {
		kept = 2
	}
	given := 1
	if n.each && !strings.ContainsAny(name, "·•.") {
		given = len(runes) - kept
	}
	return string(runes[:kept]) + strings.Repeat("某", given)
}
