package fazhi

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Date is a day of the calendar, without hour or zone. The zero value means that no date is given. Dates are
// comparable and may be map keys; the range is year 1 to 9999.
type Date struct{ days int32 } // 1 is 0001-01-01

// ErrDate is returned, wrapped, for a text that is not a date.
var ErrDate = errors.New("不是有效日期")

const (
	daySeconds = 24 * 60 * 60
	lastDay    = 3652059 // 9999-12-31
)

var yearOne = time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC).Unix()

// DateOf returns the day, or the zero Date when there is no such day.
func DateOf(year int, month time.Month, day int) Date {
	if year < 1 || year > 9999 {
		return Date{}
	}
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Month() != month || t.Day() != day {
		return Date{}
	}
	return Date{days: int32((t.Unix()-yearOne)/daySeconds) + 1}
}

// DateIn returns the day that it is at t in t's own zone.
func DateIn(t time.Time) Date { return DateOf(t.Date()) }

// ParseDate reads "2025-02-17", "2025年2月17日" and, as ledgers have it, "2025/2/17" and "2025.2.17". Year, month and
// day must all be there; the year has four digits.
func ParseDate(s string) (Date, error) {
	for _, sep := range [...][2]string{{"-", "-"}, {"年", "月"}, {"/", "/"}, {".", "."}} {
		year, rest, _ := strings.Cut(s, sep[0])
		month, day, ok := strings.Cut(rest, sep[1])
		if sep[0] == "年" && ok {
			day, ok = strings.CutSuffix(day, "日")
		}
		if ok {
			return dateOfParts(year, month, day)
		}
	}
	return Date{}, fmt.Errorf("fazhi: %w：应写作 2025-02-17 或 2025年2月17日", ErrDate)
}

func dateOfParts(year, month, day string) (Date, error) {
	y, okY := smallNumber(year, 4, 4)
	m, okM := smallNumber(month, 1, 2)
	d, okD := smallNumber(day, 1, 2)
	if !okY || !okM || !okD {
		return Date{}, fmt.Errorf("fazhi: %w：应写作 2025-02-17 或 2025年2月17日", ErrDate)
	}
	date := DateOf(y, time.Month(m), d)
	if date.IsZero() {
		return Date{}, fmt.Errorf("fazhi: %w：没有这一天", ErrDate)
	}
	return date, nil
}

// smallNumber reads a number of least to most ASCII digits.
func smallNumber(s string, least, most int) (int, bool) {
	if len(s) < least || len(s) > most || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// IsZero reports whether no date is given.
func (d Date) IsZero() bool { return d.days == 0 }

// Date returns the parts of the day; all are zero for the zero Date.
func (d Date) Date() (year int, month time.Month, day int) {
	if d.IsZero() {
		return 0, 0, 0
	}
	return d.Time().Date()
}

// Year returns the year, 0 for the zero Date.
func (d Date) Year() int { y, _, _ := d.Date(); return y }

// Time returns midnight of the day in UTC, the zero Time for the zero Date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Unix(yearOne+int64(d.days-1)*daySeconds, 0).UTC()
}

// AddDays returns the day n days later, earlier if n is negative. The zero Date stays zero, and a day outside the
// range of years becomes zero.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n > lastDay || n < -lastDay || int(d.days)+n < 1 || int(d.days)+n > lastDay {
		return Date{}
	}
	return Date{days: d.days + int32(n)}
}

// DaysSince returns the number of days from e to d. It is negative when d is earlier.
func (d Date) DaysSince(e Date) int { return int(d.days) - int(e.days) }

// Compare returns -1, 0 or +1. The zero Date is before all others.
func (d Date) Compare(e Date) int { return cmp.Compare(d.days, e.days) }

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.days < e.days }

// After reports whether d is a later day than e.
func (d Date) After(e Date) bool { return d.days > e.days }

// String returns "2025-02-17", or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Chinese returns the date as official documents write it (GB/T 9704-2012, 7.3.5.4): "2025年2月17日", without leading
// zeros.
func (d Date) Chinese() string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.Date()
	return fmt.Sprintf("%d年%d月%d日", y, int(m), day)
}

// MarshalText writes String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDate reads; an empty text is the zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(text))
	*d = parsed
	return err
}

// A Period is a span of days, both ends included. A zero end is open.
type Period struct {
	From Date `json:"from"`
	To   Date `json:"to"`
}

// YearOf returns the calendar year as a period. A year outside the range of dates gives a period without days.
func YearOf(year int) Period {
	if year < 1 || year > 9999 {
		return Period{From: DateOf(9999, time.December, 31), To: DateOf(1, time.January, 1)}
	}
	return Period{From: DateOf(year, time.January, 1), To: DateOf(year, time.December, 31)}
}

// Contains reports whether the day lies in the period. The zero Date lies in none.
func (p Period) Contains(d Date) bool {
	return !d.IsZero() && !d.Before(p.From) && (p.To.IsZero() || !d.After(p.To))
}

// String returns "2024年" for a calendar year, else "2024-03-01至2024-05-31".
func (p Period) String() string {
	if y := p.From.Year(); y != 0 && p == YearOf(y) {
		return strconv.Itoa(y) + "年"
	}
	return p.From.String() + "至" + p.To.String()
}
