package inspect

import (
	"math"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// checkPaper checks the size of the pages (5.1), of each that differs from the first as well.
func (in *inspection) checkPaper(b *book) {
	m, p := &in.cert.Measures, in.profile
	m.Pages = len(b.leaves)
	for i := range b.leaves {
		l := &b.leaves[i]
		w, h := mm(l.width), mm(l.height)
		if i == 0 {
			m.Width, m.Height = round(w), round(h)
		}
		if !near(w, lengthMM(p.Width), paperTolerance) || !near(h, lengthMM(p.Height), paperTolerance) {
			in.find(CodePaper, place{page: l.number}, "纸张为 %.1f×%.1f mm，应为 %.0f×%.0f mm",
				w, h, lengthMM(p.Width), lengthMM(p.Height))
		}
	}
}

// checkText reports pages that cannot be measured.
func (in *inspection) checkText(b *book) {
	for i := range b.leaves {
		l := &b.leaves[i]
		switch {
		case len(l.lines) == 0 && l.turned == 0 && l.images > 0:
			in.find(CodeNoText, place{page: l.number}, "只有图像没有文字（扫描件），无法检测")
		case l.unreadable > 0:
			in.find(CodeUnreadable, place{page: l.number}, "有 %d 个字符在文件中没有对应的文字，未计入检测", l.unreadable)
		}
	}
}

// checkArea checks the edges of the type area (5.2.1).
func (in *inspection) checkArea(b *book) {
	m, p, y := &in.cert.Measures, &in.profile, &b.body
	m.Pitch = round(y.pitch)
	if y.judged {
		m.BodySize, m.BodyFont = y.size, y.font
	}
	left := mm(b.body.edge)
	m.Left = round(left)
	if len(y.full) > 0 {
		if !near(left, lengthMM(p.Left), marginTolerance) {
			in.find(CodeMargin, place{}, "订口（左边距）为 %.1f mm，应为 %.0f mm±1 mm", left, lengthMM(p.Left))
		}
		right := mm(b.rightEdge())
		m.Right = round(m.Width - right)
		if right > left+lengthMM(p.TextWidth)+marginTolerance {
			in.find(CodeMargin, place{}, "版心宽约 %.1f mm，应为 %.0f mm", right-left, lengthMM(p.TextWidth))
		}
	}
	if y.first == 0 || y.pitch == 0 {
		return
	}
	low, high := y.first-lineInBox*y.pitch, y.first-aboveBaseline*y.size
	top := p.Top.Points()
	y.top = min(max(top, low), high)
	m.Top = round(mm(y.top))
	if d := mm(y.top - top); math.Abs(d) > marginTolerance {
		in.find(CodeMargin, place{}, "天头（上边距）约 %.1f mm，应为 %.0f mm±1 mm", mm(y.top), lengthMM(p.Top))
	}
	in.checkFoot(b)
}

// rightEdge returns where most full lines end.
func (b *book) rightEdge() float64 {
	ends := tally{}
	for _, f := range b.body.full {
		ends.add(tenth(f.part.x2), 1)
	}
	return ends.most()
}

// checkFoot checks that no line stands below the type area.
func (in *inspection) checkFoot(b *book) {
	lowest := 0.0
	for i := range b.leaves {
		parts := b.bodyParts(&b.leaves[i])
		if len(parts) == 0 {
			continue
		}
		last := parts[len(parts)-1]
		lowest = max(lowest, last.y)
		if d := mm(last.y + belowBaseline*last.size - b.foot()); d > marginTolerance {
			in.find(CodeMargin, last.place(), "超出版心下边缘 %.1f mm", d)
		}
	}
	end := min(max(b.foot(), lowest+belowBaseline*b.body.size), lowest+(1-lineInBox)*b.body.pitch)
	in.cert.Measures.Bottom = round(in.cert.Measures.Height - mm(end))
}

// checkLines checks the lines of a page (5.2.3): of pages that running text fills and on which a paragraph goes on to the
// next, and which therefore hold as many as they can.
func (in *inspection) checkLines(b *book) {
	most, full := 0, 0
	for i := range b.leaves {
		l := &b.leaves[i]
		n := b.slots(l)
		most = max(most, n)
		if i+1 < len(b.leaves) && b.filled(l) && b.goesOn(i) {
			full = max(full, n)
		}
	}
	m, p, y := &in.cert.Measures, &in.profile, &b.body
	m.Lines = most
	switch {
	case most > p.Lines:
		in.find(CodeLines, place{}, "每面最多排 %d 行（行距 %.2f 磅），应为 %d 行", most, y.pitch, p.Lines)
	case full > 0 && full < p.Lines:
		in.find(CodeLines, place{}, "每面只排 %d 行（行距 %.2f 磅），应为 %d 行", full, y.pitch, p.Lines)
	case full == 0 && y.pitch > 0 && y.size+float64(p.Lines-1)*y.pitch > p.TextHeight.Points()+1:
		in.find(CodeLines, place{}, "行距 %.2f 磅，一面排不下 %d 行", y.pitch, p.Lines)
	case y.pitch > 0 && mm(float64(p.Lines)*y.pitch) < lengthMM(p.TextHeight)-unfilled:
		in.find(CodePitch, place{}, "行距 %.2f 磅，%d 行只占 %.1f mm，没有撑满版心", y.pitch, p.Lines, mm(float64(p.Lines)*y.pitch))
	}
	if y.spread > pitchTolerance {
		in.find(CodePitch, place{}, "行距不一致，相差 %.2f 磅", y.spread)
	}
}

// slots returns how many lines there are from the first of a page to its last, blank ones too; 0 if a page does not begin
// with running text.
func (b *book) slots(l *leaf) int {
	parts := b.bodyParts(l)
	if len(parts) < 2 || b.body.pitch == 0 || len(l.lines) == 0 || l.lines[0].y != parts[0].y {
		return 0
	}
	return int(math.Round((parts[len(parts)-1].y-parts[0].y)/b.body.pitch)) + 1
}

// filled reports whether nothing but running text stands on a page, from the top of the type area on: no title, no table,
// no picture and no room for one.
func (b *book) filled(l *leaf) bool {
	parts := b.bodyParts(l)
	if l.turned > 0 || l.images > 0 || len(parts) == 0 || !near(parts[0].y, b.body.first, b.body.pitch/2) {
		return false
	}
	for i := 1; i < len(parts); i++ {
		if parts[i].y-parts[i-1].y > pictureRoom*b.body.pitch {
			return false
		}
	}
	return !slices.ContainsFunc(l.parts(), func(p *part) bool { return p.table || p.size > b.body.size+1 })
}

// goesOn reports whether a paragraph goes on from a page to the next. One of which the next page has only the last lines may
// have given them up to keep them together, or to have text above a signature.
func (b *book) goesOn(i int) bool {
	parts, next := b.bodyParts(&b.leaves[i]), b.bodyParts(&b.leaves[i+1])
	if len(parts) == 0 || len(next) == 0 {
		return false
	}
	last, first := parts[len(parts)-1], next[0]
	if b.leaves[i].lines[last.line-1].leader() || b.rest(next) <= givenUp {
		return false
	}
	return near(first.x1, b.body.edge, 0.3*first.size) && !headingLike(first.text) &&
		last.x2 > b.right()-headingLeastRoom*last.size && last.y > b.foot()-3*b.body.pitch
}

// rest returns how many lines from the first on begin at the edge, as those of a paragraph do that goes on from the page
// before.
func (b *book) rest(parts []*part) int {
	n := slices.IndexFunc(parts, func(p *part) bool { return !near(p.x1, b.body.edge, 0.3*p.size) })
	if n < 0 {
		return len(parts)
	}
	return n
}

// checkChars checks the characters of a line (5.2.3).
func (in *inspection) checkChars(b *book) {
	m, want := &in.cert.Measures, in.profile.Chars
	counts := map[int]int{}
	var pitches []float64
	for _, f := range b.body.full {
		counts[f.chars]++
		pitches = append(pitches, f.pitch)
	}
	m.FullLines, m.Exact, m.CharPitch = len(b.body.full), counts[want], round(median(pitches))
	if len(counts) == 0 {
		return
	}
	m.Chars = ordered(counts)[0]
	ratio := share(m.Exact, m.FullLines)
	if m.FullLines < fewestFull || ratio >= exactShare {
		return
	}
	if m.Chars != want {
		in.find(CodeChars, place{}, "满行多为 %d 字（字距 %.2f 磅），应为 %d 字", m.Chars, m.CharPitch, want)
		return
	}
	in.grave(CodeChars, fazhi.Warning, place{}, "%d 个满行中只有 %d 行是 %d 字", m.FullLines, m.Exact, want)
}
