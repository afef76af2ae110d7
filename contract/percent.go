package contract

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A Percent is a yearly rate of interest in thousandths of a percent, so that it is exact: 3.45% is 3450.
type Percent int64

// ErrPercent is returned, wrapped, for a text that is no rate.
var ErrPercent = errors.New("不是有效的年利率")

// mostPercent bounds a rate: 1000%.
const mostPercent = 1_000_000

// ParsePercent reads "3.45%", "3.45" or "3.45％". A rate below nought, above 1000% or with more than three decimals is an error.
func ParsePercent(s string) (Percent, error) {
	text, signed := strings.CutSuffix(strings.TrimSpace(s), "%")
	if !signed {
		text = strings.TrimSuffix(text, "％")
	}
	whole, fraction, dotted := strings.Cut(text, ".")
	if whole == "" || strings.Trim(whole+fraction, "0123456789") != "" || dotted && fraction == "" || len(fraction) > 3 {
		return 0, fmt.Errorf("contract: %w：应写作 3.45%%，最多三位小数", ErrPercent)
	}
	n, err := strconv.ParseInt(whole+(fraction + "000")[:3], 10, 64)
	if err != nil || n > mostPercent {
		return 0, fmt.Errorf("contract: %w：太大", ErrPercent)
	}
	return Percent(n), nil
}

// String returns the rate as it is written, "3.45%".
func (p Percent) String() string {
	sign, n := "", uint64(p)
	if p < 0 {
		sign, n = "-", -n
	}
	fraction := strings.TrimRight(fmt.Sprintf("%03d", n%1000), "0")
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + strconv.FormatUint(n/1000, 10) + fraction + "%"
}

// MarshalText returns String.
func (p Percent) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what ParsePercent reads.
func (p *Percent) UnmarshalText(text []byte) (err error) {
	*p, err = ParsePercent(string(text))
	return err
}
