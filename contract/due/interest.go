package due

import (
	"math"
	"math/bits"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// smallRate is the interest that small and medium-sized enterprises have without agreement, five in ten thousand a day.
const smallRate = 5

// interest reckons what lateness costs up to today, and says by what. Without agreement it is reckoned for small enterprises
// only, and what was agreed with them may not lie below the loan prime rate of the day of signing. What a court grants others
// without agreement (《最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）》第二十六条, 关于审理买卖合同纠纷案件的解释第十八条) rests on what the ledger does not have.
func (l *look) interest(y *contract.Payment, amount fazhi.Money, late int) (fazhi.Money, string) {
	law, small := l.small()
	small = small && y.Direction != contract.Receive
	rate := l.c.LateRate
	switch {
	case rate == nil && !small:
		return 0, ""
	case rate == nil:
		return share(amount, uint64(late)*smallRate, 10_000), law.Interest + "，每日万分之五"
	}
	by := "合同约定的年利率" + rate.String()
	least, known := l.primeOn(l.c.Signed)
	if small && known && *rate < least {
		rate, by = &least, law.Interest+"，约定的利率低于订立合同时的一年期贷款市场报价利率，按后者计算"
	}
	return share(amount, uint64(late)*uint64(max(*rate, 0)), uint64(l.yearDays)*100_000), by
}

// primeOn is the loan prime rate of a day.
func (l *look) primeOn(d fazhi.Date) (rate contract.Percent, known bool) {
	for _, p := range l.profile.Prime {
		if !d.Before(p.From) {
			rate, known = p.Rate, true
		}
	}
	return rate, known
}

// share is amount × n ÷ d, rounded to the nearest fen, half a fen up. What does not fit is the greatest amount.
func share(amount fazhi.Money, n, d uint64) fazhi.Money {
	hi, lo := bits.Mul64(uint64(max(amount, 0)), n)
	lo, carry := bits.Add64(lo, d/2, 0)
	hi += carry
	if hi >= d {
		return math.MaxInt64
	}
	if q, _ := bits.Div64(hi, lo, d); q <= math.MaxInt64 {
		return fazhi.Money(q)
	}
	return math.MaxInt64
}

// plus adds amounts. What does not fit is the greatest amount.
func plus(a, b fazhi.Money) fazhi.Money {
	if b > 0 && a > math.MaxInt64-b {
		return math.MaxInt64
	}
	if b < 0 && a < math.MinInt64-b {
		return math.MinInt64
	}
	return a + b
}
