package workday

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
)

// ParseSpan reads the length of a period, in the short form — "5wd", "60d", "3m", "1y", "-5wd" — or as a document writes
// it: "5个工作日", "五个工作日", "六十日", "60天", "3个月", "1年", "7日前". 日 is a day of the calendar. "3月" is not read: it may be
// the month of March. It returns ErrSpan, wrapped, and the zero Span for anything else.
func ParseSpan(s string) (Span, error) {
	for unit, form := range unitForms {
		if number, ok := strings.CutSuffix(s, form.short); ok {
			digits, back := strings.CutPrefix(number, "-")
			return spanOf(digits, Unit(unit), back, arabic)
		}
	}
	text, back := strings.CutSuffix(s, "前")
	if number, unit, ok := cutUnit(text); ok {
		return spanOf(number, unit, back, anyNumeral)
	}
	return Span{}, spanError("应写作 5wd、60d、3m、1y，或者5个工作日、60日、3个月、1年")
}

// cutUnit finds the longest name of a unit that a text ends with: 工作日, not 日.
func cutUnit(text string) (number string, unit Unit, ok bool) {
	number = text
	for u, form := range unitForms {
		for _, name := range append([]string{form.chinese}, form.other...) {
			if n, has := strings.CutSuffix(text, name); has && (!ok || len(n) < len(number)) {
				number, unit, ok = n, Unit(u), true
			}
		}
	}
	return number, unit, ok
}

func spanOf(number string, unit Unit, back bool, read func(string) (int, bool)) (Span, error) {
	n, ok := read(number)
	if !ok || n < 1 || n > maxLength {
		return Span{}, spanError("长度应当是1至99999")
	}
	if back {
		n = -n
	}
	return Span{N: n, Unit: unit}, nil
}

// arabic reads one to five digits without leading zeros.
func arabic(s string) (int, bool) {
	if s == "" || len(s) > 5 || s[0] == '0' || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// anyNumeral reads digits or a Chinese numeral: 60, 六十, 两.
func anyNumeral(s string) (int, bool) {
	n, _, err := han.ParseNumeral(s)
	return n, err == nil
}

func spanError(why string) error { return fmt.Errorf("workday: %w：%s", ErrSpan, why) }

func rangeError() error { return fmt.Errorf("workday: %w", ErrRange) }
