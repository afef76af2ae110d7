package table

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
)

const (
	// A number that the workbook does not show as a date is taken for one only between 1930 and 2099; below lie years
	// and amounts.
	leastSerial, mostSerial = 10959, 73050
	days1904                = 1462 // from 1900-01-00 to 1904-01-01
)

func parseDate(c Cell, date1904 bool) (value, fault) {
	if c.Type == NumberCell || c.Type == DateCell {
		if d := serialDate(c, date1904); !d.IsZero() {
			return value{date: d}, fault{}
		}
	}
	text := narrow(dropHour(c.Text))
	if len(text) == len("20250217") && strings.Trim(text, "0123456789") == "" {
		text = text[:4] + "-" + text[4:6] + "-" + text[6:]
	}
	if before, ok := strings.CutSuffix(text, "号"); ok {
		text = before + "日"
	}
	d, err := fazhi.ParseDate(text)
	if err != nil {
		return value{}, fault{code: NotDate, message: reason(err, fazhi.ErrDate, "不是有效日期")}
	}
	return value{date: d}, fault{}
}

// dropHour removes the time of day that exports append: "2025-02-17 00:00:00", "2025-02-17T08:30:00Z".
func dropHour(s string) string {
	i := strings.LastIndexAny(s, " T")
	if i < 0 {
		return s
	}
	hour := strings.TrimSuffix(s[i+1:], "Z")
	hour, _, _ = strings.Cut(hour, ".")
	for _, form := range [...]string{"15:04", "15:04:05"} {
		if _, err := time.Parse(form, hour); err == nil {
			return s[:i]
		}
	}
	return s
}

// serialDate returns the day that a workbook's number of days means, or zero. The hour, a fraction, is dropped. Day 60
// of the 1900 system, a 29 February that never was, is no day.
func serialDate(c Cell, date1904 bool) fazhi.Date {
	f, err := strconv.ParseFloat(c.Text, 64)
	if err != nil || !(f >= 0 && f < 3_000_000) {
		return fazhi.Date{}
	}
	n := int(math.Floor(f))
	if date1904 {
		n += days1904
	}
	switch {
	case c.Type == NumberCell && (n < leastSerial || n > mostSerial):
		return fazhi.Date{}
	case n == 0 || n == 60:
		return fazhi.Date{}
	case n < 60:
		n++ // the days before the false leap day are counted one short
	}
	return fazhi.DateOf(1899, time.December, 30).AddDays(n)
}
