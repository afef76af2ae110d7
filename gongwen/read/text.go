package read

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/fazhi-go/fazhi/gongwen"
)

// mostText is the largest text that is read.
const mostText = 32 << 20

// Text reads a plain text in UTF-8 or GB 18030, with or without byte order mark. Each line is a paragraph; empty lines
// and blanks at the ends of lines mean nothing. The name of the file stands in the places. The error wraps ErrEncoding or
// ErrTooLarge.
func Text(file string, data []byte) (*Result, error) {
	text, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("read: %s：%w", file, err)
	}
	var pieces []piece
	n := 0
	for line := range strings.Lines(lineEnds.Replace(text)) {
		n++
		p := newPiece([]gongwen.Span{gongwen.Text(strings.TrimRight(line, "\n"))}, "第"+strconv.Itoa(n)+"行")
		if p.text != "" {
			pieces = append(pieces, p)
		}
	}
	return recognise(file, pieces, nil, false), nil
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n")

// decode returns the text as UTF-8 without byte order mark.
func decode(data []byte) (string, error) {
	if len(data) > mostText {
		return "", ErrTooLarge
	}
	text := bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(text, 0) >= 0 {
		return "", ErrEncoding
	}
	if utf8.Valid(text) {
		return string(text), nil
	}
	text = bytes.TrimPrefix(text, []byte("\x84\x31\x95\x33")) // the mark in GB 18030
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(text)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
		return "", ErrEncoding
	}
	return string(decoded), nil
}
