// Package qr draws QR codes (GB/T 18284, ISO/IEC 18004) for documents: the address of the published text, the number under
// which a paper can be checked.
//
//	code, err := qr.Draw("https://example.gov.cn/report/2024", qr.Options{})
//	body = append(body, code)
//
// A code is a drawing, sharp at every size. It has error correction level M, which bears a seventh of it being soiled, and
// the quiet zone of four modules that scanners need. A code does not say which characters its bytes are: phones take them
// for UTF-8, which they are, but other scanners may guess, so addresses are best given in ASCII (%E6%B3%89). The package
// makes no other kinds of codes and puts no picture into a code.
package qr

import (
	"errors"
	"fmt"

	"github.com/boombuler/barcode"
	code "github.com/boombuler/barcode/qr"

	"github.com/fazhi-go/fazhi/gongwen"
)

// ErrText is returned, wrapped, for a text that no code can hold.
var ErrText = errors.New("不能制作二维码")

// Options say what a code looks like.
type Options struct {
	Side    gongwen.Length // of the square, quiet zone included; 30 mm if zero
	Ink     gongwen.Ink    // dark; black if zero
	Alt     string         // text alternative; "二维码：" and the text if empty
	Caption string
}

// quiet is the width of the quiet zone in modules.
const quiet = 4

// mostBytes is what the largest code of level M holds.
const mostBytes = 2331

// mostSide is the largest side of a drawing.
const mostSide = 10_000 * gongwen.Point

// Draw returns the code of a text: white ground, and the dark modules as one path. Texts beyond digits and capitals are
// written in UTF-8, at most 2331 bytes. The error wraps ErrText.
func Draw(text string, o Options) (gongwen.Drawing, error) {
	if text == "" || len(text) > mostBytes {
		return gongwen.Drawing{}, fmt.Errorf("qr: %w：内容有 %d 个字节，应有 1 至 %d 个", ErrText, len(text), mostBytes)
	}
	matrix, err := code.Encode(text, code.M, code.Auto)
	if err != nil {
		return gongwen.Drawing{}, fmt.Errorf("qr: %w：%w", ErrText, err)
	}
	if o.Side == 0 {
		o.Side = gongwen.MM(30)
	}
	if !o.Ink.On {
		o.Ink = gongwen.RGB(0, 0, 0)
	}
	if o.Alt == "" {
		o.Alt = "二维码：" + text
	}
	if o.Side < gongwen.Length(modules(matrix)) || o.Side > mostSide {
		return gongwen.Drawing{}, fmt.Errorf("qr: %w：边长太小或者太大", ErrText)
	}
	return gongwen.Drawing{Width: o.Side, Height: o.Side, Alt: o.Alt, Caption: o.Caption, Shapes: []gongwen.Shape{
		gongwen.Path{Steps: gongwen.Rect(0, 0, o.Side, o.Side), Fill: gongwen.RGB(255, 255, 255)},
		gongwen.Path{Steps: bars(matrix, o.Side), Fill: o.Ink},
	}}, nil
}

// modules returns how many modules a side has, quiet zones included.
func modules(matrix barcode.Barcode) int { return matrix.Bounds().Dx() + 2*quiet }

// bars returns the dark modules, those that lie side by side as one.
func bars(matrix barcode.Barcode, side gongwen.Length) []gongwen.Step {
	n := int64(modules(matrix))
	at := func(module int) gongwen.Length { return gongwen.Length(int64(module+quiet) * int64(side) / n) }
	size := matrix.Bounds().Dx()
	var steps []gongwen.Step
	for y := range size {
		for x := 0; x < size; x++ {
			from := x
			for x < size && dark(matrix, x, y) {
				x++
			}
			if x > from {
				steps = append(steps, gongwen.Rect(at(from), at(y), at(x)-at(from), at(y+1)-at(y))...)
			}
		}
	}
	return steps
}

func dark(matrix barcode.Barcode, x, y int) bool {
	r, _, _, _ := matrix.At(x, y).RGBA()
	return r == 0
}
