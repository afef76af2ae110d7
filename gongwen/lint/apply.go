package lint

import (
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Apply returns a copy of the document with the fixes of the findings made. The findings are those of Document for the
// same document; a fix whose old text is not at its place is passed over, and of two that overlap the first is made.
// Judging the copy again gives no finding whose fix was made.
func Apply(d *gongwen.Document, findings Findings) *gongwen.Document {
	fixes := make(map[fazhi.Path][]Fix)
	for _, f := range findings {
		if f.Fix != nil {
			fixes[f.Path] = append(fixes[f.Path], *f.Fix)
		}
	}
	return rewrite(d, func(u unit, spans []gongwen.Span) []gongwen.Span {
		list := fixes[u.path]
		if len(list) == 0 {
			return spans
		}
		return change(spans, list)
	})
}

// change makes fixes in a text; they are in the order of their offsets.
func change(spans []gongwen.Span, fixes []Fix) []gongwen.Span {
	e := editor{fixes: fixes}
	out := make([]gongwen.Span, 0, len(spans))
	for _, s := range spans {
		switch v := s.(type) {
		case gongwen.Text:
			s = gongwen.Text(e.edit(string(v)))
		case gongwen.Emphasis:
			s = gongwen.Emphasis(e.edit(string(v)))
		default:
			e.at += utf8.RuneCountInString(gongwen.PlainText([]gongwen.Span{s}))
		}
		out = append(out, s)
	}
	return out
}

// An editor goes through the spans of a text.
type editor struct {
	fixes []Fix // that lie ahead
	at    int   // characters that were passed
}

// edit makes the fixes that lie in one span; one that reaches over its end is passed over.
func (e *editor) edit(text string) string {
	var out []byte
	for len(e.fixes) > 0 {
		f := e.fixes[0]
		n := byteOffset(text, f.Offset-e.at)
		if f.Offset >= e.at && (n < 0 || n == len(text) && f.Old != "") {
			break // it lies in a later span
		}
		e.fixes = e.fixes[1:]
		if f.Offset < e.at || len(text)-n < len(f.Old) || text[n:n+len(f.Old)] != f.Old {
			continue
		}
		out = append(append(out, text[:n]...), f.New...)
		n += len(f.Old)
		e.at += utf8.RuneCountInString(text[:n])
		text = text[n:]
	}
	e.at += utf8.RuneCountInString(text)
	return string(append(out, text...))
}

// byteOffset returns where the n-th character of a text begins, -1 if the text is shorter.
func byteOffset(text string, n int) int {
	if n < 0 {
		return -1
	}
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	if n == 0 {
		return len(text)
	}
	return -1
}
