package read

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// isAttachmentLabel reports the line with which an attachment begins (7.3.7): 附件, 附件1.
func (r *recogniser) isAttachmentLabel(p piece) bool {
	_, rest, ok := r.cutAttachmentLabel(p.text)
	rest = strings.TrimRight(strings.Map(dropBlank, rest), "：:")
	return p.block == nil && ok && (rest == "" || allOf(rest, isDigit) || allOf(rest, isHanDigit))
}

// cutAttachmentLabel returns what follows after 附件. One that is apart bears the number of the document before it.
func (r *recogniser) cutAttachmentLabel(text string) (apart bool, rest string, ok bool) {
	number, rest, ok := strings.Cut(text, "附件")
	return number != "", rest, ok && (number == "" || number == r.doc.Head.Number.String())
}

// pastBreaks returns the place of the first piece from i on that does not merely begin a page: attachments always do.
func pastBreaks(pieces []piece, i int) int {
	for i < len(pieces) && isPageBreak(pieces[i]) {
		i++
	}
	return i
}

func withoutLastBreak(pieces []piece) []piece {
	for len(pieces) > 1 && isPageBreak(pieces[len(pieces)-1]) {
		pieces = pieces[:len(pieces)-1]
	}
	return pieces
}

func isPageBreak(p piece) bool {
	_, ok := p.block.(gongwen.PageBreak)
	return ok
}

// attachments takes the attachments that follow the signature, and the list of them (附件说明, 7.3.4) that ends the body.
// It returns the body without the list. Where there are no attachments, the list stays as it is.
func (r *recogniser) attachments(body, after []piece) []piece {
	from, listed := attachmentList(body)
	if len(after) > 0 {
		for i, part := range r.attachmentParts(after) {
			name := ""
			if i < len(listed) {
				name = listed[i]
			}
			r.attachment(i, part, name)
		}
	}
	if len(listed) == 0 {
		return body
	}
	if r.areListed(listed) {
		for i, title := range listed {
			r.doc.Attachments[i].Title = title
		}
		return body[:from]
	}
	for i := from; i < len(body); i++ {
		body[i].listed = true
	}
	if len(after) > 0 {
		r.report(CodeAttachments, fazhi.Warning, "", body[from], "附件说明所列附件与正文之后的附件数目或者名称不同，附件说明留在正文")
	}
	return body
}

// areListed reports whether titles are those of the attachments; one that has no title takes that of the list.
func (r *recogniser) areListed(titles []string) bool {
	if len(titles) != len(r.doc.Attachments) {
		return false
	}
	for i, title := range titles {
		if own := r.doc.Attachments[i].Title; own != "" && bareTitle(own) != bareTitle(title) {
			return false
		}
	}
	return true
}

// bareTitle returns a title without blanks, 《》 and marks at its end.
func bareTitle(title string) string {
	return strings.TrimRight(strings.Map(func(c rune) rune {
		if blank(c) || c == '《' || c == '》' {
			return -1
		}
		return c
	}, title), "。；，、")
}

// attachmentParts divides what follows the signature at the labels.
func (r *recogniser) attachmentParts(pieces []piece) [][]piece {
	var parts [][]piece
	from := 0
	for i := range pieces {
		if i > from && r.isAttachmentLabel(pieces[i]) {
			parts = append(parts, withoutLastBreak(pieces[from:i]))
			from = i
		}
	}
	return append(parts, withoutLastBreak(pieces[from:]))
}

// titleOfAttachment returns the title with which an attachment begins and over how many lines it goes: those that make up
// the title in the list, or one that can be a title.
func titleOfAttachment(pieces []piece, listed string) (title string, lines int) {
	joined := ""
	for i, p := range pieces[:min(len(pieces), 3)] {
		if joined += p.text; p.block == nil && listed != "" && bareTitle(joined) == bareTitle(listed) {
			return joined, i + 1
		}
	}
	if n := styledLines(pieces); n > 1 {
		for _, p := range pieces[:n] {
			title += p.text
		}
		return title, n
	}
	if len(pieces) > 0 && canBeTitle(pieces[0]) {
		return pieces[0].text, 1
	}
	return "", 0
}

// attachment takes one: its label, its title, its body.
func (r *recogniser) attachment(i int, pieces []piece, listed string) {
	path := fazhi.At("attachments", i)
	r.place(path, pieces[0])
	apart, _, _ := r.cutAttachmentLabel(pieces[0].text)
	pieces = pieces[1:]
	a := gongwen.Attachment{Apart: apart}
	title, lines := titleOfAttachment(pieces, listed)
	if lines > 0 {
		a.Title = title
		r.place(path.At("title"), pieces[0])
		pieces = pieces[lines:]
	}
	a.Body = r.body(pieces, path.At("body"))
	r.doc.Attachments = append(r.doc.Attachments, a)
}

// attachmentList finds the list of attachments at the end of a body: where it begins, and the titles.
func attachmentList(body []piece) (from int, titles []string) {
	for i := len(body) - 1; i >= 0 && i >= len(body)-mostOutside; i-- {
		rest, ok := strings.CutPrefix(body[i].text, "附件：")
		if !ok {
			rest, ok = strings.CutPrefix(body[i].text, "附件:")
		}
		if body[i].block != nil {
			return 0, nil
		}
		if !ok {
			continue
		}
		lines := []string{rest}
		for _, p := range body[i+1:] {
			lines = append(lines, p.text)
		}
		return i, listedTitles(lines)
	}
	return 0, nil
}

// listedTitles takes the numbers from the lines of a list; nil if a line has none.
func listedTitles(lines []string) []string {
	if level, _, _ := cutLabel(lines[0]); level == 0 && len(lines) == 1 {
		return lines
	}
	var titles []string
	for _, line := range lines {
		level, _, rest := cutLabel(strings.TrimLeftFunc(line, blank))
		if level != 3 {
			return nil
		}
		titles = append(titles, strings.TrimLeftFunc(rest, blank))
	}
	return titles
}
