package merkle

import "hash"

// A worker computes one hash after another without allocating: what it hashes goes through its own buffer.
type worker struct {
	h   hash.Hash
	in  [128]byte
	out [len(Hash{})]byte
}

func (w *worker) sum(data []byte) Hash {
	w.h.Reset()
	w.write(data)
	return w.result()
}

func (w *worker) leaf(data []byte) Hash {
	w.h.Reset()
	w.in[0] = 0
	n := copy(w.in[1:], data)
	w.h.Write(w.in[:1+n])
	w.write(data[n:])
	return w.result()
}

func (w *worker) node(left, right Hash) Hash {
	w.h.Reset()
	w.in[0] = 1
	n := 1 + copy(w.in[1:], left[:])
	n += copy(w.in[n:], right[:])
	w.h.Write(w.in[:n])
	return w.result()
}

func (w *worker) write(data []byte) {
	for len(data) > 0 {
		n := copy(w.in[:], data)
		w.h.Write(w.in[:n])
		data = data[n:]
	}
}

func (w *worker) result() (sum Hash) {
	copy(sum[:], w.h.Sum(w.out[:0]))
	return sum
}
