package clause

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// A builder makes a text of lines. It is in one part of the text after another: preamble, clauses, signature block, annexes.
type builder struct {
	text     *Text
	numbers  sequence
	part     part
	apart    bool
	overflow fazhi.Issues
	called   map[string]string // the names of the preamble by their roles
}

type part uint8

const (
	inPreamble part = iota
	inClauses
	inSignature
	inAnnexes
)

// build makes a text of the lines of a file.
func build(file string, raw []Line) (*Text, fazhi.Issues) {
	raw, issues := cut(file, raw)
	b := builder{text: &Text{File: file, raw: raw}}
	for _, r := range raw {
		if b.line(plain(r)); b.overflow != nil {
			issues = append(issues, b.overflow...)
			break
		}
	}
	b.finish()
	return b.text, issues
}

func (b *builder) line(l Line) {
	if l.Text == "" {
		b.apart = true
		return
	}
	l.apart, b.apart = b.apart, false
	switch {
	case b.part == inAnnexes, b.part == inSignature && annexStart.MatchString(l.Text):
		b.part = inAnnexes
		b.text.Annexes = append(b.text.Annexes, l)
	case b.begins(l):
	case b.part == inSignature, b.part == inClauses && b.signs(l.Text):
		b.part = inSignature
		b.text.Signature = append(b.text.Signature, l)
	case b.part == inClauses:
		c := &b.text.Clauses[len(b.text.Clauses)-1]
		c.Lines = append(c.Lines, l)
	default:
		b.preamble(l)
	}
}

var annexStart = regexp.MustCompile(`^附\s?件\s?[一二三四五六七八九十\d]{0,3}(?:[：:、.\s]|$)`)

// begins takes a line that begins a clause.
func (b *builder) begins(l Line) bool {
	if strings.Count(l.Text, "\t") > 1 {
		return false // a row of a table, whatever number it has
	}
	m, ok := markOf(l.Text)
	if !ok && l.depth > 1 && b.text.Title != "" {
		m, ok = mark{sort: unnumbered, parts: []int{0}, rest: l.Text}, true
	}
	if !ok {
		return false
	}
	if b.part == inSignature && !m.sort.firm() {
		return false
	}
	level, ok := b.numbers.take(m)
	if !ok && l.depth <= 1 {
		return false
	}
	if !ok { // a Markdown heading is one, whatever its number
		level = b.numbers.begin(m)
	}
	b.goOn()
	if len(b.text.Clauses) == mostClauses {
		b.overflow = tooLong(b.text.File, l.Origin)
		return true
	}
	b.add(m, l, level)
	return true
}

// goOn begins the clauses, or takes back what was held for the signature block, since a clause follows it.
func (b *builder) goOn() {
	if b.part == inSignature {
		c := &b.text.Clauses[len(b.text.Clauses)-1]
		c.Lines = append(c.Lines, b.text.Signature...)
		b.text.Signature = nil
	}
	if b.part == inPreamble {
		b.text.Parties = partiesOf(b.text.Preamble, "preamble")
		b.called = firstNames(b.text.Parties)
	}
	b.part = inClauses
}

func (b *builder) add(m mark, l Line, level int) {
	c := Clause{Number: m.text, Value: m.value(), Level: level, Lines: []Line{l}, sort: m.sort}
	c.Heading, c.body = headingOf(m.rest)
	b.text.Clauses = append(b.text.Clauses, c)
}

// mostHeading is how many characters a heading has at most.
const mostHeading = 20

// headingOf parts what follows a number into heading and text: a short line without marks of a sentence is a heading, and so is
// what stands before a colon or a blank.
func headingOf(rest string) (heading, body string) {
	if isHeading(rest) {
		return rest, ""
	}
	at := strings.IndexAny(rest, "：: \t　")
	if at > 0 && isHeading(rest[:at]) {
		_, size := utf8.DecodeRuneInString(rest[at:])
		return rest[:at], strings.TrimSpace(rest[at+size:])
	}
	return "", rest
}

func isHeading(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= mostHeading && !strings.ContainsAny(s, "，。；：:,;！？_【")
}

// preamble takes a line above the first clause; the first that names nobody and nothing is the title.
func (b *builder) preamble(l Line) {
	if b.text.Title == "" && !strings.ContainsAny(l.Text, "：:。，") && utf8.RuneCountInString(l.Text) <= 60 {
		b.text.Title = l.Text
	}
	b.text.Preamble = append(b.text.Preamble, l)
}

// partiesInClauses are the parties of a text whose first clause with any names two, as in a published notice (合同公告).
func (b *builder) partiesInClauses() (list []Party) {
	for i, c := range b.text.Clauses {
		for j, l := range c.Lines[1:] {
			for _, p := range partiesOf([]Line{l}, "") {
				p.Path = fazhi.At("clauses", i, "lines", j+1)
				list = append(list, p)
			}
		}
		if len(list) > 0 {
			break
		}
	}
	return list
}

func (b *builder) finish() {
	if b.part == inPreamble {
		b.text.Parties = partiesOf(b.text.Preamble, "preamble")
	}
	if len(b.text.Parties) < 2 {
		b.text.Parties = append(b.text.Parties, b.partiesInClauses()...)
	}
	b.text.Signers = partiesOf(b.text.Signature, "signature")
}
