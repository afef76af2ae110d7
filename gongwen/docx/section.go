package docx

import "github.com/fazhi-go/fazhi/gongwen"

// A section is a stretch of pages of one kind.
type section struct {
	turned bool // landscape
	bare   bool // its first page has no page number (信函, 10.1)
}

// Relationships of the footers: a turned page has its own, because its number stands on the left edge.
const (
	relOdd = iota + 4
	relEven
	relTurnedOdd
	relTurnedEven
	relBare
)

// edge is how far from the edge of the paper a header or footer stands that is of no use.
const edge = 680

// turnedProfile returns the page as one sees it with its left edge on top (表格横排, 8).
func turnedProfile(p gongwen.Profile) gongwen.Profile {
	t := p
	t.Width, t.Height = p.Height, p.Width
	t.Left, t.Top = p.Height-p.Top-p.TextHeight, p.Left
	t.TextWidth, t.TextHeight = p.TextHeight, p.TextWidth
	return t
}

// appendSection appends the section properties: paper, margins, footers, and the grid that the dialogs of word processors
// show. Paragraphs do not snap to it.
func (r *Renderer) appendSection(b []byte, s section) []byte {
	p, odd, even, foot := &r.profile, relOdd, relEven, r.footerDistance()
	if s.turned {
		p, odd, even, foot = &r.turned, relTurnedOdd, relTurnedEven, edge // the footer must not reach into the text
	}
	b = append(b, `<w:sectPr>`...)
	b = appendFooter(appendFooter(b, "default", odd), "even", even)
	if s.bare {
		b = appendFooter(b, "first", relBare)
	}
	b = appendInt(appendInt(append(b, `<w:pgSz`...), "w:w", p.Width.Twips()), "w:h", p.Height.Twips())
	if s.turned {
		b = append(b, ` w:orient="landscape"`...)
	}
	b = appendInt(append(b, `/><w:pgMar`...), "w:top", p.Top.Twips())
	b = appendInt(b, "w:right", p.Width.Twips()-p.Left.Twips()-p.TextWidth.Twips())
	b = appendInt(b, "w:bottom", p.Height.Twips()-p.Top.Twips()-p.TextHeight.Twips())
	b = appendInt(appendInt(b, "w:left", p.Left.Twips()), "w:header", edge)
	b = append(appendInt(appendInt(b, "w:footer", foot), "w:gutter", 0), `/>`...)
	if s.bare {
		b = append(b, `<w:titlePg/>`...)
	}
	b = appendInt(append(b, `<w:docGrid w:type="lines"`...), "w:linePitch", p.LinePitch.Twips())
	return append(b, `/></w:sectPr>`...)
}

func appendFooter(b []byte, kind string, rel int) []byte {
	b = append(append(append(b, `<w:footerReference w:type="`...), kind...), '"')
	return append(appendRel(b, "r:id", rel), `/>`...)
}

// appendRel appends an attribute that names a relationship.
func appendRel(b []byte, name string, rel int) []byte {
	b = append(append(append(b, ' '), name...), `="rId`...)
	return append(appendNumber(b, rel), '"')
}

// footerEnd returns how far below the upper edge of the paper the footer ends: the dashes of the page number lie
// PageNumberGap below the type area, 0.38 of the size above the baseline, and the baseline a fifth of the line above its end.
func (r *Renderer) footerEnd() gongwen.Length {
	p := &r.profile
	return min(p.Top+p.TextHeight+p.PageNumberGap+p.SmallSize*38/100+p.SmallSize/5, p.Height)
}

// footerDistance returns how far above the lower edge of the paper the footer ends, in twips.
func (r *Renderer) footerDistance() int { return (r.profile.Height - r.footerEnd()).Twips() }

// footerXML returns a footer with the page number (页码, 7.5): on odd pages at the right, on even ones at the left, one
// character from the edge.
func (r *Renderer) footerXML(odd bool) []byte {
	b := append([]byte(xmlHeader), `<w:ftr xmlns:w="`+nsMain+`">`...)
	return append(r.appendPageNumber(b, odd), `</w:ftr>`...)
}

// turnedFooterXML returns the footer of a landscape page. The number keeps its place on the short edge, which is on the left
// there, and stands turned in a text box. The box reaches from the edge of the paper to the number, and from the upper to
// the lower margin, because LibreOffice forgets distances in the footers of even pages.
func (r *Renderer) turnedFooterXML(odd bool) []byte {
	b := append([]byte(xmlHeader), `<w:ftr xmlns:w="`+nsMain+`"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r>`...)
	box := shape{
		id: 1, name: "页码", inMargins: true, vertical: true,
		width: r.profile.Height - r.footerEnd() + r.profile.SmallSize, height: r.turned.TextHeight,
	}
	b = box.appendAnchor(b, func(b []byte) []byte { return r.appendPageNumber(b, odd) })
	return append(b, `</w:r></w:p></w:ftr>`...)
}

// bareFooterXML returns a footer that shows nothing.
func bareFooterXML() []byte {
	return []byte(xmlHeader + `<w:ftr xmlns:w="` + nsMain + `"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>`)
}

// appendPageNumber appends the paragraph with the page number.
func (r *Renderer) appendPageNumber(b []byte, odd bool) []byte {
	b = append(b, `<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind`...)
	gap := (r.profile.BodySize + r.profile.CharSpacing).Twips()
	if odd {
		b = append(appendInt(b, "w:right", gap), `/><w:jc w:val="right"/></w:pPr>`...)
	} else {
		b = append(appendInt(b, "w:left", gap), `/></w:pPr>`...)
	}
	fonts := string(r.appendAllSlots(nil, r.fontNames[footer]))
	for _, inner := range [...]string{
		`<w:t xml:space="preserve">— </w:t>`,
		`<w:fldChar w:fldCharType="begin"/>`,
		`<w:instrText xml:space="preserve"> PAGE </w:instrText>`,
		`<w:fldChar w:fldCharType="separate"/>`,
		`<w:t>1</w:t>`,
		`<w:fldChar w:fldCharType="end"/>`,
		`<w:t xml:space="preserve"> —</w:t>`,
	} {
		b = append(append(append(append(append(b, `<w:r><w:rPr>`...), fonts...), `</w:rPr>`...), inner...), `</w:r>`...)
	}
	return append(b, `</w:p>`...)
}
