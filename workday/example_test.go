package workday_test

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// An application received before the Spring Festival is to be examined within five working days.
func Example() {
	calendar, err := workday.StateCouncil()
	if err != nil {
		fmt.Println(err)
		return
	}
	deadline, err := calendar.Deadline(workday.Term{
		Start: fazhi.DateOf(2024, 2, 8),
		Span:  workday.Span{N: 5, Unit: workday.WorkingDays},
		Basis: "行政复议法第三十条第一款",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(deadline.End)
	for _, line := range deadline.Why {
		fmt.Println(line)
	}
	// Output:
	// 2024-02-21
	// 期限为5个工作日（行政复议法第三十条第一款）
	// 2024年2月8日当日不计入，自2024年2月9日起算
	// 2024年2月10日至17日春节放假，不计入
	// 2024年2月18日为春节调休上班日，计入
	// 第5个工作日为2024年2月21日
}

// A case is decided within sixty days; the days of an appraisal do not count.
func ExampleCalendar_Due() {
	calendar, err := workday.StateCouncil()
	if err != nil {
		fmt.Println(err)
		return
	}
	span, err := workday.ParseSpan("六十日")
	if err != nil {
		fmt.Println(err)
		return
	}
	deadline, err := calendar.Due(workday.Term{
		Start: fazhi.DateOf(2024, 7, 20),
		Span:  span,
		Pauses: []workday.Pause{{
			Period: fazhi.Period{From: fazhi.DateOf(2024, 8, 5), To: fazhi.DateOf(2024, 8, 18)},
			Reason: "鉴定",
		}},
	})
	fmt.Println(deadline.Raw, deadline.End, deadline.Moved, err)
	// Output: 2024-10-02 2024-10-08 true <nil>
}

// A year that is not known is an error until its notice is added.
func ExampleCalendar_With() {
	calendar, err := workday.StateCouncil()
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = calendar.IsWorkday(fazhi.DateOf(2027, 1, 4))
	fmt.Println(errors.Is(err, workday.ErrNoCalendar), err)

	// Invented, for 2027 was not announced when this was written.
	notice, err := workday.ParseNotice([]byte(`{"year": 2027, "days": [
		{"name": "元旦", "date": "2027-01-01", "isOffDay": true},
		{"name": "元旦", "date": "2027-01-04", "isOffDay": true}
	]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	calendar, err = calendar.With(notice)
	if err != nil {
		fmt.Println(err)
		return
	}
	day, err := calendar.Day(fazhi.DateOf(2027, 1, 4))
	fmt.Println(day.Name, day.Off, err)
	// Output:
	// true workday: 没有2027年的放假安排，不能推算；请补充国务院办公厅该年放假通知的数据
	// 元旦 true <nil>
}

func ExampleParseSpan() {
	for _, text := range []string{"5wd", "五个工作日", "60日", "3个月", "7日前"} {
		span, err := workday.ParseSpan(text)
		fmt.Println(span, span.Chinese(), err)
	}
	// Output:
	// 5wd 5个工作日 <nil>
	// 5wd 5个工作日 <nil>
	// 60d 60日 <nil>
	// 3m 3个月 <nil>
	// -7d 7日前 <nil>
}
