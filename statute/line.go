package statute

import (
	"strings"
	"unicode/utf8"
)

// A line is one line of a text, and what it looks like by itself: where it belongs is decided by what stands before it.
type line struct {
	node Node
	raw  string // all of it but blanks and marks of Markdown before it
	sure bool   // of an article: a blank, a caption or nothing follows the label
	open bool   // it begins with a quotation mark
}

// plain makes it a line of which nothing is known.
func (l *line) plain() {
	whole := len(l.node.Lead)
	if l.open {
		whole -= len("“") // it was taken to the lead
	}
	l.node = Node{Kind: Line, Lead: l.node.Lead[:whole], Text: l.raw, Line: l.node.Line}
	l.open = false
}

// classify reads one line that is not blank.
func classify(lead, s string) line {
	l := line{node: Node{Kind: Line}}
	s = l.markup(lead, s)
	rest := s
	switch {
	case strings.HasPrefix(s, "<!--"):
		l.node.Kind = Comment
	case s[0] == '|':
		l.node.Kind = Row
	case strings.HasPrefix(s, "第"):
		rest = l.numbered(s)
	case s[0] >= '0' && s[0] <= '9':
		rest = l.point(s)
	case strings.HasPrefix(s, "（"), s[0] == '(':
		rest = l.item(s)
	default:
		rest = l.clause(s)
	}
	l.node.Text = rest
	return l
}

// markup takes what belongs to the form of a line to its lead: blanks, marks of Markdown, an opening quotation mark.
func (l *line) markup(lead, s string) string {
	rest := trimBlanksLeft(s)
	if rest != "" && rest[0] == '#' {
		t := strings.TrimLeft(rest, "#")
		if name := trimBlanksLeft(t); name != "" && name != t && len(rest)-len(t) <= 6 {
			rest = name
		}
	}
	if t, ok := strings.CutPrefix(rest, "**第"); ok && strings.Contains(t, "**") {
		rest = rest[2:]
	}
	l.raw = rest
	if t, ok := strings.CutPrefix(rest, "“"); ok && t != "" {
		l.open, rest = true, t
	}
	l.node.Lead = lead + s[:len(s)-len(rest)]
	return rest
}

func trimBlanksLeft(s string) string {
	for s != "" {
		n := blank(s)
		if n == 0 {
			break
		}
		s = s[n:]
	}
	return s
}

// blank returns the length of the blank with which s begins, 0 if there is none.
func blank(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == ' ' || s[0] == '\t':
		return 1
	case s[0] == 0xe3 && strings.HasPrefix(s, "\u3000"):
		return 3
	case s[0] == 0xc2 && strings.HasPrefix(s, "\u00a0"):
		return 2
	case s[0] == 0xe2 && (strings.HasPrefix(s, "\u2002") || strings.HasPrefix(s, "\u2003") || strings.HasPrefix(s, "\u200b")):
		return 3
	}
	return 0
}

// units are the signs that end the number of a division or an article.
var units = [...]struct {
	sign string
	kind Kind
}{{"条", Article}, {"章", Chapter}, {"节", Section}, {"编", Part}, {"分编", Subpart}}

// numbered reads 第十二条, 第二章 and so on, and returns what follows.
func (l *line) numbered(s string) string {
	n, size := numeralAt(s[len("第"):])
	if size == 0 {
		return s
	}
	at := len("第") + size
	for _, u := range units {
		if !strings.HasPrefix(s[at:], u.sign) {
			continue
		}
		at += len(u.sign)
		l.node.Num = Num{N: n}
		if u.kind == Article {
			return l.article(s, at)
		}
		return l.division(u.kind, s, at)
	}
	return s
}

// division reads the name of a chapter or the like. A line that goes on as a sentence is none.
func (l *line) division(k Kind, s string, at int) string {
	head := trimBlanksLeft(s[at:])
	if len(head) == len(s)-at && !isName(head) || len(head) > maxHead || strings.HasSuffix(head, "。") || strings.HasSuffix(head, "；") {
		l.node.Num = Num{}
		return s
	}
	l.node.Kind, l.node.Label, l.node.Gap, l.node.Head = k, s[:at], s[at:len(s)-len(head)], head
	return ""
}

// maxHead is the length of the longest name of a chapter, in bytes.
const maxHead = 300

// isName reports whether what follows 第一章 without a blank can be its name, and not the rest of a sentence: 规定的…, 、.
func isName(s string) bool {
	return s == "" || !isCited(s)
}

