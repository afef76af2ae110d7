package workday

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Errors to branch on; what is returned wraps them.
var (
	ErrNoCalendar = errors.New("没有该年的放假安排")         // a *NoCalendarError
	ErrNotice     = errors.New("放假安排数据有误")          // a *NoticeError
	ErrSpan       = errors.New("不是有效的期限长度")         // a text or a Span
	ErrStart      = errors.New("没有起算日")             // Term.Start is zero
	ErrPause      = errors.New("不计入的期间有误")          // a Pause without a first day, or that ends before it begins
	ErrSuspended  = errors.New("期间中止，尚未恢复，不能计算届满日") // the period runs into a Pause without a last day
	ErrRange      = errors.New("超出日期范围")            // before the year 1 or after 9999
)

// A NoCalendarError says of which year the days off are not known. It is ErrNoCalendar.
type NoCalendarError struct{ Year int }

// Error names the year and what to do.
func (e *NoCalendarError) Error() string {
	return fmt.Sprintf("workday: 没有%d年的放假安排，不能推算；请补充国务院办公厅该年放假通知的数据", e.Year)
}

// Unwrap returns ErrNoCalendar.
func (e *NoCalendarError) Unwrap() error { return ErrNoCalendar }

// A NoticeError says what is wrong with the data of a notice, and where. It is ErrNotice.
type NoticeError struct {
	Line   int        // in the file, from 1; 0 when the notice came from no file
	Path   fazhi.Path // in the notice, /days/3/date; empty: the whole
	Reason string
}

// Error is one sentence with the place.
func (e *NoticeError) Error() string {
	var place []string
	if e.Line > 0 {
		place = append(place, "第"+strconv.Itoa(e.Line)+"行")
	}
	if e.Path != "" {
		place = append(place, string(e.Path))
	}
	if len(place) > 0 {
		return fmt.Sprintf("workday: %v：%s：%s", ErrNotice, strings.Join(place, " "), e.Reason)
	}
	return fmt.Sprintf("workday: %v：%s", ErrNotice, e.Reason)
}

// Unwrap returns ErrNotice.
func (e *NoticeError) Unwrap() error { return ErrNotice }
