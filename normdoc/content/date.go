package content

import (
	"strconv"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/statute"
)

// numeral is a number in Arabic or Chinese signs, as in an expression.
const numeral = `[0-9０-９〇零○一二三四五六七八九十两]+`

// day is a date, as in an expression: 2024年5月1日, 二〇二四年五月一日.
const day = `(` + numeral + `)年(` + numeral + `)月(` + numeral + `)日`

// dateOf reads the groups of day; the zero Date when there is no such day.
func dateOf(year, month, of string) fazhi.Date {
	y, m, d := numberOf(year), numberOf(month), numberOf(of)
	if y < 1000 || m > 12 {
		return fazhi.Date{}
	}
	return fazhi.DateOf(y, time.Month(m), d)
}

// numberOf reads a number in Arabic or Chinese signs, 0 if it is none.
func numberOf(s string) int {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '○':
			return '〇'
		}
		return r
	}, s)
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	n, _, err := han.ParseNumeral(s)
	if err != nil {
		return 0
	}
	return n
}

var dayForm = cue.MustCompile(`^\s*` + day + `\s*$`)

// signature returns the date of the signature, the zero Date if there is none.
func (d *Draft) signature() fazhi.Date {
	for _, line := range d.parts[statute.Signature] {
		if m := dayForm.Groups(strings.ReplaceAll(line.text, " ", "")); m != nil {
			return dateOf(m[1], m[2], m[3])
		}
	}
	return fazhi.Date{}
}
