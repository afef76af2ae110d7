package inspect

import (
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// checkMissing checks that there are title (7.3.1), text, also on the first page (7.3.3), date and name of the issuer (7.3.5).
// Orders have no title, minutes are not signed.
func (in *inspection) checkMissing(b *book, e *elements) {
	if len(e.title) == 0 {
		in.noTitle(fazhi.Error)
	}
	switch first, any := e.textPages(b); {
	case !any:
		in.noText(fazhi.Error)
	case !first:
		in.find(CodeFirstPage, place{page: 1}, "首页没有正文；首页必须显示正文，主送机关过多的可以移至版记")
	}
	switch {
	case e.date == nil && !e.dated(b):
		in.noDate()
	case e.date != nil && e.organ == nil && !e.signed(b):
		in.noOrgan(e.date.place())
	}
}

func (in *inspection) noTitle(severity fazhi.Severity) {
	if in.cert.Form != order {
		in.grave(CodeNoTitle, severity, place{}, "没有找到标题（二号小标宋体字）")
	}
}

func (in *inspection) noText(severity fazhi.Severity) {
	in.grave(CodeNoBody, severity, place{}, "没有找到正文")
}

func (in *inspection) noDate() {
	if in.cert.Form != minutes {
		in.find(CodeNoDate, place{}, "没有找到成文日期")
	}
}

func (in *inspection) noOrgan(at place) {
	if in.cert.Form == general || in.cert.Form == letter {
		in.find(CodeNoOrgan, at, "成文日期之上没有找到发文机关署名")
	}
}

// textPages reports whether text stands on the first page, and whether on any.
func (e *elements) textPages(b *book) (first, any bool) {
	for i := range b.leaves {
		l := &b.leaves[i]
		if l.turned > 0 || slices.ContainsFunc(l.parts(), func(p *part) bool { return e.isText(b, p) }) {
			return first || i == 0, true
		}
	}
	return false, false
}

// isText reports whether a part is text: below the head, and nothing that is found for itself.
func (e *elements) isText(b *book, p *part) bool {
	switch {
	case p.page == 1 && p.y <= e.headEnd(b), slices.Contains(e.title, p), slices.Contains(e.imprint, p), p == e.organ, p == e.date, p == e.note:
		return false
	}
	return p.table || !attachmentNotePattern.MatchString(p.text)
}

// headEnd returns the baseline of the last line above the text on the first page.
func (e *elements) headEnd(b *book) float64 {
	end := 0.0
	for _, p := range slices.Concat(e.mark, e.title, []*part{e.number, e.to, e.copy}) {
		if p != nil {
			end = max(end, p.y)
		}
	}
	for _, r := range e.redLines {
		if r.Y1 < b.leaves[0].height/2 {
			end = max(end, r.Y1)
		}
	}
	return end
}

// dated reports whether a date ends a line that does not begin like running text.
func (e *elements) dated(b *book) bool {
	for i := range b.leaves {
		for _, p := range b.leaves[i].parts() {
			away := p.x1 > b.body.edge+2.5*p.size || datePattern.MatchString(p.text)
			if away && dateEnd.MatchString(p.text) && !slices.Contains(e.imprint, p) {
				return true
			}
		}
	}
	return false
}

// signed reports whether what stands above the date may be an organ or the stamp of a person: no sentence ends there.
func (e *elements) signed(b *book) bool {
	var above *part
	for _, p := range b.leaves[e.date.page-1].parts() {
		if p.y < e.date.y-1 && e.date.y-p.y < signatureRoom*b.body.pitch {
			above = p
		}
	}
	return above != nil && !endsSentence(above.text)
}

// endsSentence reports whether a line ends like running text, or is the title or the addressee.
func endsSentence(text string) bool {
	return strings.HasSuffix(text, "。") || strings.HasSuffix(text, "：") || strings.HasSuffix(text, ":")
}
