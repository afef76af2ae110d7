package read

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
)

// head takes the lines above the title that are clear: the index of a web page, and the head (版头, 7.2).
func (r *recogniser) head(pieces []piece) []piece {
	for len(pieces) > 0 && pieces[0].block == nil {
		p := pieces[0]
		next := ""
		if len(pieces) > 1 {
			next = pieces[1].text
		}
		if isTrail(p) {
			r.outside(p)
		} else if !r.indexLine(p) && !r.headLine(p, next) {
			break
		}
		pieces = pieces[1:]
	}
	return pieces
}

// headLine takes one line of the head; next is the line after it.
func (r *recogniser) headLine(p piece, next string) bool {
	if p.joint || p.style == styleMark || r.isMark(p.text, next) {
		r.mark(p)
		return true
	}
	return r.headParts(p, p.parts) || r.headParts(p, []string{p.text})
}

// headParts takes the parts of a line of the head if each of them is known.
func (r *recogniser) headParts(p piece, parts []string) bool {
	takes := make([]func(), len(parts))
	for i, part := range parts {
		if takes[i] = r.headPart(p, strings.TrimFunc(part, blank)); takes[i] == nil {
			return false
		}
	}
	for _, take := range takes {
		take()
	}
	return true
}

// headPart returns what takes a text as an element of the head other than the mark, nil if it is none.
func (r *recogniser) headPart(p piece, text string) func() {
	h := &r.doc.Head
	styled := p.style == styleNumber || p.style == styleLabel
	set := func(to *string, field string) func() {
		if *to != "" {
			return nil
		}
		return func() {
			*to = text
			r.place(fazhi.At("head", field), p)
		}
	}
	switch {
	case len(text) == 6 && allOf(text, isDigit):
		return set(&h.Copy, "copy")
	case isSecrecy(text) || p.style == styleLabel && strings.HasPrefix(text, "内部"):
		return set(&h.Secrecy, "secrecy")
	case text == "特急" || text == "加急":
		return set(&h.Urgency, "urgency")
	case isNumberLine(text):
		return func() { r.numberLine(p, text) }
	case isSerial(text) && (styled || h.Mark != ""):
		return set(&h.Serial, "serial")
	case isSigners(text) && (styled || h.Number != (fazhi.Number{})):
		return func() { r.signers(p, text) }
	case p.style == styleNumber && len(h.Signers) > 0 && !strings.ContainsAny(text, "，。：〔"):
		return func() { r.signers(p, "签发人："+text) }
	}
	return nil
}

// mark takes a line of the mark, of a joint document the name of an organ.
func (r *recogniser) mark(p piece) {
	h := &r.doc.Head
	if p.joint {
		r.place(fazhi.At("head", "joint", len(h.Joint)), p)
		h.Joint = append(h.Joint, p.text)
		return
	}
	h.Mark += p.text
	r.place(fazhi.At("head", "mark"), p)
}

// format returns the form that the mark tells (10).
func (r *recogniser) format() gongwen.Format {
	mark := r.doc.Head.Mark
	switch {
	case strings.HasSuffix(mark, "令"):
		return gongwen.Order
	case strings.HasSuffix(mark, "纪要"):
		return gongwen.Minutes
	case r.letter && !strings.HasSuffix(mark, "文件") && len(r.doc.Head.Joint) == 0:
		return gongwen.Letter
	}
	return gongwen.General
}

func isSecrecy(text string) bool {
	level, _, _ := strings.Cut(text, "★")
	return level == "绝密" || level == "机密" || level == "秘密"
}

// isMark reports whether a line is a mark by what it says and what stands below it.
func (r *recogniser) isMark(text, next string) bool {
	if length(text) > 40 || strings.ContainsAny(text, "，。：:、《》") || r.doc.Head.Mark != "" {
		return false
	}
	numbered := isNumberLine(next) || isSigners(next)
	switch {
	case strings.HasSuffix(text, "文件"):
		return numbered
	case strings.HasSuffix(text, "令"), strings.HasSuffix(text, "纪要"):
		return isSerial(next)
	}
	return r.letter && numbered && isOrgan(piece{text: text})
}

