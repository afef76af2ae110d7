package inspect

import (
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// checkClosing checks date and note (7.3.5, 7.3.6).
func (in *inspection) checkClosing(b *book, e *elements) {
	if e.organ != nil {
		in.element("organ", "发文机关署名", e.organ)
	}
	if e.date != nil {
		in.checkDate(b, e)
	}
	if e.note != nil {
		el := in.element("note", "附注", e.note)
		indent := b.characters(e.note.x1 - b.body.edge)
		el.distance("左空", indent, "字", 2)
		if !near(indent, 2, placeTolerance) {
			in.find(CodeNote, e.note.place(), "附注左空 %.1f 字，应空二字", indent)
		}
		if !strings.HasSuffix(e.note.text, "）") {
			in.find(CodeNote, e.note.place(), "附注应加圆括号")
		}
	}
}

// checkAttachments checks 附件 and its number, on top of the page on which an attachment begins (7.3.7).
func (in *inspection) checkAttachments(b *book) {
	for i := range b.leaves {
		parts := b.leaves[i].parts()
		if len(parts) == 0 || !attachmentPattern.MatchString(parts[0].text) {
			continue
		}
		p := parts[0]
		in.element("attachment", "附件标记", p)
		in.checkFace(CodeAttachment, p.place(), "附件标记", p.hanFont(), gongwen.Hei)
		if !near(p.x1, b.left(), placeTolerance*p.size) {
			in.find(CodeAttachment, p.place(), "附件标记没有顶格")
		}
	}
}

// checkDate checks the form of the date, and its place: four characters from the right with a seal, or further where the organ
// is too long; else two to the right of the organ, or two from the right.
func (in *inspection) checkDate(b *book, e *elements) {
	d := e.date
	el := in.element("date", "成文日期", d)
	gap := b.characters(b.right() - d.x2)
	el.distance("右空", gap, "字", 0)
	if !dateRight.MatchString(d.text) {
		in.find(CodeDateForm, d.place(), "成文日期应用阿拉伯数字将年、月、日标全，年份四位，月、日不编虚位")
	}
	shifted := false
	if o := e.organ; o != nil {
		shifted = near(b.characters(d.x1-o.x1), 2, placeTolerance) ||
			tooLong(gap, b.characters(b.right()-o.x2), b.characters((d.x1+d.x2-o.x1-o.x2)/2))
	}
	if !near(gap, 4, placeTolerance) && !near(gap, 2, placeTolerance) && !shifted {
		in.find(CodeDatePlace, d.place(), "成文日期右空 %.1f 字；加盖印章的右空四字，不加盖印章的首字比署名首字右移二字", gap)
	}
}

// tooLong reports whether an organ goes to the right edge and the date is centred below it, as with a seal where the date
// cannot stand four characters from the edge. All are in characters: what is free on the right of the date and of the organ,
// and by how much their middles differ.
func tooLong(gap, free, off float64) bool {
	return gap > 4 && near(free, 0, placeTolerance) && near(off, 0, placeTolerance)
}
