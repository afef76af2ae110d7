// Package charset reads Chinese text files, which come in UTF-8 or in GB 18030 and do not say in which.
package charset

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Reasons why a text is not decoded.
var (
	ErrUTF16   = errors.New("现为 UTF-16")
	ErrNull    = errors.New("含有空字节，不是文本文件")
	ErrDamaged = errors.New("UTF-8 文本已损坏")
	ErrUnknown = errors.New("不是 UTF-8，也不是 GB 18030")
)

// mark18030 is the mark of byte order in GB 18030.
const mark18030 = "\x84\x31\x95\x33"

// Decode returns a text in UTF-8 without its mark of byte order. The text given is UTF-8, or GB 18030 and its subsets GBK and
// GB 2312. Damaged UTF-8 is not taken for GB 18030, in which it would become other characters.
func Decode(data []byte) ([]byte, error) {
	text, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe")), bytes.HasPrefix(text, []byte("\xfe\xff")):
		return nil, ErrUTF16
	case bytes.IndexByte(text, 0) >= 0:
		return nil, ErrNull
	case utf8.Valid(text):
		return text, nil
	case marked || mostlyUTF8(text):
		return nil, ErrDamaged
	}
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(bytes.TrimPrefix(text, []byte(mark18030)))
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
		return nil, ErrUnknown
	}
	return decoded, nil
}

// mostlyUTF8 tells damaged UTF-8 from GB 18030, in which hardly a Chinese character looks like UTF-8.
func mostlyUTF8(text []byte) bool {
	good, bad := 0, 0
	for len(text) > 0 {
		_, size := utf8.DecodeRune(text)
		switch {
		case size > 2:
			good++
		case size == 1 && text[0] >= utf8.RuneSelf:
			bad++
		}
		text = text[size:]
	}
	return good > bad
}
