package lint

import (
	"strings"
	"unicode/utf8"
)

// A definition is a short form that a text defines: 以下简称“三统一”.
type definition struct {
	word     string
	unit, at int // where its definition begins
	end      int
}

// shortForm reports short forms that are used, in marks, before they are defined, and those that are never used (W3).
func shortForm(p *pass) {
	for _, d := range p.definitions() {
		used, early := false, false
		for i := range p.units {
			text := p.units[i].text
			switch {
			case i < d.unit:
				early = early || strings.Contains(text, "“"+d.word+"”")
				continue
			case i == d.unit:
				early = early || strings.Contains(text[:d.at], "“"+d.word+"”")
				text = text[d.end:]
			}
			used = used || strings.Contains(text, d.word)
		}
		switch {
		case early:
			p.say(d.unit, d.at, "简称在定义之前已经使用")
		case !used:
			p.say(d.unit, d.at, "简称定义之后没有使用")
		}
	}
}

// mostDefinitions is how many short forms of a document are followed: each is looked for in the whole of it.
const mostDefinitions = 50

func (p *pass) definitions() []definition {
	var out []definition
	p.each(prose|cell, func(i int, u *unit) {
		indices(u.text, "以下简称", func(at int) {
			rest, _ := cutAny(u.text[at+len("以下简称"):], "：", ":", "为")
			word := shortWord(rest)
			if word != "" && len(out) < mostDefinitions {
				out = append(out, definition{word, i, at, len(u.text) - len(rest) + strings.Index(rest, word) + len(word)})
			}
		})
	})
	return out
}

// shortWord returns the word that a definition gives: in marks, or up to the end of the bracket.
func shortWord(text string) string {
	for _, pair := range [...][2]string{{"“", "”"}, {"《", "》"}} {
		if rest, ok := strings.CutPrefix(text, pair[0]); ok {
			word, _, _ := strings.Cut(rest, pair[1])
			return limited(word)
		}
	}
	end := strings.IndexAny(text, "）)，,。；、")
	if end < 0 {
		return ""
	}
	return limited(text[:end])
}

func limited(word string) string {
	if utf8.RuneCountInString(word) > 20 {
		return ""
	}
	return word
}
