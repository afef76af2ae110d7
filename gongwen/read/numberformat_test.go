package read

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFormatNumber(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"decimalZero", 3, "03"}, {"decimalZero", 12, "12"}, {"decimalFullWidth", 12, "１２"},
		{"chineseCountingThousand", 110, "一百一十"}, {"chineseCounting", 21, "二十一"}, {"chineseCounting", 105, "一〇五"},
		{"ideographDigital", 10, "一〇"}, {"chineseLegalSimplified", 25, "贰拾伍"}, {"ideographTraditional", 2, "乙"},
		{"ideographZodiac", 12, "亥"}, {"decimalEnclosedCircleChinese", 20, "⑳"}, {"decimalEnclosedCircle", 21, "21"},
		{"upperLetter", 28, "BB"}, {"lowerLetter", 1, "a"}, {"upperRoman", 1994, "MCMXCIV"}, {"lowerRoman", 4, "iv"},
		{"upperLetter", 1 << 40, "1099511627776"}, {"none", 3, ""}, {"decimalEnclosedParen", 1, "⑴"},
		{"decimalEnclosedFullstop", 20, "⒛"}, {"ideographEnclosedCircle", 10, "㊉"},
	} {
		text, known := formatNumber(c.format, c.n)
		require.True(t, known, c.format)
		require.Equal(t, c.want, text, c.format)
	}
	text, known := formatNumber("hebrew1", 3)
	require.False(t, known)
	require.Equal(t, "3", text)
}
