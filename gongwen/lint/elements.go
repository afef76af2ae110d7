package lint

import (
	"strings"
	"unicode/utf8"
)

// endMarks are marks that do not stand at the end of a title or name.
const endMarks = "。，、；：！？.,;:!?"

// noEndMark reports the marks at the end of a text, which a fix takes away.
func (p *pass) noEndMark(i int, u *unit, message string) {
	if end := len(strings.TrimRight(u.text, endMarks)); end < len(u.text) && end > 0 {
		p.fix(i, end, len(u.text), "", message)
	}
}

// titleMark (P2).
func titleMark(p *pass) {
	p.each(title, func(i int, u *unit) { p.noEndMark(i, u, "标题末尾不加标点") })
}

// attachmentMark (P3): of attachments, and of a list of them that stands in the body.
func attachmentMark(p *pass) {
	p.each(attachment|paragraph, func(i int, u *unit) {
		name := u.text
		if u.kind == paragraph {
			rest, ok := cutAny(u.text, "附件：", "附件:")
			if !ok || rest == "" {
				return
			}
			if level, end, _ := ordinalAt(rest); level == 3 {
				rest = rest[end+utf8.RuneLen(after(rest, end)):]
			}
			name = rest
		}
		p.noEndMark(i, u, "附件名称之后不加标点")
		inner, opens := strings.CutPrefix(strings.TrimRight(name, endMarks), "《")
		inner, closes := strings.CutSuffix(inner, "》")
		if opens && closes && !strings.ContainsAny(inner, "《》") {
			at := len(u.text) - len(name)
			p.fix(i, at, at+len("《》")+len(inner), inner, "附件名称不用书名号")
		}
	})
}

// copyMark (P4): the page adds the marks between organs and at the end; in a paragraph they must be there.
func copyMark(p *pass) {
	p.each(copyTo|paragraph, func(i int, u *unit) {
		switch {
		case u.kind == copyTo:
			p.noEndMark(i, u, "抄送机关名称不带标点，由版式加注")
		case hasAny(u.text, "抄送：", "抄送:") && !strings.HasSuffix(u.text, "。"):
			end := len(strings.TrimRight(u.text, endMarks))
			p.fix(i, end, len(u.text), "。", "抄送机关最后标句号")
		}
	})
}

// addresseeMark (P5).
func addresseeMark(p *pass) {
	p.each(addressee, func(i int, u *unit) {
		p.noEndMark(i, u, "主送机关名称不带标点，全角冒号由版式加注")
	})
}
