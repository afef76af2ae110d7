package intake

import (
	"cmp"
	"errors"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/workday"
)

func days(n int) workday.Span  { return workday.Span{N: n, Unit: workday.CalendarDays} }
func years(n int) workday.Span { return workday.Span{N: n, Unit: workday.Years} }

// filed is the day that decides: a paper that was posted in time is not late (民事诉讼法 art. 85(4)).
func (m *matter) filed() fazhi.Date { return cmp.Or(m.Submitted, m.Received) }

// within reports whether the application came within a period. The calendar is asked only where its days off decide.
func (m *matter) within(start fazhi.Date, span workday.Span, pauses []workday.Pause) (Answer, string) {
	term := workday.Term{Start: start, Span: span, Pauses: pauses, Rest: workday.Unmoved}
	raw, err := m.calendar.Due(term)
	if err == nil && !m.filed().After(raw.End) {
		return Yes, ""
	}
	term.Rest = workday.Statutory
	if err == nil {
		raw, err = m.calendar.Due(term)
	}
	var unknown *workday.NoCalendarError
	switch {
	case errors.As(err, &unknown):
		return Unknown, unknown.Error()
	case err != nil:
		return Unknown, "期限不能计算"
	case raw.Provisional:
		return Unknown, "期限的最后一日取决于尚未公布的放假安排"
	}
	return answerOf(!m.filed().After(raw.End)), ""
}

// inTime judges the time to apply (申请期限, 第二十条、第二十一条; 2017年修正第九条). An application that came late may have been
// posted in time.
func (m *matter) inTime() verdict {
	v := m.timely()
	if !v.late || !m.Submitted.IsZero() {
		return v
	}
	asked := open(Ask{"/submitted", "提交或者交邮之日", ByApplicant})
	asked.reasons = append(v.reasons, "除非在期满之前交邮")
	return asked
}

func (m *matter) timely() verdict {
	omits, asks := m.omits()
	if omits == Yes && m.urgent() == Yes {
		v := kept("紧急情况下请求履行保护职责的，不受申请期限起算规定的限制")
		v.basis = ruleName + "第十六条第二款"
		return v
	}
	var v verdict
	switch omits {
	case Unknown:
		v = open(asks...)
	case Yes:
		v = m.notUrgent(m.afterDuty())
	default:
		v = m.afterAct()
	}
	if m.version != newText {
		return v
	}
	return both(v, m.most(omits))
}

// omits reports whether the organ did nothing; of acts that can only be done the answer is known.
func (m *matter) omits() (Answer, []Ask) {
	info, known := actOf(m.Act)
	if known && !info.Omits {
		return No, nil
	}
	return m.is(Omission), m.unknowns(Omission)
}

// urgent reports whether a duty to protect was asked for in a need (实施条例第十六条第二款); no other duty can be.
func (m *matter) urgent() Answer {
	if m.Act != "" && m.Act != protection {
		return No
	}
	return m.is(Urgent)
}

// notUrgent lets a limit decide only where it is known that there was no need.
func (m *matter) notUrgent(v verdict) verdict {
	if v.state != Broken || m.urgent() == No {
		return v
	}
	asked := open(m.unknowns(Urgent)...)
	asked.reasons = v.reasons
	return asked
}

// afterDuty counts from the end of the time in which the organ had to act (实施条例第十六条第一款).
func (m *matter) afterDuty() verdict {
	start := m.DutyDue
	if start.IsZero() {
		if m.DutyAsked.IsZero() {
			return open(Ask{"/dutyDue", "履行期限届满之日；没有履行期限的，行政机关收到履职申请之日", ByApplicant})
		}
		due, err := m.calendar.Due(workday.Term{Start: m.DutyAsked, Span: days(60)})
		if err != nil {
			return verdict{state: Open, reasons: []string{"履行期限不能计算"}}
		}
		start = due.End
	}
	if m.filed().Before(start) {
		return broken("履行职责的期限没有届满")
	}
	return m.late(start)
}

// afterAct counts from when the applicant knew of the act. Nobody knows before it, so one that came within sixty days of the
// act is in time whatever is not known besides.
func (m *matter) afterAct() verdict {
	if start := cmp.Or(m.Knew, m.Acted); !start.IsZero() {
		if in, _ := m.within(start, days(60), nil); in == Yes {
			return kept("在六十日内提出")
		}
	}
	if m.Knew.IsZero() {
		return open(Ask{"/knew", "知道或者应当知道行政行为之日", ByApplicant})
	}
	if m.version != newText {
		return m.late(m.Knew)
	}
	switch m.is(Told) {
	case Yes:
		return m.late(m.Knew)
	case No:
		return m.untold()
	}
	return open(m.unknowns(Told)...)
}

// untold counts from when the applicant knew of the right to apply, for a year at most (第二十条第三款).
func (m *matter) untold() verdict {
	year, why := m.within(m.Knew, years(1), nil)
	v := of(year, why, "自知道行政行为内容之日起超过一年")
	if m.KnewRights.IsZero() {
		return both(v, open(Ask{"/knewRights", "知道或者应当知道申请权利、行政复议机关和申请期限之日", ByApplicant}))
	}
	return both(v, m.late(m.KnewRights))
}

// late judges sixty days from a day, or more where a law grants more, without the time of an obstacle.
func (m *matter) late(start fazhi.Date) verdict {
	in, why := m.within(start, days(60), nil)
	if in != No {
		return of(in, why, "")
	}
	span, pauses := days(60), []workday.Pause(nil)
	if m.is(LongerLaw) == Yes {
		if m.Longer.IsZero() {
			return open(Ask{"/longer", "法律规定的申请期限", ByOrgan})
		}
		span = m.Longer
	}
	if m.is(Excused) == Yes {
		if len(m.Obstacles) == 0 {
			return open(Ask{"/obstacles", "耽误申请期限的起止日期", ByApplicant})
		}
		for _, p := range m.Obstacles {
			pauses = append(pauses, workday.Pause{Period: p})
		}
	}
	in, why = m.within(start, span, pauses)
	if asks := m.unknowns(LongerLaw, Excused); in == No && len(asks) > 0 {
		v := open(asks...)
		v.reasons = []string{"超过六十日，除非法律规定的期限更长或者有正当理由"}
		return v
	}
	return of(in, why, "超过申请期限")
}

// most judges the longest time (最长申请期限, 第二十一条).
func (m *matter) most(omits Answer) verdict {
	if m.Acted.IsZero() {
		if omits == Yes {
			return idle()
		}
		return open(Ask{"/acted", "行政行为作出之日", ByApplicant})
	}
	five, whyFive := m.within(m.Acted, years(5), nil)
	twenty, why := m.within(m.Acted, years(20), nil)
	switch {
	case five == Yes:
		return kept()
	case twenty == No:
		return longest("自行政行为作出之日起超过二十年")
	case m.is(RealEstate) == Yes:
		return of(twenty, why, "")
	case m.is(RealEstate) == No && five == No:
		return longest("自行政行为作出之日起超过五年")
	case m.is(RealEstate) == No:
		return of(five, whyFive, "")
	}
	return open(m.unknowns(RealEstate)...)
}

func longest(fault string) verdict {
	v := of(No, "", fault)
	v.basis = lawName + "第二十一条"
	return v
}

// of is the verdict of a period.
func of(in Answer, why, fault string) verdict {
	switch in {
	case Yes:
		return kept("在申请期限内提出")
	case No:
		return verdict{state: Broken, late: true, reasons: []string{fault}}
	}
	return verdict{state: Open, reasons: []string{why}}
}
