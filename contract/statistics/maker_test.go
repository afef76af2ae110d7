package statistics_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/table"
)

// A maker invents ledgers; the same seed gives the same one. A wild one makes mistakes, too: numbers twice, dates in the wrong
// order, words that no list has, amounts below zero.
type maker struct {
	*rand.Rand
	wild    bool
	choices map[string][]string
}

func newMaker(seed uint64, wild bool) *maker {
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 7)), wild: wild, choices: make(map[string][]string)}
	m.learn("", table.ColumnsOf[contract.Contract])
	m.learn("变更", table.ColumnsOf[contract.Change])
	m.learn("争议", table.ColumnsOf[contract.Dispute])
	return m
}

func (m *maker) learn(prefix string, columns func() ([]table.Column, error)) {
	list, err := columns()
	if err != nil {
		panic(err)
	}
	for _, c := range list {
		m.choices[prefix+c.Name] = c.Choices
	}
}

// word returns a choice of a column, sometimes none.
func (m *maker) word(column string) string {
	words := m.choices[column]
	switch n := m.IntN(12); {
	case n == 0:
		return ""
	case n == 1 && m.wild:
		return "别的" + string(rune('甲'+m.IntN(3)))
	}
	return words[m.IntN(len(words))]
}

func (m *maker) later(d fazhi.Date, most int) fazhi.Date {
	if m.wild && m.IntN(10) == 0 {
		return d.AddDays(-m.IntN(most + 1))
	}
	if m.IntN(10) == 0 {
		return fazhi.Date{}
	}
	return d.AddDays(m.IntN(most + 1))
}

func (m *maker) money() fazhi.Money {
	n := fazhi.Money(m.Int64N([...]int64{9_0000_00, 90_0000_00, 900_0000_00, 30_000_0000_00}[m.IntN(4)]))
	switch m.IntN(20) {
	case 0:
		return 0
	case 1:
		if m.wild {
			return -n
		}
	}
	return n
}

func (m *maker) answer() *bool {
	if m.IntN(4) == 0 {
		return nil
	}
	return new(m.IntN(2) == 0)
}

func (m *maker) contract(i int) *contract.Contract {
	c := &contract.Contract{
		Serial: fmt.Sprintf("泉源合-%06d", i), Name: "服务合同", Sort: m.word("合同类型"), Department: fmt.Sprintf("第%d局", 1+m.IntN(9)), Amount: m.money(),
		Procurement: m.IntN(2) == 0, Opinion: m.word("审查意见"), Progress: m.word("履行状态"),
	}
	if m.wild && m.IntN(30) == 0 {
		c.Serial = "泉源合-000000"
	}
	c.Submitted = fazhi.DateOf(2023, 6, 1).AddDays(m.IntN(800))
	c.Reviewed = m.later(c.Submitted, 20)
	c.Awarded = m.later(c.Reviewed, 10)
	c.Signed = m.later(c.Awarded, 40)
	c.Filed = m.later(c.Signed, 30)
	c.Announced = m.later(c.Signed, 5)
	c.CopyFiled = m.later(c.Signed, 12)
	c.Completed = m.later(c.Signed, 600)
	c.Adopted, c.Method = m.word("意见采纳"), m.word("采购方式")
	if c.Opinion == "通过" {
		c.Adopted = ""
	}
	c.Major, c.Administrative = m.answer(), m.answer()
	if m.IntN(20) == 0 {
		c.Currency = "美元"
	}
	c.Parties = []contract.Party{{Side: contract.Government}, {Side: contract.Other, Small: m.answer()}}
	m.events(c)
	return c
}

func (m *maker) events(c *contract.Contract) {
	for range m.IntN(3) {
		due := m.later(c.Signed, 200)
		p := contract.Payment{Direction: contract.Pay, Amount: m.money(), Due: due, Paid: m.later(due.AddDays(-50), 60), Disputed: m.IntN(8) == 0}
		if p.Paid.IsZero() {
			p.PaidSoFar = p.Amount / 3
		}
		if m.IntN(3) == 0 {
			p.Since, p.Due, p.Days = due, fazhi.Date{}, 20+m.IntN(60)
		}
		if m.IntN(4) == 0 {
			p.Direction = contract.Receive
		}
		c.Payments = append(c.Payments, p)
	}
	if m.IntN(4) == 0 {
		c.Changes = []contract.Change{{Sort: m.word("变更种类"), Signed: m.later(c.Signed, 100), Amount: m.money() * fazhi.Money(1-2*m.IntN(2))}}
	}
	if m.IntN(10) == 0 {
		begun := m.later(c.Signed, 200)
		c.Disputes = []contract.Dispute{{Way: m.word("争议解决方式"), Begun: begun, Amount: m.money(), Ended: m.later(begun, 200), Result: m.word("争议结果")}}
	}
}

func (m *maker) contracts(n int) []*contract.Contract {
	list := make([]*contract.Contract, n)
	for i := range list {
		list[i] = m.contract(i)
	}
	return list
}
