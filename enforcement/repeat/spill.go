package repeat

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"os"
	"slices"
)

// Errors of working beyond memory.
var (
	ErrDir   = errors.New("repeat: 数据超过内存上限，没有指定溢写目录")
	ErrSpill = errors.New("repeat: 溢写文件不能读写")
	ErrLarge = errors.New("repeat: 数据太多，请提高内存上限")
)

// A sorter puts byte strings in order. What does not fit into memory goes into one file as sorted runs, which are merged
// when it is read. The file has no name from the beginning where the system allows that.
type sorter struct {
	dir    string
	budget int // bytes

	chunks [][]byte // kept from run to run
	last   int      // the chunk that is being filled
	used   int      // bytes in the chunks
	index  []piece

	file spillFile
	name string // empty: it is removed already
	runs []run
	size int64

	create spillMaker
}

// A piece is one string in a chunk; prefix is its beginning, for comparing fast.
type piece struct {
	prefix       uint64
	chunk, at, n uint32
}

const (
	pieceSize  = 24
	leastChunk = 4 << 10
	mostChunk  = 1 << 20
)

type run struct {
	at, size int64
	sum      uint32
}

type spillFile interface {
	io.Writer
	io.ReaderAt
	io.Closer
}

// createSpill makes a file that only its owner may read.
func createSpill(dir string) (spillFile, string, error) {
	f, err := os.CreateTemp(dir, "repeat-*.spill")
	if err != nil {
		return nil, "", err
	}
	if os.Remove(f.Name()) == nil {
		return f, "", nil
	}
	return f, f.Name(), nil
}

// add takes a copy of a string.
func (s *sorter) add(b []byte) error {
	if len(s.index) > 0 && s.used+len(b)+(len(s.index)+1)*pieceSize > s.budget {
		if err := s.flush(); err != nil {
			return err
		}
	}
	c := s.room(len(b))
	s.index = append(s.index, piece{prefixOf(b), uint32(s.last), uint32(len(*c)), uint32(len(b))})
	*c = append(*c, b...)
	s.used += len(b)
	return nil
}

// room returns a chunk that so many bytes fit into, without moving those that are there.
func (s *sorter) room(n int) *[]byte {
	if s.last < len(s.chunks) && cap(s.chunks[s.last])-len(s.chunks[s.last]) < n {
		s.last++
	}
	switch fresh := max(n, min(leastChunk<<min(s.last, 8), mostChunk, s.budget/8)); {
	case s.last == len(s.chunks):
		s.chunks = append(s.chunks, make([]byte, 0, fresh))
	case cap(s.chunks[s.last]) < n:
		s.chunks[s.last] = make([]byte, 0, fresh)
	}
	return &s.chunks[s.last]
}

// clear forgets the strings and keeps the room.
func (s *sorter) clear() {
	for i := range s.chunks {
		s.chunks[i] = s.chunks[i][:0]
	}
	s.last, s.used, s.index = 0, 0, s.index[:0]
}

func prefixOf(b []byte) uint64 {
	var room [8]byte
	copy(room[:], b)
	return binary.BigEndian.Uint64(room[:])
}

func (s *sorter) bytes(p piece) []byte { return s.chunks[p.chunk][p.at : p.at+p.n] }

func (s *sorter) sort() {
	slices.SortFunc(s.index, func(p, q piece) int {
		if p.prefix != q.prefix {
			return cmp.Compare(p.prefix, q.prefix)
		}
		return bytes.Compare(s.bytes(p), s.bytes(q))
	})
}

// flush writes what is in memory as one run.
func (s *sorter) flush() error {
	if err := s.open(); err != nil {
		return err
	}
	s.sort()
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	w := bufio.NewWriterSize(io.MultiWriter(s.file, sum), 1<<16)
	r := run{at: s.size}
	var head [binary.MaxVarintLen64]byte
	for _, p := range s.index {
		n := binary.PutUvarint(head[:], uint64(p.n))
		_, _ = w.Write(head[:n]) // Flush returns the first error
		_, _ = w.Write(s.bytes(p))
		r.size += int64(n) + int64(p.n)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("%w：%w", ErrSpill, err)
	}
	r.sum = sum.Sum32()
	s.runs, s.size = append(s.runs, r), s.size+r.size
	s.clear()
	return nil
}

