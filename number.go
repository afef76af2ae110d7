package fazhi

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// A Number is the number of an official document (发文字号): the issuer's short name (机关代字), the year and the
// running number, "泉鲤司〔2025〕5号" (党政机关公文处理工作条例 art. 9 (5); GB/T 9704-2012, 7.2.5). The zero value means
// that there is no number. Orders (令第783号) and registration numbers (登记号) have other grammars.
type Number struct {
	Issuer string
	Year   int
	Seq    int
}

// ErrNumber is returned, wrapped, for a text that is not a document number.
var ErrNumber = errors.New("不是规范的发文字号")

// ParseNumber reads a document number in its one correct form: Han characters, a year of four digits between 〔 and 〕
// (U+3014, U+3015), a running number without leading zeros and without 第, then 号. See NormalizeNumber for the rest.
func ParseNumber(s string) (Number, error) {
	issuer, rest, ok := strings.Cut(s, "〔")
	if !ok {
		return Number{}, numberError("年份应当用六角括号〔〕括入")
	}
	year, rest, ok := strings.Cut(rest, "〕")
	if !ok {
		return Number{}, numberError("年份应当用六角括号〔〕括入")
	}
	seq, ok := strings.CutSuffix(rest, "号")
	if !ok {
		return Number{}, numberError("顺序号之后应当有“号”字")
	}
	return numberOfParts(issuer, year, seq)
}

func numberOfParts(issuer, year, seq string) (Number, error) {
	if issuer == "" || strings.ContainsFunc(issuer, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
		return Number{}, numberError("机关代字应当由汉字组成")
	}
	y, ok := smallNumber(year, 4, 4)
	if !ok || y < 1900 || y > 2099 {
		return Number{}, numberError("年份应当是四位阿拉伯数字")
	}
	n, ok := smallNumber(seq, 1, 9)
	if !ok || seq[0] == '0' {
		return Number{}, numberError("顺序号应当是阿拉伯数字，不编虚位，不加“第”")
	}
	return Number{Issuer: issuer, Year: y, Seq: n}, nil
}

func numberError(why string) error { return fmt.Errorf("fazhi: %w：%s", ErrNumber, why) }

// String returns the number as it is printed, or "" for the zero Number.
func (n Number) String() string {
	if n == (Number{}) {
		return ""
	}
	return n.Issuer + "〔" + strconv.Itoa(n.Year) + "〕" + strconv.Itoa(n.Seq) + "号"
}

// MarshalText writes String.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalText reads what ParseNumber reads; an empty text is the zero Number.
func (n *Number) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*n = Number{}
		return nil
	}
	parsed, err := ParseNumber(string(text))
	*n = parsed
	return err
}

// NormalizeNumber reads a document number with the habits found in old papers — other brackets, 第, leading zeros,
// full-width digits, blanks, a year of two digits — and says in Chinese what it changed. A number that was right comes
// back without changes.
func NormalizeNumber(s string) (Number, []string, error) {
	var changed []string
	note := func(before, after, what string) string {
		if before != after {
			changed = append(changed, what)
		}
		return after
	}
	s = note(s, strings.Map(dropSpace, s), "删去空白")
	s = note(s, strings.Map(narrowDigit, s), "全角数字改为半角")
	s = note(s, numberBrackets.Replace(s), "括号改为六角括号〔〕")
	issuer, rest, _ := strings.Cut(s, "〔")
	year, seq, _ := strings.Cut(rest, "〕")
	year = note(year, fullYear(year), "年份补足四位")
	seq = note(seq, strings.TrimPrefix(seq, "第"), "删去“第”")
	seq = note(seq, strings.TrimLeft(seq, "0"), "删去顺序号的虚位")
	n, err := ParseNumber(issuer + "〔" + year + "〕" + seq)
	if err != nil {
		return Number{}, nil, err
	}
	return n, changed, nil
}

var numberBrackets = strings.NewReplacer(
	"[", "〔", "［", "〔", "【", "〔", "(", "〔", "（", "〔", "﹝", "〔", "〈", "〔", "﹙", "〔",
	"]", "〕", "］", "〕", "】", "〕", ")", "〕", "）", "〕", "﹞", "〕", "〉", "〕", "﹚", "〕",
)

func dropSpace(r rune) rune {
	if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
		return -1
	}
	return r
}

func narrowDigit(r rune) rune {
	if r >= '０' && r <= '９' {
		return r - '０' + '0'
	}
	return r
}

// fullYear completes a year of two digits: 50 to 99 lie in the twentieth century, 00 to 49 in this one.
func fullYear(year string) string {
	if n, ok := smallNumber(year, 2, 2); ok {
		if n >= 50 {
			return "19" + year
		}
		return "20" + year
	}
	return year
}
