package protocol

import "bytes"

// A flaw is what is wrong with a part of a message.
type flaw struct {
	at   string // the members that lead there
	what string
}

// in returns the flaw as the object sees it that has the member.
func (f *flaw) in(member []byte) *flaw {
	f.at = "/" + string(member) + f.at
	return f
}

func (f *flaw) error() error {
	if f == nil {
		return nil
	}
	return malformed("%s%s", plain(f.at), f.what)
}

// A checker sees what members of canonical JSON are null, missing, or named in other letters than they should be, as far as
// a type tells. It notes where the member is that is JSON by itself, of which there is one at most, and does not look into it.
type checker struct {
	walker
	part span // empty: there is none
}

// A span is a part of a text.
type span struct{ start, end int }

func (c *checker) value(s *shape) *flaw {
	s = s.behind()
	first := c.peek()
	start := c.pos
	switch {
	case first == 'n' && s != nil && !s.nullable:
		return &flaw{what: " 不能是 null"}
	case first == '{' && s != nil && s.hasMembers():
		return c.object(s)
	case first == '[' && s != nil && s.elem != nil:
		return c.array(s)
	}
	c.skip()
	if s != nil && s.part {
		c.part = span{start, c.pos}
	}
	return nil
}

func (c *checker) array(s *shape) *flaw {
	c.next('[')
	for !c.next(']') {
		if f := c.value(s.elem); f != nil {
			return f
		}
		c.next(',')
	}
	return nil
}

func (c *checker) object(s *shape) *flaw {
	start, found := c.pos, 0
	c.next('{')
	for !c.next('}') {
		_, name := c.name()
		m := s.member(name)
		if m == nil && s.hasLike(name) {
			return (&flaw{what: " 的大小写不对"}).in(name)
		}
		if s.need[string(name)] {
			found++
		}
		if f := c.value(m); f != nil {
			return f.in(name)
		}
		c.next(',')
	}
	if found == len(s.need) {
		return nil
	}
	return &flaw{what: " 没有成员 " + s.missing(c.src[start:c.pos])}
}

// missing returns the first of the members that an object lacks.
func (s *shape) missing(object []byte) string {
	w := walker{src: object}
	there := make(map[string]bool)
	for w.next('{'); !w.next('}'); w.next(',') {
		_, name := w.name()
		there[string(name)] = true
		w.skip()
	}
	for _, name := range keys(s.need) {
		if !there[name] {
			return name
		}
	}
	return ""
}

// hasLike reports whether the shape has a member of that name in other letters, which encoding/json would take for it.
func (s *shape) hasLike(name []byte) bool {
	for known := range s.members {
		if len(known) <= len(name) && bytes.EqualFold([]byte(known), name) {
			return true
		}
	}
	return false
}
