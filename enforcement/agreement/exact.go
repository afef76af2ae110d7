package agreement

import (
	"math"
	"math/big"
	"strconv"
)

// A Number is a score: float64 is points; integers are hundredths of a point, as rubric.Points and enforcement.Score are.
// Results are always in points.
type Number interface{ ~int32 | ~int64 | ~float64 }

// parts returns mantissa × 2^exponent = x, and false for what is no number.
func parts[N Number](x N) (mantissa int64, exponent int, ok bool) {
	if isWhole[N]() {
		return int64(x), 0, true
	}
	f := float64(x)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0, 0, false
	}
	fraction, e := math.Frexp(f)
	return int64(fraction * (1 << 53)), e - 53, true
}

// isWhole reports whether the type is an integer, whose unit is the hundredth.
func isWhole[N Number]() bool {
	half := 0.5
	return N(half) == 0
}

// exactly are columns of scores as integers of one common unit, which is 2^exponent ÷ per points.
type exactly struct {
	columns  [][]*big.Int
	exponent int
	per      int64
}

// exact turns columns into integers. The reason says why they cannot be compared.
func exact[N Number](columns [][]N) (x exactly, reason string) {
	x = exactly{columns: make([][]*big.Int, len(columns)), per: 1}
	if isWhole[N]() {
		x.per = 100
	}
	for _, column := range columns {
		if len(column) != len(columns[0]) {
			return x, "各评查人评分的份数不同"
		}
		for i, score := range column {
			_, e, ok := parts(score)
			if !ok {
				return x, "第" + strconv.Itoa(i+1) + "份案卷的评分不是数字"
			}
			x.exponent = min(x.exponent, e)
		}
	}
	for j, column := range columns {
		x.columns[j] = make([]*big.Int, len(column))
		for i, score := range column {
			m, e, _ := parts(score)
			x.columns[j][i] = new(big.Int).Lsh(big.NewInt(m), uint(e-x.exponent))
		}
	}
	return x, ""
}

// points returns num ÷ den units in points. The divisor must not be zero.
func (x exactly) points(num, den *big.Int) *big.Rat {
	unit := new(big.Int).Lsh(big.NewInt(x.per), uint(-x.exponent))
	return new(big.Rat).SetFrac(num, unit.Mul(unit, den))
}
