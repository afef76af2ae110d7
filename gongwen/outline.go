package gongwen

import (
	"strconv"
	"strings"
)

// RunsInto returns the paragraph into which a heading runs: the first of the blocks after it, if RunIn says so and it is one.
func (h Heading) RunsInto(after []Block) (Paragraph, bool) {
	if !h.RunIn || len(after) == 0 {
		return Paragraph{}, false
	}
	p, ok := after[0].(Paragraph)
	return p, ok
}

// Entry returns a heading as an outline and a table of contents have it: without notes, and without the mark after one that
// runs in.
func (h Heading) Entry() string {
	var b strings.Builder
	b.WriteString(h.Label)
	for i, span := range h.Text {
		if _, ok := span.(Note); !ok {
			b.WriteString(PlainText(h.Text[i : i+1]))
		}
	}
	if h.RunIn {
		return strings.TrimRight(b.String(), "。：:")
	}
	return b.String()
}

// AttachmentLabel returns what stands above the i-th attachment, from 0: 附件, and its number if there are several (7.3.7). It
// does not say the document's number, which one that is Apart has before it.
func (d *Document) AttachmentLabel(i int) string {
	if len(d.Attachments) > 1 {
		return "附件" + strconv.Itoa(i+1)
	}
	return "附件"
}

// Origins returns for every block that Lower makes of a body the index of the block of the body that it came from; nil if
// they are the same.
func Origins(body []Block) []int {
	var out []int
	for i, b := range body {
		l, ok := b.(Lowerer)
		if ok && out == nil {
			for j := range i {
				out = append(out, j)
			}
		}
		switch {
		case ok:
			for range l.Lower() {
				out = append(out, i)
			}
		case out != nil:
			out = append(out, i)
		}
	}
	return out
}
