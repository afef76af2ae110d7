package narrative

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// A note is a line [^name]: text.
type note struct {
	text string
	line int
	used bool
}

// readNotes reads the notes of the whole text; they may stand anywhere.
func (r *documentReader) readNotes(body []byte, line int) {
	r.notes = make(map[string]*note)
	for text := range bytes.Lines(body) {
		if parts := noteLine.FindSubmatch(bytes.TrimSpace(text)); parts != nil {
			if _, twice := r.notes[string(parts[1])]; twice {
				r.report(CodeMarkdown, fazhi.Error, line, "这条注写了两次")
			} else {
				r.notes[string(parts[1])] = &note{text: string(parts[2]), line: line}
			}
		}
		line++
	}
}

// withNotes returns the block with the marks of notes in its texts replaced by the notes. A mark without a note stays as it
// was typed and is an issue.
func (r *documentReader) withNotes(b gongwen.Block, line int) gongwen.Block {
	split := func(spans []gongwen.Span) []gongwen.Span {
		var out []gongwen.Span
		for _, s := range spans {
			switch v := s.(type) {
			case gongwen.Text:
				out = append(out, splitNotes(r, v, line)...)
			case gongwen.Emphasis:
				out = append(out, splitNotes(r, v, line)...)
			default:
				out = append(out, s)
			}
		}
		return out
	}
	switch v := b.(type) {
	case gongwen.Heading:
		v.Text = split(v.Text)
		return v
	case gongwen.Paragraph:
		v.Text = split(v.Text)
		return v
	case gongwen.List:
		for i := range v.Items {
			v.Items[i] = split(v.Items[i])
		}
	case gongwen.Table:
		for i := range v.Header {
			v.Header[i] = split(v.Header[i])
		}
		for _, row := range v.Rows {
			for i := range row {
				row[i] = split(row[i])
			}
		}
	}
	return b
}

// splitNotes cuts a text, or an emphasis, at its marks of notes.
func splitNotes[T interface {
	~string
	gongwen.Span
}](r *documentReader, span T, line int) []gongwen.Span {
	var out []gongwen.Span
	text, at := string(span), 0
	for _, m := range noteMark.FindAllStringSubmatchIndex(text, -1) {
		n, ok := r.notes[text[m[2]:m[3]]]
		if !ok {
			r.report(CodeMarkdown, fazhi.Error, line, "没有与此对应的注")
			continue
		}
		n.used = true
		if m[0] > at {
			out = append(out, T(text[at:m[0]]))
		}
		out = append(out, gongwen.Note{Text: n.text})
		at = m[1]
	}
	if at < len(text) || len(out) == 0 {
		out = append(out, T(text[at:]))
	}
	return out
}

// unusedNotes reports notes that no text refers to: they would be lost.
func (r *documentReader) unusedNotes() {
	var lines []int
	for _, n := range r.notes {
		if !n.used {
			lines = append(lines, n.line)
		}
	}
	slices.SortFunc(lines, cmp.Compare)
	for _, line := range lines {
		r.report(CodeMarkdown, fazhi.Error, line, "正文没有引用这条注")
	}
}
