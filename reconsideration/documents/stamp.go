package documents

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/qr"
)

// A Stamping is the code of a case (一案一码) on a paper: printed, and as a QR code that phones read.
type Stamping struct {
	Code string         // as it is printed; ASCII letters, digits and -
	Link string         // what the QR code says: Code, an address or an opaque id in ASCII, at most 200 characters; no name of a person
	Side gongwen.Length // of the QR code; 20 mm if zero
}

// ErrStamp is returned, wrapped, for a Stamping that cannot be put on a paper. The error does not repeat it.
var ErrStamp = errors.New("案件二维码不对")

const mostLink = 200

// Stamp returns the document with the QR code before its last paragraph, of a receipt before its tables, and the code in print
// below it; the field 案件编号 is then best left empty. The document given stays as
// it is. A Link that is not ASCII is refused, since names would be written in other characters; that an address leads to nothing
// personal is for the caller to see to.
func Stamp(d *gongwen.Document, s Stamping) (*gongwen.Document, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	side := s.Side
	if side == 0 {
		side = gongwen.MM(20)
	}
	caption := "案件编号：" + s.Code
	code, err := qr.Draw(s.Link, qr.Options{Side: side, Alt: "二维码，" + caption, Caption: caption})
	if err != nil {
		return nil, fmt.Errorf("documents: %w：%w", ErrStamp, err)
	}
	out := *d
	out.Body = slices.Insert(slices.Clone(d.Body), stampPlace(d.Body), gongwen.Block(code))
	return &out, nil
}

// stampPlace is before the last indented paragraph, so that the page of the signature has text on it and places to sign stay
// together; without one it is the beginning.
func stampPlace(body []gongwen.Block) int {
	for i, b := range slices.Backward(body) {
		if p, ok := b.(gongwen.Paragraph); ok && p.Align == gongwen.Justified {
			return i
		}
	}
	return 0
}

func (s Stamping) check() error {
	switch {
	case s.Code == "" || strings.Trim(s.Code, "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != "":
		return fmt.Errorf("documents: %w：编号应当由字母、数字和 - 组成", ErrStamp)
	case s.Link == "" || len(s.Link) > mostLink:
		return fmt.Errorf("documents: %w：二维码的内容应当有 1 至 %d 个字符", ErrStamp, mostLink)
	case strings.ContainsFunc(s.Link, func(r rune) bool { return r <= ' ' || r > '~' }) || strings.Contains(s.Link, "%"):
		return fmt.Errorf("documents: %w：二维码的内容只能是 ASCII 字母、数字和标点，不能有 %%", ErrStamp)
	case s.Side < 0:
		return fmt.Errorf("documents: %w：边长不能小于零", ErrStamp)
	}
	return nil
}
