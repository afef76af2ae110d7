package redact

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/checkdigit"
)

// An inventor writes documents full of invented people. The same seed gives the same document.
type inventor struct {
	*rand.Rand
	names, values []string // that must not be left
}

func newInventor(seed uint64) *inventor { return &inventor{Rand: rand.New(rand.NewPCG(seed, 1))} }

func (v *inventor) pick(s string) string { r := []rune(s); return string(r[v.IntN(len(r))]) }

func (v *inventor) digits(n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(byte('0' + v.IntN(10)))
	}
	return b.String()
}

// name returns a person of at least three characters whose name stands in no other text.
func (v *inventor) name() string {
	n := v.pick("王李张刘陈") + v.pick("璟琰翊霈") + v.pick("煊珩骁霆")
	v.names = append(v.names, n)
	return n
}

func (v *inventor) id() string {
	body := fmt.Sprintf("%06d%04d%02d%02d%s", 110101+v.IntN(100), 1950+v.IntN(50), 1+v.IntN(12), 1+v.IntN(28), v.digits(3))
	for _, c := range "0123456789X" {
		if checkdigit.IDNumber(body+string(c)) == nil {
			return body + string(c)
		}
	}
	return ""
}

// value returns something personal.
func (v *inventor) value() string {
	all := []string{
		v.id(), "13" + v.digits(9), "0595-2" + v.digits(7), v.digits(6) + "@example.cn", "闽C" + v.digits(5), "E" + v.digits(8),
		"甲镇乙村中山路" + v.digits(2) + "号" + v.digits(1) + "栋" + v.digits(3) + "室",
	}
	s := all[v.IntN(len(all))]
	v.values = append(v.values, s)
	return s
}

// text returns a sentence with people and values in it.
func (v *inventor) text() string {
	var b strings.Builder
	for range 1 + v.IntN(4) {
		switch v.IntN(4) {
		case 0:
			b.WriteString("经查，" + v.name() + "于2024年3月1日到场。")
		case 1:
			b.WriteString("联系：" + v.value() + "，")
		case 2:
			b.WriteString("调处成功4137件，纠错率17.91%；")
		default:
			b.WriteString("《办法》第十二条规定（" + v.value() + "）。")
		}
	}
	return b.String()
}

// spans cuts a text into spans anywhere.
func (v *inventor) spans() []gongwen.Span {
	runes := []rune(v.text())
	var out []gongwen.Span
	for len(runes) > 0 {
		n := 1 + v.IntN(min(len(runes), 6))
		part := string(runes[:n])
		switch v.IntN(4) {
		case 0:
			out = append(out, gongwen.Emphasis(part))
		case 1:
			out = append(out, gongwen.Figure{ID: "a", Text: part})
		case 2:
			out = append(out, gongwen.Text(part), gongwen.Note{Text: v.text()})
		default:
			out = append(out, gongwen.Text(part))
		}
		runes = runes[n:]
	}
	return out
}

func (v *inventor) block(t testing.TB) gongwen.Block {
	switch v.IntN(6) {
	case 0:
		return gongwen.Heading{Level: 1, Text: v.spans()}
	case 1:
		return gongwen.List{Items: [][]gongwen.Span{v.spans(), v.spans()}}
	case 2:
		return gongwen.Table{Caption: v.text(), Header: [][]gongwen.Span{v.spans(), v.spans()}, Rows: [][][]gongwen.Span{{v.spans(), v.spans()}, {v.spans()}}}
	case 3:
		return gongwen.Drawing{Width: 100, Height: 100, Alt: v.text(), Caption: v.text(), Shapes: []gongwen.Shape{
			gongwen.Label{Text: v.text(), Size: 10}, gongwen.Path{Steps: gongwen.Rect(0, 0, 1, 1)}}}
	case 4:
		return gongwen.Image{Data: commented(t, v.text()), Alt: v.text(), Caption: v.text()}
	}
	return gongwen.Paragraph{Text: v.spans()}
}

// commented returns a small JPEG file with a comment in it.
func commented(t testing.TB, comment string) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil))
	data := b.Bytes()
	segment := append([]byte{0xff, 0xfe, byte((len(comment) + 2) >> 8), byte(len(comment) + 2)}, comment...)
	return slices.Concat(data[:2], segment, data[2:], []byte("behind the end"))
}

func (v *inventor) document(t testing.TB) *gongwen.Document {
	d := &gongwen.Document{
		Head:  gongwen.Head{Copy: "000001", Mark: v.text(), Signers: []string{v.name()}, Joint: []string{v.text()}},
		Title: v.text(), To: v.text(), Note: v.text(),
		Rolls:   []gongwen.Roll{{Label: "出席", Names: []string{v.name(), v.name()}}},
		Sign:    gongwen.Signature{Organs: []string{v.text()}, Signatories: []gongwen.Signatory{{Post: v.text(), Name: v.name()}}},
		Imprint: gongwen.Imprint{CopyTo: []string{v.text()}, Printer: v.text()},
		Props:   gongwen.Props{Subject: v.text(), Issuer: v.text(), Index: "QZ01104-3000-2025-00002", Keywords: []string{v.text()}},
		Files:   []gongwen.File{{Name: v.text(), Data: []byte(v.text())}},
	}
	d.TitleLines = []string{d.Title}
	for range 1 + v.IntN(8) {
		d.Body = append(d.Body, v.block(t))
	}
	d.Attachments = []gongwen.Attachment{{Title: v.text(), Body: []gongwen.Block{v.block(t), v.block(t)}}}
	return d
}

func (v *inventor) people() []fazhi.PersonName {
	var out []fazhi.PersonName
	for _, n := range v.names {
		out = append(out, fazhi.PersonName(n))
	}
	return out
}
