package protocol

import (
	"bytes"
	"encoding/json"
)

// A walker goes through JSON that is known to be sound and has no blanks.
type walker struct {
	src []byte
	pos int
}

func (w *walker) peek() byte {
	if w.pos < len(w.src) {
		return w.src[w.pos]
	}
	return 0
}

// next passes over a byte, if it is that one.
func (w *walker) next(c byte) bool {
	if w.peek() != c {
		return false
	}
	w.pos++
	return true
}

// text passes over a string and returns it with its quotes.
func (w *walker) text() []byte {
	start := w.pos
	w.pos++
	for {
		n := bytes.IndexByte(w.src[w.pos:], '"')
		if n < 0 {
			w.pos = len(w.src)
			return w.src[start:]
		}
		before := w.src[w.pos : w.pos+n]
		w.pos += n + 1
		if escapes := len(before) - len(bytes.TrimRight(before, `\`)); escapes%2 == 0 {
			return w.src[start:w.pos]
		}
	}
}

// scalar passes over a number, true, false or null and returns it.
func (w *walker) scalar() []byte {
	start := w.pos
	for w.pos < len(w.src) && w.src[w.pos] != ',' && w.src[w.pos] != ']' && w.src[w.pos] != '}' {
		w.pos++
	}
	return w.src[start:w.pos]
}

func (w *walker) isNull() bool { return w.peek() == 'n' }

// name passes over a member's name and the colon; it returns the name as it stands and as it is meant.
func (w *walker) name() (raw, name []byte) {
	raw = w.text()
	w.next(':')
	if bytes.IndexByte(raw, '\\') < 0 {
		return raw, raw[1 : len(raw)-1]
	}
	var meant string
	_ = json.Unmarshal(raw, &meant) // it is sound
	return raw, []byte(meant)
}

// skip passes over a value.
func (w *walker) skip() {
	for depth := 0; w.pos < len(w.src); {
		switch w.peek() {
		case '{', '[':
			depth++
			w.pos++
		case '}', ']':
			depth--
			w.pos++
		case ',', ':':
			w.pos++
		case '"':
			w.text()
		default:
			w.scalar()
		}
		if depth == 0 {
			return
		}
	}
}
