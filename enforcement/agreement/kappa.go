package agreement

import "math/big"

// Weights say how grave it is that two reviewers choose different classes. The zero value is Nominal.
type Weights uint8

// The weights. With d the distance of two classes in the table's order:
const (
	Nominal   Weights = iota // every difference counts 1: Cohen's κ
	Linear                   // it counts d
	Quadratic                // it counts d²
)

func (w Weights) of(i, j int) int64 {
	d := int64(max(i-j, j-i))
	switch w {
	case Linear:
		return d
	case Quadratic:
		return d * d
	}
	return min(d, 1)
}

// Agreement returns the share of files on which the two agree (一致率), which is not corrected for chance.
func (t Table) Agreement() Value {
	m, reason := t.add()
	if reason != "" {
		return undefined(reason)
	}
	return nearest(big.NewRat(m.same, m.total))
}

// Kappa returns Cohen's κ, weighted as asked: 1 − observed difference ÷ difference expected by chance. It is not defined
// when chance leaves no difference, because both put all files into the same class (0/0). It lies between −1 and 1.
func (t Table) Kappa(w Weights) Value {
	m, reason := t.add()
	if reason != "" {
		return undefined(reason)
	}
	if w > Quadratic {
		return undefined("没有这种权重")
	}
	var observed, expected int64
	for i, row := range t.Counts {
		for j, n := range row {
			observed += w.of(i, j) * int64(n)
			expected += w.of(i, j) * m.rows[i] * m.columns[j]
		}
	}
	if expected == 0 {
		return undefined("两名评查人都把全部案卷归入同一类，κ 为 0/0")
	}
	return nearest(big.NewRat(expected-m.total*observed, expected))
}

// AC1 returns Gwet's first-order agreement coefficient, which stays meaningful where nearly all files are in one class
// (κ does not). Chance depends on the number of classes of the scale, used or not; with less than two it is not defined.
func (t Table) AC1() Value {
	m, reason := t.add()
	if reason != "" {
		return undefined(reason)
	}
	if len(t.Classes) < 2 {
		return undefined("只有一个类别，谈不上一致与否")
	}
	var mixed int64
	for i := range m.rows {
		used := m.rows[i] + m.columns[i]
		mixed += used * (2*m.total - used)
	}
	// 1 − pe = (whole − mixed) ÷ whole, and mixed is at most whole ÷ 2.
	whole := 4 * m.total * m.total * int64(len(t.Classes)-1)
	apart := 4 * m.total * (m.total - m.same) * int64(len(t.Classes)-1)
	return nearest(big.NewRat(whole-mixed-apart, whole-mixed))
}
