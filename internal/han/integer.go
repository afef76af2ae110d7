package han

import (
	"math"
	"strconv"
)

// units are the signs of the places within four digits (个十百千).
var units = [4]token{none, ten, hundred, thousand}

// spell appends n by the rules that numerals and amounts share: every digit but
// nought with its place, 万 after a group of four digits and 亿 after eight,
// one 零 for a gap however wide, no 零 at the end. Above 亿亿 the eights nest:
// 10¹⁶ is 一亿亿.
func spell(dst []token, n uint64) []token {
	if n == 0 {
		return append(dst, zero)
	}
	var buf [20]byte
	digits := strconv.AppendUint(buf[:0], n, 10)
	last := len(digits) // place of the digit written last
	for i, c := range digits {
		place := len(digits) - 1 - i
		if c != '0' {
			if last-place > 1 {
				dst = append(dst, gap(last, place))
			}
			dst = appendDigit(dst, token(c-'0'), place)
			last = place
		}
		switch {
		case place%8 == 4 && last < place+4:
			dst = append(dst, wan)
		case place%8 == 0 && place > 0:
			dst = append(dst, yi)
		}
	}
	return dst
}

func appendDigit(dst []token, digit token, place int) []token {
	dst = append(dst, digit)
	if place%4 > 0 {
		dst = append(dst, units[place%4])
	}
	return dst
}

// gap tells how firm the 零 between the digits at two places is. Without it
// 一百零二 would be 一百二, which is said for 120, and 一亿零七千 would be
// 一亿七千, said for 170 million: such a 零 must stand. 附一 4(3) frees the 零
// between 万 and 仟 alone.
func gap(high, low int) token {
	switch {
	case low%4 == 0 || high/4-low/4 > 1:
		return zero
	case low == 3:
		return freeZero
	}
	return laxZero
}

// value reads an integer without regard to its form; the caller compares the
// text with the spelling of the value. ok is false above the range of int64.
func value(tokens []token) (n uint64, ok bool) {
	var sum, tenThousands, group, digit uint64
	for _, t := range tokens {
		switch t {
		case ten, hundred, thousand:
			group += max(digit, 1) * [...]uint64{ten: 10, hundred: 100, thousand: 1000}[t]
			digit = 0
		case twenty:
			group += 20
		case thirty:
			group += 30
		case wan:
			tenThousands += (group + digit) * 1e4
			group, digit = 0, 0
		case yi:
			sum += tenThousands + group + digit
			if sum > math.MaxInt64/100_000_000 {
				return 0, false
			}
			sum, tenThousands, group, digit = sum*1e8, 0, 0, 0
		case liang:
			digit = 2
		default: // a digit; no other sign has a place in the spelling
			digit = uint64(t)
		}
	}
	return sum + tenThousands + group + digit, true
}

// signed gives a magnitude its sign. limit is the greatest positive value, and
// one more is the magnitude of the least negative one.
func signed(n uint64, negative bool, limit uint64) (value int64, msg string) {
	switch {
	case negative && n == 0:
		return 0, msgNegative
	case negative && n <= limit+1:
		return -int64(n), ""
	case negative || n > limit:
		return 0, msgOverflow
	}
	return int64(n), ""
}

// magnitude is the absolute value of n, right for the least int64 too.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
