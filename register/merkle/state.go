package merkle

import (
	"bytes"
	"encoding"
	"encoding/binary"
	"math/bits"
)

var (
	_ encoding.BinaryMarshaler   = (*Tree)(nil)
	_ encoding.BinaryUnmarshaler = (*Tree)(nil)
)

// A saved tree is the line below, H("") which tells one hash function from another, the size as eight bytes, highest
// first, the full trees' roots, and the hash of all that.
const stateLine = "fazhi-merkle/1\n"

const stateFixed = len(stateLine) + len(Hash{}) + 8 + len(Hash{})

// MarshalBinary saves the tree, so that a job goes on where it stopped.
func (t *Tree) MarshalBinary() ([]byte, error) {
	if t.size > MaxSize {
		return nil, sizeError("条目过多")
	}
	w := t.worker()
	state := make([]byte, 0, stateFixed+len(t.peaks)*len(Hash{}))
	state = append(state, stateLine...)
	state = appendHash(state, w.sum(nil))
	state = binary.BigEndian.AppendUint64(state, uint64(t.size))
	for _, peak := range t.peaks {
		state = appendHash(state, peak)
	}
	return appendHash(state, w.sum(state)), nil
}

// UnmarshalBinary restores a saved tree into t, which must come from a Hasher of the same hash function. Bytes that
// MarshalBinary does not write, another hash function included, are ErrState, wrapped, and leave t as it is. That finds
// damage, not forgery: whoever can write the bytes can write other ones.
func (t *Tree) UnmarshalBinary(state []byte) error {
	if len(state) < stateFixed || len(state) > stateFixed+62*len(Hash{}) {
		return stateError("长度不符")
	}
	w := t.worker()
	start := appendHash([]byte(stateLine), w.sum(nil))
	if !bytes.HasPrefix(state, start) {
		return stateError("不是这一格式、这一散列函数的状态")
	}
	body, sum := state[:len(state)-len(Hash{})], Hash(state[len(state)-len(Hash{}):])
	if w.sum(body) != sum {
		return stateError("校验值不符")
	}
	rest := body[len(start):]
	size := binary.BigEndian.Uint64(rest)
	peaks := rest[8:]
	if size > uint64(MaxSize) || len(peaks) != bits.OnesCount64(size)*len(Hash{}) {
		return stateError("规模与散列值的个数不符")
	}
	t.size, t.peaks = int64(size), hashes(peaks)
	return nil
}

func appendHash(b []byte, h Hash) []byte { return append(b, h[:]...) }

func hashes(b []byte) []Hash {
	list := make([]Hash, 0, len(b)/len(Hash{}))
	for len(b) > 0 {
		list = append(list, Hash(b))
		b = b[len(Hash{}):]
	}
	return list
}
