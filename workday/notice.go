package workday

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
)

// A Notice is the State Council's arrangement of days off for one year (国务院办公厅关于部分节假日安排的通知). It lists only the days
// that the notice names, which may be days of the December before; ParseNotice reads it from a file.
type Notice struct {
	Year   int      `json:"year"`
	Papers []string `json:"papers,omitempty"` // where the notice is published
	Days   []Day    `json:"days"`
}

// A Day is one day of a notice, or what a Calendar says of a day.
type Day struct {
	Name string     `json:"name"` // of the holiday, also for its make-up workdays; empty when no notice names the day
	Date fazhi.Date `json:"date"`
	Off  bool       `json:"isOffDay"` // a day off; else a working day
}

// MakeUp reports whether the day is a make-up workday (调休上班日): a working day at the weekend.
func (d Day) MakeUp() bool { return !d.Off && isWeekend(d.Date) }

func isWeekend(d fazhi.Date) bool {
	w := d.Time().Weekday()
	return w == time.Saturday || w == time.Sunday
}

// statutory are the holidays for everybody (全国年节及纪念日放假办法 art. 2) and the first year in which each had its own day off.
var statutory = [...]struct {
	name  string
	since int
}{
	{"元旦", 1950}, {"春节", 1950}, {"清明", 2008}, {"劳动节", 1950}, {"端午", 2008}, {"中秋", 2008}, {"国庆", 1950},
}

// Missing returns the statutory holidays that the notice does not name, in the order of the year. A notice without all
// of them is taken for unfinished: whatever depends on its year is provisional.
func (n Notice) Missing() []string {
	var missing []string
	for _, holiday := range statutory {
		if n.Year >= holiday.since && !n.hasOff(holiday.name) {
			missing = append(missing, holiday.name)
		}
	}
	return missing
}

// hasOff reports whether a day off of the year itself bears the name; 国庆节、中秋节 bears both.
func (n Notice) hasOff(name string) bool {
	for _, d := range n.Days {
		if d.Off && d.Date.Year() == n.Year && strings.Contains(d.Name, name) {
			return true
		}
	}
	return false
}

// A fault is what is wrong with a notice. day is the index of the day, -1 for the whole.
type fault struct {
	day    int
	path   fazhi.Path
	reason string
}

// vet returns the first fault of a notice.
func (n Notice) vet() (fault, bool) {
	if n.Year < 1000 || n.Year > 9999 {
		return fault{-1, fazhi.At("year"), "年份应当是四位数"}, true
	}
	if len(n.Days) == 0 {
		return fault{-1, fazhi.At("days"), "没有列出任何一天；该年的放假通知可能尚未发布"}, true
	}
	seen := make(map[fazhi.Date]bool, len(n.Days))
	off := false
	for i, d := range n.Days {
		if field, reason := n.vetDay(d, seen[d.Date]); reason != "" {
			return fault{i, fazhi.At("days", i, field), reason}, true
		}
		seen[d.Date] = true
		off = off || d.Off && d.Date.Year() == n.Year
	}
	if !off {
		return fault{-1, fazhi.At("days"), "该年没有一天放假"}, true
	}
	return fault{}, false
}

func (n Notice) vetDay(d Day, double bool) (field, reason string) {
	year, month, _ := d.Date.Date()
	switch {
	case d.Date.IsZero():
		return "date", "没有日期"
	case year != n.Year && (year != n.Year-1 || month != time.December):
		return "date", "日期不在该年，也不在上一年12月"
	case double:
		return "date", "同一天列了两次"
	case !isName(d.Name):
		return "name", "应当是节日名称，不超过20字"
	}
	return "", ""
}

func isName(s string) bool {
	return strings.TrimSpace(s) != "" && utf8.ValidString(s) && utf8.RuneCountInString(s) <= 20 &&
		!strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) || r == utf8.RuneError })
}
