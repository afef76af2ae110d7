package inspect

import (
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// checkBreaks checks what lines begin and end with (避头尾): lines that go on from the one before, or go on in the next.
func (in *inspection) checkBreaks(b *book) {
	in.faults = map[int]int{}
	var before *part
	address := false
	for i := range b.leaves {
		for _, p := range b.bodyParts(&b.leaves[i]) {
			address = addressPattern.MatchString(p.text) || address && ascii(p.text)
			in.checkEnds(b, before, p, address)
			before = p
		}
	}
}

// ascii reports whether a text is of ASCII characters alone, as a line within a web address is.
func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}

// checkEnds checks a line, which may end within a web address, and the one before it.
func (in *inspection) checkEnds(b *book, before, p *part, address bool) {
	first, last := p.glyphs[0].r, p.glyphs[len(p.glyphs)-1].r
	dashes := strings.Trim(p.text, "—…-") == "" // a line of its own
	if strings.ContainsRune(layout.NoStart, first) && !dashes && before != nil {
		in.find(CodeLineStart, p.place(), "行首是“%c”", first)
		in.fault(p)
	}
	if strings.ContainsRune(layout.NoEnd, last) && len(p.glyphs) > 1 && !(address && last == '/') {
		in.find(CodeLineEnd, p.place(), "行末是“%c”", last)
		in.fault(p)
	}
	if before == nil || !b.ends(before) {
		return
	}
	end := before.glyphs[len(before.glyphs)-1].r
	if unicode.IsDigit(end) && unicode.IsDigit(first) && near(p.x1, b.body.edge, 0.3*p.size) {
		in.find(CodeSplit, before.place(), "一个数字拆在两行")
		in.fault(p)
	}
}

// ends reports whether a line goes to the right edge.
func (b *book) ends(p *part) bool { return p.x2 > b.right()-headingLeastRoom*p.size }

func (in *inspection) fault(p *part) {
	in.faults[p.page]++
	in.cert.Measures.Faults++
}

// checkOverhang checks that no ink lies beyond the type area on the left or right. Where most full lines do, the margins
// are wrong and that has been said.
func (in *inspection) checkOverhang(b *book) {
	in.overhang = map[int]int{}
	left, right := b.left(), b.right()
	wide := mm(b.rightEdge()-right) > marginTolerance
	for i := range b.leaves {
		for _, p := range b.leaves[i].parts() {
			d := max(mm(left-p.ink.X1), mm(p.ink.X2-right))
			if p.y > b.foot()+p.size || d <= overhangFrom {
				continue
			}
			in.overhang[p.page]++
			in.cert.Measures.Overhang++
			if !wide {
				in.find(CodeOverhang, p.place(), "文字超出版心 %.1f mm", d)
			}
		}
	}
}
