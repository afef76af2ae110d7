package numbering

import "slices"

// A Scheme is a numbering rule as data. The zero value is no rule; it has no numbers. See Parse.
type Scheme struct {
	pattern string
	parts   []part // never changed after Parse
}

// A part is a field, or the text between two fields.
type part struct {
	kind  kind
	text  string // of literal
	width int    // of year and serial; 0 is a serial without padding
	alone bool   // of serial: no digit can follow it
}

type kind int8

const (
	literal kind = iota
	year
	serial
	check
)

const (
	longestPattern = 64        // characters
	widestSerial   = 9         // digits
	lastSerial     = 999999999 // of widestSerial digits
)

// Years that a field can write: the four digits are those of fazhi.ParseNumber, the two digits are read as
// fazhi.NormalizeNumber reads them.
const (
	firstYear, lastYear           = 1900, 2099
	firstShortYear, lastShortYear = 1950, 2049
)

// yearRange returns the years that a field of the width can write.
func yearRange(width int) (first, last int) {
	if width == 2 {
		return firstShortYear, lastShortYear
	}
	return firstYear, lastYear
}

// Yearly reports whether the number shows the year, so that the series restarts every year.
func (s Scheme) Yearly() bool { return s.has(year) }

func (s Scheme) has(k kind) bool {
	return slices.ContainsFunc(s.parts, func(p part) bool { return p.kind == k })
}

// IsZero reports whether s is no rule.
func (s Scheme) IsZero() bool { return s.pattern == "" }

// String returns the pattern, or "" for the zero Scheme.
func (s Scheme) String() string { return s.pattern }

// MarshalText writes String.
func (s Scheme) MarshalText() ([]byte, error) { return []byte(s.pattern), nil }

// UnmarshalText reads what Parse reads; an empty text is the zero Scheme.
func (s *Scheme) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*s = Scheme{}
		return nil
	}
	parsed, err := Parse(string(text))
	*s = parsed
	return err
}

func (s Scheme) absent() error {
	if s.IsZero() {
		return &Error{Reason: "没有编号规则", kind: ErrScheme}
	}
	return nil
}
