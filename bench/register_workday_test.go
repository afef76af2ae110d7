package bench

import (
	"testing"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

// BenchmarkDeadline computes the periods that clocks of a book have: 60 days, 5 working days over the Spring Festival, and
// 30 working days with a pause; without the reasons (due) and with them.
func BenchmarkDeadline(b *testing.B) {
	calendar, err := workday.StateCouncil()
	if err != nil {
		b.Fatal(err)
	}
	day := func(month time.Month, day int) fazhi.Date { return fazhi.DateOf(2024, month, day) }
	pause := workday.Pause{Period: fazhi.Period{From: day(time.March, 1), To: day(time.March, 10)}}
	terms := []struct {
		name string
		term workday.Term
	}{
		{"60d", workday.Term{Start: day(time.August, 3), Span: workday.Span{N: 60, Unit: workday.CalendarDays}}},
		{"5wd", workday.Term{Start: day(time.February, 8), Span: workday.Span{N: 5, Unit: workday.WorkingDays}}},
		{"30wd-pause", workday.Term{
			Start: day(time.February, 8), Span: workday.Span{N: 30, Unit: workday.WorkingDays}, Pauses: []workday.Pause{pause},
		}},
	}
	for _, t := range terms {
		b.Run("due/"+t.name, func(b *testing.B) { deadlines(b, calendar.Due, t.term) })
		b.Run("reasons/"+t.name, func(b *testing.B) { deadlines(b, calendar.Deadline, t.term) })
	}
}

func deadlines(b *testing.B, compute func(workday.Term) (workday.Deadline, error), t workday.Term) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := compute(t); err != nil {
			b.Fatal(err)
		}
	}
}
