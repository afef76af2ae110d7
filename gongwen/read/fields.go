package read

import (
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// A field is one that has begun and not ended: first comes its instruction, then its result.
type field struct{ result, contents bool }

// fields are the fields that are open, each within the one before it.
type fields []field

// mostFields is how deep fields may stand in each other; further ones are read as text.
const mostFields = 50

func (f fields) inInstruction() bool { return len(f) > 0 && !f[len(f)-1].result }

// inContents reports whether a table of contents is open: its entries are not text of the document.
func (f fields) inContents() bool {
	for i := range f {
		if f[i].contents {
			return true
		}
	}
	return false
}

// instruct looks for the instruction that makes a table of contents.
func (f fields) instruct(text string) {
	if len(f) > 0 && strings.HasPrefix(strings.TrimSpace(text), "TOC") {
		f[len(f)-1].contents = true
	}
}

// field begins a field, passes on to its result, or ends it. A table of contents becomes a block of its own.
func (w *word) field(kind string) {
	last := len(w.fields) - 1
	switch {
	case kind == "begin" && last+1 < mostFields:
		w.fields = append(w.fields, field{})
	case kind == "separate" && last >= 0:
		w.fields[last].result = true
		if w.flat {
			w.fields[last].contents = false
		}
		if w.fields[last].contents && w.para.open {
			w.contents()
		}
	case kind == "end" && last >= 0:
		w.fields = w.fields[:last]
	}
}

// contents adds a table of contents; the line 目录 above it is its title.
func (w *word) contents() {
	c := gongwen.Contents{}
	if last := len(w.pieces) - 1; last >= 0 && strings.Map(dropBlank, w.pieces[last].text) == "目录" {
		c.Title = w.pieces[last].text
		w.pieces = w.pieces[:last]
	}
	w.para.after = append(w.para.after, piece{block: c, cell: w.para.cell})
}

// endInstructions gives up fields whose instruction did not end with its paragraph, so that no text is lost in them.
func (f fields) endInstructions() fields {
	for f.inInstruction() {
		f = f[:len(f)-1]
	}
	return f
}
