package canon

import (
	"bytes"
	"slices"
	"strconv"
)

// Limits of a text.
const (
	MaxSize  = 16 << 20 // bytes
	MaxDepth = 64       // arrays and objects in each other
)

// Append appends the canonical form of the JSON text src to dst, which must not overlap src. If src has none, the error
// is an *Error, and dst comes back as it was.
func Append(dst, src []byte) ([]byte, error) {
	if len(src) > MaxSize {
		return dst, &Error{Offset: MaxSize, Reason: "JSON 文本超过" + strconv.Itoa(MaxSize>>20) + " MiB"}
	}
	grown := slices.Grow(dst, len(src))
	w := writer{src: src, out: grown[len(dst):]}
	if e := w.document(); e != nil {
		return dst, e
	}
	if len(w.out) > MaxSize { // 1e20 is written in full
		return dst, &Error{Offset: len(src), Reason: "规范形式超过" + strconv.Itoa(MaxSize>>20) + " MiB"}
	}
	return append(grown, w.out...), nil // which is where out stands, unless it has outgrown dst
}

// A writer reads a text once and writes its canonical form.
type writer struct {
	src   []byte
	pos   int
	out   []byte
	spare []byte // for an object that is sorted, if it is large
}

func (w *writer) document() *Error {
	w.blanks()
	if e := w.value(0); e != nil {
		return e
	}
	w.blanks()
	if w.pos < len(w.src) {
		return w.fault("JSON 文本之后还有多余的内容")
	}
	return nil
}

// value writes the value that begins here, within depth arrays and objects.
func (w *writer) value(depth int) *Error {
	c := w.peek()
	switch c {
	case '"':
		return w.text()
	case '{', '[':
		if depth == MaxDepth {
			return w.fault("数组和对象的嵌套超过" + strconv.Itoa(MaxDepth) + "层")
		}
		if c == '{' {
			return w.object(depth + 1)
		}
		return w.array(depth + 1)
	case 't':
		return w.word("true")
	case 'f':
		return w.word("false")
	case 'n':
		return w.word("null")
	}
	return w.number()
}

func (w *writer) array(depth int) *Error {
	w.take('[')
	if w.take(']') {
		return nil
	}
	for i := 0; ; i++ {
		if e := w.value(depth); e != nil {
			return e.within(strconv.Itoa(i))
		}
		w.blanks()
		if w.take(']') {
			return nil
		}
		if !w.take(',') {
			return w.fault("此处应当是“,”或者“]”")
		}
	}
}

func (w *writer) word(word string) *Error {
	if !bytes.HasPrefix(w.src[w.pos:], []byte(word)) {
		return w.fault(notValue)
	}
	w.pos += len(word)
	w.out = append(w.out, word...)
	return nil
}

// peek returns the next byte, or NUL, which begins nothing, at the end.
func (w *writer) peek() byte {
	if w.pos < len(w.src) {
		return w.src[w.pos]
	}
	return 0
}

// take writes the mark c if it comes next, and passes over the blanks after it.
func (w *writer) take(c byte) bool {
	if w.peek() != c {
		return false
	}
	w.pos++
	w.out = append(w.out, c)
	w.blanks()
	return true
}

func (w *writer) blanks() {
	for w.pos < len(w.src) {
		switch w.src[w.pos] {
		case ' ', '\n', '\t', '\r':
			w.pos++
		default:
			return
		}
	}
}

const notValue = "此处应当是一个 JSON 值"

// fault returns an Error at the next byte.
func (w *writer) fault(reason string) *Error {
	if w.pos >= len(w.src) {
		reason = "JSON 文本不完整"
	}
	return &Error{Offset: w.pos, Reason: reason}
}
