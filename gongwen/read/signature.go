package read

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// signed returns where the lines above the date at i begin that name who signs.
func (r *recogniser) signed(pieces []piece, i int) int {
	styled := func(p piece) bool { return p.block == nil && p.style == styleSignature }
	signs := func(p piece) bool { return isOrgan(p) || r.isPost(p) }
	known := i > 0 && styled(pieces[i-1])
	if known {
		signs = styled
	}
	from := i
	for from > 0 && i-from < 10 && signs(pieces[from-1]) {
		from--
	}
	if !known {
		from += unnamed(r.doc.Title, pieces[from:i])
	}
	return from
}

// signer takes a line that names who signs: organs, which may stand side by side, or the post of a signatory.
func (r *recogniser) signer(p piece) {
	sign := &r.doc.Sign
	if r.isPost(p) {
		r.place(fazhi.At("sign", "signatories", len(sign.Signatories)), p)
		post, name, _ := cutPost(p)
		sign.Signatories = append(sign.Signatories, gongwen.Signatory{Post: post, Name: name})
		return
	}
	organs := []string{p.text}
	if p.style == styleSignature {
		organs = slices.DeleteFunc(slices.Clone(p.parts), func(s string) bool { return s == "" })
	}
	for _, organ := range organs {
		r.place(fazhi.At("sign", "organs", len(sign.Organs)), p)
		sign.Organs = append(sign.Organs, organ)
	}
}

// isPost reports whether a line names a post: above the date of an order, or where its style says that somebody signs.
func (r *recogniser) isPost(p piece) bool {
	_, _, ok := cutPost(p)
	return ok && p.block == nil && (r.doc.Format == gongwen.Order || p.style == styleSignature)
}

// cutPost divides a post from the name after it: 区　长　甲某某.
func cutPost(p piece) (post, name string, ok bool) {
	if length(p.text) > 40 || strings.ContainsAny(p.text, "，。；：、《") {
		return "", "", false
	}
	if len(p.parts) == 2 && p.style == styleSignature && !isOrgan(piece{text: p.parts[0]}) {
		return p.parts[0], p.parts[1], true
	}
	for i, c := range p.text {
		if !strings.ContainsRune("长任记席理", c) {
			continue
		}
		rest := p.text[i+len(string(c)):]
		if name = strings.TrimLeftFunc(rest, blank); name == "" || name != rest {
			return p.text[:len(p.text)-len(rest)], name, true
		}
	}
	return "", "", false
}

// isSealed reports whether a date keeps four characters from the right edge, as under a seal (7.3.5.1). Only the style says
// for sure that it is the date of signature.
func isSealed(date piece) bool {
	const threeChars = 3 * 16 * 20 // less than four, in twips
	return date.style == styleDate && date.align == gongwen.RightAligned && date.right > threeChars
}

// unsigned takes what stands below the body of a document without date: attachments by their style, and the imprint.
func (r *recogniser) unsigned(pieces []piece) []piece {
	imprint := imprintOf(pieces, 0)
	if imprintEnd(pieces, imprint) < len(pieces) || imprint == 0 {
		imprint = len(pieces)
	}
	label := slices.IndexFunc(pieces[:imprint], func(p piece) bool { return p.style == styleAttachment && r.isAttachmentLabel(p) })
	if label < 0 {
		label = imprint
	}
	end := len(withoutLastBreak(pieces[:label]))
	if end > 0 && pieces[end-1].style == styleNote && isNote(pieces[end-1]) {
		end--
		r.doc.Note = stripBrackets(pieces[end].text)
		r.place(fazhi.At("note"), pieces[end])
	}
	r.imprint(pieces[imprint:])
	return r.attachments(pieces[:end], pieces[label:imprint])
}

// rolls takes the lists of who was at a meeting (10.3) from the end of minutes.
func (r *recogniser) rolls(body []piece) []piece {
	if r.doc.Format != gongwen.Minutes {
		return body
	}
	from := len(body)
	for from > 0 {
		if _, ok := roll(body[from-1]); !ok {
			break
		}
		from--
	}
	for i, p := range body[from:] {
		list, _ := roll(p)
		r.doc.Rolls = append(r.doc.Rolls, list)
		r.place(fazhi.At("rolls", i), p)
	}
	return body[:from]
}

// roll reads a line as 出席：甲某某、乙某. Names that blanks divide are not clear: 乙　某 is one name.
func roll(p piece) (gongwen.Roll, bool) {
	label, names, ok := strings.Cut(p.text, "：")
	label = strings.Map(dropBlank, label)
	known := label == "出席" || label == "请假" || label == "列席"
	if !ok || !known || p.block != nil || names == "" || strings.ContainsAny(names, "。；：") {
		return gongwen.Roll{}, false
	}
	list := strings.Split(names, "、")
	if len(list) == 1 && strings.ContainsFunc(names, blank) {
		return gongwen.Roll{}, false
	}
	return gongwen.Roll{Label: label, Names: list}, true
}
