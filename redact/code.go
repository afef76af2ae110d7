package redact

import (
	"strings"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// A run is letters and digits without a break, as characters of a page.
type run struct{ start, end int }

// runs returns the runs of a page.
func (p *page) runs() []run {
	var out []run
	for i := 0; i < len(p.folded); i++ {
		if !alnum(p.folded[i]) {
			continue
		}
		start := i
		for i < len(p.folded) && alnum(p.folded[i]) {
			i++
		}
		out = append(out, run{start, i})
	}
	return out
}

// mostJoined is the largest number of runs that make one number, mostCode its largest length.
const (
	mostJoined = 6
	mostCode   = 24
)

// codes finds numbers that show by themselves what they are, also written in groups: 139 0000 0000, (0595)22000000.
func (p *page) codes(each func(hit)) {
	all := p.runs()
	for i := 0; i < len(all); i++ {
		for n := p.joined(all[i:]); n >= 1; n-- {
			if h, ok := p.code(all[i : i+n]); ok {
				each(h)
				i += n - 1
				break
			}
		}
	}
}

// joined returns how many runs may belong to the first.
func (p *page) joined(all []run) int {
	n, length := 1, all[0].end-all[0].start
	for n < min(len(all), mostJoined) {
		gap := p.folded[all[n-1].end:all[n].start]
		length += all[n].end - all[n].start
		if len(gap) > 2 || length > mostCode || strings.Trim(string(gap), " -)") != "" {
			break
		}
		n++
	}
	return n
}

// code reads runs as one number.
func (p *page) code(all []run) (hit, bool) {
	var b strings.Builder
	groups := make([]int, 0, len(all))
	for i, r := range all {
		text := string(p.folded[r.start:r.end])
		if i == 0 {
			text = strings.TrimLeft(text, labelLetters(text))
		}
		groups = append(groups, len(text))
		b.WriteString(text)
	}
	text := b.String()
	kind := classify(text, groups)
	if kind == "" || kind == Card && !strings.HasPrefix(text, "62") && !p.contains("卡", "账", "帐", "银行") {
		return hit{}, false
	}
	first := all[0]
	start := first.end - groups[0]
	if before := p.rune(start - 1); before == '+' || before == '(' && groups[0] < 5 && len(groups) > 1 {
		start--
	}
	return hit{start: start, end: all[len(all)-1].end, kind: kind, mask: covered}, true
}

// labelLetters returns the letters of a label that is written together with its number, Tel13900000000.
func labelLetters(text string) string {
	for _, label := range []string{"TEL", "MOBILE", "PHONE", "MOB", "ID"} {
		if upper := strings.ToUpper(text); strings.HasPrefix(upper, label) && len(text) > len(label) && digit(rune(text[len(label)])) {
			return text[:len(label)]
		}
	}
	return ""
}

// classify says what a number is, by its form alone.
func classify(s string, groups []int) Kind {
	if strings.Trim(s, "0123456789") != "" {
		switch {
		case identity(s):
			return ID
		case len(groups) == 1 && travel(s):
			return Passport
		}
		return ""
	}
	switch {
	case identity(s):
		return ID
	case mobile(s, groups), landline(s, groups):
		return Phone
	case card(s, groups):
		return Card
	}
	return ""
}

// identity reports an identity number with a right check digit and a day of birth.
func identity(s string) bool {
	s = strings.ToUpper(s)
	return checkdigit.IDNumber(s) == nil && birthday(s[6:14])
}

// birthday reports digits that may be a day of birth: 19900101.
func birthday(s string) bool {
	year, month, day := s[:4], s[4:6], s[6:]
	return year >= "1880" && year <= "2099" && month >= "01" && month <= "12" && day >= "01" && day <= "31"
}

// mobile reports a mobile number, alone or with 86 before it.
func mobile(s string, groups []int) bool {
	if len(s) == 13 || len(s) == 15 {
		s = strings.TrimPrefix(strings.TrimPrefix(s, "00"), "86")
	}
	if len(s) != 11 || s[0] != '1' || s[1] < '3' {
		return false
	}
	return len(groups) <= 4
}

// landline reports a telephone number with its area code, perhaps with an extension as a group of its own.
func landline(s string, groups []int) bool {
	if last := len(groups) - 1; last >= 1 && groups[last] <= 6 && len(s) > 12 {
		s = s[:len(s)-groups[last]]
	}
	if len(s) < 11 || len(s) > 12 || s[0] != '0' {
		return false
	}
	area := 4
	if s[1] == '1' || s[1] == '2' {
		area = 3
	}
	number := s[area:]
	return s[1] != '0' && number[0] >= '2' && number[0] <= '8' && (area == 4 || len(number) == 8) && groups[0] != 1
}

// card reports the number of a bank card: its beginning, its length and the check digit of Luhn.
func card(s string, groups []int) bool {
	if len(s) < 15 || len(s) > 19 || !issuer(s) || !luhn(s) {
		return false
	}
	for _, g := range groups[:len(groups)-1] {
		if g != 4 && g != 6 {
			return false
		}
	}
	return true
}

// issuer reports whether a card begins like those that are issued.
func issuer(s string) bool {
	six := s[:6]
	switch {
	case len(s) == 15:
		return s[:2] == "34" || s[:2] == "37"
	case s[0] == '4':
		return len(s) == 16
	}
	return six >= "510000" && six <= "559999" && len(s) == 16 || six >= "352800" && six <= "358999" && len(s) == 16 ||
		six >= "222100" && six <= "272099" && len(s) == 16 || s[:2] == "62" || s[:2] == "60" || s[:4] == "9558"
}

func luhn(s string) bool {
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			d = d*2/10 + d*2%10
		}
		sum += d
	}
	return sum%10 == 0
}

// travel reports the number of a passport, or of a permit for Hong Kong, Macao or Taiwan.
func travel(s string) bool {
	letters := strings.TrimRight(s, "0123456789")
	digits := len(s) - len(letters)
	switch letters {
	case "E", "G":
		return digits == 8
	case "C", "H", "M", "L":
		return digits == 8 || (letters == "H" || letters == "M") && digits == 10
	case "SE", "DE", "PE", "EA", "EB", "EC", "ED", "EE", "EF", "EG", "EH", "EJ", "EK", "EL", "EM", "EN", "EP", "EQ", "ER", "ES",
		"ET", "EU", "EV", "EW", "EX", "EY", "EZ", "CA", "CB", "CC", "CD", "CE", "CF", "CG", "CH":
		return digits == 7
	}
	return false
}

// creditCode reports a unified social credit code (统一社会信用代码).
func creditCode(s string) bool { return checkdigit.CreditCode(s) == nil }
