// Package cue tries regular expressions on many short texts quickly: an expression is tried only on a text that has the words
// without which it cannot match.
//
//	lexicon := cue.NewLexicon()
//	e, err := cue.Compile(`未经[^，。]{0,15}(?:批准|许可)`)
//	lexicon.Add(e)
//	if has := lexicon.Find(sentence); e.In(has) && e.MatchString(sentence) { … }
//
// The words come from the expression itself; a lexicon looks for those of all expressions in one pass over a text.
package cue

import (
	"regexp"
	"regexp/syntax"
	"strings"
)

// An Expression is tried only on a text that has the words which it needs. Once made and added it may be used by several
// goroutines.
type Expression struct {
	*regexp.Regexp
	need need
}

// Compile makes an expression of several, of which one has to match. The error is that of package regexp.
func Compile(either ...string) (*Expression, error) {
	text := strings.Join(either, "|")
	e, err := regexp.Compile(text)
	if err != nil {
		return nil, err
	}
	parsed, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return nil, err
	}
	return &Expression{e, needOf(parsed)}, nil
}

// MustCompile is Compile for expressions that stand in a program; it panics where Compile has an error.
func MustCompile(text string) *Expression {
	e, err := Compile(text)
	if err != nil {
		panic(err)
	}
	return e
}

// Free reports whether the expression needs no words, so that it is tried on every text.
func (e *Expression) Free() bool { return e.need.free() }

// May reports whether a text has what the expression needs.
func (e *Expression) May(text string) bool {
	return e.need.met(text, nil)
}

// In is May for texts whose words a lexicon has found; they count as one text. The expression was added to that lexicon.
func (e *Expression) In(found ...Set) bool {
	return e.need.met("", found)
}

// Groups returns the first match and its groups, nil for none.
func (e *Expression) Groups(text string) []string {
	if !e.May(text) {
		return nil
	}
	return e.FindStringSubmatch(text)
}
