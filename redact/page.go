package redact

import (
	"slices"
	"sort"
	"strings"
	"unicode"
)

// A page is a text in the forms in which it is searched. All have the same number of characters.
type page struct {
	runes  []rune // as given
	folded []rune // full-width signs made narrow
	text   string // folded
	starts []int  // where each character begins in text, and its end
	coded  bool   // there are Latin letters or digits
	from   int    // characters before it are a label that the text stands under; they are not masked
}

// newPage reads a text that stands under a label.
func newPage(label, text string) *page {
	p := &page{runes: []rune(label + text), from: len([]rune(label))}
	p.folded = make([]rune, len(p.runes))
	p.starts = make([]int, 0, len(p.runes)+1)
	var b strings.Builder
	for i, r := range p.runes {
		p.folded[i] = fold(r)
		p.coded = p.coded || alnum(p.folded[i])
		p.starts = append(p.starts, b.Len())
		b.WriteRune(p.folded[i])
	}
	p.starts = append(p.starts, b.Len())
	p.text = b.String()
	return p
}

// at returns the character that begins at a byte of text.
func (p *page) at(b int) int { return sort.SearchInts(p.starts, b) }

// rune returns a character, 0 outside.
func (p *page) rune(i int) rune {
	if i < 0 || i >= len(p.folded) {
		return 0
	}
	return p.folded[i]
}

// has reports whether a text stands at a place.
func (p *page) has(i int, s string) bool {
	return i >= 0 && i < len(p.folded) && strings.HasPrefix(p.text[p.starts[i]:], s)
}

// contains reports whether one of some texts stands in the page.
func (p *page) contains(texts ...string) bool {
	return slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(p.text, s) })
}

// fold makes full-width signs and letters narrow, dashes to hyphens and tabs to blanks.
func fold(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '　' || r == '\u00a0' || r == '\t':
		return ' '
	case r == '–' || r == '—' || r == '‐' || r == '‑' || r == '−' || r == '―':
		return '-'
	}
	return r
}

// blank reports a character that may stand between those of a name.
func blank(r rune) bool {
	return r == ' ' || r == '　' || r == '\t' || r == '\u00a0' || r >= '\u2000' && r <= '\u200f' || r == '\u2060' || r == '\ufeff'
}

func han(r rune) bool   { return unicode.Is(unicode.Han, r) }
func digit(r rune) bool { return r >= '0' && r <= '9' }
func alnum(r rune) bool { return digit(r) || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
