package svg

import (
	"math"
	"strings"
	"unicode"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/times"
)

// path writes an area, a line, or both. The other attributes of a path are what SVG takes anyway: ends cut square, corners
// mitred, areas by the rule of winding numbers.
func (w *writer) path(p gongwen.Path) {
	stroked := p.Stroke.On && p.Thickness > 0
	if len(p.Steps) == 0 || !p.Fill.On && !stroked {
		return
	}
	w.put("<path")
	w.ink("fill", p.Fill)
	if stroked {
		w.ink("stroke", p.Stroke)
		w.put(` stroke-width="`)
		w.length(p.Thickness)
		w.put(`" stroke-miterlimit="10"`)
	}
	w.put(` d="`)
	for _, s := range p.Steps {
		w.step(s)
	}
	w.put("\"/>\n")
}

func (w *writer) step(s gongwen.Step) {
	switch s.Op {
	case gongwen.Move:
		w.spots("M", s.To)
	case gongwen.Line:
		w.spots("L", s.To)
	case gongwen.Curve:
		w.spots("C", s.C1, s.C2, s.To)
	case gongwen.Close:
		w.put("Z")
	}
}

// anchors are the words for where a text stands.
var anchors = [...]string{gongwen.Start: "start", gongwen.Middle: "middle", gongwen.End: "end"}

// label writes one line of text.
func (w *writer) label(l gongwen.Label) {
	if l.Size <= 0 || l.Text == "" {
		return
	}
	w.put(`<text x="`)
	w.length(l.At.X)
	w.put(`" y="`)
	w.length(l.At.Y)
	w.put(`"`)
	if l.Anchor > gongwen.Start && int(l.Anchor) < len(anchors) {
		w.attribute("text-anchor", anchors[l.Anchor])
	}
	w.put(` font-size="`)
	w.length(l.Size)
	w.put(`"`)
	w.face(l.Face)
	w.room(l)
	if l.Ink.On {
		w.ink("fill", l.Ink)
	}
	if strings.Contains(l.Text, "  ") || strings.TrimSpace(l.Text) != l.Text {
		w.put(` xml:space="preserve"`)
	}
	w.put(">")
	w.text(l.Text)
	w.put("</text>\n")
}

// room says how wide a text with Latin letters or digits must become, because a reader's system may have wider ones than Times;
// Chinese characters are as wide as high in every font. It says nothing for marks whose width depends on the font.
func (w *writer) room(l gongwen.Label) {
	width, latin := int64(0), false
	for _, r := range l.Text {
		wide, ok := times.Width(r, isBold(l.Face))
		switch {
		case ok:
			latin = true
		case r >= 0x3000 && !unicode.IsMark(r):
			wide = 1000
		default:
			return
		}
		if width += int64(wide); width > math.MaxInt32 {
			return
		}
	}
	if width = width * int64(l.Size) / 1000; latin && l.Face != gongwen.Song && width < math.MaxInt32 {
		w.put(` textLength="`)
		w.length(gongwen.Length(width))
		w.put(`" lengthAdjust="spacingAndGlyphs"`)
	}
}

// isBold reports whether Latin letters beside a face are bold.
func isBold(f gongwen.Face) bool { return f == gongwen.XiaoBiaoSong || f == gongwen.LatinBold }

// families are the fonts of the faces: what offices have first, then what the systems of readers have. Latin letters and
// digits come from the first, as on paper.
var families = [...]string{
	gongwen.FangSong:     "Times New Roman,仿宋_GB2312,FangSong_GB2312,仿宋,FangSong,STFangsong,serif",
	gongwen.XiaoBiaoSong: "Times New Roman,方正小标宋简体,FZXiaoBiaoSong-B05S,Noto Serif CJK SC,Source Han Serif SC,Songti SC,SimSun,serif",
	gongwen.Hei:          "Times New Roman,黑体,SimHei,Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Heiti SC,sans-serif",
	gongwen.Kai:          "Times New Roman,楷体_GB2312,KaiTi_GB2312,楷体,KaiTi,Kaiti SC,STKaiti,serif",
	gongwen.Song:         "宋体,SimSun,Noto Serif CJK SC,Source Han Serif SC,Songti SC,STSong,serif",
	gongwen.Latin:        "Times New Roman,Liberation Serif,Times,serif",
	gongwen.LatinBold:    "Times New Roman,Liberation Serif,Times,serif",
}

// face writes the fonts of a face. One that does not exist counts as FangSong.
func (w *writer) face(f gongwen.Face) {
	if int(f) >= len(families) {
		f = gongwen.FangSong
	}
	w.attribute("font-family", families[f])
	if isBold(f) {
		w.put(` font-weight="bold"`)
	}
}
