package merkle

import (
	"crypto/sha256"
	"fmt"
	"hash"
)

// A Hasher computes the hashes of one kind of tree. The zero Hasher computes SHA-256. It may be used from several
// goroutines when its function may be.
type Hasher struct{ newHash func() hash.Hash }

// New returns the Hasher of a hash function: sha256.New, or sm3.New of a library of national cryptography (国密). A function
// whose hashes do not have 32 bytes is ErrHash, wrapped.
func New(newHash func() hash.Hash) (Hasher, error) {
	if newHash == nil {
		return Hasher{}, fmt.Errorf("merkle: %w：没有给出散列函数", ErrHash)
	}
	if h := newHash(); h == nil || h.Size() != len(Hash{}) {
		return Hasher{}, fmt.Errorf("merkle: %w：散列值应当是32字节", ErrHash)
	}
	return Hasher{newHash}, nil
}

// Sum returns the plain hash of data, without the prefix of a leaf. Sum(nil) is the root of the tree without leaves.
func (h Hasher) Sum(data []byte) Hash { return h.worker().sum(data) }

// Leaf returns the hash of a leaf, H(0x00 ‖ data).
func (h Hasher) Leaf(data []byte) Hash { return h.worker().leaf(data) }

// Node returns the hash of a node, H(0x01 ‖ left ‖ right).
func (h Hasher) Node(left, right Hash) Hash { return h.worker().node(left, right) }

func (h Hasher) worker() *worker {
	if h.newHash == nil {
		return &worker{h: sha256.New()}
	}
	return &worker{h: h.newHash()}
}
