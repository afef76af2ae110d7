package statistics

import (
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
)

// maxMonths is the longest period that is counted: a hundred years.
const maxMonths = 1200

// Quarter returns a quarter of a year, from 1 to 4. Another number gives a period without days.
func Quarter(year, n int) fazhi.Period { return part(year, n, 3) }

// Half returns a half of a year, 1 or 2. Another number gives a period without days.
func Half(year, n int) fazhi.Period { return part(year, n, 6) }

// part returns the n-th part of a year, so many months long.
func part(year, n, months int) fazhi.Period {
	if n < 1 || n > 12/months {
		return fazhi.YearOf(0)
	}
	first := time.Month((n-1)*months + 1)
	return fazhi.Period{From: fazhi.DateOf(year, first, 1), To: lastOf(year, first+time.Month(months)-1)}
}

// YearEarlier returns the same period of the year before (上年同期). The 29th of February becomes the 28th, and a period that ends
// with February ends with it a year earlier too.
func YearEarlier(p fazhi.Period) fazhi.Period {
	earlier := func(d fazhi.Date) fazhi.Date {
		y, m, day := d.Date()
		if last := lastOf(y-1, m); d == lastOf(y, m) || last.Before(fazhi.DateOf(y-1, m, day)) {
			return last
		}
		return fazhi.DateOf(y-1, m, day)
	}
	from := earlier(p.From)
	if y, m, day := p.From.Date(); day <= 28 {
		from = fazhi.DateOf(y-1, m, day)
	}
	return fazhi.Period{From: from, To: earlier(p.To)}
}

// lastOf returns the last day of a month.
func lastOf(year int, month time.Month) fazhi.Date {
	for day := 31; day > 28; day-- {
		if d := fazhi.DateOf(year, month, day); !d.IsZero() {
			return d
		}
	}
	return fazhi.DateOf(year, month, 28)
}

// monthsOf cuts a period at the ends of months, nil if it has no days, is open or too long.
func monthsOf(p fazhi.Period) []fazhi.Period {
	if p.From.IsZero() || p.To.IsZero() || p.To.Before(p.From) || p.To.Year()-p.From.Year() >= maxMonths/12 {
		return nil
	}
	var months []fazhi.Period
	for from := p.From; !from.IsZero() && !from.After(p.To); {
		y, m, _ := from.Date()
		to := lastOf(y, m)
		if to.After(p.To) {
			to = p.To
		}
		months = append(months, fazhi.Period{From: from, To: to})
		from = to.AddDays(1)
	}
	return months
}

// monthName returns "2024年3月" for a whole month, else both days.
func monthName(p fazhi.Period) string {
	y, m, day := p.From.Date()
	if day == 1 && p.To == lastOf(y, m) {
		return fmt.Sprintf("%d年%d月", y, int(m))
	}
	return p.String()
}