// isSerial reports the number of an order or of minutes: 第5号, 第3期.
func isSerial(text string) bool {
	text = strings.Map(dropBlank, stripBrackets(text))
	rest, ok := strings.CutPrefix(text, "第")
	number := strings.TrimSuffix(strings.TrimSuffix(rest, "号"), "期")
	return ok && number != rest && (allOf(number, isDigit) || allOf(number, isHanDigit))
}

func isSigners(text string) bool {
	return strings.HasPrefix(text, "签发人：") || strings.HasPrefix(text, "签发人:")
}

// isNumberLine reports whether a line is a document number, with the signers (签发人) or without.
func isNumberLine(text string) bool {
	number, _ := cutSigners(text)
	if length(number) > 30 || !strings.HasSuffix(number, "号") {
		return false
	}
	_, _, err := fazhi.NormalizeNumber(number)
	return err == nil
}

func cutSigners(text string) (number, signers string) {
	if i := strings.Index(text, "签发人"); i > 0 {
		text, signers = text[:i], text[i:]
	}
	return strings.TrimRightFunc(text, blank), signers
}

func (r *recogniser) numberLine(p piece, text string) {
	number, signers := cutSigners(text)
	r.number(p, number)
	if signers != "" {
		r.signers(p, signers)
	}
}

// number takes a document number; what had to be changed is reported.
func (r *recogniser) number(p piece, text string) {
	n, changed, err := fazhi.NormalizeNumber(text)
	if err != nil {
		return
	}
	r.doc.Head.Number = n
	path := fazhi.At("head", "number")
	r.place(path, p)
	if len(changed) > 0 {
		r.report(CodeNumber, fazhi.Warning, path, p, "发文字号已改为规范写法："+strings.Join(changed, "，"))
	}
}

func (r *recogniser) signers(p piece, text string) {
	_, names, ok := strings.Cut(text, "：")
	if !ok {
		_, names, _ = strings.Cut(text, ":")
	}
	r.doc.Head.Signers = append(r.doc.Head.Signers, strings.FieldsFunc(names, func(c rune) bool { return blank(c) || c == '、' })...)
	r.place(fazhi.At("head", "signers"), p)
}

// indexLine takes a line of the index that websites print above a document: 索引号, 文号, 发布机构, 生成日期.
func (r *recogniser) indexLine(p piece) bool {
	line := strings.TrimLeft(p.text, "•·●■ ")
	name, value, ok := strings.Cut(line, "：")
	if !ok {
		name, value, ok = strings.Cut(line, ":")
	}
	return ok && r.indexEntry(p, strings.Map(dropBlank, name), strings.TrimSpace(value))
}

// indexEntry takes an entry of the index; one whose value cannot be read is kept apart, and so is one of another name after
// the first.
func (r *recogniser) indexEntry(p piece, name, value string) bool {
	props := &r.doc.Props
	switch name {
	case "索引号":
		props.Index = value
		r.place(fazhi.At("props", "index"), p)
	case "发布机构", "发布机关", "发文机构", "发文机关":
		props.Issuer = value
		r.place(fazhi.At("props", "issuer"), p)
	case "文号", "备注/文号", "发文字号":
		if !isNumberLine(value) {
			r.outside(p)
			break
		}
		r.number(p, value)
	case "公文生成日期", "生成日期", "成文日期", "发布日期":
		date, err := fazhi.ParseDate(value)
		if err != nil {
			r.outside(p)
			break
		}
		props.Created = date
		r.place(fazhi.At("props", "created"), p)
	default:
		other := r.indexed && value != "" && length(name) <= 6 && length(p.text) <= 60 && !strings.ContainsAny(value, "。；")
		if other {
			r.outside(p)
		}
		return other
	}
	r.indexed = true
	return true
}

// isTrail reports the line with which a web page says where in the site it stands.
func isTrail(p piece) bool {
	return length(p.text) <= 80 && (strings.HasPrefix(p.text, "当前位置") || strings.HasPrefix(p.text, "您的位置") ||
		strings.HasPrefix(p.text, "您当前的位置") || strings.HasPrefix(p.text, "首页"))
}

func dropBlank(r rune) rune {
	if blank(r) {
		return -1
	}
	return r
}

// isWebSource reports the line below the title in which a website names source and time.
func isWebSource(p piece) bool {
	return p.block == nil && length(p.text) <= 80 &&
		(strings.HasPrefix(p.text, "来源：") || strings.HasPrefix(p.text, "来源:") || strings.HasPrefix(p.text, "发布时间"))
}
