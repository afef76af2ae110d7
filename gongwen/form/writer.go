package form

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// mostLetter is the largest length of a letter in bytes of text.
const mostLetter = 16 << 20

// A writer writes texts with their values.
type writer struct {
	values  map[string]any
	laws    []law
	lawless bool // {依据} was written and no article applied
	left    int
	used    map[string]bool // fields that were written, or decided what was
}

// holds reports whether all conditions are true, and notes which fields decided it.
func (w *writer) holds(conds []condition) bool {
	if !holds(conds, w.values) {
		return false
	}
	for _, c := range conds {
		w.used[c.field] = true
	}
	return true
}

// An item is the item of a list that is being written.
type item struct {
	number int
	value  any
}

// get returns the value of a field, nil if it has none.
func (w *writer) get(name string, it *item) any {
	if name == nameBasis {
		return w.basis()
	}
	if it != nil {
		switch name {
		case nameItem:
			return it.value
		case nameIndex:
			return strconv.Itoa(it.number)
		}
		if fields, ok := it.value.(map[string]any); ok && fields[name] != nil {
			return fields[name]
		}
	}
	return w.values[name]
}

// basis returns the articles that apply.
func (w *writer) basis() any {
	var out []string
	for _, l := range w.laws {
		if w.holds(l.conds) {
			out = append(out, l.text)
		}
	}
	w.lawless = w.lawless || len(out) == 0
	return strings.Join(out, "、")
}

// text writes a pattern.
func (w *writer) text(p pattern, it *item) string {
	var b strings.Builder
	for _, g := range p {
		if w.left < 0 {
			break
		}
		if text, whole := w.group(g, it); whole || !g.optional {
			b.WriteString(text)
			w.left -= len(text)
			w.note(g)
		}
	}
	return b.String()
}

func (w *writer) note(g group) {
	for _, x := range g.pieces {
		w.used[x.field] = true
	}
}

// group writes one stretch and reports whether all its fields have values.
func (w *writer) group(g group, it *item) (string, bool) {
	var b strings.Builder
	whole := true
	for _, x := range g.pieces {
		if x.field == "" {
			b.WriteString(x.text)
			continue
		}
		v := w.get(x.field, it)
		whole = whole && v != nil
		b.WriteString(printed(v, x.option))
		if b.Len() > mostLetter {
			break
		}
	}
	return b.String(), whole
}

// lines writes patterns, one line each; a mark alone stands for all items of its list. Empty lines are left out.
func (w *writer) lines(patterns []pattern) []string {
	var out []string
	for _, p := range patterns {
		name, alone := p.alone()
		if items, ok := w.values[name].([]any); alone && ok {
			w.used[name] = true
			for _, x := range items {
				out = append(out, printed(x, ""))
			}
			continue
		}
		if text := w.text(p, nil); text != "" {
			out = append(out, text)
		}
	}
	return out
}

func (w *writer) parts(parts []part) []gongwen.Block {
	var out []gongwen.Block
	for _, p := range parts {
		if w.left >= 0 && w.holds(p.conds) {
			out = append(out, w.part(p)...)
		}
	}
	return out
}

func (w *writer) part(p part) []gongwen.Block {
	switch {
	case p.table != nil:
		return []gongwen.Block{w.table(p.table)}
	case p.each == "":
		return w.blocks(p, nil)
	}
	var list gongwen.List
	var out []gongwen.Block
	for _, it := range w.items(p.each) {
		if p.items {
			list.Items = append(list.Items, spans(w.text(p.text, it)))
			continue
		}
		out = append(out, w.blocks(p, it)...)
	}
	if len(list.Items) > 0 {
		list.Ordered = true
		out = append(out, list)
	}
	return out
}

// items returns the items of a list with their numbers.
func (w *writer) items(name string) []*item {
	values, _ := w.values[name].([]any)
	w.used[name] = true
	out := make([]*item, len(values))
	for i, v := range values {
		out[i] = &item{i + 1, v}
	}
	return out
}

// blocks writes a heading, a paragraph, or a paragraph that goes on in those of a passage.
func (w *writer) blocks(p part, it *item) []gongwen.Block {
	var text string
	var rest []string
	lead, last := p.text.last()
	if lines, ok := w.get(last, it).([]string); ok {
		w.used[last] = true
		text, rest = w.text(lead, it)+lines[0], lines[1:]
	} else {
		text = w.text(p.text, it)
	}
	if text == "" {
		return nil
	}
	if p.level > 0 {
		return []gongwen.Block{gongwen.Heading{Level: p.level, Text: spans(text)}}
	}
	out := []gongwen.Block{gongwen.Paragraph{Text: spans(text), Align: p.set.align()}}
	for _, line := range rest {
		out = append(out, gongwen.Paragraph{Text: spans(line), Align: p.set.align()})
	}
	return out
}

func (w *writer) table(t *table) gongwen.Block {
	out := gongwen.Table{
		Caption: t.caption, Widths: append([]int(nil), t.widths...), Right: append([]bool(nil), t.right...),
	}
	for _, h := range t.header {
		out.Header = append(out.Header, spans(h))
	}
	for _, r := range t.rows {
		switch {
		case !w.holds(r.conds):
		case r.each == "":
			out.Rows = append(out.Rows, w.cells(r, nil))
		default:
			for _, it := range w.items(r.each) {
				out.Rows = append(out.Rows, w.cells(r, it))
			}
		}
	}
	return out
}

func (w *writer) cells(r row, it *item) [][]gongwen.Span {
	out := make([][]gongwen.Span, len(r.cells))
	for i, c := range r.cells {
		out[i] = spans(w.text(c, it))
	}
	return out
}

func spans(text string) []gongwen.Span {
	if text == "" {
		return nil
	}
	return []gongwen.Span{gongwen.Text(text)}
}
