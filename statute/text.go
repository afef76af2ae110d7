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

// Normalize takes a byte order mark off, makes CRLF LF and takes blanks off the ends of lines: space, tab, U+3000 and
// U+00A0. It changes nothing else.
func Normalize(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	var b strings.Builder
	kept := 0 // up to here the text is in b
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += at
		}
		if trimmed := at + len(trimBlanksRight(text[at:end])); trimmed < end {
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
