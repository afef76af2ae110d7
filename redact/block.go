package redact

import (
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// blocks visits a body.
func (v visitor) blocks(at fazhi.Path, blocks []gongwen.Block) ([]gongwen.Block, error) {
	low, err := gongwen.Lower(blocks)
	if err != nil {
		return nil, fmt.Errorf("redact: %s：%w", at, err)
	}
	out := make([]gongwen.Block, len(low))
	for i, b := range low {
		if out[i], err = v.block(at.At(i), b); err != nil {
			return nil, err
		}
	}
	if blocks == nil {
		return nil, nil
	}
	return out, nil
}

func (v visitor) block(at fazhi.Path, b gongwen.Block) (gongwen.Block, error) {
	switch x := b.(type) {
	case gongwen.Heading:
		x.Label = v.plain(at.At("label"), x.Label)
		x.Text = v.spans(at.At("text"), "", x.Text)
		return x, nil
	case gongwen.Paragraph:
		x.Text = v.spans(at.At("text"), "", x.Text)
		return x, nil
	case gongwen.List:
		x.Items = v.cells(at.At("items"), func(int) string { return "" }, x.Items)
		return x, nil
	case gongwen.Table:
		return v.table(at, x), nil
	case gongwen.Image:
		data, err := v.image(at.At("data"), x.Data)
		if err != nil {
			return nil, fmt.Errorf("redact: %s：%w", at, err)
		}
		x.Data, x.Alt, x.Caption = data, v.plain(at.At("alt"), x.Alt), v.plain(at.At("caption"), x.Caption)
		return x, nil
	case gongwen.Drawing:
		return v.drawing(at, x), nil
	case gongwen.Contents:
		x.Title = v.plain(at.At("title"), x.Title)
		return x, nil
	case gongwen.PageBreak:
		return x, nil
	}
	return nil, fmt.Errorf("redact: %s：%w：%T", at, gongwen.ErrBlock, b)
}

func (v visitor) cells(at fazhi.Path, label func(int) string, cells [][]gongwen.Span) [][]gongwen.Span {
	out := make([][]gongwen.Span, len(cells))
	for i, c := range cells {
		out[i] = v.spans(at.At(i), label(i), c)
	}
	return out
}

// table visits a table. A cell stands under the cell before it if that is a label, else under the head of its column.
func (v visitor) table(at fazhi.Path, t gongwen.Table) gongwen.Table {
	out := t
	out.Caption = v.plain(at.At("caption"), t.Caption)
	out.Header = v.cells(at.At("header"), func(int) string { return "" }, t.Header)
	out.Rows = make([][][]gongwen.Span, len(t.Rows))
	for i, row := range t.Rows {
		out.Rows[i] = v.cells(at.At("rows", i), func(k int) string {
			if k > 0 && isLabel(gongwen.PlainText(row[k-1])) {
				return asLabel(gongwen.PlainText(row[k-1]))
			}
			return asLabel(gongwen.PlainText(t.Header[k]))
		}, row)
	}
	return out
}

// mostLabel is the largest number of characters of a label in a table.
const mostLabel = 20

// asLabel returns a text as the label of what follows.
func asLabel(s string) string {
	s = strings.TrimRight(squeeze(s), ":：")
	if s == "" || len([]rune(s)) > mostLabel {
		return ""
	}
	return s + "："
}

// isLabel reports whether a cell says what stands in the next one.
func isLabel(s string) bool {
	s = squeeze(s)
	if len([]rune(s)) > mostLabel {
		return false
	}
	for _, w := range strings.Split(strongWords+"|身份证|身份号码|账号|卡号|电话|手机|联系方式|护照|通行证|微信|住址|地址|住所|户籍", "|") {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func (v visitor) drawing(at fazhi.Path, d gongwen.Drawing) gongwen.Drawing {
	d.Alt, d.Caption = v.plain(at.At("alt"), d.Alt), v.plain(at.At("caption"), d.Caption)
	d.Shapes = slices.Clone(d.Shapes)
	for i, s := range d.Shapes {
		if l, ok := s.(gongwen.Label); ok {
			l.Text = v.plain(at.At("shapes", i), l.Text)
			d.Shapes[i] = l
		}
	}
	return d
}

// spans visits running text as one text, so that a value is found that changes its face in the middle. Notes are texts of
// their own.
func (v visitor) spans(at fazhi.Path, label string, spans []gongwen.Span) []gongwen.Span {
	if len(spans) == 0 {
		return spans
	}
	var runes []rune
	ends := make([]int, len(spans))
	for i, s := range spans {
		runes = append(runes, []rune(spanText(s))...)
		ends[i] = len(runes)
	}
	cuts := v.text(at, label, string(runes))
	out := make([]gongwen.Span, len(spans))
	start := 0
	for i, s := range spans {
		out[i] = v.span(at.At("notes", i), s, cutRange(runes, start, ends[i], cuts))
		start = ends[i]
	}
	return out
}

// spanText returns the text of a span, of a note nothing.
func spanText(s gongwen.Span) string {
	if _, note := s.(gongwen.Note); note {
		return ""
	}
	return gongwen.PlainText([]gongwen.Span{s})
}

// span returns a span with another text.
func (v visitor) span(at fazhi.Path, s gongwen.Span, text string) gongwen.Span {
	switch x := s.(type) {
	case gongwen.Text:
		return gongwen.Text(text)
	case gongwen.Emphasis:
		return gongwen.Emphasis(text)
	case gongwen.Figure:
		x.Text = text
		return x
	case gongwen.Note:
		x.Label, x.Text = v.plain(at.At("label"), x.Label), v.plain(at.At("text"), x.Text)
		return x
	}
	return s
}
