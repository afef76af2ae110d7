package ooxml

import (
	"errors"
	"fmt"
)

// Errors of this package, wrapped with what is wrong.
var (
	ErrFormat   = errors.New("不是 .docx 文件")
	ErrDamaged  = errors.New("文件已损坏")
	ErrTooLarge = errors.New("文件超过读取上限")
	ErrNoPart   = errors.New("文件缺少部件")
)

func damaged(what string) error { return fmt.Errorf("ooxml: %w：%s", ErrDamaged, what) }

func tooLarge(what string) error { return fmt.Errorf("ooxml: %w：%s", ErrTooLarge, what) }
