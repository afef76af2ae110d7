package lint

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/han"
)

// dateForm finds dates in other forms than 2025年2月17日 (N3).
func dateForm(p *pass) {
	p.each(prose|label|title|caption|organ|copyTo, func(i int, u *unit) {
		for k, n := range u.numbers {
			switch {
			case n.unit == "年" && n.scale == "" && n.more == "":
				p.wordDate(i, u, u.numbers[k:])
			case hasAny(u.text[n.at:], "19", "20") && len(u.text)-n.at > 8 && strings.IndexByte("-./", u.text[n.at+4]) >= 0:
				p.signDate(i, u, n)
			}
		}
		if u.kind == paragraph {
			p.hanDate(i, u)
		}
	})
}

// wordDate judges a date with 年月日 that begins with the first of numbers.
func (p *pass) wordDate(i int, u *unit, ns []number) {
	parts := 1
	for parts < 3 && parts < len(ns) && ns[parts-1].after == ns[parts].at && ns[parts].unit == []string{"", "月", "日"}[parts] {
		parts++
	}
	if parts == 1 {
		return
	}
	for _, n := range ns[1:parts] {
		if u.text[n.at] == '0' && n.end-n.at > 1 {
			p.fix(i, n.at, n.at+1, "", "日期的月、日不编虚位")
		}
	}
	if ns[0].end-ns[0].at == 2 && parts == 3 && !isDigit(before(u.text, ns[0].at)) {
		p.say(i, ns[0].at, "日期的年份应当写全四位")
	}
	if parts == 3 && ns[0].end-ns[0].at == 4 && !isDay(ns) {
		p.say(i, ns[0].at, "没有这一天")
	}
}

func isDay(ns []number) bool {
	return !fazhi.DateOf(int(ns[0].value/step), time.Month(ns[1].value/step), int(ns[2].value/step)).IsZero()
}

// signDate judges a date with other signs, 2025-02-17, of which n is the year.
func (p *pass) signDate(i int, u *unit, n number) {
	if r := before(u.text, n.at); isDigit(r) || isLetter(r) || strings.ContainsRune("-./", r) {
		return
	}
	end := n.at + len(u.text[n.at:]) - len(strings.TrimLeft(u.text[n.at:], "0123456789-./"))
	text := strings.TrimRight(u.text[n.at:end], "-./")
	d, err := fazhi.ParseDate(text)
	if err != nil || isLetter(after(u.text, n.at+len(text))) {
		return
	}
	p.fix(i, n.at, n.at+len(text), d.Chinese(), "日期应当写作某年某月某日")
}

// hanDate judges a paragraph that is a date in Chinese numerals and nothing else: a date of signature.
func (p *pass) hanDate(i int, u *unit) {
	if !strings.HasSuffix(u.text, "日") || utf8.RuneCountInString(u.text) > 12 {
		return
	}
	year, rest, _ := strings.Cut(u.text, "年")
	month, day, _ := strings.Cut(strings.TrimSuffix(rest, "日"), "月")
	var ymd [3]int
	for k, part := range [...]string{year, month, day} {
		v, _, err := han.ParseNumeral(part)
		if err != nil || isDigit(after(part, 0)) {
			return
		}
		ymd[k] = v
	}
	if d := fazhi.DateOf(ymd[0], time.Month(ymd[1]), ymd[2]); !d.IsZero() && ymd[0] > 1000 {
		p.fix(i, 0, len(u.text), d.Chinese(), "成文日期应当用阿拉伯数字")
	}
}
