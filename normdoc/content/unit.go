package content

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

// A unit is the text of one node that says something: a paragraph, an item, a line.
type unit struct {
	path   fazhi.Path
	kind   statute.Kind
	text   string
	lead   string // what the lists above it begin with
	quoted bool
	annex  bool
}

// unitsOf returns what a text says, in its order, without title, notes, contents, comments and signature. Quotations belong to
// it: what an amending decision quotes is what the text is to say.
func unitsOf(t *statute.Text) []unit {
	paths := t.Paths()
	var units []unit
	for n := range t.All() {
		if n.Text == "" || !speaks(n.Kind) {
			continue
		}
		units = append(units, unit{
			path: fazhi.Path(paths[n]), kind: n.Kind, text: n.Text, lead: leadOf(n),
			quoted: n.Quoted(), annex: n.Up(statute.Annex) != nil,
		})
	}
	return units
}

func speaks(k statute.Kind) bool {
	switch k {
	case statute.Line, statute.Clause, statute.Paragraph, statute.Item, statute.Point, statute.Continued, statute.Tail:
		return true
	}
	return false
}

// leadOf returns the last sentences of what stands above a node and introduces it.
func leadOf(n *statute.Node) string {
	lead := ""
	for up := n.Parent(); up != nil; up = up.Parent() {
		if strings.HasSuffix(up.Text, "：") {
			lead = lastSentence(up.Text) + lead
		}
	}
	return lead
}

func lastSentence(s string) string {
	if i := strings.LastIndex(s, "。"); i >= 0 {
		return s[i+len("。"):]
	}
	return s
}

// own returns the units that are the text's own, neither quoted nor in an annex.
func (d *Draft) own() []unit {
	var out []unit
	for _, u := range d.units {
		if !u.quoted && !u.annex {
			out = append(out, u)
		}
	}
	return out
}

// of returns the nodes of a kind that are not quoted.
func (d *Draft) of(k statute.Kind) []*statute.Node {
	if d.text == nil {
		return nil
	}
	var out []*statute.Node
	for n := range d.text.All() {
		if n.Kind == k && !n.Quoted() {
			out = append(out, n)
		}
	}
	return out
}

// title joins the lines of the title.
func (d *Draft) title() string {
	var b strings.Builder
	for _, n := range d.of(statute.Title) {
		b.WriteString(strings.TrimSpace(n.Text))
	}
	return b.String()
}
