package main

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// lines finds the line of a Markdown file in which a place of its document stands.
type lines struct {
	file   string
	source string
	doc    *gongwen.Document
	budget int // how many bytes may still be looked through
}

// maxSearched bounds the time that is spent on a large file with very many issues; of the last ones the line is not named.
const maxSearched = 256 << 20

// origin looks for the text around a place in the file. The line is known where a piece of the text stands there exactly
// once, as nearly every sentence does. A text has no line ends, so a piece that is found lies on one line.
func (l *lines) origin(path fazhi.Path, offset int) fazhi.Origin {
	o := fazhi.Origin{File: l.file}
	if l.budget < len(l.source) {
		return o
	}
	text := []rune(textAt(l.doc, path))
	if offset < 0 || offset > len(text) {
		return o
	}
	for _, size := range [...]int{4, 12, 36} {
		from, to := max(0, offset-size), min(len(text), offset+size)
		for _, piece := range [...][2]int{{offset, to}, {from, to}, {from, min(len(text), offset+1)}} {
			if at, once := l.find(string(text[piece[0]:piece[1]])); once {
				o.Cell = "第" + strconv.Itoa(1+strings.Count(l.source[:at], "\n")) + "行"
				return o
			}
		}
	}
	return o
}

// find returns where a piece stands in the file, if it does so once.
func (l *lines) find(piece string) (at int, once bool) {
	if utf8.RuneCountInString(piece) < 2 {
		return 0, false
	}
	l.budget -= len(l.source)
	at = strings.Index(l.source, piece)
	return at, at >= 0 && !strings.Contains(l.source[at+1:], piece)
}
