package akn

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/statute"
)

// Write writes a text. The error wraps ErrMeta, or is that of w. The same text and the same Meta give the same bytes.
func Write(w io.Writer, t *statute.Text, m Meta) error {
	m, err := m.filled(t.Title())
	if err != nil {
		return err
	}
	out := &writer{about: m, ids: identifiers(t), links: t.Links(), counts: make(map[string]int)}
	out.targets = targets(t, out.ids)
	out.act(t)
	if _, err := out.WriteTo(w); err != nil {
		return fmt.Errorf("akn: %w", err)
	}
	return nil
}

// identifiers returns the eIds of the nodes.
func identifiers(t *statute.Text) map[*statute.Node]string {
	ids := t.Paths()
	names := strings.NewReplacer("/quote_", "/qstr_", "/annex_", "/att_")
	for n, path := range ids {
		ids[n] = strings.ReplaceAll(strings.TrimPrefix(names.Replace(path), "/"), "/", "__")
	}
	return ids
}

// targets returns the eIds of divisions by label and name.
func targets(t *statute.Text, ids map[*statute.Node]string) map[string]string {
	out := make(map[string]string)
	for n := range t.All() {
		if key := entryKey(n); n.Kind.IsDivision() && out[key] == "" && !n.Quoted() {
			out[key] = ids[n]
		}
	}
	return out
}

// entryKey is what a division and its line in the contents have in common: 第一章总则.
func entryKey(n *statute.Node) string {
	return strings.Join(strings.Fields(n.Label+n.Head), "")
}

// act writes the whole.
func (w *writer) act(t *statute.Text) {
	front, preamble, body, closing, annexes := divide(t)
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>`)
	w.open("akomaNtoso", "xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")
	w.open("act", "name", w.about.Subtype, "contains", "singleVersion")
	w.meta(mainComponent, w.about.Title)
	w.preface(front)
	w.wrapped("preamble", preamble)
	w.body(body)
	w.wrapped("conclusions", closing)
	w.attachments(annexes)
	w.shut("act")
	w.shut("akomaNtoso")
	w.WriteByte('\n')
}

type nodes = []*statute.Node

// divide cuts the text where the elements of an act change: up to the last title, note or contents; up to the first article,
// division or clause; up to the signature; up to the annexes.
func divide(t *statute.Text) (front, preamble, body, closing, annexes nodes) {
	body = parts(t.Root)
	end := endOf(body, statute.Annex)
	body, annexes = body[:end], body[end:]
	end = endOf(body, statute.Signature)
	body, closing = body[:end], body[end:]
	begin := slices.IndexFunc(body, func(n *statute.Node) bool { return element(n.Kind) != "" })
	if begin < 0 {
		begin = frontOf(body)
	}
	before := body[:begin]
	cut := frontOf(before)
	return before[:cut], before[cut:], body[begin:], closing, annexes
}

// endOf returns where the last nodes of one kind begin.
func endOf(all nodes, k statute.Kind) int {
	end := len(all)
	for end > 0 && all[end-1].Kind == k {
		end--
	}
	return end
}

// frontOf returns how many nodes the last title, note or contents ends.
func frontOf(all nodes) int {
	for i, n := range slices.Backward(all) {
		if n.Kind == statute.Title || n.Kind == statute.Note || n.Kind == statute.Contents {
			return i + 1
		}
	}
	return 0
}
