package doubles

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// mostText is how many bytes of a text are looked at.
const mostText = 4096

// plain keeps letters and numbers, in ordinary width and capitals: blanks, brackets and marks mean nothing.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, clip(s))
}

// clip cuts a text between two characters.
func clip(s string) string {
	if len(s) <= mostText {
		return s
	}
	n := mostText
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// known is plain, and "" for a text that stands for nothing or hides something.
func known(s string) string {
	if strings.ContainsAny(s, "*＊×✕✖○〇●□■某?？") {
		return ""
	}
	s = plain(s)
	switch s {
	case "无", "没有", "空", "缺", "暂缺", "不详", "不明", "未知", "未填", "未提供", "同上", "匿名", "保密", "不适用", "NA", "NULL", "NONE":
		return ""
	}
	if strings.Trim(s, "0X") == "" {
		return ""
	}
	return s
}

// name is that of a party as it is compared; "" where it names nobody: 张某, 李先生.
func name(s string, organisation bool) string {
	s = clip(s)
	if organisation {
		return strings.ReplaceAll(known(s), "有限责任公司", "有限公司")
	}
	if i := strings.IndexAny(s, "(（[［【〔"); i > 0 {
		s = s[:i] // 张三（户主）
	}
	s = known(first(s))
	for _, title := range []string{"先生", "女士", "小姐", "师傅", "老板", "同志"} {
		if strings.HasSuffix(s, title) {
			return ""
		}
	}
	if utf8.RuneCountInString(s) < 2 {
		return ""
	}
	return s
}

// first is the name in 张三等5人.
func first(s string) string {
	i := strings.LastIndex(s, "等")
	if i > 0 && strings.Trim(s[i+len("等"):], "0123456789０１２３４５６７８９一二三四五六七八九十百余多人") == "" {
		return s[:i]
	}
	return s
}

// idNumber is an identity number with a right check character; one of 15 digits is brought to 18.
func idNumber(s string) string {
	s = plain(s)
	if len(s) == 15 && strings.Trim(s, "0123456789") == "" {
		s = lengthen(s)
	}
	if checkdigit.IDNumber(s) != nil {
		return ""
	}
	return s
}

// lengthen brings a number of 15 digits, of somebody born after 1900, to 18.
func lengthen(s string) string {
	for _, last := range "0123456789X" {
		if long := s[:6] + "19" + s[6:] + string(last); checkdigit.IDNumber(long) == nil {
			return long
		}
	}
	return ""
}

func creditCode(s string) string {
	if s = plain(s); checkdigit.CreditCode(s) != nil {
		return ""
	}
	return s
}

// phone keeps the digits, without the country code before a mobile number; "" where there are too few, or all are one.
func phone(s string) string {
	if known(s) == "" {
		return ""
	}
	s = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, plain(s))
	if local := strings.TrimPrefix(strings.TrimPrefix(s, "00"), "86"); len(local) == 11 && local[0] == '1' {
		s = local
	}
	if len(s) < 7 || strings.Trim(s, s[:1]) == "" {
		return ""
	}
	return s
}

// address is one that says more than a village.
func address(s string) string {
	if s = known(s); utf8.RuneCountInString(s) < 6 {
		return ""
	}
	return s
}

const (
	leastPairs = 3  // of two characters, that a matter has to be compared
	mostPairs  = 16 // that are kept
)

// stock are words that every matter has.
func stock() *strings.Replacer {
	return strings.NewReplacer("纠纷", "", "争议", "", "矛盾", "", "引起", "", "引发", "", "导致", "", "产生", "", "发生", "",
		"问题", "", "一事", "", "双方", "", "的", "", "因", "", "与", "", "和", "")
}

// pairs returns the pairs of neighbouring characters of a matter.
func pairs(matter string) []string {
	runes := []rune(stock().Replace(plain(matter)))
	var list []string
	for i := 1; i < len(runes); i++ {
		list = append(list, string(runes[i-1:i+1]))
	}
	return list
}
