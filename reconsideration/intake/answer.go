package intake

import (
	"errors"
	"fmt"
)

// An Answer says whether something is so. The zero value is Unknown: nobody has said. JSON has 是, 否 and 未知.
type Answer int8

// The answers.
const (
	Unknown Answer = iota // 未知
	No                    // 否
	Yes                   // 是
)

var errAnswer = errors.New("应当是 是、否、未知 之一")

// String returns 未知, 否 or 是.
func (a Answer) String() string {
	switch a {
	case Yes:
		return "是"
	case No:
		return "否"
	}
	return "未知"
}

// MarshalText writes String.
func (a Answer) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what MarshalText wrote; an empty text is Unknown.
func (a *Answer) UnmarshalText(text []byte) error {
	switch string(text) {
	case "是":
		*a = Yes
	case "否":
		*a = No
	case "未知", "":
		*a = Unknown
	default:
		return fmt.Errorf("intake: %w", errAnswer)
	}
	return nil
}

func answerOf(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}
