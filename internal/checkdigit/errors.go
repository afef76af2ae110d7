package checkdigit

import (
	"errors"
	"fmt"
)

// Errors to branch on; what is returned wraps them.
var (
	ErrLength    = errors.New("长度不符")
	ErrCharacter = errors.New("有不允许的字符") // at the place named
	ErrCheck     = errors.New("校验码不符")
)

func lengthError(want string) error {
	return fmt.Errorf("checkdigit: %w：应当是%s位", ErrLength, want)
}

// characterError is about the byte i, counted from 0.
func characterError(i int) error {
	return fmt.Errorf("checkdigit: %w：第%d位", ErrCharacter, i+1)
}

func checkError() error { return fmt.Errorf("checkdigit: %w", ErrCheck) }
