package redact

import "unicode"

// A trie finds many words in one run. The zero value finds none.
type trie struct {
	next map[rune]*trie
	word bool // a word ends here
	id   int  // of the word
}

// mostBlanks is the largest number of blanks between two characters of a word.
const mostBlanks = 8

// add adds a word; one that is there already keeps its id.
func (t *trie) add(word string, id int) {
	for _, r := range squeeze(word) {
		r = unicode.ToLower(fold(r))
		if t.next == nil {
			t.next = map[rune]*trie{}
		}
		if t.next[r] == nil {
			t.next[r] = &trie{}
		}
		t = t.next[r]
	}
	if !t.word {
		t.word, t.id = true, id
	}
}

// at returns the end of the longest word that begins at a place, or the place itself.
func (t *trie) at(p *page, i int) (end, id int) {
	end = i
	first := p.rune(i)
	if alnum(first) && alnum(p.rune(i-1)) {
		return i, 0
	}
	for j, blanks := i, 0; j < len(p.folded); j++ {
		r := p.folded[j]
		if j > i && blank(r) && blanks < mostBlanks {
			blanks++
			continue
		}
		t = t.next[unicode.ToLower(r)]
		if t == nil {
			break
		}
		blanks = 0
		if t.word && !(alnum(r) && alnum(p.rune(j+1))) {
			end, id = j+1, t.id
		}
	}
	return end, id
}

// find returns the words of a page, the longest at each place, one after another.
func (t *trie) find(p *page, each func(start, end, id int)) {
	if t.next == nil {
		return
	}
	for i := 0; i < len(p.folded); i++ {
		if end, id := t.at(p, i); end > i {
			each(i, end, id)
			i = end - 1
		}
	}
}

// any reports whether there is a word in the page.
func (t *trie) any(p *page) bool {
	for i := range p.folded {
		if end, _ := t.at(p, i); end > i {
			return true
		}
	}
	return false
}
