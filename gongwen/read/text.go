package read

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/charset"
)

// mostText is the largest text that is read.
const mostText = 32 << 20

// Text reads a plain text in UTF-8 or GB 18030, with or without byte order mark. Each line is a paragraph; empty lines
// and blanks at the ends of lines mean nothing; characters that nobody sees are left out. The name of the file stands in the
// places. The error wraps ErrEncoding or ErrTooLarge.
func Text(file string, data []byte) (*Result, error) {
	text, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("read: %s：%w", file, err)
	}
	var pieces []piece
	n := 0
	text = strings.Map(visible, lineEnds.Replace(text))
	for line := range strings.Lines(text) {
		n++
		p := newPiece([]gongwen.Span{gongwen.Text(strings.TrimRight(line, "\n"))}, "第"+strconv.Itoa(n)+"行")
		if p.text != "" {
			pieces = append(pieces, p)
		}
	}
	return recognise(file, pieces, nil, false), nil
}

// visible drops a character that nobody sees.
func visible(r rune) rune {
	if invisible(r) {
		return -1
	}
	return r
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n")

// decode returns the text as UTF-8 without byte order mark.
func decode(data []byte) (string, error) {
	if len(data) > mostText {
		return "", ErrTooLarge
	}
	text, err := charset.Decode(data)
	switch {
	case errors.Is(err, charset.ErrUnknown):
		return "", ErrEncoding
	case err != nil:
		return "", fmt.Errorf("%w（%w）", ErrEncoding, err)
	}
	return string(text), nil
}
