package lint

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// kind is a set of sorts of text.
type kind uint16

const (
	title      kind = 1 << iota // 标题
	addressee                   // 主送机关
	label                       // number of a heading
	heading                     // text of a heading
	paragraph                   //
	item                        // of a list
	cell                        // of a table
	caption                     // of a table, image or drawing
	attachment                  // title of an attachment
	organ                       // 署名
	date                        // 成文日期
	note                        // 附注, notes on the text
	copyTo                      // 抄送机关

	prose = heading | paragraph | item | note // running text
	all   = ^kind(0)
)

// A unit is one text with a place.
type unit struct {
	path    fazhi.Path
	kind    kind
	level   int // of headings and labels
	runIn   bool
	block   int // of the body that it stands in, counted through all bodies
	row     int // of cells, the header being row 0
	col     int
	text    string
	locked  [][2]int // bytes that no fix may change
	bounds  []int    // where spans meet; no fix reaches over it
	numbers []number
	stops   []int // where sentences end
}

// with returns the unit with the text of spans.
func (u unit) with(spans []gongwen.Span) unit {
	u.text = gongwen.PlainText(spans)
	at := 0
	for i, s := range spans {
		size := len(gongwen.PlainText(spans[i : i+1]))
		switch s.(type) {
		case gongwen.Figure, gongwen.Note:
			u.locked = append(u.locked, [2]int{at, at + size})
		}
		at += size
		u.bounds = append(u.bounds, at)
	}
	return u
}

func (u *unit) isLocked(at, end int) bool {
	if i, _ := slices.BinarySearch(u.bounds, at+1); i < len(u.bounds) && u.bounds[i] < end {
		return true
	}
	for _, l := range u.locked {
		if at < l[1] && l[0] < max(end, at+1) {
			return true
		}
	}
	return false
}

// A rewriter makes a copy of a document, text by text.
type rewriter struct {
	visit func(unit, []gongwen.Span) []gongwen.Span
	block int
}

// rewrite returns a copy of a document in which each text is what visit returns for it, in the order of the document.
// Blocks of others (Lowerer) are shown as they lower, and stay as they are.
func rewrite(d *gongwen.Document, visit func(unit, []gongwen.Span) []gongwen.Span) *gongwen.Document {
	w := &rewriter{visit: visit}
	out := *d
	out.Title = w.text(title, fazhi.At("title"), d.Title)
	if out.Title != d.Title {
		out.TitleLines = nil // broken by hand for another title
	}
	out.To = w.text(addressee, fazhi.At("to"), d.To)
	out.Body = w.body(d.Body, fazhi.At("body"))
	out.Attachments = make([]gongwen.Attachment, len(d.Attachments))
	for i, a := range d.Attachments {
		path := fazhi.At("attachments", i)
		a.Title = w.text(attachment, path.At("title"), a.Title)
		a.Body = w.body(a.Body, path.At("body"))
		out.Attachments[i] = a
	}
	if d.Attachments == nil {
		out.Attachments = nil
	}
	out.Sign.Organs = w.list(organ, fazhi.At("sign", "organs"), d.Sign.Organs)
	if !d.Sign.Date.IsZero() {
		w.text(date, fazhi.At("sign", "date"), d.Sign.Date.Chinese())
	}
	out.Note = w.text(note, fazhi.At("note"), d.Note)
	out.Imprint.CopyTo = w.list(copyTo, fazhi.At("imprint", "copyTo"), d.Imprint.CopyTo)
	return &out
}

// text visits a text that has no spans.
func (w *rewriter) text(k kind, path fazhi.Path, s string) string {
	if s == "" {
		return ""
	}
	return gongwen.PlainText(w.visit(unit{path: path, kind: k, block: w.block}, []gongwen.Span{gongwen.Text(s)}))
}

func (w *rewriter) list(k kind, path fazhi.Path, texts []string) []string {
	var out []string
	for i, s := range texts {
		out = append(out, w.text(k, path.At(i), s))
	}
	return out
}

func (w *rewriter) body(blocks []gongwen.Block, base fazhi.Path) []gongwen.Block {
	var out []gongwen.Block
	for i, b := range blocks {
		w.block++
		path := base.At(i)
		lowerer, foreign := b.(gongwen.Lowerer)
		if !foreign {
			out = append(out, w.one(b, path))
			continue
		}
		for _, low := range lowerer.Lower() {
			w.one(low, path)
		}
		out = append(out, b)
	}
	return out
}

// one visits the texts of a block: of a list /body/3/0, of a table /body/3/row/column with the header as row 0.
func (w *rewriter) one(b gongwen.Block, path fazhi.Path) gongwen.Block {
	u := unit{path: path, block: w.block}
	switch v := b.(type) {
	case gongwen.Heading:
		u.level, u.runIn = v.Level, v.RunIn
		if v.Label != "" {
			number := u
			number.kind, number.path = label, path.At("label")
			v.Label = gongwen.PlainText(w.visit(number, []gongwen.Span{gongwen.Text(v.Label)}))
		}
		u.kind = heading
		v.Text = w.spans(u, v.Text)
		return v
	case gongwen.Paragraph:
		u.kind = paragraph
		v.Text = w.spans(u, v.Text)
		return v
	case gongwen.List:
		v.Items = w.items(v.Items, u)
		return v
	case gongwen.Table:
		return w.table(v, path)
	case gongwen.Image:
		v.Caption = w.text(caption, path.At("caption"), v.Caption)
		return v
	case gongwen.Drawing:
		v.Caption = w.text(caption, path.At("caption"), v.Caption)
		return v
	}
	return b
}

func (w *rewriter) items(items [][]gongwen.Span, list unit) [][]gongwen.Span {
	out := make([][]gongwen.Span, len(items))
	for i, spans := range items {
		u := list
		u.kind, u.path = item, list.path.At(i)
		out[i] = w.spans(u, spans)
	}
	return out
}

func (w *rewriter) table(t gongwen.Table, path fazhi.Path) gongwen.Table {
	t.Caption = w.text(caption, path.At("caption"), t.Caption)
	t.Header = w.row(t.Header, path, 0)
	rows := make([][][]gongwen.Span, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = w.row(row, path, i+1)
	}
	t.Rows = rows
	return t
}

func (w *rewriter) row(cells [][]gongwen.Span, path fazhi.Path, row int) [][]gongwen.Span {
	out := make([][]gongwen.Span, len(cells))
	for i, spans := range cells {
		out[i] = w.spans(unit{path: path.At(row, i), kind: cell, block: w.block, row: row, col: i}, spans)
	}
	return out
}

// spans visits a text and the notes on it.
func (w *rewriter) spans(u unit, spans []gongwen.Span) []gongwen.Span {
	out := w.visit(u, spans)
	k := 0
	for i, s := range out {
		n, ok := s.(gongwen.Note)
		if !ok {
			continue
		}
		if k == 0 {
			out = append([]gongwen.Span(nil), out...)
		}
		n.Text = w.text(note, u.path.At("notes", k), n.Text)
		out[i] = n
		k++
	}
	return out
}
