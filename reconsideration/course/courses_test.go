package course_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration/course"
	"github.com/fazhi-go/fazhi/workday"
)

// A maker writes correct courses: every step in its order and within its limit.
type maker struct {
	testing.TB
	rand     *rand.Rand
	calendar *workday.Calendar
	day      fazhi.Date
	file     *course.File
	events   *[]course.Event
}

// on notes a step on the day where the maker stands.
func (m *maker) on(step string) *maker {
	e := course.Event{Step: step, On: m.day}
	switch step {
	case "决定", "延长审理期限", "转为普通程序":
		e.Role = "复议机关负责人"
	}
	*m.events = append(*m.events, e)
	return m
}

// after notes a step from one day on to at most n days later.
func (m *maker) after(n int, step string) *maker {
	m.day = m.day.AddDays(1 + m.rand.IntN(n))
	return m.on(step)
}

// due goes to the last day of a limit from a step's day.
func (m *maker) due(span string, rest int) *maker {
	s, err := workday.ParseSpan(span)
	require.NoError(m.TB, err)
	d, err := m.calendar.Due(workday.Term{Start: m.day, Span: s})
	require.NoError(m.TB, err)
	m.day = d.End.AddDays(rest)
	return m
}

// served are the steps with which the respondent has the copy and has answered.
func (m *maker) served(days int) *maker {
	return m.after(3, "发送副本").after(3, "副本送达").after(days, "答复")
}

// decided ends the case.
func (m *maker) decided() *maker {
	return m.after(6, "决定").after(5, "决定书送达").after(60, "归档")
}

// courses are the kinds of correct courses.
func courses() []struct {
	name string
	year int
	make func(*maker)
} {
	return []struct {
		name string
		year int
		make func(*maker)
	}{
		{"ordinary", 2024, func(m *maker) { m.on("收到").after(5, "受理").served(9).after(9, "听取意见").decided() }},
		{"from the act on", 2024, func(m *maker) {
			m.on("行政行为作出").after(9, "知道行政行为").after(50, "收到").after(5, "受理").served(9).after(9, "听取意见").decided()
		}},
		{"simple", 2024, func(m *maker) {
			m.on("收到").after(5, "受理（简易程序）").served(4).after(6, "决定").after(4, "决定书送达").after(30, "归档")
		}},
		{"converted", 2024, func(m *maker) {
			m.on("收到").after(5, "受理（简易程序）").served(4).after(5, "转为普通程序").after(5, "听取意见").after(9, "延长审理期限").after(20, "决定").after(3, "决定书送达").after(9, "归档")
		}},
		{"supplement", 2024, func(m *maker) {
			m.on("收到").after(4, "通知补正").after(2, "补正通知送达").after(9, "补正").after(4, "受理").served(9).after(5, "调查取证").after(2, "听取意见").decided()
		}},
		{"abandoned", 2024, func(m *maker) {
			m.on("收到").after(4, "通知补正").after(2, "补正通知送达").due("10wd", 2).on("视为放弃")
		}},
		{"refused", 2024, func(m *maker) {
			m.on("收到").after(4, "不予受理").after(5, "不予受理决定书送达").after(30, "归档")
		}},
		{"deemed", 2024, func(m *maker) {
			m.on("收到").due("5wd", 0).on("视为受理").served(9).after(9, "听取意见").decided()
		}},
		{"hearing", 2025, func(m *maker) {
			m.on("收到").after(5, "受理").served(9).after(3, "听证通知").due("5wd", 1).on("听证").after(4, "委员会咨询").decided()
		}},
		{"suspended", 2024, func(m *maker) {
			m.on("收到").after(5, "受理").served(9).after(5, "中止").after(100, "恢复").after(9, "听取意见").decided()
		}},
		{"ended after sixty days", 2024, func(m *maker) {
			m.on("收到").after(5, "受理").served(9).after(5, "中止（参加人未确定）").due("60d", 1).on("终止").after(4, "终止决定书送达").after(9, "归档")
		}},
		{"own normative review", 2024, func(m *maker) {
			m.on("收到").after(5, "受理").served(9).after(3, "听取意见").after(4, "中止（附带审查，有权处理）").after(3, "通知制定机关").after(2, "制定机关收到通知").
				after(9, "制定机关答复").after(9, "恢复").decided()
		}},
		{"referred normative review", 2024, func(m *maker) {
			m.on("收到").after(5, "受理").served(9).after(3, "听取意见").after(4, "中止（附带审查，无权处理）").after(6, "转送附带审查").after(3, "接受机关收到转送").
				after(50, "收到处理意见").after(4, "恢复").decided()
		}},
		{"mediation", 2025, func(m *maker) { m.on("收到").after(5, "受理").served(9).after(20, "调解").after(9, "归档") }},
		{"withdrawn", 2025, func(m *maker) {
			m.on("收到").after(5, "受理").served(9).after(20, "终止").after(4, "终止决定书送达").after(9, "归档")
		}},
		{"made anew", 2024, func(m *maker) {
			m.on("收到").after(5, "受理").served(9).after(9, "听取意见").after(9, "决定").after(3, "责令重作送达").after(50, "重新作出").after(9, "归档")
		}},
		{"advice", 2024, func(m *maker) {
			m.on("收到").after(5, "受理").served(9).after(5, "听取意见").after(9, "决定").after(2, "决定书送达").after(3, "意见书送达").after(50, "意见书反馈").after(9, "归档")
		}},
		{"law of 2017", 2022, func(m *maker) {
			m.on("收到").after(4, "受理").after(2, "副本送达").after(9, "答复").after(9, "延长审理期限").after(30, "决定").after(3, "决定书送达").after(9, "归档")
		}},
		{"law of 2017, supplement", 2022, func(m *maker) {
			m.on("收到").after(1, "通知补正").after(1, "补正通知送达").after(2, "补正").after(1, "受理").after(1, "副本送达").after(9, "答复").after(9, "决定").after(3, "决定书送达")
		}},
		{"sued", 2024, func(m *maker) {
			m.on("收到").after(5, "受理").served(9).after(9, "听取意见").after(6, "决定").after(5, "决定书送达").sued()
		}},
	}
}

// sued goes on with a suit of first instance.
func (m *maker) sued() {
	m.file.Suits = []course.Suit{{Serial: "（2025）某行初1号", Instance: "一审", Result: "驳回诉讼请求"}}
	m.events = &m.file.Suits[0].Events
	m.on("收到复议决定").after(14, "起诉").after(9, "收到应诉通知").after(14, "答辩").after(20, "出庭").after(30, "判决送达").due("15d", 1).on("裁判生效").
		after(9, "履行").after(9, "归档")
}

// courseOf makes the i-th correct course of a seed.
func courseOf(t testing.TB, calendar *workday.Calendar, seed uint64) (string, *course.File) {
	all := courses()
	kind := all[seed%uint64(len(all))]
	m := &maker{TB: t, rand: rand.New(rand.NewPCG(seed, 8)), calendar: calendar, file: &course.File{Code: "甲1"}}
	m.events = &m.file.Events
	m.day = fazhi.DateOf(kind.year, 5, 6).AddDays(m.rand.IntN(120))
	kind.make(m)
	return kind.name, m.file
}
