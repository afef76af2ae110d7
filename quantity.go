package fazhi

import (
	"math/big"
	"strconv"
	"strings"
)

// A Quantity is the value of a figure: a Count, a Rate, Points or Money. Quantities of one kind add up, so that the
// figures of counties become the city's. The set is closed.
type Quantity interface {
	// Plus returns the sum, and false when the other quantity is of another kind or the sum is out of range.
	Plus(Quantity) (Quantity, bool)
	// Decimal returns the value rounded half away from zero to so many decimals, without trailing zeros, and false
	// when it is not defined.
	Decimal(places int) (string, bool)
	quantity()
}

// A Count is a number of things. More says that the ledger itself only knows a lower bound, "2000余份"; a sum with
// such a part is a lower bound too.
type Count struct {
	N    int64
	More bool
}

// A Rate is a share; it keeps its parts and is rounded only when it is written. Its Decimal is in percent. It is not
// defined when Den is zero.
type Rate struct{ Num, Den int64 }

// Points is the change of a rate, in percentage points (百分点). It is not defined when one of the rates is not.
type Points struct{ Now, Before Rate }

func (Count) quantity()  {}
func (Rate) quantity()   {}
func (Points) quantity() {}
func (Money) quantity()  {}

// Plus adds counts.
func (c Count) Plus(q Quantity) (Quantity, bool) {
	d, ok := q.(Count)
	n, fits := addInt(c.N, d.N)
	return Count{N: n, More: c.More || d.More}, ok && fits
}

// Plus adds numerators and denominators: the rate of both together.
func (r Rate) Plus(q Quantity) (Quantity, bool) {
	s, ok := q.(Rate)
	num, fits := addInt(r.Num, s.Num)
	den, fits2 := addInt(r.Den, s.Den)
	return Rate{Num: num, Den: den}, ok && fits && fits2
}

// Plus adds the rates of both years: the change of both together.
func (p Points) Plus(q Quantity) (Quantity, bool) {
	o, ok := q.(Points)
	now, fits := p.Now.Plus(o.Now)
	before, fits2 := p.Before.Plus(o.Before)
	return Points{Now: now.(Rate), Before: before.(Rate)}, ok && fits && fits2
}

// Plus adds amounts.
func (m Money) Plus(q Quantity) (Quantity, bool) {
	o, ok := q.(Money)
	sum, fits := addInt(int64(m), int64(o))
	return Money(sum), ok && fits
}

func addInt(a, b int64) (int64, bool) {
	sum := a + b
	return sum, (sum > a) == (b > 0)
}

// Decimal returns the count.
func (c Count) Decimal(int) (string, bool) { return strconv.FormatInt(c.N, 10), true }

// Decimal returns percent: "17.91" for 12 of 67.
func (r Rate) Decimal(places int) (string, bool) {
	v, ok := r.ratio()
	if !ok {
		return "", false
	}
	return decimal(v.Mul(v, big.NewRat(100, 1)), places), true
}

// Decimal returns percentage points, negative when the rate fell: "-10.91".
func (p Points) Decimal(places int) (string, bool) {
	now, ok := p.Now.ratio()
	before, ok2 := p.Before.ratio()
	if !ok || !ok2 {
		return "", false
	}
	return decimal(now.Mul(now.Sub(now, before), big.NewRat(100, 1)), places), true
}

// Decimal returns yuan.
func (m Money) Decimal(places int) (string, bool) { return m.in(100, places), true }

// in returns the amount in units of so many fen.
func (m Money) in(fen int64, places int) string {
	return decimal(big.NewRat(int64(m), fen), places)
}

func (r Rate) ratio() (*big.Rat, bool) {
	if r.Den == 0 {
		return nil, false
	}
	return big.NewRat(r.Num, r.Den), true
}

// decimal rounds half away from zero and drops zeros at the end of the decimals.
func decimal(v *big.Rat, places int) string {
	s := v.FloatString(max(places, 0))
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}
