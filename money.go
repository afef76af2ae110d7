package fazhi

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/han"
)

// Money is an amount of yuan in fen (分), so that sums are exact.
type Money int64

// ErrMoney is returned, wrapped, for a text that is not an amount.
var ErrMoney = errors.New("不是有效金额")

// moneyUnits lists the units of amounts with their fen, the longest name first.
var moneyUnits = [...]struct {
	name string
	fen  int64
}{{"亿元", 100_0000_0000}, {"万元", 100_0000}, {"元", 100}}

// ParseMoney reads "12345.67", "12,345.67", "¥12,345.67", "257.3万元", "-3元". An amount finer than a fen or beyond
// ±92233720368547758.07 is an error.
func ParseMoney(s string) (Money, error) {
	text := strings.TrimPrefix(strings.TrimPrefix(s, "¥"), "￥")
	unit := int64(100)
	for _, u := range moneyUnits {
		if before, ok := strings.CutSuffix(text, u.name); ok {
			text, unit = before, u.fen
			break
		}
	}
	negative := strings.HasPrefix(text, "-")
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	whole, ok := ungroup(whole)
	if !ok || strings.Trim(fraction, "0123456789") != "" || strings.HasSuffix(text, ".") {
		return 0, fmt.Errorf("fazhi: %w：应写作 12345.67 或 257.3万元", ErrMoney)
	}
	fen, err := scaled(whole, fraction, unit)
	if err != nil {
		return 0, err
	}
	if negative {
		fen = -fen
	}
	return Money(fen), nil
}

// ungroup removes commas that stand before every third digit, and none elsewhere.
func ungroup(s string) (string, bool) {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if g == "" || strings.Trim(g, "0123456789") != "" {
			return "", false
		}
		if len(groups) > 1 && (i == 0 && len(g) > 3 || i > 0 && len(g) != 3) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// scaled returns whole.fraction times unit, exactly.
func scaled(whole, fraction string, unit int64) (int64, error) {
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || n > math.MaxInt64/unit {
		return 0, fmt.Errorf("fazhi: %w：金额太大", ErrMoney)
	}
	fen := n * unit
	for _, digit := range fraction {
		if unit < 10 && digit != '0' {
			return 0, fmt.Errorf("fazhi: %w：小于一分", ErrMoney)
		}
		unit /= 10
		add := int64(digit-'0') * unit
		if fen > math.MaxInt64-add {
			return 0, fmt.Errorf("fazhi: %w：金额太大", ErrMoney)
		}
		fen += add
	}
	return fen, nil
}

// A WordsError says what is wrong with an amount in words (大写金额), and at which character, counted from 1. It does not
// repeat the text.
type WordsError struct {
	Character int
	Reason    string
}

// Error says both.
func (e *WordsError) Error() string { return "第" + strconv.Itoa(e.Character) + "字：" + e.Reason }

// ParseMoneyWords reads an amount in words (人民币大写), "人民币壹仟肆佰零玖元伍角", in every spelling that 支付结算办法
// annex 1 allows. The error wraps ErrMoney and is a *WordsError.
func ParseMoneyWords(s string) (Money, error) {
	fen, err := han.ParseAmount(s)
	var wrong *han.Error
	if errors.As(err, &wrong) {
		return 0, fmt.Errorf("fazhi: %w：%w", ErrMoney, &WordsError{Character: wrong.Pos + 1, Reason: wrong.Msg})
	}
	return Money(fen), err
}

// Words returns the amount in words (人民币大写), without the words 人民币: "壹仟肆佰零玖元伍角".
func (m Money) Words() string { return han.Amount(int64(m)) }

// String returns yuan with two decimals: "1409.50".
func (m Money) String() string {
	sign, n := "", uint64(m)
	if m < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}