// cited are the words after 第三条 that show that it is cited, not begun.
var cited = [...]string{
	"规定", "所列", "所称", "所规定", "第", "至", "、", "和", "或", "的", "中", "以及", "修改", "，", "（", "(", "与", "之", "及", "等", "。", "；", "：", "”", "》", "以外", "改为",
}

func isCited(s string) bool {
	for _, w := range cited {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// article reads the label of an article and its caption.
func (l *line) article(s string, at int) string {
	if rest, ok := strings.CutPrefix(s[at:], "之"); ok {
		if n, size := numeralAt(rest); size > 0 {
			l.node.Num.Sub = n
			at += len("之") + size
		}
	}
	l.node.Label = s[:at]
	rest := s[at:]
	if t, ok := strings.CutPrefix(rest, "**"); ok {
		rest = t
	}
	rest = trimBlanksLeft(rest)
	l.node.Gap = s[at : len(s)-len(rest)]
	head := caption(rest)
	l.node.Kind, l.node.Head = Article, head
	l.sure = rest == "" || l.node.Gap != "" || head != ""
	if !l.sure && isCited(rest) {
		l.node = Node{Kind: Line, Lead: l.node.Lead}
		return s
	}
	return rest[len(head):]
}

// caption returns the caption in brackets with which an article begins: （目的与依据）. What is a number, a citation or long
// is none.
func caption(s string) string {
	if !strings.HasPrefix(s, "（") {
		return ""
	}
	end := strings.Index(s[:min(len(s), maxCaption)], "）")
	if end < 0 {
		return ""
	}
	inside := s[len("（"):end]
	if _, size := numeralAt(inside); size == len(inside) || strings.ContainsAny(inside, "第，。《；") || inside == "删去" || inside == "略" {
		return ""
	}
	return s[:end+len("）")]
}

const maxCaption = 120 // bytes

// item reads （三） and （3） with brackets of either width.
func (l *line) item(s string) string {
	open := "（"
	if s[0] == '(' {
		open = "("
	}
	kind := Item
	n, size := numeralAt(s[len(open):])
	if size == 0 {
		kind = Subpoint
		n, size = digitsAt(s[len(open):])
	}
	at := len(open) + size
	for _, shut := range [...]string{"）", ")"} {
		if size > 0 && strings.HasPrefix(s[at:], shut) {
			return l.labelled(kind, n, s, at+len(shut))
		}
	}
	return s
}

// digitsAt reads up to three Arabic digits.
func digitsAt(s string) (n, size int) {
	for size < len(s) && size < 3 && s[size] >= '0' && s[size] <= '9' {
		n = n*10 + int(s[size]-'0')
		size++
	}
	return n, size
}

// labelled sets the label of an item, a point or a clause and returns what follows.
func (l *line) labelled(k Kind, n int, s string, at int) string {
	rest := trimBlanksLeft(s[at:])
	l.node.Kind, l.node.Num, l.node.Label, l.node.Gap = k, Num{N: n}, s[:at], s[at:len(s)-len(rest)]
	return rest
}

// point reads 1. or 1、.
func (l *line) point(s string) string {
	n, at := digitsAt(s)
	for _, mark := range [...]string{".", "．", "、"} {
		rest, ok := strings.CutPrefix(s[at:], mark)
		if ok && (rest == "" || rest[0] < '0' || rest[0] > '9') && n > 0 {
			return l.labelled(Point, n, s, at+len(mark))
		}
	}
	return s
}

// clause reads 一、.
func (l *line) clause(s string) string {
	n, size := numeralAt(s)
	if size == 0 || !strings.HasPrefix(s[size:], "、") {
		return s
	}
	return l.labelled(Clause, n, s, size+len("、"))
}

// digitOf returns what a sign of a numeral stands for: a digit, or 10, 100 and 1000; -1 for another sign.
func digitOf(r rune) int {
	switch r {
	case '零', '〇', '○':
		return 0
	case '一':
		return 1
	case '二', '两':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	}
	return -1
}

// numeralAt reads a numeral at the beginning of s and returns its value and its length, which is 0 if there is none. It
// reads what is not canonical too: 一百十, 一二〇; package han says what is.
func numeralAt(s string) (n, size int) {
	digits, unit := 0, 0
	for size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		d := digitOf(r)
		if d < 0 || size > maxNumeral {
			break
		}
		if d >= 10 {
			n, unit, digits = n+max(unit, 1)*d, 0, 0
		} else {
			unit = unit*10*min(digits, 1) + d
			digits++
		}
		size += w
	}
	return n + unit, size
}

const maxNumeral = 27 // bytes: 一千二百三十四 and some more
