package ooxml

import (
	"errors"
	"fmt"
)

// Errors of this package, wrapped with what is wrong. They begin with no name of a package: those that read files for others
// put theirs in front.
var (
	ErrFormat    = errors.New("不是 .docx 文件")
	ErrDamaged   = errors.New("文件不完整或者已经损坏，请重新取得")
	ErrTooLarge  = errors.New("文件超过读取上限")
	ErrNoPart    = errors.New("文件缺少部件")
	ErrEmpty     = errors.New("文件是空的")
	ErrOld       = errors.New("这是旧的 .doc 格式，请先另存为 .docx 或 PDF")
	ErrEncrypted = errors.New("文件加了密码，请先解除密码")
)

func damaged(what string) error { return fmt.Errorf("%w（%s）", ErrDamaged, what) }

func tooLarge(what string) error { return fmt.Errorf("%w：%s", ErrTooLarge, what) }
