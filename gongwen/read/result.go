package read

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// A Result is a document that was read, and what is to be said of it.
type Result struct {
	Document *gongwen.Document
	Issues   fazhi.Issues
	Outside  []Outside // text before and after the document, in order

	places map[fazhi.Path]fazhi.Origin
}

// Outside is a text that stands around the document and is no part of it: a line of the web page it was copied from.
type Outside struct {
	Text   string
	Origin fazhi.Origin
}

var _ fazhi.Located = (*Result)(nil)

// Origin returns where in the file a place of the document was read: "第7段" of a Word file, "第7行" of a text. Of a place
// within a block it is that of the block.
func (r *Result) Origin(path fazhi.Path) (fazhi.Origin, bool) {
	for {
		if o, ok := r.places[path]; ok {
			return o, true
		}
		cut := strings.LastIndexByte(string(path), '/')
		if cut <= 0 {
			return fazhi.Origin{}, false
		}
		path = path[:cut]
	}
}

// A piece is a paragraph of a file, or a block that is none, before it is known what it is in the document.
type piece struct {
	block  gongwen.Block  // nil: a paragraph
	spans  []gongwen.Span // with its automatic number in front
	level  int            // by the outline of its style, from 1; 0: none
	title  bool           // by its style
	listed bool           // a line of the list of attachments: its number makes no heading
	align  gongwen.Align
	style  string   // its name in lower case
	parts  []string // of text, between tab stops
	right  int      // how far it keeps from the right edge, in twips
	joint  bool     // the name of an organ in the mark of a joint document
	size   int      // in half-points; 0: not known
	cell   string   // "第7段"
	text   string   // of spans, without blanks at its ends
}

// newPiece makes a paragraph, without blanks at its ends. Tabs become blanks.
func newPiece(spans []gongwen.Span, cell string) piece {
	spans = trim(spans)
	parts := strings.Split(gongwen.PlainText(spans), "\t")
	for i, s := range spans {
		if text, ok := textOf(s); ok {
			spans[i] = withText(s, strings.ReplaceAll(text, "\t", "　"))
		}
	}
	return piece{spans: spans, cell: cell, text: gongwen.PlainText(spans), parts: parts}
}
