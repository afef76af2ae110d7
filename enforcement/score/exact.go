package score

import (
	"encoding/json"
	"math/big"
	"strings"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// An Exact is a number of an explanation, a fraction of hundredths of a point as a rubric.Score is. The zero Exact is none,
// which is not the same as zero points.
type Exact struct{ rat *big.Rat }

func exactly(p rubric.Points) Exact { return Exact{big.NewRat(int64(p), 1)} }

func exactScore(s rubric.Score) Exact {
	if s.IsZero() {
		return Exact{}
	}
	return Exact{s.Rat()}
}

// IsZero reports whether there is no number.
func (e Exact) IsZero() bool { return e.rat == nil }

// Rat returns the number in hundredths of a point, to compute with; zero for none.
func (e Exact) Rat() *big.Rat {
	if e.rat == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Set(e.rat)
}

// String returns points with at most four decimals, and what was left out as "…": "75.5", "46.6049…". None is "无".
func (e Exact) String() string {
	const shown = 100 // of a hundredth: two more decimals
	if e.rat == nil {
		return "无"
	}
	digits, rest := new(big.Int).QuoRem(new(big.Int).Mul(e.rat.Num(), big.NewInt(shown)), e.rat.Denom(), new(big.Int))
	sign := ""
	if e.rat.Sign() < 0 {
		sign = "-"
		digits.Neg(digits)
	}
	if rest.Sign() == 0 && new(big.Int).Rem(digits, big.NewInt(shown)).Sign() == 0 {
		return sign + rubric.Points(digits.Quo(digits, big.NewInt(shown)).Int64()).String()
	}
	text := big.NewRat(1, 1).SetFrac(digits, big.NewInt(100*shown)).FloatString(4)
	if rest.Sign() != 0 {
		return sign + text + "…"
	}
	return sign + strings.TrimRight(text, "0")
}

// MarshalJSON writes the fraction in hundredths of a point and what String returns, null for none:
// {"num": 755000, "den": 162, "text": "46.6049…"}.
func (e Exact) MarshalJSON() ([]byte, error) {
	if e.rat == nil {
		return []byte("null"), nil
	}
	return json.Marshal(fraction{json.Number(e.rat.Num().String()), json.Number(e.rat.Denom().String()), e.String()})
}

type fraction struct {
	Num  json.Number `json:"num"`
	Den  json.Number `json:"den"`
	Text string      `json:"text"`
}
