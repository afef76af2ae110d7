package statute

import (
	"iter"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Text is a text with its tree.
type Text struct {
	Root *Node
	File string // named in issues
	End  string // line ends after the last sign
}

// All returns the nodes of the text in their order, the whole first.
func (t *Text) All() iter.Seq[*Node] { return t.Root.All() }

// Parse reads a text. It refuses nothing: a text that has nothing of a law comes back as lines. The issues name what does not
// fit: numbers that are missing or doubled, brackets and quotations that do not close. File stands in them.
//
// It takes time and memory in proportion to the text, whatever that is.
func Parse(file, text string) (*Text, fazhi.Issues) {
	p := newParser(file, Normalize(text))
	p.run()
	return p.text, p.check()
}

// Format returns the text of the tree.
func (t *Text) Format() string {
	return string(append(t.Root.AppendTo(nil), t.End...))
}

// Normalize takes a byte order mark off, makes line ends LF and takes blanks off the ends of lines: space, tab, U+3000 and
// U+00A0. It changes nothing else, and what it has normalised it leaves as it is.
func Normalize(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	var b strings.Builder
	kept := 0 // up to here the text is in b
	for at := 0; at <= len(text); {
		end, ended := len(text), false
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end, ended = at+i, true
		}
		if trimmed := at + len(trimLine(text[at:end], ended)); trimmed < end {
			b.WriteString(text[kept:trimmed])
			kept = end
		}
		at = end + 1
	}
	if kept == 0 && b.Len() == 0 {
		return text
	}
	b.WriteString(text[kept:])
	return b.String()
}

// trimLine takes off what does not belong to a line at its end: blanks, and where it is ended by LF the CR before it.
func trimLine(s string, ended bool) string {
	for {
		t := trimBlanksRight(s)
		if ended {
			t = strings.TrimRight(t, "\r")
		}
		if len(t) == len(s) {
			return s
		}
		s = t
	}
}

// trimBlanksRight takes blanks off the end.
func trimBlanksRight(s string) string {
	for {
		switch {
		case strings.HasSuffix(s, " "), strings.HasSuffix(s, "\t"):
			s = s[:len(s)-1]
		case strings.HasSuffix(s, "\u3000"):
			s = s[:len(s)-3]
		case strings.HasSuffix(s, "\u00a0"):
			s = s[:len(s)-2]
		default:
			return s
		}
	}
}
