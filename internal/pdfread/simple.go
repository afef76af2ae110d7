package pdfread

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A simpleFont has codes of one byte.
type simpleFont struct {
	text   [256]string
	widths array
	first  int
	other  float64 // width of codes that have none
	unit   float64 // widths are in thousandths of this
	core   *[95]uint16
}

func (f *File) readSimple(font *Font, d dict) {
	s := &simpleFont{unit: 1}
	font.simple = s
	base := winAnsi
	enc := f.resolve(d["Encoding"])
	encDict, isDict := enc.(dict)
	if isDict {
		enc = f.resolve(encDict["BaseEncoding"])
	}
	if enc == name("MacRomanEncoding") {
		base = macRoman
	}
	for code := range s.text {
		s.text[code] = base(code)
	}
	f.differences(s, f.array(encDict["Differences"]))
	s.first, _ = whole(f.resolve(d["FirstChar"]))
	s.widths = f.array(d["Widths"])
	descriptor := f.dict(d["FontDescriptor"])
	s.other = f.number(descriptor["MissingWidth"])
	if f.name(d["Subtype"]) == "Type3" {
		s.unit = f.matrixOf(d["FontMatrix"]).a * 1000
	}
	if s.widths == nil {
		s.core = coreWidths(font.Name)
	}
	f.readDescriptor(font, descriptor)
}

func (s *simpleFont) width(code int) float64 {
	if i := code - s.first; i >= 0 && i < len(s.widths) {
		return number(s.widths[i]) * s.unit
	}
	if s.core != nil {
		if code >= 32 && code < 127 {
			return float64(s.core[code-32])
		}
		return 500
	}
	return s.other * s.unit
}

// differences reads "code /name /name …".
func (f *File) differences(s *simpleFont, a array) {
	code := 0
	for _, o := range a {
		switch v := f.resolve(o).(type) {
		case float64:
			code, _ = whole(v)
		case name:
			if code >= 0 && code < 256 {
				s.text[code] = glyphText(string(v))
			}
			code++
		}
	}
}

// winAnsi returns the text of a code in code page 1252, near enough to what fonts have of their own.
func winAnsi(code int) string {
	const high = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"
	switch {
	case code < 32 || code == 127:
		return ""
	case code >= 0x80 && code < 0xA0:
		return strings.TrimSpace(string([]rune(high)[code-0x80]))
	}
	return string(rune(code))
}

// macRoman returns the text of a code in the Roman encoding of the Macintosh, of its upper half only the punctuation.
func macRoman(code int) string {
	switch code {
	case 0xC9:
		return "…"
	case 0xD0:
		return "–"
	case 0xD1:
		return "—"
	case 0xD2:
		return "“"
	case 0xD3:
		return "”"
	case 0xD4:
		return "‘"
	case 0xD5:
		return "’"
	case 0xE1:
		return "·"
	}
	if code < 32 || code >= 127 {
		return ""
	}
	return string(rune(code))
}

// glyphNames are the names of glyphs that stand in official documents; letters are called what they are.
const glyphNames = "space=  exclam=! quotedbl=\" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' parenleft=( " +
	"parenright=) asterisk=* plus=+ comma=, hyphen=- period=. slash=/ zero=0 one=1 two=2 three=3 four=4 five=5 six=6 " +
	"seven=7 eight=8 nine=9 colon=: semicolon=; less=< equal== greater=> question=? at=@ bracketleft=[ backslash=\\ " +
	"bracketright=] asciicircum=^ underscore=_ grave=` braceleft={ bar=| braceright=} asciitilde=~ endash=– emdash=— " +
	"quoteleft=‘ quoteright=’ quotedblleft=“ quotedblright=” bullet=• ellipsis=… perthousand=‰ periodcentered=· " +
	"degree=° section=§ multiply=× divide=÷ plusminus=± minus=− nbspace=  yen=¥ Euro=€ "

// glyphText returns what a glyph name means, "" if it does not say.
func glyphText(n string) string {
	if len(n) == 1 {
		return n
	}
	hex := ""
	switch {
	case strings.HasPrefix(n, "uni"):
		hex = n[3:]
	case strings.HasPrefix(n, "u"):
		hex = n[1:]
	}
	if v, err := strconv.ParseUint(hex, 16, 32); err == nil && len(hex) >= 4 && v <= utf8.MaxRune && utf8.ValidRune(rune(v)) {
		return string(rune(v))
	}
	if _, after, ok := strings.Cut(" "+glyphNames, " "+n+"="); ok && !strings.ContainsAny(n, " =") {
		_, size := utf8.DecodeRuneInString(after)
		return after[:size]
	}
	return ""
}
