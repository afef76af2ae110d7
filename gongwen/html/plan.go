package html

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A part is the lowered body of the document or of an attachment.
type part struct {
	blocks  []gongwen.Block
	origins []int // index in the document of the block that each came from; nil: the same
}

// origin returns the index in the document of a lowered block.
func (p *part) origin(i int) int {
	if i < len(p.origins) {
		return p.origins[i]
	}
	return i
}

// An entry is a heading or an attachment that links can lead to.
type entry struct {
	level int // as the document has it
	depth int // without gaps, from 1; of an attachment 1
	text  string
	id    string
}

// plan lowers the bodies and lists the headings, before anything is written.
func (w *writer) plan() error {
	if err := w.planPart(w.d.Body, 0); err != nil {
		return err
	}
	for i := range w.d.Attachments {
		a := &w.d.Attachments[i]
		text := w.d.AttachmentLabel(i)
		if a.Title != "" {
			text += "：" + a.Title
		}
		w.entries = append(w.entries, entry{1, 1, text, attachmentID(i)})
		if err := w.planPart(a.Body, 1); err != nil {
			return err
		}
	}
	if listed := w.contents*len(w.entries) - w.before; listed > mostListed {
		return fmt.Errorf("html: %w：目录太多，共有 %d 项", gongwen.ErrBlock, listed)
	}
	w.hasContents, w.contents = w.contents > 0, 0
	return nil
}

// mostListed is how many headings all tables of contents may list together. Each lists all headings after it, so many of them
// would make a small document a large file.
const mostListed = 100_000

// planPart lowers a body; the depths of its headings begin after base.
func (w *writer) planPart(body []gongwen.Block, base int) error {
	blocks, err := gongwen.Lower(body)
	if err != nil {
		return err
	}
	w.parts = append(w.parts, part{blocks, gongwen.Origins(body)})
	var open nesting
	for _, b := range blocks {
		switch v := b.(type) {
		case gongwen.Heading:
			if !isBlank(v) {
				e := entry{v.Level, base + open.depth(v.Level), entryText(v), "h" + strconv.Itoa(len(w.entries)+1)}
				w.entries = append(w.entries, e)
			}
		case gongwen.Contents:
			w.contents++
			w.before += len(w.entries)
		}
	}
	return nil
}

// A nesting holds the levels of the headings inside which the text stands.
type nesting []int

// depth enters a heading and returns how deep it stands, so that no level of HTML is left out: the first heading has depth
// 1, whatever its level.
func (n *nesting) depth(level int) int {
	open := *n
	for len(open) > 0 && open[len(open)-1] >= level {
		open = open[:len(open)-1]
	}
	*n = append(open, level)
	return len(*n)
}

// isBlank reports whether a heading has nothing to read, so that it would be a heading without a name.
func isBlank(h gongwen.Heading) bool {
	return strings.TrimSpace(h.Label) == "" && strings.TrimSpace(gongwen.PlainText(h.Text)) == ""
}

func attachmentID(i int) string { return "a" + strconv.Itoa(i+1) }

// entryText returns a heading as lists of links have it. A link must say something, so that of a heading of notes alone does.
func entryText(h gongwen.Heading) string {
	if text := h.Entry(); strings.TrimSpace(text) != "" {
		return text
	}
	return gongwen.PlainText(h.Text)
}
