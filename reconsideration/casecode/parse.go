package casecode

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// shape has one character for each of a code's: 9 stands for a digit, X for a character of GB 32100-2015, - for itself.
const shape = "999999XX-9999-999999-X"

// Where the parts of a code begin, and how long they are.
const (
	organLength = 8
	yearAt      = 9
	serialAt    = 14
	checkAt     = 21
)

// Parse reads the written form of a code and no other: nothing is put right on the way. The error says everything that is
// wrong: the length alone (ErrLength); else every character that cannot stand where it stands, with the one that was
// probably meant (ErrCharacter, joined); else year, serial or check character (ErrYear, ErrSerial, ErrCheck). Each is an
// *Error.
func Parse(text string) (Code, error) {
	if err := readable(text, shape); err != nil {
		return Code{}, err
	}
	c := Code{Organ: text[:organLength]}
	c.Year, _ = strconv.Atoi(text[yearAt : yearAt+4]) // they are digits
	c.Serial, _ = strconv.Atoi(text[serialAt : serialAt+6])
	err := checkYear(c.Year)
	if err == nil {
		err = checkSerial(c.Serial)
	}
	if err == nil && checkdigit.VerifyMod31(strings.ReplaceAll(text, "-", "")) != nil {
		err = &Error{Column: checkAt + 1, Reason: "请核对编号是否抄录有误", kind: ErrCheck}
	}
	if err != nil {
		return Code{}, err
	}
	return c, nil
}

// readable reports what keeps a text from having the shape.
func readable(text, shape string) error {
	n := utf8.RuneCountInString(text)
	if n != len(shape) {
		return &Error{Reason: lengthReason(n, shape), kind: ErrLength}
	}
	var faults []error
	column := 0
	for _, c := range text {
		if !fits(c, shape[column]) {
			faults = append(faults, characterError(column, c, shape[column]))
		}
		column++
	}
	return errors.Join(faults...)
}

func lengthReason(n int, shape string) string {
	if hyphens := strings.Count(shape, "-"); hyphens > 0 {
		return fmt.Sprintf("应当有%d个字符，包括%d个“-”，现有%d个", len(shape), hyphens, n)
	}
	return fmt.Sprintf("机关代码应当有%d个字符，现有%d个", len(shape), n)
}

// fits reports whether a character can stand at a place of the shape.
func fits(c rune, place byte) bool {
	switch place {
	case '9':
		return '0' <= c && c <= '9'
	case 'X':
		return c < utf8.RuneSelf && strings.IndexByte(checkdigit.Alphabet, byte(c)) >= 0
	}
	return c == rune(place)
}

func characterError(i int, c rune, place byte) error {
	e := &Error{Column: i + 1, Near: nearest(c, place), kind: ErrCharacter}
	switch place {
	case '9':
		e.Reason = "应当是数字"
	case 'X':
		e.Reason = "应当是数字或者大写字母，不用 I、O、S、V、Z"
	default:
		e.Reason = "应当是“" + string(place) + "”"
	}
	if e.Near != 0 && place != '-' {
		e.Reason += "；可能是“" + string(e.Near) + "”"
	}
	return e
}
