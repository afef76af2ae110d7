package due

import (
	"cmp"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// money finds what is to be paid, received and returned. It outlives the contract until it is archived.
func (l *look) money() {
	if !l.happened(l.c.Signed) || l.happened(l.c.Archived) {
		return
	}
	for i := range l.c.Payments {
		l.payment(i, &l.c.Payments[i])
	}
	for i := range l.c.Deposits {
		l.deposit(i, &l.c.Deposits[i])
	}
}

// open is how much of a payment is open on the day.
func (l *look) open(y *contract.Payment) fazhi.Money {
	if y.Paid.IsZero() {
		return max(y.Amount-min(max(y.PaidSoFar, 0), max(y.Amount, 0)), 0)
	}
	if l.happened(y.Paid) {
		return 0
	}
	return max(y.Amount, 0) // paid in full later
}

func (l *look) payment(i int, y *contract.Payment) {
	key := l.key("payments"+string(y.Direction), strconv.Itoa(y.No))
	amount := l.open(y)
	if amount == 0 {
		return
	}
	day, basis := l.payDay(y)
	item := Item{
		Code: Payment, What: "付款第" + strconv.Itoa(y.No) + "期", Amount: amount, Basis: basis, Path: fazhi.At("payments", i, "due"),
		key: key,
	}
	if y.Direction == contract.Receive {
		item.Code, item.What = Receipt, "收款第"+strconv.Itoa(y.No)+"期"
	}
	if late := l.today.DaysSince(day.day); !day.day.IsZero() && late > 0 && !y.Disputed {
		var by string
		item.Interest, by = l.interest(y, amount, late)
		if by != "" {
			item.Basis += "；逾期利息：" + by
		}
	}
	if y.Disputed {
		item.What, item.disputed = item.What+"（有争议）", true
	}
	l.add(item, day)
	l.limitation(item, day)
}

// payDay is the day by which a payment is due, and what it rests on.
func (l *look) payDay(y *contract.Payment) (reckoned, string) {
	term, ok := l.c.PayTerm(y, l.profile.Purchases...)
	if !ok {
		return reckoned{}, byAgreement
	}
	return l.last(term.Start, term.Span), cmp.Or(term.Basis, byAgreement)
}

// limitation finds when a claim of the government lapses. Of a debt paid in instalments the period begins with the last one
// (民法典第一百八十九条); whether it is one debt, the ledger does not say, so each counts for itself, which can only be too early. While a
// dispute is before a court it does not run out. What is owed under an administrative agreement is not sued for by the government
// (《最高人民法院关于审理行政协议案件若干问题的规定》第二十四条).
func (l *look) limitation(claim Item, day reckoned) {
	if claim.Code != Receipt || day.day.IsZero() || !day.day.Before(l.today) || l.inCourt() || l.c.IsAdministrative() {
		return
	}
	span, basis := contract.LimitationOf(day.day)
	end := l.last(day.day, span)
	item := Item{
		Code: Limitation, What: claim.What + "的诉讼时效", Amount: claim.Amount, Basis: basis, Path: claim.Path,
		key: claim.key,
	}
	l.add(item, end)
	near := l.windows[Limitation]
	if left := end.day.DaysSince(l.today); len(near) > 0 && left <= near[len(near)-1] {
		item.Code = Lapsing
		l.add(item, end)
	}
}

func (l *look) inCourt() bool {
	for i := range l.c.Disputes {
		d := &l.c.Disputes[i]
		if l.happened(d.Begun) && !l.happened(d.Ended) && (d.Way == "仲裁" || d.Way == "民事诉讼" || d.Way == "行政诉讼") {
			return true
		}
	}
	return false
}

// bidBond is by when the winner's bid bond is returned, and by which article; none for what was awarded in no such way.
func (l *look) bidBond() (reckoned, string) {
	switch {
	case l.c.IsTendered():
		return l.last(l.c.Signed, days(5)), "招标投标法实施条例第五十七条第二款"
	case l.c.Procurement:
		return l.last(l.c.Signed, workdays(5)), "政府采购法实施条例第三十三条第二款、第三款"
	}
	return reckoned{}, ""
}

// deposit finds security that is to be returned. A bid bond is returned within the days that follow signing, whatever was
// agreed.
func (l *look) deposit(i int, d *contract.Deposit) {
	key := l.key("deposits", d.Sort)
	if !l.happened(d.Received) || l.happened(d.Returned) {
		return
	}
	day, basis := agreed(d.ReturnDue), byAgreement
	if d.Sort == "投标保证金" {
		if by, article := l.bidBond(); article != "" && (day.day.IsZero() || by.day.Before(day.day)) {
			day, basis = by, article
		}
	}
	l.add(Item{
		Code: Deposit, What: "退还" + d.Sort, Amount: max(d.Amount, 0), Basis: basis, Path: fazhi.At("deposits", i, "returnDue"),
		key: key,
	}, day)
}
