package documents

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/qr"
)

// A Stamping is the code of a case (一案一码) on a paper: printed, and as a QR code that phones read.
type Stamping struct {
	Code string         // as it is printed; ASCII letters, digits and -, at most 24
	Link string         // what the QR code says: Code, an address or an opaque id in ASCII, at most 200 characters; no name of a person
	Side gongwen.Length // of the QR code; 20 mm if zero
}

// ErrStamp is returned, wrapped, for a Stamping that cannot be put on a paper. The error does not repeat it.
var ErrStamp = errors.New("案件二维码不对")

// What a Stamping has at most, in characters; a longer code would not stand beside the QR code in a line.
const (
	mostCode = 24
	mostLink = 200
)

// Stamp returns the document with the QR code and, beside it, the code in print before its last but one paragraph (of two before
// the last, of a receipt before its tables); the field 案件编号 is then best left empty. The document given stays as it is. A
// Link that is not ASCII is refused, since names would be written in other characters; that an address leads to nothing personal
// is for the caller to see to.
func Stamp(d *gongwen.Document, s Stamping) (*gongwen.Document, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	code, err := s.draw()
	if err != nil {
		return nil, fmt.Errorf("documents: %w：%w", ErrStamp, err)
	}
	out := *d
	out.Body = slices.Insert(slices.Clone(d.Body), stampPlace(d.Body), gongwen.Block(code))
	return &out, nil
}

// printed is the size of the code in print.
const printed = 12 * gongwen.Point

// draw returns the QR code with the code in print beside it: a caption below would take one more line of the page.
func (s Stamping) draw() (gongwen.Drawing, error) {
	text := "案件编号：" + s.Code
	side := cmp.Or(s.Side, gongwen.MM(20))
	code, err := qr.Draw(s.Link, qr.Options{Side: side, Alt: "二维码，" + text})
	if err != nil {
		return gongwen.Drawing{}, err
	}
	print := gongwen.Label{Text: text, At: gongwen.Spot{X: side + printed, Y: side/2 + printed/3}, Size: printed, Face: gongwen.Hei}
	code.Width = print.At.X + widthOf(text)
	code.Shapes = append(code.Shapes, print)
	return code, nil
}

// widthOf is the most that a text in print takes.
func widthOf(text string) (width gongwen.Length) {
	for _, r := range text {
		if r == '-' || '0' <= r && r <= '9' {
			width += printed * 3 / 5
		} else {
			width += printed
		}
	}
	return width
}

// stampPlace is before the last but one indented paragraph: a page that begins below the code has two paragraphs and the
// signature on it, and places to sign stay together. The first stays above the code if there is another; without any it is the
// beginning.
func stampPlace(body []gongwen.Block) int {
	var paragraphs []int
	for i, b := range body {
		if p, ok := b.(gongwen.Paragraph); ok && p.Align == gongwen.Justified {
			paragraphs = append(paragraphs, i)
		}
	}
	switch n := len(paragraphs); n {
	case 0:
		return 0
	case 1, 2:
		return paragraphs[n-1]
	default:
		return paragraphs[n-2]
	}
}

func (s Stamping) check() error {
	switch {
	case s.Code == "" || len(s.Code) > mostCode || strings.Trim(s.Code, "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != "":
		return fmt.Errorf("documents: %w：编号应当由 1 至 %d 个字母、数字和 - 组成", ErrStamp, mostCode)
	case s.Link == "" || len(s.Link) > mostLink:
		return fmt.Errorf("documents: %w：二维码的内容应当有 1 至 %d 个字符", ErrStamp, mostLink)
	case strings.ContainsFunc(s.Link, func(r rune) bool { return r <= ' ' || r > '~' }) || strings.Contains(s.Link, "%"):
		return fmt.Errorf("documents: %w：二维码的内容只能是 ASCII 字母、数字和标点，不能有 %%", ErrStamp)
	case s.Side < 0:
		return fmt.Errorf("documents: %w：边长不能小于零", ErrStamp)
	}
	return nil
}
