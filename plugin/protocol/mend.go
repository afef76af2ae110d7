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
	return m.out
}

type mender struct {
	walker
	out []byte
}

func (m *mender) value(s *shape) {
	switch m.peek() {
	case '{':
		m.object(s)
	case '[':
		m.array(s)
	case '"':
		m.out = append(m.out, m.text()...)
	default:
		text := m.scalar()
		if text[0] == 'n' && s != nil && s.empty != "" {
			text = []byte(s.empty)
		}
		m.out = append(m.out, text...)
	}
}

func (m *mender) array(s *shape) {
	m.next('[')
	m.out = append(m.out, '[')
	for first := true; !m.next(']'); first = false {
		if !first {
			m.next(',')
			m.out = append(m.out, ',')
		}
		m.value(s.item())
	}
	m.out = append(m.out, ']')
}

func (m *mender) object(s *shape) {
	m.next('{')
	m.out = append(m.out, '{')
	first := true
	for !m.next('}') {
		m.next(',')
		raw, name := m.name()
		in := s.member(name)
		if m.isNull() && (in == nil || in.empty == "") {
			m.scalar()
			continue
		}
		if !first {
			m.out = append(m.out, ',')
		}
		first = false
		m.out = append(append(m.out, raw...), ':')
		m.value(in)
	}
	m.out = append(m.out, '}')
}
