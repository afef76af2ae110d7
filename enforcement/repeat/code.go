package repeat

import (
	"encoding/binary"
	"errors"
)

// errEntry says that the bytes of a fact are not those that were written.
var errEntry = errors.New("repeat: 溢写的数据不完整")

// An entry in a spill is its slot, the day, the number and the fact, so that the order of the bytes is that of the sweep.
const slotSize = 16 + 1 + 8

func appendSlot(dst []byte, s slot) []byte {
	dst = append(dst, s.owner[:]...)
	return binary.BigEndian.AppendUint64(append(dst, s.family), s.sub)
}

// appendEntry writes an entry. Numbers hold no control characters, so a zero ends them.
func (c *comparer) appendEntry(dst []byte, s slot, f *fact) []byte {
	dst = appendSlot(dst, s)
	dst = binary.BigEndian.AppendUint32(dst, uint32(familyOf(s.family).from(c, f)))
	dst = append(append(dst, f.serial...), 0)
	return f.append(dst)
}

// readEntry reads an entry into a fact.
func readEntry(b []byte, f *fact) (slot, error) {
	r := reader{b: b}
	var s slot
	copy(s.owner[:], r.take(16))
	if family := r.take(1); len(family) == 1 {
		s.family = family[0]
	}
	if sub := r.take(8); len(sub) == 8 {
		s.sub = binary.BigEndian.Uint64(sub)
	}
	r.take(4)
	f.serial = r.until0()
	f.read(&r)
	if r.bad || len(r.b) > 0 || s.family >= families || f.bad() {
		return slot{}, errEntry
	}
	return s, nil
}

func (f *fact) append(dst []byte) []byte {
	for _, s := range []string{f.organ, f.of} {
		dst = binary.AppendUvarint(dst, uint64(len(s)))
		dst = append(dst, s...)
	}
	for _, h := range f.hashes() {
		dst = binary.BigEndian.AppendUint64(dst, *h)
	}
	for _, list := range [][]uint64{f.items, f.groups} {
		dst = binary.AppendUvarint(dst, uint64(len(list)))
		for _, h := range list {
			dst = binary.BigEndian.AppendUint64(dst, h)
		}
	}
	for _, n := range f.numbers() {
		dst = binary.AppendUvarint(dst, uint64(*n))
	}
	return append(dst, f.fine, f.status, f.follows, f.lead, f.measure, byte(f.flags))
}

func (f *fact) read(r *reader) {
	f.organ, f.of = r.text(), r.text()
	for _, h := range f.hashes() {
		*h = r.hash()
	}
	f.items, f.groups = r.list(), r.list()
	for _, n := range f.numbers() {
		*n = r.number()
	}
	if tail := r.take(6); len(tail) == 6 {
		f.fine, f.status, f.follows, f.lead, f.measure, f.flags = tail[0], tail[1], tail[2], tail[3], tail[4], flag(tail[5])
	}
}

func (f *fact) hashes() [5]*uint64 {
	return [5]*uint64{&f.office, &f.code, &f.cause, &f.place, &f.joint}
}

func (f *fact) numbers() [6]*int32 {
	return [6]*int32{&f.from, &f.until, &f.seized, &f.released, &f.inspected, &f.limit}
}

// bad reports whether a fact has a word that is in no list.
func (f *fact) bad() bool {
	return f.fine > fineUnknown || int(f.status) > len(statuses()) || int(f.follows) > len(follows()) || int(f.lead) > len(leads()) ||
		int(f.measure) > len(measures())
}

// A reader takes bytes from the front, and notes when there are too few.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad, r.b = true, nil
		return nil
	}
	head := r.b[:n]
	r.b = r.b[n:]
	return head
}

func (r *reader) until0() string {
	for i, c := range r.b {
		if c == 0 {
			return string(r.take(i + 1)[:i])
		}
	}
	r.bad, r.b = true, nil
	return ""
}

func (r *reader) uvarint() uint64 {
	n, size := binary.Uvarint(r.b)
	if size <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[size:]
	return n
}

func (r *reader) text() string {
	n := r.uvarint()
	return string(r.take(int(min(n, 1<<30))))
}

func (r *reader) number() int32 { return int32(min(r.uvarint(), 1<<31-1)) }

func (r *reader) hash() uint64 {
	if b := r.take(8); len(b) == 8 {
		return binary.BigEndian.Uint64(b)
	}
	return 0
}

func (r *reader) list() []uint64 {
	n := r.uvarint()
	if n == 0 || n > uint64(len(r.b)/8) {
		r.bad = r.bad || n > 0
		return nil
	}
	list := make([]uint64, n)
	for i := range list {
		list[i] = r.hash()
	}
	return list
}
