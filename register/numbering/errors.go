package numbering

import (
	"errors"
	"fmt"
)

// Errors to branch on; what is returned wraps one of them.
var (
	ErrScheme = errors.New("编号规则有误")   // a pattern, or no Scheme at all
	ErrNumber = errors.New("不是该规则的编号") // a text or a Slot
	ErrCheck  = errors.New("校验码不符")    // a text that is right but for its check character
)

// An Error says what is wrong with a pattern, a text or a slot. It is ErrScheme, ErrNumber or ErrCheck.
type Error struct {
	Column int // in characters, from 1; 0 when there is no text, or when the text as a whole is meant
	Reason string

	kind error
}

// Error is one sentence with the place.
func (e *Error) Error() string {
	if e.Column == 0 {
		return fmt.Sprintf("numbering: %v：%s", e.kind, e.Reason)
	}
	return fmt.Sprintf("numbering: %v：第%d字：%s", e.kind, e.Column, e.Reason)
}

// Unwrap returns ErrScheme, ErrNumber or ErrCheck.
func (e *Error) Unwrap() error { return e.kind }

func numberError(column int, format string, args ...any) error {
	return &Error{Column: column, Reason: fmt.Sprintf(format, args...), kind: ErrNumber}
}
