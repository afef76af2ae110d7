package lint

import (
	"strings"
	"unicode/utf8"
)

const halfWidthMessage = "汉字之间应当用全角标点"

// halfMarks and fullMarks are the same marks in both widths.
const (
	halfMarks = ",;:?!"
	fullMarks = "，；：？！"
)

// halfWidth: 成效,问题 → 成效，问题 (P6). Thousands (1,234), times (10:03) and Latin text keep theirs.
func halfWidth(p *pass) {
	p.each(all, func(i int, u *unit) {
		var open []int // brackets that are not closed
		for at := 0; at < len(u.text); at++ {
			switch u.text[at] {
			case ',', ';', ':', '?', '!':
				at = p.halfRun(i, u, at) - 1
			case '.':
				if isFullStop(u, at) {
					p.fix(i, at, at+1, "。", halfWidthMessage)
				}
			case '(':
				open = append(open, at)
			case ')':
				from := -1
				if last := len(open) - 1; last >= 0 {
					from, open = open[last], open[:last]
				}
				p.halfBrackets(i, u, from, at)
			}
		}
		for _, at := range open {
			p.halfBrackets(i, u, at, -1)
		}
	})
}

// halfRun judges the half-width marks that follow each other from a byte on, and returns where they end.
func (p *pass) halfRun(i int, u *unit, at int) (end int) {
	for end = at; end < len(u.text) && strings.IndexByte(halfMarks, u.text[end]) >= 0; {
		end++
	}
	prev, next := before(u.text, at), after(u.text, end)
	between := isDigit(prev) && isDigit(next) && end == at+1 && u.text[at] != ';'
	if between || !isWide(prev) && (!isWide(next) || prev == 0) {
		return end
	}
	for k := at; k < end; k++ {
		full := strings.IndexByte(halfMarks, u.text[k]) * len("，")
		p.fix(i, k, k+1, fullMarks[full:full+len("，")], halfWidthMessage)
	}
	return end
}

// isFullStop reports whether a point ends a Chinese sentence.
func isFullStop(u *unit, at int) bool {
	prev, next := before(u.text, at), after(u.text, at+1)
	return u.kind != label && isHan(prev) && (next == 0 || isHan(next) || isBlank(next)) && !hanNumeralOnly(u.text[:at])
}

// hanNumeralOnly reports a text that is a Chinese numeral: 一. is an ordinal.
func hanNumeralOnly(text string) bool {
	return text != "" && strings.IndexFunc(text, func(r rune) bool { return !isHanNumeral(r) }) < 0
}

// halfBrackets judges the brackets at two bytes, -1 standing for one that is missing.
func (p *pass) halfBrackets(i int, u *unit, from, to int) {
	wide := u.kind == label || from >= 0 && (isWide(before(u.text, from)) || isWide(after(u.text, from+1))) ||
		to >= 0 && (isWide(before(u.text, to)) || from <= 0 && isWide(after(u.text, to+1)))
	if !wide {
		return
	}
	if from >= 0 {
		p.fix(i, from, from+1, "（", halfWidthMessage)
	}
	if to >= 0 {
		p.fix(i, to, to+1, "）", halfWidthMessage)
	}
}

// straightQuote: "甲" → “甲” (P6). There is a fix where double ones come in pairs.
func straightQuote(p *pass) {
	p.each(all, func(i int, u *unit) {
		if !strings.ContainsFunc(u.text, isHan) {
			return
		}
		p.straightSingle(i, u)
		paired := strings.Count(u.text, `"`)%2 == 0
		open := true
		indices(u.text, `"`, func(at int) {
			right := "”"
			if open {
				right = "“"
			}
			open = !open
			if paired {
				p.fix(i, at, at+1, right, "引号应当用“”")
			} else {
				p.say(i, at, "引号应当用“”")
			}
		})
	})
}

// straightSingle reports ' at a Chinese character. What is right depends on the marks around it, so there is no fix.
func (p *pass) straightSingle(i int, u *unit) {
	indices(u.text, "'", func(at int) {
		if isWide(before(u.text, at)) || isWide(after(u.text, at+1)) {
			p.say(i, at, "引号应当用“”，引号之内用‘’")
		}
	})
}

// ellipsisForm: ... 。。。 and a single … → …… (P6).
func ellipsisForm(p *pass) {
	p.each(all, func(i int, u *unit) {
		for _, dot := range [...]string{".", "。", "…", "·", "．"} {
			eachRun(u.text, dot, func(at, end, n int) {
				if dot == "…" && n%2 == 0 || dot != "…" && n < 3 || dot == "." && !isWide(before(u.text, at)) && !isWide(after(u.text, end)) {
					return
				}
				p.fix(i, at, end, "……", "省略号用六个圆点，占两个字")
			})
		}
	})
}

// eachRun calls f with the places where a mark stands, n times in a row.
func eachRun(text, mark string, f func(at, end, n int)) {
	for from := 0; ; {
		at := strings.Index(text[from:], mark)
		if at < 0 {
			return
		}
		at += from
		end, n := at, 0
		for strings.HasPrefix(text[end:], mark) {
			end, n = end+len(mark), n+1
		}
		f(at, end, n)
		from = end
	}
}

// dashForm: 甲--乙 → 甲——乙 (P6). A single — between places or years is a connector and right.
func dashForm(p *pass) {
	p.each(all, func(i int, u *unit) {
		eachRun(u.text, "-", func(at, end, n int) {
			if n >= 2 && isWide(before(u.text, at)) && isWide(after(u.text, end)) {
				p.fix(i, at, end, "——", "破折号占两个字")
			}
		})
	})
}

// doubledMark: 。。 ，， 、。 (P8).
func doubledMark(p *pass) {
	const stops = "。，、；："
	p.each(all, func(i int, u *unit) {
		prev, run := rune(0), 0 // run: how often prev stands in a row
		for at, r := range u.text {
			same := r == prev
			if strings.ContainsRune(stops, r) && prev != 0 {
				third := after(u.text, at+utf8.RuneLen(r))
				switch {
				case same && r == '。' && (run > 1 || third == '。'): // an ellipsis of a sort
				case same:
					p.fix(i, at, at+utf8.RuneLen(r), "", "标点重复")
				default:
					p.say(i, at, "两个标点连用")
				}
			}
			switch {
			case !strings.ContainsRune(stops, r):
				prev, run = 0, 0
			case same:
				run++
			default:
				prev, run = r, 1
			}
		}
	})
}
