package clause

import "slices"

// A sequence knows which numbers are open, from the highest kind down, and so which number may come next. That tells a number from
// digits that a line happens to begin with.
type sequence struct{ open []mark }

// mostSkipped is how many numbers a clause that is not firm may skip: one that was deleted should not hide all that follow.
const mostSkipped = 2

// take reports whether a mark comes next, and its level.
func (s *sequence) take(m mark) (level int, ok bool) {
	at := s.place(m)
	if at < 0 {
		return 0, false
	}
	s.open = append(s.open[:at], m)
	return len(s.open), true
}

// begin takes a mark that follows none, as the first of all, and returns its level.
func (s *sequence) begin(m mark) int {
	s.open = append(s.open[:0], m)
	return 1
}

// place returns the index in open that a mark takes, -1 for none: the number that it follows, or below all when it is a first one.
func (s *sequence) place(m mark) int {
	if m.sort == unnumbered {
		return 0
	}
	for skipped := range mostSkipped + 1 {
		for i, o := range slices.Backward(s.open) {
			if o.sort == m.sort && slices.Equal(o.parts[:len(o.parts)-1], m.parts[:len(m.parts)-1]) && m.value() == o.value()+1+skipped {
				return i
			}
		}
	}
	switch {
	case m.sort.firm():
		return s.above(m.sort)
	case m.sort >= dotted:
		return s.below(m)
	case m.value() == 1 && len(s.open) < mostOpen:
		return len(s.open)
	}
	return -1
}

// mostOpen bounds how deep numbers nest.
const mostOpen = 12

// above returns the place of a firm number: that of its own kind, or of what must not stand above it.
func (s *sequence) above(of sort) int {
	at := slices.IndexFunc(s.open, func(o mark) bool { return o.sort >= of })
	if at < 0 {
		return len(s.open)
	}
	return at
}

// below returns the place of a first dotted number: below the number that its beginning repeats.
func (s *sequence) below(m mark) int {
	if m.value() != 1 {
		return -1
	}
	prefix := m.parts[:len(m.parts)-1]
	for i, o := range slices.Backward(s.open) {
		if slices.Equal(o.parts, prefix) {
			return i + 1
		}
	}
	if len(s.open) == 0 && len(prefix) == 1 && prefix[0] == 1 {
		return 0
	}
	return -1
}
