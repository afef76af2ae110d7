package due

import (
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// oddities finds what does not fit together.
func (l *look) oddities() {
	l.premature()
	l.rejected()
	l.excess()
	for i := range l.c.Disputes {
		d := &l.c.Disputes[i]
		if l.happened(d.Begun) && !l.happened(d.Ended) {
			l.add(Item{
				Code: Disputed, What: "争议没有了结：" + d.Way, Amount: max(d.Amount, 0), Basis: byAgreement, Path: fazhi.At("disputes", i, "ended"),
			}, reckoned{})
		}
	}
}

// performed reports whether performance has begun, and where the contract says so.
func (l *look) performed() (fazhi.Path, bool) {
	for i := range l.c.Deliveries {
		if l.happened(l.c.Deliveries[i].Delivered) {
			return fazhi.At("deliveries", i, "delivered"), true
		}
	}
	for i := range l.c.Payments {
		if y := &l.c.Payments[i]; l.happened(y.Paid) || y.Paid.IsZero() && y.PaidSoFar > 0 {
			return fazhi.At("payments", i, "paid"), true
		}
	}
	return "/progress", l.c.Progress == "履行中" || l.c.Progress == "履行完毕"
}

// premature finds what is performed before it is signed, or not filed in time.
func (l *look) premature() {
	path, begun := l.performed()
	if !begun {
		return
	}
	if !l.happened(l.c.Signed) {
		l.add(Item{Code: Unsigned, What: "没有签订就开始履行", Basis: "民法典第四百九十条", Path: path}, reckoned{})
		return
	}
	for i := range l.found {
		if x := l.found[i]; x.Code == Filing && x.Late() {
			l.add(Item{Code: Unfiled, What: "超过备案期限没有备案，正在履行", Basis: x.Basis, Path: "/filed"}, agreed(x.Day))
		}
	}
}

// rejected finds what was not found good on acceptance.
func (l *look) rejected() {
	for i := range l.c.Deliveries {
		if d := &l.c.Deliveries[i]; l.live && l.happened(d.Accepted) && (d.Result == "不合格" || d.Result == "部分合格") {
			l.add(Item{Code: Rejected, What: d.What + "验收" + d.Result, Basis: byAgreement, Path: fazhi.At("deliveries", i, "result")}, reckoned{})
		}
	}
}

// excess finds payments beyond what was agreed. The amount of a contract is that of its text with the changes that were
// signed; a contract without an amount is not judged.
func (l *look) excess() {
	if l.c.Amount <= 0 {
		return
	}
	limit := l.c.Amount
	for i := range l.c.Changes {
		if x := &l.c.Changes[i]; l.happened(x.Signed) {
			limit = plus(limit, x.Amount)
		}
	}
	var plan, paid [2]fazhi.Money // of what is paid, and of what is received
	for i := range l.c.Payments {
		y := &l.c.Payments[i]
		way := 0
		if y.Direction == contract.Receive {
			way = 1
		}
		plan[way], paid[way] = plus(plan[way], y.Amount), plus(paid[way], l.paid(y))
	}
	for way, verb := range []string{"付款", "收款"} {
		l.exceeds(OverPlan, plan[way], limit, verb+"计划合计超过合同金额")
		l.exceeds(OverPaid, paid[way], limit, verb+"合计超过合同金额")
	}
	for i := range l.c.Payments {
		if y := &l.c.Payments[i]; y.Amount > 0 && y.PaidSoFar > y.Amount {
			l.add(Item{
				Code: OverPaid, What: "第" + strconv.Itoa(y.No) + "期超过约定金额", Amount: y.PaidSoFar - y.Amount, Basis: byAgreement,
				Path: fazhi.At("payments", i, "paidSoFar"),
			}, reckoned{})
		}
	}
}

func (l *look) exceeds(code fazhi.Code, sum, limit fazhi.Money, what string) {
	if sum > limit {
		l.add(Item{Code: code, What: what, Amount: plus(sum, -limit), Basis: byAgreement, Path: "/amount"}, reckoned{})
	}
}

// paid is how much of a payment has been made on the day.
func (l *look) paid(y *contract.Payment) fazhi.Money {
	switch {
	case l.happened(y.Paid):
		return max(y.Amount, y.PaidSoFar)
	case y.Paid.IsZero():
		return y.PaidSoFar
	}
	return 0
}
