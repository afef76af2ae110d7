package casecode

import (
	"cmp"
	"fmt"

	"github.com/fazhi-go/fazhi/register/numbering"
)

// A Code is the code of a case (案件编号). The zero value is no code. Codes are comparable and may be map keys.
type Code struct {
	Organ  string // eight characters: six digits of the division (GB/T 2260) and two that tell its organs apart
	Year   int    // in which the case was registered, FirstYear to LastYear
	Serial int    // of the organ in the year, 1 to 999999
}

// Years and serials that a code can have.
const (
	FirstYear = 2000
	LastYear  = 2099

	lastSerial = 999999
)

// Scheme returns the rule by which the codes of an organ are written: "99010201-{year}-{serial:6}-{check}". The error, an
// *Error, says what is wrong with the organ's part.
func Scheme(organ string) (numbering.Scheme, error) {
	if err := readable(organ, shape[:organLength]); err != nil {
		return numbering.Scheme{}, err
	}
	scheme, err := numbering.Parse(organ + "-{year}-{serial:6}-{check}")
	if err != nil {
		return numbering.Scheme{}, fmt.Errorf("casecode: %w", err)
	}
	return scheme, nil
}

// number is the numbering.Numberer of an organ's codes.
func number(scheme numbering.Scheme) numbering.Numberer {
	return func(slot numbering.Slot) (string, error) {
		if err := checkYear(slot.Year); err != nil {
			return "", fmt.Errorf("%w（%w）", err, numbering.ErrNumber) // err has the prefix
		}
		return scheme.Number(slot)
	}
}

// Check reports what keeps c from being a code, nil if nothing does: the first of ErrLength or ErrCharacter of its organ, ErrYear
// and ErrSerial. Each is an *Error, or several joined, as of Parse.
func (c Code) Check() error {
	_, err := c.text()
	return err
}

func (c Code) text() (string, error) {
	scheme, err := Scheme(c.Organ)
	if err == nil {
		err = checkYear(c.Year)
	}
	if err == nil {
		err = checkSerial(c.Serial)
	}
	if err != nil {
		return "", err
	}
	return scheme.Number(numbering.Slot{Year: c.Year, Serial: c.Serial})
}

// String returns the one written form of the code, "99010201-2024-000017-9", and "" for what is no code.
func (c Code) String() string {
	text, err := c.text()
	if err != nil {
		return ""
	}
	return text
}

// Compare orders codes by organ, year and serial.
func (c Code) Compare(d Code) int {
	return cmp.Or(cmp.Compare(c.Organ, d.Organ), cmp.Compare(c.Year, d.Year), cmp.Compare(c.Serial, d.Serial))
}

// MarshalText writes String, and nothing for the zero Code. What is neither is an error.
func (c Code) MarshalText() ([]byte, error) {
	if c == (Code{}) {
		return []byte{}, nil
	}
	text, err := c.text()
	return []byte(text), err
}

// UnmarshalText reads what Parse reads; an empty text is the zero Code.
func (c *Code) UnmarshalText(text []byte) error {
	*c = Code{}
	if len(text) == 0 {
		return nil
	}
	read, err := Parse(string(text))
	*c = read
	return err
}
