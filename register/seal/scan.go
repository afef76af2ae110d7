package seal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/canon"
)

// A place is where a document has a personal string or a commitment.
type place struct {
	walk       *walk
	start, end int // in the canonical text
	class      Class
	personal   bool // a field says so
	sealed     bool
	commitment Commitment
}

// path returns the path of the place. It is to be asked for before the walk goes on.
func (p place) path() fazhi.Path { return p.walk.path() }

// value returns the string that stands at the place.
func (p place) value() string { return unquote(p.walk.doc[p.start:p.end]) }

// scan goes through a document, shows each place to visit, in the order of the text, and returns the canonical text.
func scan(doc []byte, patterns []pattern, visit func(place) error) ([]byte, error) {
	text, err := canon.Append(make([]byte, 0, len(doc)), doc)
	if err != nil {
		return nil, fmt.Errorf("seal: %w：%w", ErrDocument, err)
	}
	w := walk{doc: text, patterns: patterns, live: begin(patterns), parts: make([]part, 0, 8), visit: visit}
	return text, w.value(0)
}

// A walk goes through canonical JSON once.
type walk struct {
	doc      []byte
	pos      int
	patterns []pattern
	live     []state // a stack; those of the value that begins here are the last ones
	parts    []part  // the path to it
	visit    func(place) error
	scratch  []byte
}

// value passes over the value that begins here; its states are live[from:].
func (w *walk) value(from int) error {
	b := w.doc[w.pos:]
	p := place{walk: w, start: w.pos}
	if field := accepted(w.live[from:], w.patterns); field >= 0 {
		p.personal, p.class = true, w.patterns[field].class
	}
	if c, n := readSealed(b); n > 0 {
		p.sealed, p.commitment = true, c
		return w.show(p, n)
	}
	switch {
	case p.personal:
		return w.personal(p)
	case b[0] == '{':
		return w.object(from)
	case b[0] == '[':
		return w.array(from)
	}
	w.pos += scalarLength(b)
	return nil
}

// personal passes over the value at a personal path.
func (w *walk) personal(p place) error {
	b := w.doc[w.pos:]
	n := scalarLength(b)
	switch {
	case b[0] == 'n' || b[0] == '"' && n == 2:
		w.pos += n
		return nil
	case b[0] == '"':
		return w.show(p, n)
	}
	return &Error{Path: w.path(), Err: ErrValue}
}

// show visits a place of n bytes and passes over it.
func (w *walk) show(p place, n int) error {
	w.pos += n
	p.end = w.pos
	return w.visit(p)
}

func (w *walk) object(from int) error {
	for w.pos++; w.doc[w.pos] != '}'; {
		if w.doc[w.pos] == ',' {
			w.pos++
		}
		n := scalarLength(w.doc[w.pos:])
		name := w.doc[w.pos : w.pos+n]
		w.pos += n + 1
		if err := w.child(from, part{name: name}); err != nil {
			return err
		}
	}
	w.pos++
	return nil
}

func (w *walk) array(from int) error {
	w.pos++
	for i := 0; w.doc[w.pos] != ']'; i++ {
		if w.doc[w.pos] == ',' {
			w.pos++
		}
		if err := w.child(from, part{index: i}); err != nil {
			return err
		}
	}
	w.pos++
	return nil
}

// child passes over a value within the one whose states are live[from:].
func (w *walk) child(from int, p part) error {
	to := len(w.live)
	w.live = step(w.live, from, w.patterns, p)
	w.parts = append(w.parts, p)
	err := w.value(to)
	w.parts, w.live = w.parts[:len(w.parts)-1], w.live[:to]
	return err
}

// path returns the path to the value that begins here.
func (w *walk) path() fazhi.Path {
	b := w.scratch[:0]
	for _, p := range w.parts {
		b = append(b, '/')
		switch {
		case p.name == nil:
			b = strconv.AppendInt(b, int64(p.index), 10)
		case bytes.ContainsAny(p.name, `/~\`):
			b = append(b, fazhi.At(unquote(p.name))[1:]...)
		default:
			b = append(b, p.name[1:len(p.name)-1]...)
		}
	}
	w.scratch = b
	return fazhi.Path(b)
}

// scalarLength returns the length of the string, number or word at the beginning of canonical JSON.
func scalarLength(b []byte) int {
	if b[0] == '"' {
		return stringLength(b)
	}
	if n := bytes.IndexAny(b, ",]}"); n >= 0 {
		return n
	}
	return len(b)
}

// stringLength returns the length of the string at the beginning, with its quotes.
func stringLength(b []byte) int {
	for i := 1; ; i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

// unquote returns what a string means. It is canonical, so nothing can be wrong with it.
func unquote(b []byte) string {
	inner := b[1 : len(b)-1]
	if bytes.IndexByte(inner, '\\') < 0 {
		return string(inner)
	}
	var s string
	_ = json.Unmarshal(b, &s)
	return s
}
