package print

import (
	"cmp"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/statute"
)

// Document returns a text as a document of its own: title, addressee, signature and annexes in their elements, and between them the
// text. A signature that has no date of the calendar stays in the text.
func Document(t *statute.Text) *gongwen.Document {
	d := &gongwen.Document{Title: t.Title()}
	if lines := titleLines(t); len(lines) > 1 {
		d.TitleLines = lines
	}
	var p printer
	var signed []*statute.Node
	for n := range t.Root.Children() {
		switch {
		case n.Kind == statute.Title:
			p.children(n)
		case n.Kind == statute.Signature:
			signed = append(signed, n)
		case n.Kind == statute.Annex:
			d.Attachments = append(d.Attachments, annex(n))
		case d.To == "" && len(p.blocks) == 0 && n.Kind == statute.Line && strings.HasSuffix(n.Text, "："):
			d.To = strings.TrimSuffix(n.Said(), "：")
			p.children(n)
		default:
			p.node(n)
		}
	}
	sign(d, &p, signed)
	d.Body = p.blocks
	return d
}

func titleLines(t *statute.Text) []string {
	var lines []string
	for n := range t.Root.Children() {
		if n.Kind == statute.Title {
			lines = append(lines, n.Text)
		}
	}
	return lines
}

// annex returns an annex; its first line is its title.
func annex(n *statute.Node) gongwen.Attachment {
	var a gongwen.Attachment
	first := n.First()
	if first != nil && first.Kind == statute.Line && first.First() == nil && isShort(first.Text) {
		a.Title = first.Said()
	} else {
		first = nil
	}
	var p printer
	for c := range n.Children() {
		if c != first {
			p.node(c)
		}
	}
	a.Body = p.blocks
	return a
}

// sign takes the lines of a signature as organs, date and note, or adds them to the text if they are something else.
func sign(d *gongwen.Document, p *printer, signed []*statute.Node) {
	var s gongwen.Signature
	note := ""
	for _, n := range signed {
		text := n.Said()
		inner, bracketed := strings.CutPrefix(text, "（")
		date, err := fazhi.ParseDate(strings.TrimSpace(text))
		switch {
		case bracketed && strings.HasSuffix(inner, "）") && note == "":
			note = strings.TrimSuffix(inner, "）")
		case err == nil && s.Date.IsZero():
			s.Date = date
		case s.Date.IsZero() && note == "":
			s.Organs = append(s.Organs, text)
		default:
			s.Date = fazhi.Date{}
		}
	}
	if s.Date.IsZero() {
		for _, n := range signed {
			p.node(n)
		}
		return
	}
	d.Sign, d.Note = s, note
}

// A Notice (印发通知) issues a text. What is empty is left out, unless it says otherwise.
type Notice struct {
	Organ   string // 发文机关: "泉州市泉源区人民政府"
	Head    gongwen.Head
	To      string     // 主送机关 without the colon
	Text    string     // "现将《…》印发给你们，请认真组织实施。" if empty
	Date    fazhi.Date // 成文日期
	Seal    bool
	Note    string // 附注 without brackets
	Imprint gongwen.Imprint
}

// Document returns the notice with the text that it issues.
func (n Notice) Document(t *statute.Text) *gongwen.Document {
	title := t.Title()
	return &gongwen.Document{
		Head:  n.Head,
		Title: n.Organ + "关于印发《" + quoted(title) + "》的通知",
		To:    n.To,
		Body: []gongwen.Block{gongwen.Paragraph{Text: []gongwen.Span{
			gongwen.Text(cmp.Or(n.Text, "现将《"+quoted(title)+"》印发给你们，请认真组织实施。")),
		}}},
		Attachments: []gongwen.Attachment{{Title: title, Body: Blocks(t)}},
		Sign:        gongwen.Signature{Organs: []string{n.Organ}, Date: n.Date, Seal: n.Seal},
		Note:        n.Note,
		Imprint:     n.Imprint,
	}
}

// quoted returns a title as it stands within 《》: names in it get 〈〉.
func quoted(title string) string {
	return strings.NewReplacer("《", "〈", "》", "〉").Replace(title)
}
