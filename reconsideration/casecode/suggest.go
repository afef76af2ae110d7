package casecode

import (
	"slices"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// Suggest returns the right codes that are one substituted character, or one swap of neighbours, away from the text; in the
// order of the place, substitutions first. There are usually several, and at most a few dozen; which one was meant only the
// paper can tell, or the book, which has given few of them: see Issued. A text that is right or has another length has none.
// Two neighbours on either side of a hyphen count as neighbours.
func Suggest(text string) []string {
	if utf8.RuneCountInString(text) != len(shape) {
		return nil
	}
	if _, err := Parse(text); err == nil {
		return nil
	}
	runes := []rune(text)
	out := substituted(runes)
	for _, code := range swapped(runes) {
		if !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	return out
}

// substituted returns the right codes that differ in one character.
func substituted(text []rune) []string {
	var out []string
	for i, was := range text {
		for _, c := range "-" + checkdigit.Alphabet {
			text[i] = c
			if c != was && fits(c, shape[i]) {
				out = appendRight(out, text)
			}
		}
		text[i] = was
	}
	return out
}

// swapped returns the right codes in which two neighbours have changed places.
func swapped(text []rune) []string {
	var out []string
	swap := func(i, j int) {
		if text[i] != text[j] {
			text[i], text[j] = text[j], text[i]
			out = appendRight(out, text)
			text[i], text[j] = text[j], text[i]
		}
	}
	for i := 1; i < len(text); i++ {
		swap(i-1, i)
		if shape[i-1] == '-' {
			swap(i-2, i)
		}
	}
	return out
}

func appendRight(out []string, text []rune) []string {
	if s := string(text); isRight(s) {
		return append(out, s)
	}
	return out
}

func isRight(text string) bool {
	_, err := Parse(text)
	return err == nil
}
