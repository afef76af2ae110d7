package clause

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
	"github.com/fazhi-go/fazhi/internal/han"
)

// words is an amount in words; after and before are the figures beside it.
var (
	words  = cue.MustCompile(`[零壹贰貳叁叄參肆伍陆陸柒捌玖拾][零壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟万萬亿億]{0,30}[元圆圓](?:[零壹贰貳叁叄參肆伍陆陸柒捌玖]角|零)?(?:[零壹贰貳叁叄參肆伍陆陸柒捌玖]分)?[整正]?`)
	after  = regexp.MustCompile(`^[\s，,]*[（(]?\s*(?:即|小写|金额|￥|¥|RMB|人民币|[：:\s])*(\d[\d,，]{0,22}(?:\.\d{1,2})?)\s*(亿|万)?元?`)
	before = regexp.MustCompile(`(\d[\d,，]{0,22}(?:\.\d{1,2})?)\s*(亿|万)?元?\s*(?:[）)，,]\s*)?[（(]?\s*(?:即|大写|合计|总计|金额|总价|人民币|[：:\s])*$`)
)

// nearby is how many bytes beside the words the figures are looked for.
const nearby = 90

// lookWords compares each amount in words with the figures beside it, behind it first.
func lookWords(d *Draft, report say) {
	for i := range d.units {
		u := &d.units[i]
		if !words.May(u.text) {
			continue
		}
		for _, at := range words.FindAllStringIndex(u.text, mostMatches) {
			if message := compareWords(u.text, at[0], at[1]); message != "" {
				report(u.at(at[0]), message)
			}
		}
	}
}

// compareWords says what is wrong with the amount in words at a place of a text.
func compareWords(text string, from, to int) string {
	inWords, err := fazhi.ParseMoneyWords(text[from:to])
	if err != nil {
		return "大写金额的写法不合规范"
	}
	beside := after.FindStringSubmatch(text[to:min(len(text), to+nearby)])
	if beside == nil {
		beside = before.FindStringSubmatch(text[max(0, from-nearby):from])
	}
	if beside == nil {
		return ""
	}
	figures, err := figuresIn(beside)
	switch {
	case err != nil:
		return "小写金额的写法不合规范"
	case figures != inWords:
		return "大写金额与小写金额不一致"
	}
	return ""
}

// figuresIn reads the groups of after and before.
func figuresIn(groups []string) (fazhi.Money, error) {
	return fazhi.ParseMoney(strings.ReplaceAll(groups[1], "，", ",") + groups[2] + "元")
}

const day = `(\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)`

var (
	span   = cue.MustCompile(day + `[^。；，\d]{0,12}(?:至|到|—|-|~|～|起)[^。；\d]{0,6}` + day)
	oneDay = cue.MustCompile(`年[^。；]{0,8}月|[-/.]\d`)
	days   = regexp.MustCompile(day)
)

// lookDates reports spans that end before they begin, and days that the calendar has not.
func lookDates(d *Draft, report say) {
	for i := range d.units {
		u := &d.units[i]
		if !oneDay.May(u.text) {
			continue
		}
		for _, at := range span.FindAllStringSubmatchIndex(u.text, mostMatches) {
			from, to := dayOf(u.text[at[2]:at[3]]), dayOf(u.text[at[4]:at[5]])
			if !from.IsZero() && !to.IsZero() && to.Before(from) {
				report(u.at(at[0]), "")
			}
		}
		for _, at := range days.FindAllStringIndex(u.text, mostMatches) {
			if dayOf(u.text[at[0]:at[1]]).IsZero() {
				report(u.at(at[0]), "没有这一天")
			}
		}
	}
}

// dayOf reads a day in digits or in Chinese numerals; zero if there is no such day.
func dayOf(s string) fazhi.Date {
	s = strings.ReplaceAll(s, " ", "")
	if first, _ := utf8.DecodeRuneInString(s); first < utf8.RuneSelf {
		d, err := fazhi.ParseDate(strings.ReplaceAll(s, "/", "-"))
		if err != nil {
			return fazhi.Date{}
		}
		return d
	}
	year, rest, _ := strings.Cut(s, "年")
	month, dayText, _ := strings.Cut(strings.TrimSuffix(rest, "日"), "月")
	y, _, err1 := han.ParseNumeral(year)
	m, _, err2 := han.ParseNumeral(month)
	n, _, err3 := han.ParseNumeral(dayText)
	if err1 != nil || err2 != nil || err3 != nil {
		return fazhi.Date{}
	}
	return fazhi.DateOf(y, time.Month(m), n)
}

// mostLease is how many years a lease may last.
const mostLease = 20

// lookLease reports spans that are longer than a lease may be.
func lookLease(d *Draft, report say) {
	for i := range d.units {
		u := &d.units[i]
		if !span.May(u.text) {
			continue
		}
		for _, at := range span.FindAllStringSubmatchIndex(u.text, mostMatches) {
			y, m, n := dayOf(u.text[at[2]:at[3]]).Date()
			if last := fazhi.DateOf(y+mostLease, m, n); !last.IsZero() && dayOf(u.text[at[4]:at[5]]).After(last) {
				report(u.at(at[0]), "")
			}
		}
	}
}
