package numbering

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// Number writes the number of a slot from its Year and Serial; the rest of the slot is not looked at. The error is
// ErrNumber when the rule has no number for them: a year that the field cannot write, a year where the rule shows none,
// a serial that has more digits than the field. It is a Numberer.
func (s Scheme) Number(slot Slot) (string, error) {
	if err := s.absent(); err != nil {
		return "", err
	}
	if slot.Year != 0 && !s.Yearly() {
		return "", numberError(0, "规则没有年份，不能按年编号")
	}
	var buf [4 * longestPattern]byte // no number is longer
	dst := buf[:0]
	for _, p := range s.parts {
		var err error
		if dst, err = p.append(dst, slot); err != nil {
			return "", err
		}
	}
	return string(dst), nil
}

func (p part) append(dst []byte, slot Slot) ([]byte, error) {
	switch p.kind {
	case year:
		first, last := yearRange(p.width)
		if slot.Year < first || slot.Year > last {
			return nil, numberError(0, "年份应当在%d至%d之间", first, last)
		}
		if p.width == 2 {
			return appendPadded(dst, slot.Year%100, 2), nil
		}
		return appendPadded(dst, slot.Year, 4), nil
	case serial:
		if slot.Serial < 1 {
			return nil, numberError(0, "顺序号从1起")
		}
		if most := p.lastSerial(); slot.Serial > most {
			return nil, numberError(0, "顺序号超过%d，已经用完", most)
		}
		return appendPadded(dst, slot.Serial, p.width), nil
	case check:
		c, err := checkCharacter(string(dst))
		return append(dst, c), err
	}
	return append(dst, p.text...), nil
}

// lastSerial returns the largest serial that the field can write.
func (p part) lastSerial() int {
	last := 0
	for range p.width {
		last = last*10 + 9
	}
	if last == 0 {
		return lastSerial
	}
	return last
}

// appendPadded appends n with zeros before it, up to the width.
func appendPadded(dst []byte, n, width int) []byte {
	var buf [20]byte
	text := strconv.AppendInt(buf[:0], int64(n), 10)
	for range width - len(text) {
		dst = append(dst, '0')
	}
	return append(dst, text...)
}

// checkCharacter returns the check character for what stands before it.
func checkCharacter(before string) (byte, error) {
	covered := strings.Map(func(c rune) rune {
		if isCovered(c) {
			return c
		}
		return -1
	}, before)
	c, err := checkdigit.Mod31(covered)
	if err != nil { // Parse has seen that it cannot happen
		return 0, numberError(0, "不能计算校验码")
	}
	return c, nil
}
