package repeat

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain takes the differences out of a text that mean nothing: width, case, blanks, brackets and commas. Hyphens and strokes
// stay: number 1-2 is not number 12.
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf) ||
			strings.ContainsRune("，、。；,;", r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, s)
}

// isPlain reports whether plain would leave a text as it is, for the common texts of Han characters, capitals and digits.
func isPlain(s string) bool {
	for _, r := range s {
		if !(r >= '一' && r <= '鿿' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z') {
			return false
		}
	}
	return true
}

// known is plain, and empty where a text stands for nothing: ledgers hold "——", "无", "000000", "（）" in columns that somebody
// had to fill in, and codes with stars in them, of which several may have been one.
func known(s string) string {
	if s = plain(s); placeholder(s) {
		return ""
	}
	return s
}

func isKnown(s string) bool { return known(s) != "" }

// placeholder reports whether a plain text says nothing: a word for nothing, stars, only zeros and signs, only some X.
func placeholder(s string) bool {
	switch s {
	case "无", "没有", "空", "空白", "缺", "暂缺", "暂无", "不详", "不明", "未知", "未填", "未填写", "未填报", "未提供", "待定", "待查", "待补", "同上", "不适用",
		"NA", "N/A", "NIL", "NONE", "NULL":
		return true
	}
	says := func(r rune) bool { return r != '0' && (unicode.IsLetter(r) || unicode.IsNumber(r)) }
	return strings.Contains(s, "*") || !strings.ContainsFunc(s, says) || len(s) > 1 && strings.Trim(s, "X") == ""
}

// address is known without the divisions at its beginning, which some write and some leave out.
func address(s string, divisions []string) string {
	s = known(s)
	for i := 0; i < len(divisions); i++ {
		if rest, ok := strings.CutPrefix(s, divisions[i]); ok && rest != "" {
			s, i = rest, -1 // again from the first
		}
	}
	return s
}

const maxName = 200 // bytes of a record's number and of an organ's name

// validName reports whether a text can name a record or an organ.
func validName(s string) bool {
	return len(s) <= maxName && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}
