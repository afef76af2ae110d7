package enforcement

import (
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A Score is a number of points from 0 to 100 with at most two decimals, kept in hundredths so that it is exact: 8950 is
// 89.5. The zero Score is no points at all; where there may be no score, use a pointer.
type Score int32

// full is 100 points.
const full Score = 100_00

// ErrScore is returned, wrapped, for a text that is not a score.
var ErrScore = errors.New("不是有效评分")

// Points returns a score of whole points, and 0 when it is out of range.
func Points(n int) Score {
	if n < 0 || n > 100 {
		return 0
	}
	return Score(n) * 100
}

// ParseScore reads "92", "92.5" or "89.75".
func ParseScore(text string) (Score, error) {
	p, err := rubric.ParsePoints(text)
	if err != nil || p > rubric.Points(full) || strings.HasPrefix(text, "-") {
		return 0, fmt.Errorf("enforcement: %w：应当是 0 至 100，至多两位小数", ErrScore)
	}
	return Score(p), nil
}

// String returns the score without trailing zeros: "89.5".
func (s Score) String() string { return rubric.Points(s).String() }

// MarshalText writes String.
func (s Score) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what ParseScore reads.
func (s *Score) UnmarshalText(text []byte) error {
	parsed, err := ParseScore(string(text))
	*s = parsed
	return err
}
