package cue

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// A need is what a text must have for an expression to match: one of several words, or all or one of several needs. The zero
// need asks for nothing. To look for words is far faster than to try expressions, and most sentences have not the words of most of them.
type need struct {
	words []string
	ids   Set // of the words, once Lexicon.Add gave them
	all   []need
	any   []need
}

// met reports whether a need is met by a text, by its words or, when sets are given, by those of the sets together. It is asked often,
// so it makes nothing.
func (n *need) met(text string, found []Set) bool {
	switch {
	case n.words != nil:
		return n.has(text, found)
	case n.any != nil:
		for i := range n.any {
			if n.any[i].met(text, found) {
				return true
			}
		}
		return false
	}
	for i := range n.all {
		if !n.all[i].met(text, found) {
			return false
		}
	}
	return true
}

// has reports whether one of the words is there.
func (n *need) has(text string, found []Set) bool {
	for _, s := range found {
		if s.meets(n.ids) {
			return true
		}
	}
	if found != nil {
		return false
	}
	for _, w := range n.words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// free reports whether a need asks for nothing.
func (n *need) free() bool { return n.words == nil && n.any == nil && n.all == nil }

// needOf returns what a text must have that an expression matches.
func needOf(e *syntax.Regexp) need {
	if list, ok := wordsOf(e); ok {
		return oneOf(list)
	}
	switch e.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return needOf(e.Sub[0])
	case syntax.OpRepeat:
		if e.Min > 0 {
			return needOf(e.Sub[0])
		}
	case syntax.OpConcat:
		return needOfConcat(e.Sub)
	case syntax.OpAlternate:
		var n need
		for _, way := range e.Sub {
			k := needOf(way)
			if k.free() {
				return need{}
			}
			n.any = append(n.any, k)
		}
		return n
	}
	return need{}
}

// needOfConcat joins the words of neighbours: 停[水电] needs 停水 or 停电.
func needOfConcat(parts []*syntax.Regexp) need {
	var n need
	add := func(k need) {
		if !k.free() {
			n.all = append(n.all, k)
		}
	}
	run := []string{""}
	for _, part := range parts {
		list, ok := wordsOf(part)
		if ok && len(run)*len(list) <= most {
			run = joined(run, list)
			continue
		}
		add(oneOf(run))
		run = []string{""}
		if ok {
			run = list
		} else {
			add(needOf(part))
		}
	}
	add(oneOf(run))
	return n
}

// oneOf needs one of words; an empty one is always there, and a word is there when a longer one is that holds it.
func oneOf(list []string) need {
	var n need
	for i, w := range list {
		if w == "" {
			return need{}
		}
		held := slices.ContainsFunc(list, func(o string) bool { return o != w && strings.Contains(w, o) })
		if !held && !slices.Contains(list[:i], w) {
			n.words = append(n.words, w)
		}
	}
	return n
}

// most is how many words are listed one by one.
const most = 64

// wordsOf returns all that an expression matches; false when that is too much to be listed.
func wordsOf(e *syntax.Regexp) ([]string, bool) {
	switch e.Op {
	case syntax.OpLiteral:
		return []string{string(e.Rune)}, e.Flags&syntax.FoldCase == 0
	case syntax.OpEmptyMatch:
		return []string{""}, true
	case syntax.OpCharClass:
		return wordsOfClass(e.Rune)
	case syntax.OpCapture:
		return wordsOf(e.Sub[0])
	case syntax.OpQuest:
		list, ok := wordsOf(e.Sub[0])
		return append(list, ""), ok
	case syntax.OpConcat:
		return wordsOfParts(e.Sub, []string{""}, joined)
	case syntax.OpAlternate:
		return wordsOfParts(e.Sub, nil, func(a, b []string) []string { return append(a, b...) })
	}
	return nil, false
}

func wordsOfParts(parts []*syntax.Regexp, out []string, with func(a, b []string) []string) ([]string, bool) {
	for _, part := range parts {
		list, ok := wordsOf(part)
		if !ok {
			return nil, false
		}
		if out = with(out, list); len(out) > most {
			return nil, false
		}
	}
	return out, true
}

// wordsOfClass returns the characters of a class, which is given in pairs of first and last.
func wordsOfClass(pairs []rune) ([]string, bool) {
	var out []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if int(pairs[i+1]-pairs[i]) >= most-len(out) {
			return nil, false
		}
		for r := pairs[i]; r <= pairs[i+1]; r++ {
			out = append(out, string(r))
		}
	}
	return out, true
}

// joined returns each of a followed by each of b.
func joined(a, b []string) []string {
	out := make([]string, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+y)
		}
	}
	return out
}
