package invent

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/table"
)

// reconsiderations: 111 applications received in the year. Of the accepted ones, 61 of the year and six of the year
// before were concluded in the year, twelve of them corrected. Of the 98 of the year before, 26 are in the ledger.
func reconsiderations() (table.Sheet, error) {
	m := newMaker(4)
	var all []*reconsideration.Case
	for i := range 20 {
		c := m.reconsideration(year-1, 1+i*3, spread(year-1, i, 30))
		m.conclude(c, within(year-1, m.between(c.Accepted, 30, 55)), i%5 == 0)
		all = append(all, c)
	}
	for i := range 6 {
		c := m.reconsideration(year-1, 91+i, weekday(fazhi.DateOf(year-1, 12, 11).AddDays(i*2)))
		m.conclude(c, m.between(fazhi.DateOf(year, 1, 10), 0, 20), i == 0)
		all = append(all, c)
	}
	for i := range 111 {
		c := m.reconsideration(year, i+1, spread(year, i, 111))
		switch {
		case i < 84 && i%11 != 10 && i%7 != 6: // the first ones are closed; see the count below
			m.conclude(c, within(year, m.between(c.Accepted, 25, 58)), false)
		case i%11 == 10:
			notAccepted(c, pick[reconsideration.Intake](m, "不予受理", "转送", "受理前撤回"))
		case i > 106:
			notAccepted(c, "审查中")
		}
		all = append(all, c)
	}
	settle(all[26:], 61, 11)
	return sheetOf(reconsideration.Sheet, all)
}

func (m maker) reconsideration(y, n int, received fazhi.Date) *reconsideration.Case {
	return &reconsideration.Case{
		Serial: fmt.Sprintf("泉源行复〔%d〕%d号", y, n), Received: received,
		Applicant: pick(m, "公民", "公民", "公民", "法人", "其他组织"), Respondent: pick(m, departments[:]...), Level: "工作部门",
		Act:    pick(m, "行政处罚", "举报投诉处理", "举报投诉处理", "政府信息公开", "行政确认", "行政不作为", "行政许可"),
		Intake: "受理", Accepted: within(y, m.between(received, 2, 5)),
	}
}

func notAccepted(c *reconsideration.Case, intake reconsideration.Intake) {
	c.Intake, c.Accepted = intake, fazhi.Date{}
}

func (m maker) conclude(c *reconsideration.Case, on fazhi.Date, corrected bool) {
	c.Concluded = on
	c.Outcome = pick[reconsideration.Outcome](m, "维持", "维持", "驳回请求", "调解", "和解终止", "撤回终止", "驳回申请")
	if corrected {
		c.Outcome = pick[reconsideration.Outcome](m, "撤销", "确认违法", "责令履行", "变更")
	}
}

// settle leaves exactly so many cases concluded, the earliest, and so many of those corrected.
func settle(cases []*reconsideration.Case, concluded, corrected int) {
	corrective := []reconsideration.Outcome{"撤销", "确认违法", "责令履行", "变更", "部分撤销"}
	for _, c := range cases {
		switch {
		case c.Concluded.IsZero():
		case concluded == 0:
			c.Concluded, c.Outcome = fazhi.Date{}, ""
		default:
			if corrected > 0 && concluded%5 == 0 {
				corrected--
				c.Outcome = corrective[corrected%len(corrective)]
			}
			concluded--
		}
	}
}

// suits: against the government 29 received and 21 concluded in the year, all won; against all organs 73 of the first
// instance concluded in the year with one lost, 57 with seven lost the year before. The head appeared in every one that
// was heard.
func suits() (table.Sheet, error) {
	m := newMaker(5)
	book := suitBook{maker: m}
	book.add(year-1, 12, "本级政府", "一审", true, 0)
	book.add(year-1, 45, "工作部门", "一审", true, 7)
	book.add(year-1, 5, "工作部门", "二审", true, 0)
	book.add(year, 15, "本级政府", "一审", true, 0)
	book.add(year, 6, "本级政府", "二审", true, 0)
	book.add(year, 8, "本级政府", "一审", false, 0)
	book.add(year, 52, "工作部门", "一审", true, 1)
	book.add(year, 6, "乡镇街道", "一审", true, 0)
	book.add(year, 9, "工作部门", "一审", false, 0)
	book.add(year, 7, "工作部门", "二审", true, 0)
	return sheetOf(reconsideration.SuitSheet, book.all)
}

type suitBook struct {
	maker
	all    []*reconsideration.Suit
	serial int
}

// add makes n suits that came in during a year, the last of which were lost, concluded in that year or still open.
func (b *suitBook) add(y, n int, level, instance string, concluded bool, lost int) {
	for i := range n {
		b.serial++
		s := &reconsideration.Suit{
			Serial: fmt.Sprintf("（%d）清05行%s%d号", y, map[string]string{"一审": "初", "二审": "终"}[instance], 100+b.serial),
			Level:  level, Instance: instance, Defendant: b.defendant(level), Notified: spread(y, i*2/3, n),
		}
		if concluded {
			s.Heard = within(y, b.between(s.Notified, 20, 45))
			s.Concluded = within(y, b.between(s.Heard, 10, 60))
			s.Appeared = "负责人"
			s.Result = b.result(instance, i >= n-lost)
		} else {
			s.Notified = weekday(fazhi.DateOf(y, 11, 18).AddDays(i * 4))
		}
		b.all = append(b.all, s)
	}
}

func (m maker) defendant(level string) string {
	switch level {
	case "本级政府":
		return "清源市泉源区人民政府"
	case "乡镇街道":
		return streets[m.IntN(len(streets))] + "办事处"
	}
	return pick(m, departments[:]...)
}

func (m maker) result(instance string, lost bool) reconsideration.Result {
	switch {
	case lost:
		return pick[reconsideration.Result](m, "撤销", "确认违法", "履行法定职责", "撤销并重作")
	case instance == "二审":
		return "驳回上诉维持原判"
	}
	return pick[reconsideration.Result](m, "驳回诉讼请求", "驳回诉讼请求", "驳回起诉", "主动撤诉")
}
