package agreement

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// A Value is a statistic, or the reason why there is none. The zero Value has none, because nothing was computed.
type Value struct {
	number  float64
	defined bool
	reason  string
}

// Get returns the number, and false when there is none; it is always finite.
func (v Value) Get() (float64, bool) { return v.number, v.defined }

// Defined reports whether there is a number.
func (v Value) Defined() bool { return v.defined }

// Reason says why there is no number: "两名评查人都把全部案卷归入同一类". It is empty when there is one.
func (v Value) Reason() string {
	switch {
	case v.defined:
		return ""
	case v.reason == "":
		return "没有计算"
	}
	return v.reason
}

// String returns the number with four decimals, "0.7042", or "无法计算：" and the reason.
func (v Value) String() string { return v.Fixed(4) }

// Fixed returns the number with so many decimals, at most 15, or "无法计算：" and the reason.
func (v Value) Fixed(places int) string {
	if !v.defined {
		return "无法计算：" + v.Reason()
	}
	text := strconv.FormatFloat(v.number, 'f', min(max(places, 0), 15), 64)
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return text
}

// MarshalJSON writes the number, unrounded, or null.
func (v Value) MarshalJSON() ([]byte, error) {
	if !v.defined {
		return []byte("null"), nil
	}
	return json.Marshal(v.number)
}

// UnmarshalJSON reads what MarshalJSON wrote; the reason of a null is not known any more.
func (v *Value) UnmarshalJSON(data []byte) error {
	*v = Value{}
	if bytes.Equal(data, []byte("null")) {
		*v = undefined("保存的结果中没有数值")
		return nil
	}
	var number float64
	if err := json.Unmarshal(data, &number); err != nil {
		return fmt.Errorf("agreement: 应当是数字或者 null: %w", err)
	}
	*v = known(number)
	return nil
}

func undefined(reason string) Value { return Value{reason: reason} }

// known is a value of a number that is finite. Negative zero is zero.
func known(number float64) Value {
	if math.IsInf(number, 0) || math.IsNaN(number) {
		return undefined("结果超出可以表示的范围")
	}
	return Value{number: number + 0, defined: true}
}

// nearest rounds a fraction once.
func nearest(r *big.Rat) Value {
	number, _ := r.Float64()
	return known(number)
}
