package clause

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/internal/han"
)

// A sort is a kind of number that stands before a clause.
type sort uint8

const (
	unnumbered sort = iota // a Markdown heading
	chapter                // 第一章, 第一部分
	section                // 第一节
	article                // 第一条, 第1条
	ideograph              // 一、
	bracketed              // （一）
	arabic                 // 1. 1、
	half                   // （1） 1）
	circled                // ①
	dotted                 // 1.1; dotted+1 is 1.1.1 and so on
)

// firm reports whether a number is one wherever it stands at the beginning of a line, also out of order.
func (s sort) firm() bool { return s == chapter || s == section || s == article }

// A mark is a number at the beginning of a line.
type mark struct {
	sort  sort
	parts []int // 1.2.3; of other sorts one
	text  string
	rest  string
}

func (m *mark) value() int { return m.parts[len(m.parts)-1] }

const numerals = `[一二三四五六七八九十百零〇两\d]{1,6}`

// forms are the shapes of numbers; a line has that of the first that fits.
var forms = []struct {
	sort  sort
	shape *regexp.Regexp
}{
	{chapter, regexp.MustCompile(`^第\s?(` + numerals + `)\s?(?:章|部分|篇)[：:、.．\s]*`)},
	{section, regexp.MustCompile(`^第\s?(` + numerals + `)\s?节[：:、.．\s]*`)},
	{article, regexp.MustCompile(`^第\s?(` + numerals + `)\s?条[：:、.．\s]*`)},
	{ideograph, regexp.MustCompile(`^([一二三四五六七八九十百]{1,5})\s?[、.．：:]\s*`)},
	{bracketed, regexp.MustCompile(`^[（(]\s?([一二三四五六七八九十百]{1,5})\s?[）)][、.．：:\s]*`)},
	{half, regexp.MustCompile(`^[（(]?(\d{1,3})[）)][、.．：:\s]*`)},
	{dotted, regexp.MustCompile(`^(\d{1,3}(?:[.．]\d{1,3}){1,4})[、.．：:\s]*`)},
	{arabic, regexp.MustCompile(`^(\d{1,3})(?:\s?[、.．：:]|[ \t　])\s*`)},
}

// goesOn are words with which a sentence refers to an article instead of beginning one; units and spaced are those of quantities.
var (
	goesOn = regexp.MustCompile(`^(?:规定|约定|所[述列指]|第` + numerals + `[条款项])`)
	joined = regexp.MustCompile(`^[之的第、，和及与至或中]`) // right behind the number
	units  = regexp.MustCompile(`^(?:[年月日天元万亿%％‰吨亩米个条号套台件]|平方|公里|\d)`)
	spaced = regexp.MustCompile(`^(?:[元万亿%％‰吨亩米套台件年个]|[日天月][内前后起之]|平方|公里|\d)`) // after a blank
)

// markOf reads the number at the beginning of a line.
func markOf(line string) (mark, bool) {
	if m, ok := circledMark(line); ok {
		return m, true
	}
	if first, _ := utf8.DecodeRuneInString(line); !strings.ContainsRune("第（(0123456789一二三四五六七八九十百", first) {
		return mark{}, false
	}
	for _, f := range forms {
		at := f.shape.FindStringSubmatchIndex(line)
		if at == nil {
			continue
		}
		m := mark{sort: f.sort, text: strings.TrimRightFunc(line[:at[1]], isBlank), rest: line[at[1]:]}
		if m.isWord(line[at[3]:at[1]]) {
			return mark{}, false
		}
		return m, m.count(line[at[2]:at[3]])
	}
	return mark{}, false
}

// isWord reports whether a number belongs to the sentence that follows; between is what stands behind its digits.
func (m *mark) isWord(between string) bool {
	switch {
	case m.sort.firm():
		return goesOn.MatchString(m.rest) || endsInWord(between) && joined.MatchString(m.rest)
	case m.sort == dotted && between == "":
		return units.MatchString(m.rest)
	case m.sort == arabic && strings.Trim(between, " \t　") == "":
		return spaced.MatchString(m.rest)
	}
	return false
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、.．：:", r) }

// endsInWord reports whether what stands behind the digits is 条, 章 and the like, without a colon or a blank.
func endsInWord(between string) bool {
	return strings.TrimRightFunc(between, isBlank) == between
}

// count reads the parts of the number.
func (m *mark) count(number string) bool {
	if m.sort != dotted {
		n, _, err := han.ParseNumeral(number)
		m.parts = []int{n}
		return err == nil && n > 0
	}
	for _, part := range strings.FieldsFunc(number, func(r rune) bool { return r == '.' || r == '．' }) {
		n, err := strconv.Atoi(part)
		if err != nil || n == 0 {
			return false
		}
		m.parts = append(m.parts, n)
	}
	m.sort = dotted + sort(len(m.parts)) - 2
	return true
}

// circledMark reads ① to ⑳.
func circledMark(line string) (mark, bool) {
	r, size := utf8.DecodeRuneInString(line)
	if r < '①' || r > '⑳' {
		return mark{}, false
	}
	return mark{circled, []int{int(r-'①') + 1}, line[:size], blanks(line[size:])}, true
}
