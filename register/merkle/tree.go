package merkle

// MaxSize is the greatest size of a tree that proofs and saved trees may have, 2^62.
const MaxSize int64 = 1 << 62

// A TreeHead is what is kept of a tree, signed and handed out: its size and its root.
type TreeHead struct {
	Size int64 `json:"size"`
	Root Hash  `json:"root"`
}

// A Tree computes the root of leaves that come one after another. It holds as many hashes as its size has binary ones,
// at most 62, whatever the leaves are; MarshalBinary saves them. The zero Tree is empty and computes SHA-256. A Tree must
// not be copied and must not be used from several goroutines.
type Tree struct {
	hasher Hasher
	w      *worker
	size   int64
	peaks  []Hash // the roots of the full trees that the leaves fall into, the greatest first
}

// NewTree returns an empty tree.
func (h Hasher) NewTree() *Tree { return &Tree{hasher: h} }

// Size returns the number of leaves.
func (t *Tree) Size() int64 { return t.size }

// Head returns the size and the root.
func (t *Tree) Head() TreeHead { return TreeHead{t.size, t.Root()} }

// Append adds a leaf; of a register book, the sum of the next entry. It keeps nothing of data.
func (t *Tree) Append(data []byte) {
	w := t.worker()
	node := w.leaf(data)
	for size := t.size; size&1 == 1; size >>= 1 {
		last := len(t.peaks) - 1
		node = w.node(t.peaks[last], node)
		t.peaks = t.peaks[:last]
	}
	t.peaks = append(t.peaks, node)
	t.size++
}

// Root returns the root of the leaves so far. Leaves may be appended after it.
func (t *Tree) Root() Hash {
	w := t.worker()
	last := len(t.peaks) - 1
	if last < 0 {
		return w.sum(nil)
	}
	root := t.peaks[last]
	for i := last - 1; i >= 0; i-- {
		root = w.node(t.peaks[i], root)
	}
	return root
}

func (t *Tree) worker() *worker {
	if t.w == nil {
		t.w = t.hasher.worker()
	}
	return t.w
}
