package invent

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/table"
)

// contracts: 25 reviewed in the year, four of the 21 of the year before, two still waiting for review.
func contracts() (table.Sheet, error) {
	m := newMaker(1)
	var all []*contract.Contract
	for i := range 4 {
		all = append(all, m.contract(year-1, 15+i, weekday(fazhi.DateOf(year-1, 9, 6).AddDays(i*20))))
	}
	for i := range 25 {
		all = append(all, m.contract(year, i+1, spread(year, i, 25)))
	}
	for i := range 2 {
		c := m.contract(year, 26+i, fazhi.DateOf(year, 12, 26))
		c.Reviewed, c.Signed, c.Filed, c.Awarded = fazhi.Date{}, fazhi.Date{}, fazhi.Date{}, fazhi.Date{}
		c.Opinion, c.Progress, c.Procurement = "", "", false
		all = append(all, c)
	}
	return sheetOf(contract.Sheet, all)
}

func (m maker) contract(y, n int, submitted fazhi.Date) *contract.Contract {
	subject := pick(m,
		[2]string{"物业管理服务", "服务"}, [2]string{"办公设备采购", "买卖"}, [2]string{"办公用房租赁", "租赁"}, [2]string{"老旧小区改造工程施工", "工程"},
		[2]string{"信息系统运行维护", "服务"}, [2]string{"法律顾问聘请", "委托"}, [2]string{"停车场特许经营", "特许经营"}, [2]string{"园区招商合作", "招商引资"})
	c := &contract.Contract{
		Serial: fmt.Sprintf("泉源合%d-%03d", y, n), Name: streets[m.IntN(len(streets))] + subject[0] + "合同", Sort: subject[1],
		Department:   pick(m, bureaus[:10]...),
		Counterparty: "清源" + pick(m, "合众", "同达", "明远", "恒信", "安泰", "华益") + pick(m, "物业服务", "信息技术", "建设工程", "商贸") + "有限公司",
		Amount:       fazhi.Money(5_0000_00 + m.Int64N(900)*1_0000_00 + m.Int64N(10000)),
		Submitted:    submitted, Progress: pick(m, "履行中", "履行完毕"), Opinion: pick(m, "通过", "修改后通过", "修改后通过"),
	}
	c.AmountWords = "人民币" + c.Amount.Words()
	c.Reviewed = within(y, m.between(submitted, 2, 5))
	c.Signed = m.between(c.Reviewed, 3, 12)
	c.Filed = m.between(c.Signed, 2, 9)
	if c.Sort == "买卖" || c.Sort == "工程" {
		c.Procurement = true
		c.Awarded = c.Reviewed.AddDays(-3)
	}
	return c
}
