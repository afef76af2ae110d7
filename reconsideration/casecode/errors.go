package casecode

import (
	"errors"
	"fmt"
)

// What can be wrong with a text that should be a code. Errors wrap one of them.
var (
	ErrLength    = errors.New("案件编号的长度不对")
	ErrCharacter = errors.New("案件编号中有不该有的字符")
	ErrYear      = errors.New("案件编号的年份不对")
	ErrSerial    = errors.New("案件编号的顺序号不对")
	ErrCheck     = errors.New("案件编号的校验码不符")
)

// What can be wrong with a code, a link, a key or an id.
var (
	ErrNotIssued = errors.New("登记簿没有给出这一案件编号")
	ErrLapsed    = errors.New("这一案件编号的预留已经失效")
	ErrLink      = errors.New("不能关联")
	ErrLinked    = errors.New("文件已经关联到另一案件编号")
	ErrNotLinked = errors.New("文件没有关联到这一案件编号")
	ErrKey       = errors.New("查询码的密钥不对")
	ErrID        = errors.New("不是查询码")
	ErrUnknown   = errors.New("没有这一查询码")
)

// An Error says what is wrong with a text that should be a code, and where. It does not repeat the text.
type Error struct {
	Column int  // in characters, from 1; 0: the text as a whole
	Near   rune // of ErrCharacter, the character that was probably meant; 0: none is near
	Reason string

	kind error
}

// Error is one sentence with the place.
func (e *Error) Error() string {
	if e.Column == 0 {
		return fmt.Sprintf("casecode: %v：%s", e.kind, e.Reason)
	}
	return fmt.Sprintf("casecode: %v：第%d个字符：%s", e.kind, e.Column, e.Reason)
}

// Unwrap returns the kind: ErrLength, ErrCharacter, ErrYear, ErrSerial or ErrCheck.
func (e *Error) Unwrap() error { return e.kind }

func checkYear(year int) error {
	if year < FirstYear || year > LastYear {
		return &Error{Column: yearAt + 1, Reason: fmt.Sprintf("年份应当在%d至%d之间", FirstYear, LastYear), kind: ErrYear}
	}
	return nil
}

func checkSerial(serial int) error {
	if serial < 1 || serial > lastSerial {
		return &Error{Column: serialAt + 1, Reason: fmt.Sprintf("顺序号应当在%06d至%06d之间", 1, lastSerial), kind: ErrSerial}
	}
	return nil
}
