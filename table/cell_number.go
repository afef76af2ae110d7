package table

import (
	"math"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// exact is the number of decimal digits that a spreadsheet keeps of a number; what follows is binary noise, as in
// 257.30000000000001.
const exact = 15

// plainNumber rewrites a stored number in decimal notation without binary noise: "257.3", "13800138000". It reports
// false for what is no number.
func plainNumber(s string) (string, bool) {
	if short := len(s) <= exact && strings.Trim(s, "0123456789") == ""; short {
		return s, s != ""
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) || strings.ContainsAny(s, "xX_") {
		return "", false
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', exact, 64), 64)
	if err != nil || math.Abs(rounded) >= 1e21 {
		return "", false
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64), true
}

// numeral returns the text that amounts and counts are read from.
func numeral(c Cell) string {
	if c.Type == NumberCell || c.Type == DateCell {
		if s, ok := plainNumber(c.Text); ok {
			return s
		}
	}
	return narrow(c.Text)
}

// cellText returns the text of a cell in a text column: dates and numbers as a person sees them.
func cellText(c Cell, date1904 bool) (string, fault) {
	switch c.Type {
	case DateCell:
		if d := serialDate(c, date1904); !d.IsZero() {
			return d.String(), fault{}
		}
	case BoolCell:
		if text, ok := map[string]string{"1": "TRUE", "0": "FALSE"}[c.Text]; ok {
			return text, fault{}
		}
		return "", fault{code: NotYesNo, message: "不是有效的逻辑值"}
	}
	if c.Type != NumberCell && c.Type != DateCell {
		return c.Text, fault{}
	}
	s, ok := plainNumber(c.Text)
	if !ok {
		return c.Text, fault{}
	}
	if whole, _, _ := strings.Cut(strings.TrimPrefix(s, "-"), "."); len(whole) > exact {
		return "", fault{code: LostDigits, message: "数字超过15位，末尾已被表格软件改变，请把单元格设为文本格式后重填"}
	}
	return s, fault{}
}

func parseMoney(c Cell, unit string) (int64, fault) {
	if fen, ok := plainFen(c.Text); ok && unit == "" {
		return fen, fault{}
	}
	text := strings.TrimPrefix(numeral(c), "人民币")
	switch {
	case strings.HasSuffix(text, "万"), strings.HasSuffix(text, "亿"):
		text += "元"
	case !strings.HasSuffix(text, "元"):
		text += unit
	}
	m, err := fazhi.ParseMoney(text)
	if err == nil {
		return int64(m), fault{}
	}
	if !strings.ContainsAny(text, "0123456789") {
		if m, err := fazhi.ParseMoneyWords(text); err == nil {
			return int64(m), fault{}
		}
	}
	return 0, fault{code: NotMoney, message: reason(err, fazhi.ErrMoney, "不是有效金额")}
}

// plainFen reads what most amounts are, "12345", "12345.6" and "12345.67", without the care that others need.
func plainFen(s string) (fen int64, ok bool) {
	dot := len(s)
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			fen = fen*10 + int64(c-'0')
		case c == '.' && dot == len(s) && i > 0:
			dot = i
		default:
			return 0, false
		}
	}
	switch len(s) - dot {
	case 0:
		fen *= 100
	case 2:
		fen *= 10
	case 3:
	default:
		return 0, false
	}
	return fen, s != "" && len(s) <= exact
}

func parseCount(c Cell) (value, fault) {
	text, more := strings.CutSuffix(numeral(c), "余")
	n, ok := whole(text)
	switch {
	case !ok || n < 0:
		return value{}, fault{code: NotCount, message: "应当是数量，写作 12、1,200 或 2000余"}
	case more && (n < 10 || n%10 != 0):
		return value{}, fault{code: NotCount, message: "“余”之前应当是十以上的整十数"}
	}
	return value{n: n, more: more}, fault{}
}

func parseInteger(c Cell) (value, fault) {
	n, ok := whole(numeral(c))
	if !ok {
		return value{}, fault{code: NotInteger, message: "应当是整数"}
	}
	return value{n: n}, fault{}
}

// whole reads "12", "-12", "1,200", "12.0", "7万" and "1.2亿" as whole numbers.
func whole(s string) (int64, bool) {
	decimals := 0
	if before, ok := strings.CutSuffix(s, "万"); ok {
		s, decimals = before, 4
	} else if before, ok := strings.CutSuffix(s, "亿"); ok {
		s, decimals = before, 8
	}
	s, negative := strings.CutPrefix(s, "-")
	units, fraction, dot := strings.Cut(s, ".")
	if dot && fraction == "" || strings.Trim(fraction, "0123456789") != "" {
		return 0, false
	}
	fraction = strings.TrimRight(fraction, "0")
	units, ok := ungroup(units)
	if !ok || len(fraction) > decimals {
		return 0, false
	}
	n, err := strconv.ParseInt(units+fraction+strings.Repeat("0", decimals-len(fraction)), 10, 64)
	if negative {
		n = -n
	}
	return n, err == nil
}

// ungroup removes commas that stand before every third digit, and none elsewhere.
func ungroup(s string) (string, bool) {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if g == "" || strings.Trim(g, "0123456789") != "" || len(groups) > 1 && (len(g) > 3 || i > 0 && len(g) < 3) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}
