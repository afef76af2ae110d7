package workday

import (
	"fmt"
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// An explainer says in Chinese how a deadline was counted.
type explainer struct {
	c *Calendar
	t *Term
	d *Deadline
}

func (e *explainer) reasons() []string {
	lines := []string{"期限为" + e.t.Span.Chinese() + cite(e.t.Basis), e.start()}
	lines = append(lines, e.pauses()...)
	if e.t.Span.Unit == WorkingDays {
		lines = append(lines, e.daysOff()...)
	}
	lines = append(lines, e.last())
	if line := e.settled(); line != "" {
		lines = append(lines, line)
	}
	return append(lines, e.unsure()...)
}

func cite(article string) string {
	if article == "" {
		return ""
	}
	return "（" + article + "）"
}

func (e *explainer) start() string {
	day := e.t.Start.Chinese() + "当日不计入，"
	if e.t.Span.Back() {
		return day + "自" + e.t.Start.AddDays(-1).Chinese() + "起向前计算" + cite(e.t.Rule)
	}
	return day + "自" + e.t.Start.AddDays(1).Chinese() + "起算" + cite(e.t.Rule)
}

// counted returns the days that were gone through, the start day left out.
func (e *explainer) counted() fazhi.Period {
	if e.t.Span.Back() {
		return fazhi.Period{From: e.d.Raw, To: e.t.Start.AddDays(-1)}
	}
	return fazhi.Period{From: e.t.Start.AddDays(1), To: e.d.Raw}
}

// pauses names those that matter.
func (e *explainer) pauses() []string {
	within := e.counted()
	if e.d.End.After(within.To) {
		within.To = e.d.End
	}
	var lines []string
	for _, p := range e.t.Pauses {
		if p.startsBefore(within.To.AddDays(1)) && p.endsAfter(within.From.AddDays(-1)) {
			lines = append(lines, stretch(p.Period)+p.named()+"不计入")
		}
	}
	return lines
}

func (p Pause) named() string {
	if p.Reason == "" {
		return ""
	}
	return "为" + p.Reason + "期间，"
}

// last says where the counting ended.
func (e *explainer) last() string {
	raw, n := e.d.Raw.Chinese(), strconv.Itoa(e.t.Span.size())
	switch {
	case e.t.Span.Unit == WorkingDays && e.t.Span.Back():
		return "向前第" + n + "个工作日为" + raw
	case e.t.Span.Unit == WorkingDays:
		return "第" + n + "个工作日为" + raw
	case e.t.Span.Unit == CalendarDays && e.t.Span.Back():
		return "向前第" + n + "日为" + raw
	case e.t.Span.Unit == CalendarDays:
		return "第" + n + "日为" + raw
	}
	return e.lastOfMonths()
}

// lastOfMonths speaks of the corresponding day, and of the pauses that put it off.
func (e *explainer) lastOfMonths() string {
	day := e.t.Span.corresponding(e.t.Start)
	_, _, begun := e.t.Start.Date()
	year, month, ends := day.Date()
	text := "对应日为" + day.Chinese()
	if ends != begun {
		text = fmt.Sprintf("%d年%d月没有对应日，以月末日%s为最后一日", year, int(month), day.Chinese())
	}
	if n := e.d.Raw.DaysSince(day); n != 0 {
		text += fmt.Sprintf("；扣除不计入的%d日，最后一日为%s", max(n, -n), e.d.Raw.Chinese())
	}
	return text
}

// settled says why the last day moved, or why it did not although one might think so.
func (e *explainer) settled() string {
	if e.t.Span.Unit == WorkingDays || e.t.Rest == Unmoved {
		return ""
	}
	raw, err := e.c.Day(e.d.Raw)
	switch {
	case err != nil:
		return ""
	case raw.MakeUp():
		return raw.Date.Chinese() + "为" + raw.Name + "调休上班日，不顺延"
	case !raw.Off:
		return ""
	case e.d.Moved && e.d.End.After(e.d.Raw):
		return dayOff(raw) + "，顺延至其后第一个工作日" + e.d.End.Chinese() + cite(e.t.Rule)
	case e.d.Moved:
		return dayOff(raw) + "，提前至此前最后一个工作日" + e.d.End.Chinese()
	}
	return dayOff(raw) + "；向前计算的期限不因此后移" + e.workdayBefore()
}

// workdayBefore advises the working day before, when it is known.
func (e *explainer) workdayBefore() string {
	before, err := e.c.workdayBefore(e.d.Raw, e.t.Pauses)
	if err != nil {
		return ""
	}
	return "，此前最后一个工作日为" + before.Chinese()
}

func (e *explainer) unsure() []string {
	if !e.d.Provisional {
		return nil
	}
	from, to := e.d.Raw, e.d.End
	if e.t.Span.Unit == WorkingDays {
		from, to = e.counted().From, e.counted().To
	}
	var lines []string
	for _, u := range e.c.unsureIn(from, to) {
		lines = append(lines, u.why)
	}
	return lines
}
