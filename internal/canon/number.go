package canon

import (
	"bytes"
	"strconv"
)

// number writes the number that begins here.
func (w *writer) number() *Error {
	rest := w.src[w.pos:]
	if n := smallInteger(rest); n > 0 {
		w.out = append(w.out, rest[:n]...)
		w.pos += n
		return nil
	}
	d, n, ok := parseDecimal(rest)
	switch {
	case n == 0:
		return w.fault(notValue)
	case !ok:
		w.pos += n
		return w.fault("数字写法有误")
	case !d.isExact():
		return w.fault("这个数不能准确地写成规范形式（双精度），请写成字符串")
	}
	w.pos += n
	w.out = d.append(w.out)
	return nil
}

// smallInteger returns the length of a number that is canonical as it stands, the usual case: up to 15 digits and nothing
// else. It is 0 for others.
func smallInteger(s []byte) int {
	n := len(digitsAt(s[:min(len(s), 16)]))
	if n > 15 || n > 1 && s[0] == '0' || n < len(s) && (s[n] == '.' || s[n]|0x20 == 'e') {
		return 0
	}
	return n
}

// maxDigits is how many digits the shortest form of a double can have.
const maxDigits = 17

// A decimal is the value ±0.d₁d₂…dₙ × 10^point, where d₁ and dₙ are not 0; nought has no digits.
type decimal struct {
	digits   [maxDigits]byte
	n        int
	point    int
	negative bool
	long     bool // more than maxDigits; the digits are not the value
	zeros    int  // read and not yet known to stand between other digits
}

// parseDecimal reads the number at the beginning of s. If it is wrong there, n is where.
func parseDecimal(s []byte) (d decimal, n int, ok bool) {
	if len(s) > 0 && s[0] == '-' {
		d.negative, n = true, 1
	}
	whole := digitsAt(s[n:])
	if len(whole) == 0 {
		return d, n, false
	}
	d.whole(whole)
	n += len(whole)
	if whole[0] == '0' && len(whole) > 1 {
		return d, n - len(whole) + 1, false
	}
	if n < len(s) && s[n] == '.' {
		fraction := digitsAt(s[n+1:])
		d.fraction(fraction)
		n += 1 + len(fraction)
		if len(fraction) == 0 {
			return d, n, false
		}
	}
	if n < len(s) && s[n]|0x20 == 'e' {
		size, good := d.exponent(s[n:])
		return d.nought(), n + size, good
	}
	return d.nought(), n, true
}

// whole takes the digits before the point.
func (d *decimal) whole(digits []byte) {
	digits = bytes.TrimLeft(digits, "0")
	d.point = len(digits)
	for _, c := range digits {
		d.digit(c)
	}
}

// fraction takes the digits after the point.
func (d *decimal) fraction(digits []byte) {
	if d.n == 0 {
		short := bytes.TrimLeft(digits, "0")
		d.point = len(short) - len(digits)
		digits = short
	}
	for _, c := range digits {
		d.digit(c)
	}
}

// digit takes one digit. The first one is not 0.
func (d *decimal) digit(c byte) {
	switch {
	case d.long:
	case c == '0':
		d.zeros++
	case d.n+d.zeros >= maxDigits:
		d.long = true
	default:
		for ; d.zeros > 0; d.zeros-- {
			d.digits[d.n] = '0'
			d.n++
		}
		d.digits[d.n] = c
		d.n++
	}
}

// exponent takes e±digits and returns its length. It stops counting where no double can be, however long the digits
// before it are.
func (d *decimal) exponent(s []byte) (n int, ok bool) {
	n = 1
	if n < len(s) && (s[n] == '+' || s[n] == '-') {
		n++
	}
	digits := digitsAt(s[n:])
	e := 0
	for _, c := range digits {
		e = min(e*10+int(c-'0'), 4*MaxSize)
	}
	if s[n-1] == '-' {
		e = -e
	}
	d.point += e
	return n + len(digits), len(digits) > 0
}

// nought returns d with the one form of nought.
func (d decimal) nought() decimal {
	d.zeros = 0
	if d.n == 0 {
		return decimal{}
	}
	return d
}

// isExact reports whether the shortest form of the nearest double is the same decimal value. Up to 15 digits every double
// gives back, unless it is subnormal or out of range.
func (d decimal) isExact() bool {
	switch {
	case d.long || d.point > 400 || d.point < -400:
		return false
	case d.n <= 15 && d.point < 300 && d.point > -300:
		return true
	}
	var buf [32]byte
	f, err := strconv.ParseFloat(string(d.scientific(buf[:0])), 64)
	if err != nil {
		return false
	}
	nearest, _, _ := parseDecimal(strconv.AppendFloat(buf[:0], f, 'e', -1, 64))
	return nearest == d
}

// append appends the number as ECMAScript's Number::toString prints it (RFC 8785, 3.2.2.3).
func (d decimal) append(dst []byte) []byte {
	if d.n == 0 {
		return append(dst, '0')
	}
	if d.point > 21 || d.point <= -6 {
		return d.scientific(dst)
	}
	if d.negative {
		dst = append(dst, '-')
	}
	digits := d.digits[:d.n]
	switch {
	case d.point >= d.n:
		return appendZeros(append(dst, digits...), d.point-d.n)
	case d.point > 0:
		dst = append(append(dst, digits[:d.point]...), '.')
		return append(dst, digits[d.point:]...)
	}
	return append(appendZeros(append(dst, "0."...), -d.point), digits...)
}

// scientific appends d₁.d₂…e±n.
func (d decimal) scientific(dst []byte) []byte {
	if d.negative {
		dst = append(dst, '-')
	}
	dst = append(dst, d.digits[0])
	if d.n > 1 {
		dst = append(append(dst, '.'), d.digits[1:d.n]...)
	}
	dst = append(dst, 'e')
	if d.point > 0 {
		dst = append(dst, '+')
	}
	return strconv.AppendInt(dst, int64(d.point-1), 10)
}

// appendZeros appends n noughts; append asks for 20 at most.
func appendZeros(dst []byte, n int) []byte {
	const zeros = "00000000000000000000"
	return append(dst, zeros[:n]...)
}

// digitsAt returns the digits at the beginning of s.
func digitsAt(s []byte) []byte {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return s[:n]
}
