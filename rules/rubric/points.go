package rubric

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Points is a number of points (分值) in hundredths, so that sums are exact: 150 is 1.5 points. The zero value is no
// points. JSON has it as a decimal number with at most two decimals, 1.5, which is read digit by digit and never by way
// of a float; cells and YAML have the same text.
type Points int64

// MaxPoints is the most that a text can give, so that sums of many items stay in range.
const MaxPoints Points = 1_000_000_00

// ErrPoints is returned, wrapped, for a text that is not a number of points.
var ErrPoints = errors.New("不是有效分值")

// Whole returns n whole points.
func Whole(n int) Points { return Points(n) * 100 }

// ParsePoints reads "92", "-3", "92.5" or "89.75": ASCII digits, at most two decimals, between -MaxPoints and MaxPoints.
func ParsePoints(text string) (Points, error) {
	digits, negative := strings.CutPrefix(text, "-")
	whole, decimals, point := strings.Cut(digits, ".")
	if whole == "" || point && decimals == "" || len(decimals) > 2 || strings.Trim(whole+decimals, "0123456789") != "" {
		return 0, fmt.Errorf("rubric: %w：应当是数字，至多两位小数", ErrPoints)
	}
	n, err := strconv.ParseInt(whole+(decimals + "00")[:2], 10, 64)
	if err != nil || Points(n) > MaxPoints {
		return 0, fmt.Errorf("rubric: %w：应当在正负%s分之间", ErrPoints, MaxPoints)
	}
	if negative {
		n = -n
	}
	return Points(n), nil
}

// String returns the points without trailing zeros: "89.5".
func (p Points) String() string {
	return strings.TrimSuffix(strings.TrimRight(p.Fixed(), "0"), ".")
}

// Fixed returns the points with two decimals, for columns of numbers: "89.50".
func (p Points) Fixed() string {
	sign, n := "", uint64(p)
	if p < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

// MarshalText writes String.
func (p Points) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what ParsePoints reads.
func (p *Points) UnmarshalText(text []byte) error {
	parsed, err := ParsePoints(string(text))
	*p = parsed
	return err
}

// MarshalJSON writes a decimal number.
func (p Points) MarshalJSON() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalJSON reads a decimal number as ParsePoints does; text and null are errors.
func (p *Points) UnmarshalJSON(data []byte) error { return p.UnmarshalText(data) }
