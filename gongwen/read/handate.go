package read

import (
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/han"
)

// hanDate reads a date in Chinese numerals, as papers before 2012 have it: 二〇二五年二月十七日.
func hanDate(text string) (fazhi.Date, bool) {
	year, rest, _ := strings.Cut(text, "年")
	month, day, _ := strings.Cut(rest, "月")
	day, ok := strings.CutSuffix(day, "日")
	var n [3]int
	for i, part := range [...]string{year, month, day} {
		var err error
		if n[i], _, err = han.ParseNumeral(part); err != nil {
			return fazhi.Date{}, false
		}
	}
	if !ok || n[0] < 1000 || n[0] > 9999 {
		return fazhi.Date{}, false
	}
	date := fazhi.DateOf(n[0], time.Month(n[1]), n[2])
	return date, !date.IsZero()
}
