package read

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
)

// formatNumber writes a number in a form of automatic numbers (w:numFmt; ISO/IEC 29500-1, 17.18.59). A form that is not
// known gives Arabic figures and false.
func formatNumber(format string, n int) (text string, known bool) {
	switch format {
	case "", "decimal", "decimalHalfWidth", "ordinal", "numberInDash":
		return strconv.Itoa(n), true
	case "none", "bullet":
		return "", true
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n), true
		}
		return strconv.Itoa(n), true
	case "decimalFullWidth", "decimalFullWidth2":
		return mapDigits(n, []rune("０１２３４５６７８９")), true
	case "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand", "koreanDigital2":
		return han.Numeral(n), true
	case "chineseCounting", "taiwaneseCounting":
		if n < 100 {
			return han.Numeral(n), true
		}
		return mapDigits(n, []rune("〇一二三四五六七八九")), true
	case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
		return mapDigits(n, []rune("〇一二三四五六七八九")), true
	case "chineseLegalSimplified", "ideographLegalTraditional":
		return legal(n), true
	}
	return formatSign(format, n)
}

// mapDigits writes a number digit by digit.
func mapDigits(n int, digits []rune) string {
	return strings.Map(func(r rune) rune {
		if isDigit(r) {
			return digits[r-'0']
		}
		return r
	}, strconv.Itoa(n))
}

// legal writes a number in the signs of amounts (大写).
func legal(n int) string {
	return strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒", "八", "捌",
		"九", "玖", "十", "拾", "百", "佰", "千", "仟", "万", "萬", "亿", "億").Replace(han.Numeral(n))
}

// formatSign writes numbers that have a sign each, and letters. Beyond the signs there are Arabic figures.
func formatSign(format string, n int) (string, bool) {
	const most = 2000 // beyond it, letters and Roman numerals would grow without bound
	switch format {
	case "ideographTraditional":
		return sign([]rune("甲乙丙丁戊己庚辛壬癸"), n), true
	case "ideographZodiac":
		return sign([]rune("子丑寅卯辰巳午未申酉戌亥"), n), true
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return sign([]rune("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"), n), true
	case "decimalEnclosedParen":
		return sign([]rune("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"), n), true
	case "decimalEnclosedFullstop":
		return sign([]rune("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"), n), true
	case "ideographEnclosedCircle":
		return sign([]rune("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"), n), true
	}
	if n < 1 || n > most {
		return strconv.Itoa(n), true
	}
	switch format {
	case "upperLetter":
		return letters(n), true
	case "lowerLetter":
		return strings.ToLower(letters(n)), true
	case "upperRoman":
		return roman(n), true
	case "lowerRoman":
		return strings.ToLower(roman(n)), true
	}
	return strconv.Itoa(n), false
}

func sign(signs []rune, n int) string {
	if n < 1 || n > len(signs) {
		return strconv.Itoa(n)
	}
	return string(signs[n-1])
}

// letters writes A … Z, AA, BB, …, as Word does.
func letters(n int) string {
	return strings.Repeat(string(rune('A'+(n-1)%26)), 1+(n-1)/26)
}

func roman(n int) string {
	var b strings.Builder
	for _, r := range [...]struct {
		value int
		text  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.text)
		}
	}
	return b.String()
}