// open makes the file when the first run is written. Each run is read through a buffer of its own, so their number is
// limited by the memory too.
func (s *sorter) open() error {
	if s.file == nil {
		if s.dir == "" {
			return ErrDir
		}
		var err error
		if s.file, s.name, err = s.create(s.dir); err != nil {
			return fmt.Errorf("%w：%w", ErrSpill, err)
		}
	}
	if (len(s.runs)+1)*leastBuffer > s.budget {
		return ErrLarge
	}
	return nil
}

const (
	leastBuffer = 4 << 10
	mostBuffer  = 1 << 20
)

// close removes the file.
func (s *sorter) close() {
	s.chunks, s.index = nil, nil
	if s.file != nil {
		_ = s.file.Close() // nothing of it is needed any more
	}
	if s.name != "" {
		_ = os.Remove(s.name)
	}
}

// all yields the strings in order, once. Each is valid until the next.
func (s *sorter) all() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		if len(s.runs) == 0 {
			s.sort()
			for _, p := range s.index {
				if !yield(s.bytes(p), nil) {
					return
				}
			}
			return
		}
		if err := s.merge(yield); err != nil {
			yield(nil, err)
		}
	}
}

// merge yields the strings of all runs.
func (s *sorter) merge(yield func([]byte, error) bool) error {
	if len(s.index) > 0 {
		if err := s.flush(); err != nil {
			return err
		}
	}
	s.chunks, s.index = nil, nil
	h, err := s.tails()
	if err != nil {
		return err
	}
	for len(h) > 0 {
		if !yield(h[0].head, nil) {
			return nil
		}
		more, err := h[0].next()
		switch {
		case err != nil:
			return err
		case more:
			heap.Fix(&h, 0)
		default:
			heap.Pop(&h)
		}
	}
	return nil
}

// tails opens all runs.
func (s *sorter) tails() (tails, error) {
	size := min(max(s.budget/len(s.runs), leastBuffer), mostBuffer)
	var h tails
	for _, r := range s.runs {
		t := &tail{in: bufio.NewReaderSize(io.NewSectionReader(s.file, r.at, r.size), size), left: r.size, want: r.sum}
		if _, err := t.next(); err != nil {
			return nil, err
		}
		h = append(h, t)
	}
	heap.Init(&h)
	return h, nil
}

// A tail is what is left of a run.
type tail struct {
	in        *bufio.Reader
	head      []byte
	prefix    uint64
	left      int64
	sum, want uint32
}

// next reads the next string; false: there is none.
func (t *tail) next() (bool, error) {
	if t.left == 0 {
		if t.sum != t.want {
			return false, fmt.Errorf("%w：%w", ErrSpill, errEntry)
		}
		return false, nil
	}
	n, err := binary.ReadUvarint(t.in)
	if err != nil {
		return false, fmt.Errorf("%w：%w", ErrSpill, err)
	}
	var room [binary.MaxVarintLen64]byte
	head := room[:binary.PutUvarint(room[:], n)]
	if n > uint64(t.left) || int64(n)+int64(len(head)) > t.left {
		return false, fmt.Errorf("%w：%w", ErrSpill, errEntry)
	}
	t.head = slices.Grow(t.head[:0], int(n))[:n]
	if _, err := io.ReadFull(t.in, t.head); err != nil {
		return false, fmt.Errorf("%w：%w", ErrSpill, err)
	}
	table := crc32.MakeTable(crc32.Castagnoli)
	t.sum = crc32.Update(crc32.Update(t.sum, table, head), table, t.head)
	t.left -= int64(len(head)) + int64(n)
	t.prefix = prefixOf(t.head)
	return true, nil
}

// tails is a heap by the strings at the front.
type tails []*tail

func (h tails) Len() int { return len(h) }

func (h tails) Less(i, j int) bool {
	if h[i].prefix != h[j].prefix {
		return h[i].prefix < h[j].prefix
	}
	return bytes.Compare(h[i].head, h[j].head) < 0
}

func (h tails) Swap(i, j int) { h[i], h[j] = h[j], h[i] }

// Push is that of heap.Interface.
func (h *tails) Push(x any) { *h = append(*h, x.(*tail)) }

// Pop is that of heap.Interface.
func (h *tails) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}
