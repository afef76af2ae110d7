package main

import (
	"fmt"
	"math/rand/v2"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
)

// twoYears invents the ledger of 2023 and 2024, the same each time. Of 2024 4,155 disputes were accepted and 4,137 settled, twelve of
// them accepted the year before.
func twoYears() []*mediation.Case {
	y := years{rand.New(rand.NewPCG(2024, 4155))}
	var all []*mediation.Case
	for i := range 3920 {
		c := y.invent(2023, i, 3920)
		switch {
		case i >= 3920-12:
			y.settle(c, fazhi.DateOf(2024, 1, 2+y.IntN(20)))
		case i%200 == 7:
			c.Result, c.Closed = "不成功", c.Accepted.AddDays(20)
		default:
			y.settle(c, y.soon(c.Accepted))
		}
		all = append(all, c)
	}
	for i := range 4155 {
		c := y.invent(2024, i, 4155)
		switch {
		case i < 10:
			c.Result, c.Closed = "不成功", c.Accepted.AddDays(25)
		case i < 16:
			c.Result, c.Closed = "终止", c.Accepted.AddDays(6)
		case i >= 4155-14:
			c.Result = "调解中"
		default:
			y.settle(c, y.soon(c.Accepted))
		}
		all = append(all, c)
	}
	return all
}

type years struct{ *rand.Rand }

// invent is the i-th of so many disputes of a year.
func (y years) invent(year, i, of int) *mediation.Case {
	street := y.one("清源街道", "泉源街道", "溪口镇", "松林镇", "竹山乡")
	return &mediation.Case{
		Serial: fmt.Sprintf("泉调%d-%05d", year, i+1), Street: street, Committee: street + y.one("", "第一社区", "第二社区") + "人民调解委员会",
		Accepted: fazhi.DateOf(year, 1, 1).AddDays(i * 365 / of), Parties: 2 + y.IntN(4)/3, Amount: fazhi.Money(y.IntN(3)*y.IntN(30_000)) * 100,
		Source: y.one("当事人申请", "当事人申请", "主动调解", "公安移交", "法院诉前委派", "12345热线", "信访移交", "综治中心分流"),
		Sort:   y.one("婚姻家庭", "邻里", "邻里", "房屋宅基地", "合同", "损害赔偿", "劳动争议", "消费", "道路交通事故", "物业", "其他"),
	}
}

func (y years) settle(c *mediation.Case, on fazhi.Date) {
	c.Result, c.Closed, c.Form = "成功", on, y.one("书面", "口头", "口头")
	c.Sealed = c.Form == "书面"
	c.Performed = y.one("履行完毕", "履行完毕", "履行完毕", "未到期")
	if c.Sealed && y.IntN(20) == 0 {
		c.Confirmation = "确认有效"
	}
}

// soon is a day within three weeks, and within the year.
func (y years) soon(from fazhi.Date) fazhi.Date {
	on := from.AddDays(y.IntN(21))
	if last := fazhi.DateOf(from.Year(), 12, 31); on.After(last) {
		return last
	}
	return on
}

func (y years) one(words ...string) string { return words[y.IntN(len(words))] }
