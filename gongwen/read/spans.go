package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/gongwen"
)

// textOf returns the text of a span that is Text or Emphasis.
func textOf(s gongwen.Span) (string, bool) {
	switch v := s.(type) {
	case gongwen.Text:
		return string(v), true
	case gongwen.Emphasis:
		return string(v), true
	}
	return "", false
}

// withText returns a span of the same sort with another text.
func withText(s gongwen.Span, text string) gongwen.Span {
	if _, ok := s.(gongwen.Emphasis); ok {
		return gongwen.Emphasis(text)
	}
	return gongwen.Text(text)
}

// trim takes blanks from both ends.
func trim(spans []gongwen.Span) []gongwen.Span {
	for len(spans) > 0 {
		text, ok := textOf(spans[0])
		if !ok {
			break
		}
		if text = strings.TrimLeftFunc(text, blank); text != "" {
			spans = append([]gongwen.Span{withText(spans[0], text)}, spans[1:]...)
			break
		}
		spans = spans[1:]
	}
	for len(spans) > 0 {
		last := len(spans) - 1
		text, ok := textOf(spans[last])
		if !ok {
			break
		}
		if text = strings.TrimRightFunc(text, blank); text != "" {
			spans = append(spans[:last:last], withText(spans[last], text))
			break
		}
		spans = spans[:last]
	}
	return spans
}

// blank reports white space and signs without width.
func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// cut divides spans after n bytes of their text. A span with a text of its own, as a note, is not divided.
func cut(spans []gongwen.Span, n int) (before, after []gongwen.Span) {
	for i, s := range spans {
		text, ok := textOf(s)
		size := len(text)
		if !ok {
			size = len(gongwen.PlainText(spans[i : i+1]))
		}
		if n < size && ok {
			if n > 0 {
				before = append(before, withText(s, text[:n]))
			}
			return before, append([]gongwen.Span{withText(s, text[n:])}, spans[i+1:]...)
		}
		if n <= 0 {
			return before, spans[i:]
		}
		before = append(before, s)
		n -= size
	}
	return before, nil
}

// plain makes one Text of everything but notes: headings and titles have a face of their own.
func plain(spans []gongwen.Span) []gongwen.Span {
	var out []gongwen.Span
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			out = append(out, gongwen.Text(b.String()))
			b.Reset()
		}
	}
	for _, s := range spans {
		if text, ok := textOf(s); ok {
			b.WriteString(text)
			continue
		}
		flush()
		out = append(out, s)
	}
	flush()
	return out
}

func length(s string) int { return utf8.RuneCountInString(s) }
