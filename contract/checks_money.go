package contract

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// moneyRuns judge amounts by the law.
func moneyRuns() map[fazhi.Code]run {
	return map[fazhi.Code]run{
		"contract/budget/exceeded": overBudget,
		"contract/works/advance":   advanced,
		"contract/amount/words":    amountWords,
		"contract/earnest":         earnest,
	}
}

// add returns a sum, and whether it can be counted.
func add(a, b fazhi.Money) (fazhi.Money, bool) {
	sum, fits := a.Plus(b)
	m, ok := sum.(fazhi.Money)
	return m, fits && ok
}

// over returns the place of the item with which a sum goes beyond a bound, or beyond what can be counted; -1 if none does.
func over[T any](items []T, bound fazhi.Money, amount func(*T) fazhi.Money) int {
	var sum fazhi.Money
	for i := range items {
		next, ok := add(sum, amount(&items[i]))
		if !ok || next > bound {
			return i
		}
		sum = next
	}
	return -1
}

// total returns the amount with what changes added or took away, but for those that failed their review.
func (c *Contract) total() (fazhi.Money, bool) {
	sum, fits := c.Amount, true
	for i := 0; i < len(c.Changes) && fits; i++ {
		if x := &c.Changes[i]; !x.isDropped() {
			sum, fits = add(sum, x.Amount)
		}
	}
	return sum, fits
}

// overBudget cannot know over how many years the money is spent, while a budget is that of one.
func overBudget(p *fazhi.Pass, c *Contract) {
	if c.BudgetAmount <= 0 || c.Funds == "不涉及支出" || !c.spends() {
		return
	}
	if sum, fits := c.total(); fits && sum > c.BudgetAmount {
		p.Report("/budgetAmount", "合同金额（含变更增减）超出预算金额；分年度支出的，请按年度核对")
	}
}

// spends reports whether any money is planned to be paid, or nothing is planned.
func (c *Contract) spends() bool {
	return len(c.Payments) == 0 || slices.ContainsFunc(c.Payments, func(y Payment) bool { return y.Direction == Pay })
}

func advanced(p *fazhi.Pass, c *Contract) {
	if isTrue(c.Advance) && !isFalse(c.Works) {
		p.Report("/advance", "政府投资项目由施工单位垫资建设")
	}
}

func amountWords(p *fazhi.Pass, c *Contract) {
	if c.AmountWords == "" {
		return
	}
	words, err := fazhi.ParseMoneyWords(c.AmountWords)
	switch {
	case err != nil:
		p.Report("/amountWords", "大写金额的写法不合规范")
	case words != c.Amount:
		p.Report("/amountWords", "大写金额与数字金额不一致")
	}
}

func earnest(p *fazhi.Pass, c *Contract) {
	c.depositsWithin(p, "定金", 5, "定金合计超过合同金额的百分之二十")
}

// depositsWithin reports the deposit with which those of a sort exceed a part of the amount.
func (c *Contract) depositsWithin(p *fazhi.Pass, sort string, part fazhi.Money, message string) {
	if c.Amount <= 0 {
		return
	}
	i := over(c.Deposits, c.Amount/part, func(d *Deposit) fazhi.Money {
		if d.Sort != sort {
			return 0
		}
		return d.Amount
	})
	if i >= 0 {
		p.Report(fazhi.At("deposits", i, "amount"), message)
	}
}

// amountRange finds amounts that cannot be and sums that cannot be counted.
func amountRange(p *fazhi.Pass, c *Contract) {
	sum, fits := c.total()
	switch {
	case !fits:
		p.Report("/changes", "合同金额与增减金额的合计超出可以计算的范围")
	case sum < 0 && c.Amount >= 0:
		p.Report("/changes", "减少的金额多于合同金额")
	}
	for i := range c.Payments {
		y := &c.Payments[i]
		switch {
		case y.Amount < 0:
			p.Report(fazhi.At("payments", i, "amount"), "金额为负数")
		case y.PaidSoFar < 0:
			p.Report(fazhi.At("payments", i, "paidSoFar"), "金额为负数")
		case y.PaidSoFar > y.Amount:
			p.Report(fazhi.At("payments", i, "paidSoFar"), "已付金额多于本期金额")
		}
	}
	for i := range c.Deposits {
		if c.Deposits[i].Amount < 0 {
			p.Report(fazhi.At("deposits", i, "amount"), "金额为负数")
		}
	}
	for i := range c.Disputes {
		if c.Disputes[i].Amount < 0 {
			p.Report(fazhi.At("disputes", i, "amount"), "金额为负数")
		}
	}
}

// amountPayments compares the plan of payments with the amount, before or after the changes. Where money goes both ways, or no
// amount was agreed, nothing can be compared.
func amountPayments(p *fazhi.Pass, c *Contract) {
	if len(c.Payments) == 0 || c.Amount <= 0 {
		return
	}
	var sum fazhi.Money
	for i := range c.Payments {
		y := &c.Payments[i]
		if y.Direction != c.Payments[0].Direction {
			return
		}
		var fits bool
		if sum, fits = add(sum, y.Amount); !fits {
			p.Report("/payments", "各期金额的合计超出可以计算的范围")
			return
		}
	}
	if changed, _ := c.total(); sum != c.Amount && sum != changed {
		p.Report("/payments", "各期金额的合计与合同金额不一致")
	}
}
