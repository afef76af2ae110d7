package pdfread

import "strconv"

// A lexer cuts bytes into objects.
type lexer struct {
	b     []byte
	i     int
	depth int
	items int  // objects within the one that is being read
	refs  bool // "12 0 R" is a reference; not so in contents of pages
}

// Classes of bytes.
func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// skip passes blanks and comments.
func (l *lexer) skip() {
	for l.i < len(l.b) {
		switch c := l.b[l.i]; {
		case isSpace(c):
			l.i++
		case c == '%':
			for l.i < len(l.b) && l.b[l.i] != '\n' && l.b[l.i] != '\r' {
				l.i++
			}
		default:
			return
		}
	}
}

// next returns the next object, false at the end. What closes nothing comes as a keyword.
func (l *lexer) next() (object, bool) {
	l.skip()
	if l.depth == 0 {
		l.items = 0
	}
	if l.items++; l.i >= len(l.b) || l.items > mostItems {
		return nil, false
	}
	switch c := l.b[l.i]; c {
	case '/':
		l.i++
		return l.name(), true
	case '(':
		l.i++
		return l.literal(), true
	case '[':
		l.i++
		return l.array(), true
	case '<':
		if l.i++; l.twice('<') {
			return l.dict(), true
		}
		return l.hex(), true
	case '>':
		l.i++
		l.twice('>')
		return keyword(">>"), true
	case ']', '{', '}', ')':
		l.i++
		return keyword(c), true
	}
	return l.word(), true
}

// twice passes a byte if it comes next.
func (l *lexer) twice(c byte) bool {
	if l.i < len(l.b) && l.b[l.i] == c {
		l.i++
		return true
	}
	return false
}

// word returns a number, a reference, a truth or a keyword.
func (l *lexer) word() object {
	from := l.i
	for l.i < len(l.b) && !isSpace(l.b[l.i]) && !isDelimiter(l.b[l.i]) {
		l.i++
	}
	w := l.b[from:l.i]
	if f, ok := parseNumber(w); ok {
		if l.refs && isDigit(w[0]) && l.reference() {
			return ref(min(f, mostObjects*16))
		}
		return f
	}
	switch string(w) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return keyword(w)
}

// reference passes " 0 R" if it follows.
func (l *lexer) reference() bool {
	at := l.i
	l.skip()
	from := l.i
	for l.i < len(l.b) && isDigit(l.b[l.i]) {
		l.i++
	}
	if l.i > from && l.i < len(l.b) && isSpace(l.b[l.i]) {
		l.skip()
		if l.i < len(l.b) && l.b[l.i] == 'R' && (l.i+1 == len(l.b) || isSpace(l.b[l.i+1]) || isDelimiter(l.b[l.i+1])) {
			l.i++
			return true
		}
	}
	l.i = at
	return false
}

// parseNumber reads a number as PDF writes it: digits with a sign and a point, no exponent.
func parseNumber(w []byte) (float64, bool) {
	negative, i := false, 0
	for i < len(w) && (w[i] == '+' || w[i] == '-') {
		negative = w[i] == '-'
		i++
	}
	value, scale, digits, point := 0.0, 1.0, 0, false
	for ; i < len(w); i++ {
		switch c := w[i]; {
		case isDigit(c) && digits < 300:
			value = value*10 + float64(c-'0')
			digits++
			if point {
				scale *= 10
			}
		case c == '.' && !point:
			point = true
		case c == '-' && digits > 0: // some makers write 12.-34
			i = len(w)
		default:
			return 0, false
		}
	}
	if digits == 0 {
		return 0, false
	}
	if negative {
		value = -value
	}
	return value / scale, true
}

func (l *lexer) name() object {
	var out []byte
	for l.i < len(l.b) && !isSpace(l.b[l.i]) && !isDelimiter(l.b[l.i]) {
		c := l.b[l.i]
		l.i++
		if c == '#' && l.i+1 < len(l.b) {
			if v, err := strconv.ParseUint(string(l.b[l.i:l.i+2]), 16, 8); err == nil {
				c = byte(v)
				l.i += 2
			}
		}
		out = append(out, c)
	}
	return name(out)
}

// array reads up to its end. What lies too deep is passed over.
func (l *lexer) array() object {
	out := array{}
	l.depth++
	defer func() { l.depth-- }()
	for l.depth < mostDepth {
		o, ok := l.next()
		if !ok || o == keyword("]") {
			break
		}
		out = append(out, o)
	}
	return out
}

func (l *lexer) dict() object {
	out := dict{}
	l.depth++
	defer func() { l.depth-- }()
	for l.depth < mostDepth {
		key, ok := l.next()
		if !ok || key == keyword(">>") {
			break
		}
		n, isName := key.(name)
		if !isName {
			continue
		}
		value, ok := l.next()
		if !ok || value == keyword(">>") {
			break
		}
		out[n] = value
	}
	return out
}
