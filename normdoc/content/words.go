package content

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// words are those that the rules of one profile need. A text is searched for all of them at once.
type words struct {
	ids   map[string]int
	first map[rune][]word // by their first character
}

type word struct {
	text string
	id   int
}

func newWords() *words { return &words{ids: map[string]int{}, first: map[rune][]word{}} }

// number gives each word of a need its id.
func (w *words) number(n *need) {
	n.ids = nil
	for _, text := range n.words {
		id, known := w.ids[text]
		if !known {
			id = len(w.ids)
			w.ids[text] = id
			r, _ := utf8.DecodeRuneInString(text)
			w.first[r] = append(w.first[r], word{text, id})
		}
		n.ids = n.ids.with(id)
	}
	for i := range n.any {
		w.number(&n.any[i])
	}
	for i := range n.all {
		w.number(&n.all[i])
	}
}

// A set holds ids of words.
type set []uint64

// with returns the set with one more; it may share its memory.
func (s set) with(id int) set {
	for len(s) <= id/64 {
		s = append(s, 0)
	}
	s[id/64] |= 1 << (id % 64)
	return s
}

// meets reports whether two sets have something in common.
func (s set) meets(t set) bool {
	for i := range min(len(s), len(t)) {
		if s[i]&t[i] != 0 {
			return true
		}
	}
	return false
}

// find returns the words that a text has.
func (w *words) find(text string) set {
	s := make(set, (len(w.ids)+63)/64)
	for i, r := range text {
		for _, word := range w.first[r] {
			if strings.HasPrefix(text[i:], word.text) {
				s = s.with(word.id)
			}
		}
	}
	return s
}

// A sighting is what was found in a unit.
type sighting struct {
	lead      set
	sentences []set
}

// sightings are what was found in the units of a draft; they are kept because every rule of a profile asks for them.
type sightings struct {
	sync.Mutex
	of    *words
	found []sighting
}

// sightings returns what words are in the units.
func (d *Draft) sightings(w *words) []sighting {
	s := d.seen
	if s == nil {
		return nil // the zero Draft has no units
	}
	s.Lock()
	defer s.Unlock()
	if s.of == w {
		return s.found
	}
	found := make([]sighting, len(d.units))
	for i := range d.units {
		u := &d.units[i]
		found[i].lead = w.find(u.lead)
		for _, sentence := range u.sentences {
			found[i].sentences = append(found[i].sentences, w.find(sentence))
		}
	}
	s.of, s.found = w, found
	return found
}
