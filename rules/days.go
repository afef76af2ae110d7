package rules

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

// Days makes a derived field: the days of the calendar (自然日) from one day to another, of which the first is not
// counted. It is empty when one of them is not given or the second is the earlier one, so that no limit is kept by
// steps in the wrong order.
func Days[T any](name string, get func(T) (from, to fazhi.Date)) Field[T] {
	f := Field[T]{column: table.Column{Name: name, Kind: table.Integer, Doc: "按自然日计算，起始之日不计入"}, unit: "日"}
	if get != nil {
		f.ordered = func(doc T) (int64, bool) {
			from, to := get(doc)
			return int64(to.DaysSince(from)), !from.IsZero() && !to.Before(from)
		}
	}
	return f
}

// Workdays is Days for working days (工作日). It is empty, too, when the calendar does not know a year between the two.
func Workdays[T any](name string, calendar *workday.Calendar, get func(T) (from, to fazhi.Date)) Field[T] {
	f := Field[T]{column: table.Column{Name: name, Kind: table.Integer, Doc: "按工作日计算，起始之日不计入"}, unit: "工作日"}
	if get != nil && calendar != nil {
		f.ordered = func(doc T) (int64, bool) {
			from, to := get(doc)
			if from.IsZero() || to.Before(from) {
				return 0, false
			}
			n, err := calendar.Workdays(fazhi.Period{From: from.AddDays(1), To: to})
			return int64(n), err == nil
		}
	}
	return f
}
