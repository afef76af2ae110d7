package workday

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
)

var weekdays = [...]string{"日", "一", "二", "三", "四", "五", "六"}

func dayOff(d Day) string {
	if d.Name != "" {
		return d.Date.Chinese() + d.Name + "放假"
	}
	return d.Date.Chinese() + "（星期" + weekdays[d.Date.Time().Weekday()] + "）休息"
}

// stretch writes a period: 2024年2月10日至17日.
func stretch(p fazhi.Period) string {
	year, month, _ := p.From.Date()
	toYear, toMonth, toDay := p.To.Date()
	switch {
	case p.To.IsZero():
		return p.From.Chinese() + "以后"
	case p.From == p.To:
		return p.From.Chinese()
	case year != toYear:
		return p.From.Chinese() + "至" + p.To.Chinese()
	case month != toMonth:
		return fmt.Sprintf("%s至%d月%d日", p.From.Chinese(), int(toMonth), toDay)
	}
	return fmt.Sprintf("%s至%d日", p.From.Chinese(), toDay)
}

// daysOff names, for a period of working days, the holidays that do not count and the make-up workdays that do, and how
// many other days of weekends there are.
func (e *explainer) daysOff() []string {
	var holidays []holiday
	var lines, makeUp []string
	weekends := 0
	for _, day := range e.days() {
		switch {
		case day.MakeUp():
			makeUp = append(makeUp, day.Date.Chinese()+"为"+day.Name+"调休上班日，计入")
		case day.Off && day.Name != "":
			holidays = addHoliday(holidays, day)
		case day.Off:
			weekends++
		}
	}
	for _, h := range holidays {
		lines = append(lines, stretch(h.Period)+h.name+"放假，不计入")
	}
	if weekends > 0 {
		lines = append(lines, fmt.Sprintf("无节日的周末%d日，不计入", weekends))
	}
	return append(lines, makeUp...)
}

// days returns the days that were gone through and lie in no pause.
func (e *explainer) days() []Day {
	var days []Day
	for d, to := e.counted().From, e.counted().To; !d.After(to); d = d.AddDays(1) {
		if _, paused := pauseOn(d, e.t.Pauses); paused {
			continue
		}
		if day, err := e.c.Day(d); err == nil {
			days = append(days, day)
		}
	}
	return days
}

// A holiday is the days off of one name, one after another.
type holiday struct {
	fazhi.Period
	name string
}

func addHoliday(holidays []holiday, day Day) []holiday {
	if n := len(holidays); n > 0 && holidays[n-1].name == day.Name && holidays[n-1].To.AddDays(1) == day.Date {
		holidays[n-1].To = day.Date
		return holidays
	}
	return append(holidays, holiday{fazhi.Period{From: day.Date, To: day.Date}, day.Name})
}
