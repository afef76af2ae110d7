package read

import "errors"

// Errors of this package, wrapped with the name of the file.
var (
	ErrEncoding = errors.New("文字编码不能识别，请另存为 UTF-8 或 GB 18030 编码的文本文件")
	ErrTooLarge = errors.New("文件超过读取上限")
	ErrDocument = errors.New("不是 Word 文档")
)

// A fileError is a Word file that cannot be read. Its text is the cause alone, which says all; it is of its kind as well.
type fileError struct {
	file        string
	kind, cause error
}

func (e *fileError) Error() string { return "read: " + e.file + "：" + e.cause.Error() }

func (e *fileError) Unwrap() []error { return []error{e.kind, e.cause} }
