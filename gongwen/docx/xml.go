package docx

import (
	"strconv"
	"unicode/utf8"
)

// box stands for a character that XML cannot hold.
const box = "□"

// appendText appends a text, escaped for content and for attributes in double quotes. Characters outside XML's Char
// production become boxes; it reports whether there were any.
func appendText(dst []byte, s string) ([]byte, bool) {
	bad := false
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 || r == 0xFFFE || r == 0xFFFF {
				dst = append(append(dst, s[from:i]...), box...)
				from, bad = i+n, true
			}
			i += n
			continue
		}
		if escape := escapes[c]; escape != "" {
			dst = append(append(dst, s[from:i]...), escape...)
			from = i + 1
			bad = bad || escape == box
		}
		i++
	}
	return append(dst, s[from:]...), bad
}

// escapes holds what is written for ASCII characters that cannot stand as they are. Line ends and tabs of running text
// are blanks.
var escapes = func() (t [utf8.RuneSelf]string) {
	for c := range ' ' {
		t[c] = box
	}
	t['\t'], t['\n'], t['\r'], t['\v'], t['\f'] = " ", " ", " ", " ", " "
	t['&'], t['<'], t['>'], t['"'] = "&amp;", "&lt;", "&gt;", "&quot;"
	return t
}()

// appendInt appends name="value", with a blank before it: the attributes of WordprocessingML are mostly numbers.
func appendInt(dst []byte, name string, value int) []byte {
	dst = append(append(append(dst, ' '), name...), '=', '"')
	return append(appendNumber(dst, value), '"')
}

func appendNumber(dst []byte, value int) []byte { return strconv.AppendInt(dst, int64(value), 10) }
