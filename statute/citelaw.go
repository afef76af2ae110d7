package statute

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The longest names and brackets that are read, in bytes.
const (
	longestName    = 300
	longestBracket = 200
	longestBefore  = 90
)

// titled reads 《甲法》, what stands in brackets behind it, and its places.
func (s *scanner) titled(at int) (Cite, bool) {
	start := at + len("《")
	end := s.seek(shut, start)
	if end-start > longestName || end == len(s.text) {
		return Cite{}, false
	}
	if strings.Contains(s.text[start:end], "《") {
		if end = matching(s.text, start); end < 0 {
			return Cite{}, false
		}
	}
	c := Cite{At: at, End: end + len("》"), Base: BaseLaw, Titled: true, Law: s.text[start:end]}
	inside, after := bracketAfter(s.text, c.End)
	if strings.ContainsAny(inside, "号年") && !strings.HasPrefix(inside, "以下") {
		c.Docno, c.End = inside, after
	}
	named := appendPlaces(&c, s.text, after) > after
	short := strings.HasSuffix(s.text[:at], "简称") || strings.HasSuffix(s.text[:at], "下称") // 以下简称《甲法》 only gives it a name
	return c, named || c.Docno != "" || IsLawName(c.Law) && !short
}

// matching returns where the 》 stands that closes a name, -1 if none does.
func matching(text string, start int) int {
	window := text[start:min(len(text), start+longestName)]
	for depth, i := 0, 0; i < len(window); i++ {
		switch {
		case window[i] != '\xe3':
		case strings.HasPrefix(window[i:], "《"):
			depth++
		case strings.HasPrefix(window[i:], "》"):
			if depth--; depth < 0 {
				return start + i
			}
		}
	}
	return -1
}

// bracketAfter returns what stands in brackets at a byte of the text, and where the text goes on behind them.
func bracketAfter(text string, at int) (inside string, after int) {
	for _, b := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		rest, ok := strings.CutPrefix(text[at:], b[0])
		if !ok {
			continue
		}
		if end := strings.Index(rest[:min(len(rest), longestBracket)], b[1]); end >= 0 {
			return rest[:end], len(text) - len(rest) + end + len(b[1])
		}
	}
	return "", at
}

// lawWords end the names of laws and of documents that have articles, 办法 before 法.
var lawWords = [...]string{
	"法典", "条例", "规定", "办法", "法", "细则", "规则", "解释", "决定", "意见", "通知", "规程", "章程", "准则", "标准", "公约", "协定",
	"条约", "议定书", "修正案", "通则", "总则", "分则", "纲要", "批复", "制度", "守则", "指引", "方案", "合同", "协议", "命令", "决议", "宣言", "宪章",
}

// lawWord returns the word with which s ends that ends the name of a law, "" if there is none.
func lawWord(s string) string {
	for _, w := range lawWords {
		if strings.HasSuffix(s, w) {
			return w
		}
	}
	return ""
}

// IsLawName reports whether a name ends as those of laws, regulations and normative documents do: 法, 条例, 办法 and so on,
// with （试行） behind it or not.
func IsLawName(name string) bool { return lawWord(withoutBracket(name)) != "" }

// withoutBracket takes （试行） off the end of a name.
func withoutBracket(name string) string {
	if at := strings.LastIndexAny(name, "（("); at > 0 && (strings.HasSuffix(name, "）") || strings.HasSuffix(name, ")")) {
		return name[:at]
	}
	return name
}

// pointers are the words before a place that say what it is a place of.
var pointers = [...]struct {
	word string
	base Base
	unit Kind
}{
	{"本条", BaseNear, Article}, {"本款", BaseNear, Paragraph}, {"本项", BaseNear, Item},
	{"本章", BaseOwn, Whole}, {"本节", BaseOwn, Whole}, {"本编", BaseOwn, Whole}, {"本分编", BaseOwn, Whole},
	{"该条", BaseSame, Whole}, {"同条", BaseSame, Whole}, {"该款", BaseSame, Whole}, {"同款", BaseSame, Whole},
	{"》", BaseUnclear, Whole}, {"）", BaseUnclear, Whole}, {")", BaseUnclear, Whole},
}

// before reads what stands before the places of a citation: 本办法, 刑法, 本条.
func (s *scanner) before(c *Cite) {
	head := s.text[max(s.at, c.At-longestBefore):c.At]
	for _, p := range pointers {
		if strings.HasSuffix(head, p.word) {
			c.Base, c.Unit = p.base, p.unit
			if p.base != BaseUnclear {
				c.At -= len(p.word)
			}
			return
		}
	}
	word := lawWord(head)
	if word == "" {
		return
	}
	if own := ownName(head, word); own > 0 {
		c.Base, c.Law, c.At = BaseOwn, word, c.At-own
		return
	}
	c.Base, c.Law = BaseLaw, nameBefore(head)
	c.At -= len(c.Law)
}

// adjectives may stand between 本 and 办法.
var adjectives = [...]string{"暂行", "试行", "实施", "自治", "议事", "若干", "补充", "管理", "修正", "组织", "工作", "司法", "单行", "具体"}

// ownName returns the length of 本办法 or 本暂行规定 at the end of s, 0 if there is something else.
func ownName(s, word string) int {
	rest := strings.TrimSuffix(s, word)
	for _, a := range adjectives {
		if strings.HasSuffix(rest, "本"+a) {
			rest = strings.TrimSuffix(rest, a)
		}
	}
	before, ok := strings.CutSuffix(rest, "本")
	for _, other := range [...]string{"基", "日", "根"} { // 基本法
		ok = ok && !strings.HasSuffix(before, other)
	}
	if !ok {
		return 0
	}
	return len(s) - len(before)
}

// verbs stand before the name of a law that has no 《》, and do not belong to it.
var verbs = [...]string{
	"依照", "按照", "根据", "违反", "依据", "适用", "符合", "参照", "比照", "属于", "实施", "规定的", "以及", "或者", "修正前", "修正后", "修改为",
	"定为", "构成", "是指", "对于", "采取", "认定", "不受", "涉嫌", "从事", "应当", "可以", "视为", "不得", "确认", "执行",
	"遵守", "履行", "具有", "存在", "在", "因", "的", "和", "或", "及", "犯", "按", "将", "除", "依",
}

// nameBefore returns the name of a law at the end of s, which runs back to a sign that is no Han character or to a verb.
func nameBefore(s string) string {
	at := len(s)
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		if !unicode.Is(unicode.Han, r) {
			break
		}
		at -= size
	}
	name := s[at:]
	word := len(lawWord(name))
	for _, v := range verbs {
		if i := strings.LastIndex(name[:len(name)-word], v); i >= 0 {
			name = name[i+len(v):]
		}
	}
	return name
}
