package canon

import "slices"

// A member is one member of an object as it stands in the output. MaxSize keeps the numbers small.
type member struct {
	start, nameEnd, end int32 // of `"name":value` in the output
	src                 int32 // where the name begins in the text
}

func (w *writer) object(depth int) *Error {
	w.take('{')
	if w.take('}') {
		return nil
	}
	var few [16]member // so that an object of usual size needs no memory
	members := few[:0]
	for {
		m, e := w.member(depth)
		if e != nil {
			return e
		}
		members = append(members, m)
		if w.peek() == '}' {
			break
		}
		if !w.take(',') {
			return w.fault("此处应当是“,”或者“}”")
		}
	}
	if !w.areSorted(members) {
		if e := w.sort(members); e != nil {
			return e
		}
	}
	w.take('}')
	return nil
}

// member writes one member and passes over the blanks after it.
func (w *writer) member(depth int) (m member, e *Error) {
	if w.peek() != '"' {
		return m, w.fault("此处应当是成员名")
	}
	m.start, m.src = int32(len(w.out)), int32(w.pos)
	if e := w.text(); e != nil {
		return m, e
	}
	m.nameEnd = int32(len(w.out))
	w.blanks()
	if !w.take(':') {
		return m, w.fault("成员名之后应当是“:”").within(w.nameOf(m))
	}
	if e := w.value(depth); e != nil {
		return m, e.within(w.nameOf(m))
	}
	m.end = int32(len(w.out))
	w.blanks()
	return m, nil
}

// sort sorts the members of an object, which are the last thing in the output.
func (w *writer) sort(members []member) *Error {
	start := members[0].start
	slices.SortFunc(members, func(a, b member) int {
		if order := compareNames(w.name(a), w.name(b)); order != 0 {
			return order
		}
		return int(a.start - b.start)
	})
	if e := w.duplicate(members); e != nil {
		return e
	}
	var few [1024]byte // so that an object of usual size needs no memory
	written := few[:0]
	if size := len(w.out) - int(start); size > len(few) {
		w.spare = slices.Grow(w.spare[:0], size)
		written = w.spare
	}
	written = append(written, w.out[start:]...)
	w.out = w.out[:start]
	for i, m := range members {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		w.out = append(w.out, written[m.start-start:m.end-start]...)
	}
	return nil
}

func (w *writer) areSorted(members []member) bool {
	for i := 1; i < len(members); i++ {
		if compareNames(w.name(members[i-1]), w.name(members[i])) >= 0 {
			return false
		}
	}
	return true
}

// duplicate finds a name that sorted members share; the error is at the second one.
func (w *writer) duplicate(members []member) *Error {
	for i := 1; i < len(members); i++ {
		if string(w.name(members[i-1])) == string(w.name(members[i])) {
			e := &Error{Offset: int(members[i].src), Reason: "成员名重复"}
			return e.within(w.nameOf(members[i]))
		}
	}
	return nil
}

// name returns the name of a member in canonical escapes, without the quotes.
func (w *writer) name(m member) []byte { return w.out[m.start+1 : m.nameEnd-1] }

// nameOf returns the name of a member as it is meant.
func (w *writer) nameOf(m member) string { return unescape(w.name(m)) }
