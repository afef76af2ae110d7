package content

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"
)

// keysOf returns words of which one stands in every text that an expression matches, nil when nothing is known. To look for
// words is a hundred times faster than to try the expression, and most sentences have none of them.
func keysOf(expression string) []string {
	e, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil
	}
	return keys(e)
}

func keys(e *syntax.Regexp) []string {
	switch e.Op {
	case syntax.OpLiteral:
		if e.Flags&syntax.FoldCase == 0 {
			return []string{string(e.Rune)}
		}
	case syntax.OpCharClass:
		return keysOfClass(e.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return keys(e.Sub[0])
	case syntax.OpRepeat:
		if e.Min > 0 {
			return keys(e.Sub[0])
		}
	case syntax.OpConcat:
		return keysOfConcat(e.Sub)
	case syntax.OpAlternate:
		return keysOfAlternate(e.Sub)
	}
	return nil
}

// widest is how many characters a class may have whose characters are looked for one by one.
const widest = 16

// keysOfClass returns the characters of a small class, which is given in pairs of first and last.
func keysOfClass(pairs []rune) []string {
	var out []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if int(pairs[i+1]-pairs[i]) >= widest-len(out) {
			return nil
		}
		for r := pairs[i]; r <= pairs[i+1]; r++ {
			out = append(out, string(r))
		}
	}
	return out
}

// keysOfConcat returns the keys of the part whose shortest key is the longest, of several the fewest.
func keysOfConcat(parts []*syntax.Regexp) []string {
	var best []string
	for _, part := range parts {
		if k := keys(part); k != nil && (best == nil || isRarer(k, best)) {
			best = k
		}
	}
	return best
}

func isRarer(a, b []string) bool {
	m, n := shortest(a), shortest(b)
	return m > n || m == n && len(a) < len(b)
}

// keysOfAlternate returns the keys of all ways, nil when one of them has none.
func keysOfAlternate(ways []*syntax.Regexp) []string {
	var out []string
	for _, way := range ways {
		k := keys(way)
		if k == nil {
			return nil
		}
		out = append(out, k...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func shortest(words []string) int {
	n := utf8.RuneCountInString(words[0])
	for _, w := range words[1:] {
		n = min(n, utf8.RuneCountInString(w))
	}
	return n
}

// hasAny reports whether a text has one of words. No words: it may.
func hasAny(text string, words []string) bool {
	return len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
