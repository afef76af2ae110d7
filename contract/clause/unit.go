package clause

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// A unit is a paragraph: one line, or several that were broken by hand.
type unit struct {
	section   part
	clause    int // index of the clause, -1 outside the clauses
	text      string
	spots     []spot
	sentences []sentence
}

// A spot is where a line begins in a unit.
type spot struct {
	at   int
	path fazhi.Path
}

// A sentence is a piece of a unit.
type sentence struct {
	at   int
	text string
}

// at returns the path of the line that has a byte of the unit.
func (u *unit) at(offset int) fazhi.Path {
	path := u.spots[0].path
	for _, s := range u.spots {
		if s.at <= offset {
			path = s.path
		}
	}
	return path
}

// unitsOf returns the paragraphs of a text, and the places of its lines by their paths.
func unitsOf(t *Text) ([]unit, map[fazhi.Path]fazhi.Origin) {
	b := unitBuilder{lines: map[fazhi.Path]fazhi.Origin{}}
	b.section(inPreamble, "preamble", t.Preamble)
	for i := range t.Clauses {
		c := &t.Clauses[i]
		for j, l := range c.Lines {
			path := fazhi.At("clauses", i)
			if j > 0 {
				path = path.At("lines", j)
			}
			b.add(unit{section: inClauses, clause: i}, l, path, j > 0)
		}
	}
	b.section(inSignature, "signature", t.Signature)
	b.section(inAnnexes, "annexes", t.Annexes)
	for i := range b.units {
		if u := &b.units[i]; !u.isHeading(t) {
			u.split()
		}
	}
	return b.units, b.lines
}

type unitBuilder struct {
	units []unit
	lines map[fazhi.Path]fazhi.Origin
}

func (b *unitBuilder) section(in part, name string, lines []Line) {
	for i, l := range lines {
		b.add(unit{section: in, clause: -1}, l, fazhi.At(name, i), i > 0 && in == inAnnexes)
	}
}

// add takes a line, as part of the last unit if it goes on there.
func (b *unitBuilder) add(u unit, l Line, path fazhi.Path, mayGoOn bool) {
	b.lines[path] = l.Origin
	if n := len(b.units); mayGoOn && !l.apart && b.units[n-1].goesOver() {
		last := &b.units[n-1]
		last.spots = append(last.spots, spot{len(last.text), path})
		last.text += l.Text
		return
	}
	u.text, u.spots = l.Text, []spot{{0, path}}
	b.units = append(b.units, u)
}

// isHeading reports whether a unit is a heading and nothing else: it says nothing that would have to be looked at.
func (u *unit) isHeading(t *Text) bool {
	return u.clause >= 0 && len(u.spots) == 1 && u.spots[0].path == fazhi.At("clauses", u.clause) &&
		t.Clauses[u.clause].Heading != "" && t.Clauses[u.clause].body == ""
}

// leastBroken is how many characters a line has at least that was broken by hand, mostJoined how many bytes are joined.
const (
	leastBroken = 25
	mostJoined  = 4000
)

// goesOver reports whether the last line goes on in the next: a long one that ends in the middle of a sentence.
func (u *unit) goesOver() bool {
	line := u.text[u.spots[len(u.spots)-1].at:]
	last, _ := utf8.DecodeLastRuneInString(line)
	return len(u.text) < mostJoined && !strings.ContainsRune("。；：！？;:.”）)|…", last) && utf8.RuneCountInString(line) >= leastBroken
}

// split parts a unit into sentences; what stands in a half sentence of its own says something of its own.
func (u *unit) split() {
	from := 0
	for i, r := range u.text {
		if strings.ContainsRune("。；;！？", r) {
			u.sentences = append(u.sentences, sentence{from, closed(u.text[from:i])})
			from = i + utf8.RuneLen(r)
		}
	}
	if from < len(u.text) {
		u.sentences = append(u.sentences, sentence{from, closed(u.text[from:])})
	}
}

// closed returns a sentence without single blanks between Chinese characters, with which words are spaced out: 连 带 责 任. Those of
// a day that is left open stay. In a sentence of several lines the places of what follows come to lie a few bytes before where they
// are.
func closed(text string) string {
	if !strings.ContainsAny(text, " 　\u00a0") {
		return text
	}
	runes := []rune(text)
	out := runes[:0:0]
	for i, r := range runes {
		if i > 0 && i+1 < len(runes) && isSpace(r) && joins(runes[i-1]) && joins(runes[i+1]) {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

func isSpace(r rune) bool { return r == ' ' || r == '　' || r == '\u00a0' }

func joins(r rune) bool { return unicode.Is(unicode.Han, r) && !strings.ContainsRune("年月日", r) }
