package rubric

import (
	"encoding/json"
	"errors"
	"math/big"
	"math/bits"
)

// A Score is an exact number of points (得分): a fraction of hundredths, because points that are scaled rarely come out even.
// The zero Score is none at all, which is not the same as no points: see ScoreOf. Scores in lowest terms, as all that this
// package returns are, may be compared with ==.
type Score struct {
	num, den int64 // den > 0, or 0: none
}

// ErrScore is returned for JSON that is not a score.
var ErrScore = errors.New("rubric: 不是有效得分")

// ScoreOf returns a score of so many points.
func ScoreOf(p Points) Score { return Score{int64(p), 1} }

// newScore returns num/den in lowest terms; den is above zero.
func newScore(num, den int64) Score {
	by := divisor(den, max(num, -num))
	return Score{num / by, den / by}
}

// divisor returns the greatest common divisor; a is above zero, b not below.
func divisor(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// Mean returns the mean of scores; none if there are no scores, or one of them is none, or the mean cannot be held: with
// the points that Vet lets pass, that of three can.
func Mean(scores ...Score) Score {
	sum := new(big.Rat)
	for _, s := range scores {
		if s.IsZero() {
			return Score{}
		}
		sum.Add(sum, s.Rat())
	}
	if len(scores) == 0 {
		return Score{}
	}
	sum.Quo(sum, big.NewRat(int64(len(scores)), 1))
	if !sum.Num().IsInt64() || !sum.Denom().IsInt64() {
		return Score{}
	}
	return Score{sum.Num().Int64(), sum.Denom().Int64()}
}

// IsZero reports whether there is no score.
func (s Score) IsZero() bool { return s.den == 0 }

// Rat returns the score in hundredths, to compute with; zero for none.
func (s Score) Rat() *big.Rat {
	if s.IsZero() {
		return new(big.Rat)
	}
	return big.NewRat(s.num, s.den)
}

// Compare returns -1, 0 or 1 as s is less than, equal to or more than t, exactly; no score is less than any.
func (s Score) Compare(t Score) int {
	switch {
	case s == t:
		return 0
	case s.IsZero():
		return -1
	case t.IsZero():
		return 1
	}
	return compareProducts(s.num, t.den, t.num, s.den)
}

// compareProducts compares a×b with c×d; b and d are above zero.
func compareProducts(a, b, c, d int64) int {
	if (a < 0) != (c < 0) {
		if a < 0 {
			return -1
		}
		return 1
	}
	order := 1
	if a < 0 {
		a, c, order = -a, -c, -1
	}
	h1, l1 := bits.Mul64(uint64(a), uint64(b))
	h2, l2 := bits.Mul64(uint64(c), uint64(d))
	switch {
	case h1 == h2 && l1 == l2:
		return 0
	case h1 < h2 || h1 == h2 && l1 < l2:
		return -order
	}
	return order
}

// Rounded returns the score to two decimals, halves away from zero, for people to read; never for grades.
func (s Score) Rounded() Points {
	if s.IsZero() {
		return 0
	}
	q, r := s.num/s.den, s.num%s.den
	switch {
	case r >= s.den-r && r > 0:
		q++
	case -r >= s.den+r && r < 0:
		q--
	}
	return Points(q)
}

// String returns two decimals, "93.60", and "无" for none.
func (s Score) String() string {
	if s.IsZero() {
		return "无"
	}
	return s.Rounded().Fixed()
}

// exact is the JSON of a score: hundredths of a point as a fraction, and what people read.
type exact struct {
	Num    int64  `json:"num"`
	Den    int64  `json:"den"`
	Points Points `json:"points"`
}

// MarshalJSON writes {"num": …, "den": …, "points": 93.6}: the fraction in hundredths of a point, and the rounded points;
// null for none.
func (s Score) MarshalJSON() ([]byte, error) {
	if s.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(exact{s.num, s.den, s.Rounded()})
}

// UnmarshalJSON reads what MarshalJSON wrote; points that do not go with the fraction are an error.
func (s *Score) UnmarshalJSON(data []byte) error {
	*s = Score{}
	if string(data) == "null" {
		return nil
	}
	var e exact
	if err := json.Unmarshal(data, &e); err != nil || e.Den <= 0 || e.Num == -e.Num && e.Num != 0 {
		return ErrScore
	}
	read := newScore(e.Num, e.Den)
	if read.Rounded() != e.Points || read.den != e.Den {
		return ErrScore
	}
	*s = read
	return nil
}
