package chart

import (
	"math"
	"strconv"
	"strings"
)

// Format prints a value: whole numbers of up to eight digits as they are, larger ones in 亿 or 万亿, decimals to two places.
// No value is "—".
func Format(v float64) string {
	switch a := math.Abs(v); {
	case math.IsNaN(v):
		return "—"
	case a >= 1e12:
		return decimals(v/1e12) + "万亿"
	case a >= 1e8:
		return decimals(v/1e8) + "亿"
	}
	return decimals(v)
}

// short prints a value at an axis, where it is round.
func short(v float64) string {
	if a := math.Abs(v); a >= 1e4 && a < 1e8 {
		return decimals(v/1e4) + "万"
	}
	return Format(v)
}

// exact prints a value with all its digits.
func exact(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// decimals prints two decimals, without zeros at the end.
func decimals(v float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
