package read

import (
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// Lengths in characters up to which a text can be a heading.
const (
	mostHeading = 50 // on a line of its own
	mostRunIn   = 45 // with the text going on after it
	mostHighIn  = 22 // so, after 一、 or （一）, behind which articles of an order stand too
)

// body turns pieces into blocks; base is the place of the body.
func (r *recogniser) body(pieces []piece, base fazhi.Path) []gongwen.Block {
	least := 0 // the highest outline level in use becomes the first
	for _, p := range pieces {
		if p.level > 0 && (least == 0 || p.level < least) {
			least = p.level
		}
	}
	var blocks []gongwen.Block
	for i, p := range pieces {
		if p.level > 0 {
			p.level = min(p.level-least+1, 4)
		}
		for _, b := range r.blocks(pieces, i, p) {
			r.place(base.At(len(blocks)), p)
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// blocks returns what one piece becomes; none if it is the caption of the table after it.
func (r *recogniser) blocks(pieces []piece, i int, p piece) []gongwen.Block {
	if p.block != nil {
		if t, ok := p.block.(gongwen.Table); ok && i > 0 && isCaption(pieces, i-1) {
			t.Caption = pieces[i-1].text
			return []gongwen.Block{t}
		}
		return []gongwen.Block{p.block}
	}
	if isCaption(pieces, i) {
		return nil
	}
	return textBlocks(p)
}

// isCaption reports whether a piece is the caption of the table that follows: 表1 ….
func isCaption(pieces []piece, i int) bool {
	if i+1 == len(pieces) || pieces[i].block != nil || length(pieces[i].text) > mostHeading {
		return false
	}
	_, table := pieces[i+1].block.(gongwen.Table)
	if pieces[i].style == styleCaption {
		return table
	}
	rest, ok := strings.CutPrefix(pieces[i].text, "表")
	next, _ := utf8.DecodeRuneInString(strings.TrimSpace(rest))
	return table && ok && (isDigit(next) || isHanDigit(next)) && !strings.ContainsAny(rest, "。；")
}

// textBlocks returns a heading, a heading with the paragraph that runs on after it, or a paragraph.
func textBlocks(p piece) []gongwen.Block {
	level, label, rest := cutLabel(p.text)
	if p.listed {
		level = 0
	}
	if level == 0 && p.level > 0 && length(p.text) <= mostHeading {
		return []gongwen.Block{gongwen.Heading{Level: p.level, Text: plain(p.spans)}}
	}
	if level > 0 {
		_, after := cut(p.spans, len(label))
		after = trim(after)
		trimmed := strings.TrimLeftFunc(rest, blank)
		if isHeading(trimmed) {
			return []gongwen.Block{gongwen.Heading{Level: level, Label: label, Text: plain(after)}}
		}
		if n := runIn(trimmed, level); n > 0 {
			head, text := cut(after, n)
			return []gongwen.Block{
				gongwen.Heading{Level: level, Label: label, Text: plain(head), RunIn: true},
				gongwen.Paragraph{Text: trim(text)},
			}
		}
	}
	return []gongwen.Block{gongwen.Paragraph{Text: p.spans, Align: p.align}}
}

// isHeading reports whether a text after a number is a heading on a line of its own.
func isHeading(text string) bool {
	return text != "" && length(text) <= mostHeading && !strings.ContainsAny(text, "。；！？：:;")
}

// runIn returns the length in bytes of the heading of a level with which a text begins, 0 if it begins with none.
func runIn(text string, level int) int {
	most := mostRunIn
	if level <= 2 {
		most = mostHighIn
	}
	end := strings.IndexAny(text, "。；！？：")
	if end < 0 || !strings.HasPrefix(text[end:], "。") || length(text[:end]) > most {
		return 0
	}
	end += len("。")
	if strings.TrimLeftFunc(text[end:], blank) == "" {
		return 0
	}
	return end
}
