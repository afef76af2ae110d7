package inspect

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// A folioFinding is a fault of page numbers, with the pages that have it.
type folioFinding struct {
	code    fazhi.Code
	message string
	first   int
	pages   int
}

// folio notes a fault of a page number, so that what is wrong on every page is said once.
func (in *inspection) folio(code fazhi.Code, page int, format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	for i := range in.folios {
		if f := &in.folios[i]; f.code == code && f.message == message {
			f.pages++
			return
		}
	}
	in.folios = append(in.folios, folioFinding{code, message, page, 1})
}

// checkFolios checks the page numbers (7.5). A page of nothing but 版记, blank pages and the first page of a letter have
// none.
func (in *inspection) checkFolios(b *book, e *elements) {
	for i := range b.leaves {
		l := &b.leaves[i]
		if l.folio != nil {
			in.checkFolio(b, l)
			continue
		}
		imprintAlone := l == e.imprintPage && len(l.parts()) == len(e.imprint)
		empty := len(l.lines) == 0 && l.turned == 0
		if !imprintAlone && !empty && !(i == 0 && in.cert.Form == letter) {
			in.folio(CodeNoNumber, l.number, "没有页码")
		}
	}
	for _, f := range in.folios {
		in.find(f.code, place{page: f.first, pages: f.pages}, "%s", f.message)
	}
}

func (in *inspection) checkFolio(b *book, l *leaf) {
	p, at := l.folio, l.number
	el := in.element("page-number", "页码", p)
	size := in.profile.SmallSize.Points()
	if !near(p.size, size, sizeTolerance) {
		in.folio(CodeNumberSize, at, "页码为 %s，应为%s", sizeName(p.size), sizeName(size))
	}
	if !folioRight.MatchString(p.text) {
		in.folio(CodeNumberStyle, at, "页码应为半角阿拉伯数字，左右各放一条一字线：— 1 —")
	}
	n, err := strconv.Atoi(halfWidth(folioNumberIn.FindString(p.text)))
	if err != nil || n != l.number {
		in.folio(CodeNumberOrder, at, "页码不连续")
	}
	for i := range p.glyphs {
		if digit := p.glyphs[i]; digit.r >= '0' && digit.r <= '9' {
			el.Font = readable(digit.fontName())
			in.checkFolioFace(at, digit.fontName())
			break
		}
	}
	in.checkFolioSide(b, el, l)
	gap := mm(p.dashTop() - b.foot())
	want := lengthMM(in.profile.PageNumberGap)
	el.distance("一字线至版心下边缘", gap, "mm", want)
	if !near(gap, want, numberTolerance) {
		in.folio(CodeNumberGap, at, "页码一字线距版心下边缘 %.1f mm，应为 %.0f mm", gap, want)
	}
}

func (in *inspection) checkFolioFace(at int, font string) {
	if face, known := faceOf(font); known && face != gongwen.Song {
		in.folio(CodeNumberFace, at, "页码是%s，应为宋体", faceName(face))
	}
}

// checkFolioSide checks that odd numbers stand on the right and even ones on the left, one character from the edge.
func (in *inspection) checkFolioSide(b *book, el *Element, l *leaf) {
	p, side, gap := l.folio, "左", l.folio.x1-b.left()
	if l.number%2 == 1 {
		side, gap = "右", b.right()-l.folio.x2
	}
	el.distance(side+"空", b.characters(gap), "字", 1)
	em := in.profile.BodySize.Points()
	if gap >= (1-numberInset)*p.size && gap <= (1+numberInset)*em {
		return
	}
	where := "不在规定的位置"
	if middle := (b.left() + b.right()) / 2; math.Abs((p.x1+p.x2)/2-middle) < em {
		where = "居中"
	}
	in.folio(CodeNumberSide, l.number, "页码%s，应居%s空一字（单页码居右，双页码居左）", where, side)
}

// dashTop returns where the dash of a page number is, of its digits where it has none.
func (p *part) dashTop() float64 {
	g := &p.glyphs[0]
	switch {
	case g.r < 0x80 && g.r != '-':
		return p.y - dashHeight*g.Size
	case g.Exact:
		return g.Ink.Y1
	}
	return p.y - dashHeight*g.Size
}

// halfWidth turns full-width digits into those that programs read.
func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
}
