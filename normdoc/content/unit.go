package content

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

// A unit is the text of one node that says something: a paragraph, an item, a line.
type unit struct {
	path      fazhi.Path
	text      string
	sentences []string
	lead      string // what the lists above it begin with
}

// A part is a node that is asked for by its kind.
type part struct {
	path fazhi.Path
	text string
}

// take sorts the nodes of the text: what it says (units), of that what is its own (own), and other parts that are not quoted.
// Quotations belong to what it says: what an amending decision quotes is what the text is to say.
func (d *Draft) take(paths map[*statute.Node]string) {
	d.parts = make(map[statute.Kind][]part)
	for n := range d.text.All() {
		path := fazhi.Path(paths[n])
		d.lines[path] = n.Line
		switch {
		case speaks(n.Kind) && n.Text != "":
			u := unit{path: path, text: n.Text, sentences: strings.Split(n.Text, "。"), lead: leadOf(n)}
			d.units = append(d.units, u)
			if !n.Quoted() && n.Up(statute.Annex) == nil {
				d.own = append(d.own, u)
			}
		case isAsked(n.Kind) && !n.Quoted():
			d.parts[n.Kind] = append(d.parts[n.Kind], part{path, n.Text})
		}
	}
}

func isAsked(k statute.Kind) bool {
	switch k {
	case statute.Title, statute.Signature, statute.Chapter, statute.Article:
		return true
	}
	return false
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

// title joins the lines of the title.
func (d *Draft) title() string {
	var b strings.Builder
	for _, line := range d.parts[statute.Title] {
		b.WriteString(strings.TrimSpace(line.text))
	}
	return b.String()
}
