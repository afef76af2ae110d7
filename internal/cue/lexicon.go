package cue

import (
	"strings"
	"unicode/utf8"
)

// A Lexicon holds the words that expressions need. A text is searched for all of them at once.
type Lexicon struct {
	ids   map[string]int
	first map[rune][]word // by their first character
}

type word struct {
	text string
	id   int
}

// NewLexicon returns a lexicon without words. Once all expressions are added, it may be used by several goroutines.
func NewLexicon() *Lexicon { return &Lexicon{ids: map[string]int{}, first: map[rune][]word{}} }

// Add adds the words that an expression needs; an expression belongs to one lexicon only.
func (l *Lexicon) Add(e *Expression) { l.number(&e.need) }

// number gives each word of a need its id.
func (l *Lexicon) number(n *need) {
	n.ids = nil
	for _, text := range n.words {
		id, known := l.ids[text]
		if !known {
			id = len(l.ids)
			l.ids[text] = id
			r, _ := utf8.DecodeRuneInString(text)
			l.first[r] = append(l.first[r], word{text, id})
		}
		n.ids = n.ids.with(id)
	}
	for i := range n.any {
		l.number(&n.any[i])
	}
	for i := range n.all {
		l.number(&n.all[i])
	}
}

// Find returns the words that a text has.
func (l *Lexicon) Find(text string) Set {
	s := make(Set, (len(l.ids)+63)/64)
	for i, r := range text {
		for _, word := range l.first[r] {
			if strings.HasPrefix(text[i:], word.text) {
				s = s.with(word.id)
			}
		}
	}
	return s
}

// A Set holds words of a lexicon.
type Set []uint64

// with returns the set with one more; it may share its memory.
func (s Set) with(id int) Set {
	for len(s) <= id/64 {
		s = append(s, 0)
	}
	s[id/64] |= 1 << (id % 64)
	return s
}

// Or returns what one of two sets has; s may be changed.
func (s Set) Or(t Set) Set {
	for len(s) < len(t) {
		s = append(s, 0)
	}
	for i := range t {
		s[i] |= t[i]
	}
	return s
}

// meets reports whether two sets have something in common.
func (s Set) meets(t Set) bool {
	for i := range min(len(s), len(t)) {
		if s[i]&t[i] != 0 {
			return true
		}
	}
	return false
}
