package agreement

import "math/big"

// Limits are the limits of agreement of Bland and Altman, in points: how far apart two scores of one file may be expected
// to lie. Bias is the mean of first minus second, negative when the first reviewer is stricter; SD the standard deviation
// of these differences (with n−1); between Lower and Upper, bias ∓ 1.96 SD, lie about 95 % of them if they are normal.
type Limits struct {
	Files int   `json:"files"`
	Bias  Value `json:"bias"`
	SD    Value `json:"sd"`
	Lower Value `json:"lower"`
	Upper Value `json:"upper"`
}

// BlandAltman compares two reviewers' scores, both in the same order of files. Of one file there is a bias only.
func BlandAltman[N Number](first, second []N) Limits {
	l := Limits{Files: len(first)}
	x, reason := exact([][]N{first, second})
	if reason == "" && l.Files == 0 {
		reason = "没有评分"
	}
	if reason != "" {
		v := undefined(reason)
		l.Bias, l.SD, l.Lower, l.Upper = v, v, v, v
		return l
	}
	var sum, each big.Int
	for i := range first {
		d := sub(x.columns[0][i], x.columns[1][i])
		sum.Add(&sum, d)
		each.Add(&each, product(d, d))
	}
	n := int64(l.Files)
	bias := x.points(&sum, big.NewInt(n))
	l.Bias = nearest(bias)
	if n == 1 {
		v := undefined("只有一份案卷")
		l.SD, l.Lower, l.Upper = v, v, v
		return l
	}
	squared := sub(times(n, &each), product(&sum, &sum))
	variance := x.points(squared, times(n, big.NewInt(n-1)))
	l.spread(bias, variance.Mul(variance, x.points(big.NewInt(1), big.NewInt(1))))
	return l
}

// spread sets what follows from the variance.
func (l *Limits) spread(bias, variance *big.Rat) {
	sd := long(variance)
	sd.Sqrt(sd)
	l.SD = rounded(sd)
	reach := new(big.Float).Mul(sd, long(big.NewRat(196, 100)))
	l.Lower = rounded(new(big.Float).Sub(long(bias), reach))
	l.Upper = rounded(new(big.Float).Add(long(bias), reach))
}

// long has 200 bits, so that a root and a sum do not show when they are rounded to 53.
func long(r *big.Rat) *big.Float { return new(big.Float).SetPrec(200).SetRat(r) }

func rounded(f *big.Float) Value {
	number, _ := f.Float64()
	return known(number)
}
