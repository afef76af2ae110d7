package protocol

import "bytes"

// mend writes JSON without null: an empty list where a list is nil, and no member where there is nothing. In lists of
// what may be nothing null stays, for the place counts.
func mend(text []byte, s *shape) []byte {
	if !bytes.Contains(text, []byte("null")) {
		return text
	}
	m := mender{walker: walker{src: text}, out: make([]byte, 0, len(text))}
	m.value(s)
	m.put(m.pos, "")
	return m.out
}

// A mender goes through a text and copies it in large pieces: from one null to the next.
type mender struct {
	walker
	out  []byte
	done int // what of the text has been copied or left out
}

// put copies the text up to from, and goes on here with something else in its place.
func (m *mender) put(from int, instead string) {
	m.out = append(append(m.out, m.src[m.done:from]...), instead...)
	m.done = m.pos
}

func (m *mender) value(s *shape) {
	start := m.pos
	switch m.peek() {
	case '{':
		m.object(s)
	case '[':
		m.array(s)
	case '"':
		m.text()
	default:
		if m.scalar()[0] == 'n' && s != nil && s.empty != "" {
			m.put(start, s.empty)
		}
	}
}

func (m *mender) array(s *shape) {
	for m.next('['); !m.next(']'); m.next(',') {
		m.value(s.item())
	}
}

func (m *mender) object(s *shape) {
	m.next('{')
	for first := true; !m.next('}'); {
		start := m.pos
		m.next(',')
		_, name := m.name()
		in := s.member(name)
		if m.isNull() && (in == nil || in.empty == "") {
			m.scalar()
			if first {
				m.next(',')
			}
			m.put(start, "")
			continue
		}
		first = false
		m.value(in)
	}
}
