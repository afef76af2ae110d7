package statistics_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
)

// day reads a date of the tests.
func day(text string) fazhi.Date {
	d, _ := fazhi.ParseDate(text)
	return d
}

// A maker invents ledgers; the same seed gives the same ones. A wild one also writes what contradicts itself.
type maker struct {
	*rand.Rand
	wild bool
}

func newMaker(seed uint64, wild bool) maker {
	return maker{rand.New(rand.NewPCG(seed, 8)), wild}
}

func pick[T any](m maker, from ...T) T { return from[m.IntN(len(from))] }

// after returns a day within so many days after another; a wild maker may go back, or forget the day.
func (m maker) after(d fazhi.Date, days int) fazhi.Date {
	if m.wild {
		if m.IntN(12) == 0 {
			return fazhi.Date{}
		}
		days -= m.IntN(20)
	}
	return d.AddDays(m.IntN(max(1, days)))
}

// perhaps forgets a day, once in n times.
func (m maker) perhaps(n int, d fazhi.Date) fazhi.Date {
	if m.IntN(n) == 0 {
		return fazhi.Date{}
	}
	return d
}

var (
	acts    = []string{"行政处罚", "举报投诉处理", "政府信息公开", "行政征收", "行政确认", "行政强制", "行政不作为", "行政确权", "行政许可", "行政协议", "其他"}
	fields  = []string{"公安", "市场监管", "自然资源", "人力资源社会保障", "交通运输", "住房城乡建设", "生态环境", ""}
	organs  = []string{"区公安分局", "区市场监管局", "区住建局", "区城管局", "区自然资源局", "某街道办事处", "某镇政府", "区人社局"}
	intakes = []reconsideration.Intake{"不予受理", "视为放弃", "转送", "告知", "案前和解", "受理前撤回", "审查中"}
)

// reconsideration invents a case received from 2023 to 2025.
func (m maker) reconsideration(i int) *reconsideration.Case {
	c := &reconsideration.Case{
		Serial: fmt.Sprintf("某政行复〔2024〕%d号", i), Received: m.after(fazhi.DateOf(2023, 1, 1), 3*365), Intake: "受理",
		Applicant: pick(m, "公民", "公民", "法人", "其他组织", ""), Applicants: pick(m, 0, 1, 1, 1, 2, 5, 15, 40, 200),
		Respondent: pick(m, organs...), Level: pick(m, "工作部门", "乡镇街道", "派出机构", ""), Act: pick(m, acts...), Field: pick(m, fields...),
		Channel: pick(m, "当面", "来信", "互联网", "互联网", ""), Procedure: pick(m, "普通", "普通", "简易", "简易转普通", ""),
	}
	if m.IntN(5) == 0 {
		c.Asked = m.after(c.Received, 5)
		c.Supplied = m.perhaps(4, m.after(c.Asked, 12))
	}
	last := c.Supplied
	if last.IsZero() {
		last = c.Received
	}
	if m.IntN(4) == 0 {
		c.Intake = pick(m, intakes...)
		if c.Intake != "审查中" {
			c.Handled = m.after(last, 6)
		}
		return c
	}
	c.Intake = pick[reconsideration.Intake](m, "受理", "受理", "受理", "视为受理")
	c.Accepted = m.after(last, 6)
	m.proceed(c)
	return c
}

// proceed goes on with a case that was accepted.
func (m maker) proceed(c *reconsideration.Case) {
	last := c.Accepted
	if m.IntN(10) == 0 {
		c.Suspended = m.after(last, 40)
		c.Resumed = m.perhaps(4, m.after(c.Suspended, 60))
		if last = c.Resumed; last.IsZero() {
			return
		}
	}
	if m.IntN(12) == 0 {
		return
	}
	c.Concluded = m.after(last, 90)
	c.Outcome = pick(m, reconsideration.Outcomes()...)
	c.Indirect = c.Outcome.IsWithdrawn() && m.IntN(2) == 0
	c.Opinions, c.Suggestions = pick(m, 0, 0, 0, 1, 2), pick(m, 0, 0, 0, 0, 1)
	c.Sued = pick(m, "", "未起诉", "未起诉", "起诉")
	if m.wild {
		c.Outcome = pick(m, c.Outcome, "", "本期新收", "改判")
		c.Intake = pick(m, c.Intake, c.Intake, "", "案前和解", "登记")
		c.Opinions = pick(m, 1, -4, 1<<40)
	}
}

func (m maker) cases(n int) []*reconsideration.Case {
	all := make([]*reconsideration.Case, n)
	for i := range all {
		all[i] = m.reconsideration(i)
	}
	return all
}

// suit invents one instance of a suit from 2023 to 2025.
func (m maker) suit(i int) *reconsideration.Suit {
	s := &reconsideration.Suit{
		Serial: fmt.Sprintf("（2024）某01行初%d号", i), Defendant: pick(m, organs...), Level: pick(m, "本级政府", "工作部门", "乡镇街道"),
		Instance: pick(m, "一审", "一审", "二审", "再审"), Notified: m.after(fazhi.DateOf(2023, 1, 1), 3*365),
		Form: pick(m, "未经复议", "复议机关单独", "复议机关共同", ""), Act: pick(m, acts...), Field: pick(m, fields...), Organs: pick(m, 0, 1, 2, 3),
	}
	last := s.Notified
	if m.IntN(4) > 0 {
		s.Heard = m.after(last, 60)
		s.Appeared = pick(m, "负责人", "负责人", "负责人", "工作人员", "仅律师")
		if s.Appeared == "负责人" {
			s.Heads = m.IntN(max(1, s.Organs) + 1)
		}
		last = s.Heard
	}
	if m.IntN(8) > 0 {
		s.Concluded = m.after(last, 120)
		s.Result = pick(m, reconsideration.Results()...)
	}
	if m.wild {
		s.Heads, s.Organs, s.Result = pick(m, 9, -1, 0), pick(m, 2, -7, 1<<40), pick(m, s.Result, "", "审结")
		s.Instance = pick(m, s.Instance, "", "四审")
	}
	return s
}

func (m maker) suits(n int) []*reconsideration.Suit {
	all := make([]*reconsideration.Suit, n)
	for i := range all {
		all[i] = m.suit(i)
	}
	return all
}

// period invents a period between 2023 and 2025.
func (m maker) period() fazhi.Period {
	from := fazhi.DateOf(2023, 1, 1).AddDays(m.IntN(900))
	return fazhi.Period{From: from, To: from.AddDays(m.IntN(400))}
}
