package lint

import (
	"strings"
	"unicode/utf8"
)

// openers and closers are the marks that come in pairs; half-width brackets count as full ones.
const (
	openers = "“‘《〈（(【〔"
	closers = "”’》〉）)】〕"
)

// A pairing is a mark that was opened.
type pairing struct {
	mark     rune
	unit, at int
}

// mostApart is over how many texts a bracket may reach; a quotation may be of any length.
const mostApart = 12

// pairedMarks reports marks without their partner (P7). A quotation of several paragraphs is opened once, or again at
// the beginning of each, and closed at its end; a bracket may reach over a few lines.
func pairedMarks(p *pass) {
	var waiting []pairing // that went on over the end of a text
	for i := range p.units {
		for len(waiting) > 0 && waiting[0].mark != '“' && i-waiting[0].unit > mostApart {
			p.unclosed(waiting[0])
			waiting = waiting[1:]
		}
		for _, o := range p.pairUnit(i, &waiting) {
			if o.mark != '“' || len(waiting) == 0 || waiting[len(waiting)-1].mark != '“' {
				waiting = append(waiting, o)
			}
		}
	}
	for _, o := range waiting {
		p.unclosed(o)
	}
}

func (p *pass) unclosed(o pairing) { p.say(o.unit, o.at, "缺少成对的后一半："+string(o.mark)) }

// pairUnit returns the marks that a text leaves open. One that it closes for a text before it leaves the waiting ones.
func (p *pass) pairUnit(i int, waiting *[]pairing) (open []pairing) {
	u := &p.units[i]
	for at, r := range u.text {
		if r < utf8.RuneSelf && r != '(' && r != ')' || isHan(r) {
			continue
		}
		if strings.ContainsRune(openers, r) {
			open = append(open, pairing{fullBracket(r), i, at})
			continue
		}
		k := strings.IndexRune(closers, r)
		if k < 0 {
			continue
		}
		want := fullBracket([]rune(openers)[len([]rune(closers[:k]))])
		match := lastPairing(open, want)
		switch {
		case match >= 0:
			for _, o := range open[match+1:] {
				p.unclosed(o)
			}
			open = open[:match]
		case lastPairing(*waiting, want) >= 0:
			match = lastPairing(*waiting, want)
			*waiting = append((*waiting)[:match], (*waiting)[match+1:]...)
		case want == '（' && isListMark(u.text[:at]), r == '’' && isLetter(before(u.text, at)):
		default:
			p.say(i, at, "缺少成对的前一半："+string(r))
		}
	}
	return open
}

// lastPairing returns the last pairing of a mark among the latest, -1 if there is none.
func lastPairing(list []pairing, mark rune) int {
	for k := len(list) - 1; k >= max(0, len(list)-100); k-- {
		if list[k].mark == mark {
			return k
		}
	}
	return -1
}

func fullBracket(r rune) rune {
	switch r {
	case '(':
		return '（'
	case ')':
		return '）'
	}
	return r
}

// isListMark reports whether a bracket that closes after a text ends a number such as 1) or a).
func isListMark(text string) bool {
	last := lastRunes(text, 1)
	if last == "" || !isDigit(rune(last[0])) && !isLetter(rune(last[0])) {
		return false
	}
	rest := strings.TrimRight(text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return rest == "" || strings.ContainsRune("，。；：、“（ ", before(rest, len(rest)))
}

// nestedMarks reports “ within “ ” and 《 within 《 》 (P7).
func nestedMarks(p *pass) {
	p.each(all, func(i int, u *unit) {
		for _, pair := range [...][3]string{{"“", "”", "引号之内再用引号，应当用单引号"}, {"《", "》", "书名号之内再用书名号，应当用单书名号"}} {
			depth, last := 0, strings.LastIndex(u.text, pair[1])
			for at := range u.text {
				switch {
				case strings.HasPrefix(u.text[at:], pair[0]):
					if depth > 0 && at < last {
						p.say(i, at, pair[2])
					}
					depth++
				case strings.HasPrefix(u.text[at:], pair[1]):
					depth = max(0, depth-1)
				}
			}
		}
	})
}
