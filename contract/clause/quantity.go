package clause

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
)

// quantity is a number as signs have it: digits with decimals, or a Chinese numeral.
const quantity = `(\d{1,9}(?:\.\d{1,4})?|[一二三四五六七八九十百千两]{1,7})`

// years is a number of years: shorter than a year of the calendar.
const years = `(\d{1,3}|[一二三四五六七八九十百两]{1,4})`

// thousandths reads a quantity, times a thousand; what is finer is cut off.
func thousandths(s string) (int64, bool) {
	whole, fraction, _ := strings.Cut(s, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		v, _, err := han.ParseNumeral(s)
		return int64(v) * 1000, err == nil && v < 1_000_000
	}
	f, err := strconv.ParseInt((fraction + "000")[:3], 10, 64)
	return n*1000 + f, err == nil && n < 1_000_000_000_000
}
