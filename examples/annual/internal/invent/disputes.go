package invent

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// disputes: 4155 accepted in the year. 4125 of them and twelve of the year before were settled in the year; four were in
// the news.
func disputes() (table.Sheet, error) {
	m := newMaker(6)
	var all []*mediation.Case
	for i := range 12 {
		c := m.dispute(year-1, i+1, weekday(fazhi.DateOf(year-1, 12, 18).AddDays(i)))
		m.settleDispute(c, m.between(fazhi.DateOf(year, 1, 3), 0, 6))
		all = append(all, c)
	}
	for i := range 4155 {
		c := m.dispute(year, i+1, spread(year, i, 4155))
		switch {
		case i%277 == 100 && i < 2800: // ten
			c.Result, c.Closed = "不成功", within(year, m.between(c.Accepted, 5, 25))
		case i%500 == 333 && i < 3000: // six
			c.Result, c.Closed = "终止", within(year, m.between(c.Accepted, 2, 10))
		case i >= 4155-14:
			c.Result = "调解中"
		default:
			m.settleDispute(c, within(year, m.between(c.Accepted, 0, 20)))
		}
		if i%1000 == 500 {
			c.Reported = within(year, c.Closed.AddDays(21))
		}
		all = append(all, c)
	}
	return sheetOf(mediation.Sheet, all)
}

func (m maker) dispute(y, n int, accepted fazhi.Date) *mediation.Case {
	street := streets[m.IntN(len(streets))]
	return &mediation.Case{
		Serial: fmt.Sprintf("调%d-%05d", y, n), Street: street, Committee: street + pick(m, "", "第一社区", "第二社区", "第三社区") + "人民调解委员会",
		Accepted: accepted, Parties: 2 + m.IntN(3)*m.IntN(2), Amount: fazhi.Money(m.IntN(3)*m.IntN(40_000)) * 100,
		Source: pick(m, "当事人申请", "当事人申请", "主动调解", "公安移交", "法院委派委托", "热线转办", "综治中心分流"),
		Sort:   pick(m, "婚姻家庭", "邻里", "邻里", "房屋宅基地", "合同", "损害赔偿", "劳动争议", "消费", "道路交通事故", "物业", "其他"),
	}
}

func (m maker) settleDispute(c *mediation.Case, on fazhi.Date) {
	c.Result, c.Closed = "成功", on
	c.Form = pick(m, "书面", "口头", "口头")
	c.Sealed = c.Form == "书面"
}

// files: 315 enforcement files of 17 departments in three rounds, two of them with procurators; thirty files the year
// before.
func files() (table.Sheet, error) {
	m := newMaker(7)
	var all []*enforcement.File
	rounds := []struct {
		name       string
		first      fazhi.Date
		files      int
		procurator bool
	}{
		{"2023年第2次", fazhi.DateOf(year-1, 10, 16), 30, false},
		{"2024年第1次", fazhi.DateOf(year, 4, 15), 98, true},
		{"2024年第2次", fazhi.DateOf(year, 7, 22), 110, false},
		{"2024年第3次", fazhi.DateOf(year, 10, 21), 107, true},
	}
	for _, r := range rounds {
		for i := range r.files {
			f := &enforcement.File{
				Serial: fmt.Sprintf("评%s-%03d", r.name, i+1), Round: r.name, Reviewed: weekday(r.first.AddDays(i % 5)),
				Department: departments[i%len(departments)], Sort: pick(m, "行政处罚", "行政处罚", "行政处罚", "行政许可", "行政强制"),
				Reviewer: departments[(i+5)%len(departments)], Procurator: r.procurator,
			}
			m.score(f)
			all = append(all, f)
		}
	}
	return sheetOf(enforcement.Sheet, all)
}

func (m maker) score(f *enforcement.File) {
	counsel := enforcement.Points(78 + m.IntN(20))
	empowering := min(counsel+enforcement.Score(m.IntN(9)-4)*50, enforcement.Points(100))
	f.Counsel, f.Empowering = &counsel, &empowering
	f.Grade = enforcement.GradeOf(counsel, empowering)
}
