package workday

import (
	"strconv"
	"time"

	"github.com/fazhi-go/fazhi"
)

// A Unit is what a period is counted in. The zero value is the working day.
type Unit int8

// The units of 民法典 art. 200 that are whole days, and the working day (工作日).
const (
	WorkingDays  Unit = iota // 工作日, without days off: 行政复议法 art. 88(2), 行政处罚法 art. 85, 行政强制法 art. 69
	CalendarDays             // 日
	Months                   // 月
	Years                    // 年
)

// unitForm says how a unit is written: in short, in Chinese, and in which other ways it is read.
type unitForm struct {
	short, chinese string
	other          []string
}

var unitForms = [...]unitForm{
	WorkingDays:  {"wd", "个工作日", []string{"工作日"}},
	CalendarDays: {"d", "日", []string{"个自然日", "自然日", "天"}},
	Months:       {"m", "个月", nil},
	Years:        {"y", "年", nil},
}

// A Span is the length of a period: 5个工作日, 60日, 3个月, 1年. A negative length is counted back from an event: 7日前. The
// zero value means that no length is given.
type Span struct {
	N    int
	Unit Unit
}

// maxLength is the most that a Span may count. The longest statutory period is of twenty years.
const maxLength = 99999

func (s Span) isValid() bool {
	return s.N != 0 && s.N >= -maxLength && s.N <= maxLength && s.Unit >= 0 && int(s.Unit) < len(unitForms)
}

// IsZero reports whether no length is given.
func (s Span) IsZero() bool { return s == Span{} }

// Back reports whether the period is counted back from its start day.
func (s Span) Back() bool { return s.N < 0 }

// String returns the short form, "5wd", "60d", "3m", "-1y"; "" when the Span is zero or not valid.
func (s Span) String() string {
	if !s.isValid() {
		return ""
	}
	return strconv.Itoa(s.N) + unitForms[s.Unit].short
}

// Chinese returns the length as a document writes it: "5个工作日", "60日", "7日前"; "" when the Span is zero or not valid.
func (s Span) Chinese() string {
	if !s.isValid() {
		return ""
	}
	text := strconv.Itoa(s.size()) + unitForms[s.Unit].chinese
	if s.Back() {
		text += "前"
	}
	return text
}

// MarshalText writes String. A Span that is not valid is an error; the zero Span is "".
func (s Span) MarshalText() ([]byte, error) {
	if !s.IsZero() && !s.isValid() {
		return nil, spanError("长度应当是1至99999")
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads what ParseSpan reads; an empty text is the zero Span.
func (s *Span) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*s = Span{}
		return nil
	}
	parsed, err := ParseSpan(string(text))
	*s = parsed
	return err
}

// size is the length without its direction.
func (s Span) size() int { return max(s.N, -s.N) }

// days returns how many days the length has from start, if it is not counted in working days. It is ErrRange when the
// period leaves the years 1 to 9999.
func (s Span) days(start fazhi.Date) (int, error) {
	switch s.Unit {
	case Months, Years:
		end := s.corresponding(start)
		if end.IsZero() {
			return 0, rangeError()
		}
		n := end.DaysSince(start)
		return max(n, -n), nil
	}
	return s.size(), nil
}

// corresponding returns the day of the last month that corresponds to the start day (对应日), else that month's last day
// (民法典 art. 202).
func (s Span) corresponding(start fazhi.Date) fazhi.Date {
	months := s.N
	if s.Unit == Years {
		months *= 12
	}
	year, month, day := start.Date()
	months += year*12 + int(month) - 1
	if months < 0 {
		return fazhi.Date{}
	}
	year, month = months/12, time.Month(months%12+1)
	for ; day > 28; day-- {
		if d := fazhi.DateOf(year, month, day); !d.IsZero() {
			return d
		}
	}
	return fazhi.DateOf(year, month, day)
}
