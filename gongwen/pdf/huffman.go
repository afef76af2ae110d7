package pdf

import (
	"cmp"
	"encoding/binary"
	"hash/adler32"
	"slices"
)

// A huffman is a code for the bytes of one font, as deflate (RFC 1951) uses it. Outlines repeat little, so nearly all that
// deflate gains on them it gains by such a code; and as outlines of one font are alike, the code need not be made anew for
// every document. Compressing then is a look-up for each byte.
type huffman struct {
	codes  [numSymbols]uint32 // the code, the first bit lowest, and in the upper half its length
	length [numSymbols]uint8
	header []byte // zlib header and the beginning of the block, whole bytes
	rest   uint64 // bits of the beginning that do not fill a byte
	nrest  uint
}

const (
	endOfBlock = 256
	numSymbols = 257
	longest    = 15 // bits of a code
)

// sample returns a part of a font by which its code is made.
func sample(font []byte) []byte {
	const chunks, size = 256, 1024
	if len(font) <= chunks*size {
		return font
	}
	out := make([]byte, 0, chunks*size)
	for i := range chunks {
		at := i * (len(font) - size) / chunks
		out = append(out, font[at:at+size]...)
	}
	return out
}

// textSample has the letters of contents of pages and character maps about as often as these have them.
const textSample = "1 0 0 1 79.37 713.847 Tm <00010002000300a400b501c600d70168> Tj\n1 0 0 1 110.87 598.047 Tm <01e90012f> Tj\n" +
	"<0045><4e2d>\n<0146><65b9>\n<0297><7ae0>\n<01b8><8fd0>\n<009c><534e>\n<01f3><6c14>\n/F5 16 Tf -0.25 Tc BT ET 0.5 w S l m "

func newHuffman(data []byte) *huffman {
	counts := make([]int, numSymbols)
	for i := range counts {
		counts[i] = 1
	}
	for _, b := range data {
		counts[b]++
	}
	h := &huffman{}
	for {
		copy(h.length[:], lengths(counts))
		if slices.Max(h.length[:]) <= longest {
			break
		}
		for i := range counts {
			counts[i] = counts[i]/2 + 1
		}
	}
	h.assign()
	h.begin()
	return h
}

// lengths returns how long the code of each symbol is in an optimal code.
func lengths(counts []int) []uint8 {
	type node struct{ count, left, right int }
	n := len(counts)
	nodes := make([]node, n, 2*n)
	heap := make([]int, n)
	for i, c := range counts {
		nodes[i], heap[i] = node{count: c}, i
	}
	byCount := func(a, b int) int {
		return cmp.Or(cmp.Compare(nodes[b].count, nodes[a].count), cmp.Compare(b, a))
	}
	for slices.SortFunc(heap, byCount); len(heap) > 1; {
		a, b := heap[len(heap)-1], heap[len(heap)-2]
		nodes = append(nodes, node{nodes[a].count + nodes[b].count, a, b})
		heap = heap[:len(heap)-2]
		at, _ := slices.BinarySearchFunc(heap, len(nodes)-1, byCount)
		heap = slices.Insert(heap, at, len(nodes)-1)
	}
	depth := make([]uint8, len(nodes))
	for i := len(nodes) - 1; i >= n; i-- {
		depth[nodes[i].left], depth[nodes[i].right] = depth[i]+1, depth[i]+1
	}
	return depth[:n]
}

// assign gives the symbols their codes, as RFC 1951, 3.2.2, has it.
func (h *huffman) assign() {
	code := uint16(0)
	for size := uint8(1); size <= longest; size++ {
		for s, l := range h.length {
			if l == size {
				h.codes[s] = uint32(reverse(code, size)) | uint32(size)<<16
				code++
			}
		}
		code <<= 1
	}
}

func reverse(code uint16, n uint8) uint16 {
	out := uint16(0)
	for range n {
		out = out<<1 | code&1
		code >>= 1
	}
	return out
}

// begin makes what every stream in this code begins with: the header of zlib and that of one final block with a code of its
// own (RFC 1951, 3.2.7). Lengths are written with four bits each; one distance, which is never used, must be declared.
func (h *huffman) begin() {
	h.header = []byte{0x78, 0x01}
	put := func(v uint64, n uint) {
		h.rest |= v << h.nrest
		for h.nrest += n; h.nrest >= 8; h.nrest -= 8 {
			h.header = append(h.header, byte(h.rest))
			h.rest >>= 8
		}
	}
	put(1, 1) // last block
	put(2, 2) // with its own code
	put(numSymbols-257, 5)
	put(0, 5)  // one distance
	put(15, 4) // all nineteen lengths of the code for lengths:
	for _, symbol := range [...]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15} {
		if symbol > longest {
			put(0, 3)
		} else {
			put(4, 3)
		}
	}
	for _, l := range h.length {
		put(uint64(reverse(uint16(l), 4)), 4)
	}
	put(uint64(reverse(1, 4)), 4)
}

// compress appends data as a stream of zlib (RFC 1950).
func (h *huffman) compress(out, data []byte) []byte {
	w := h.start(out)
	w.write(h, data)
	return w.finish(h, adler32.Checksum(data))
}

// A bitWriter appends codes to a stream.
type bitWriter struct {
	out []byte
	acc uint64 // bits that are not in out yet, the first lowest
	n   uint   // how many
}

// start begins a stream of zlib.
func (h *huffman) start(out []byte) bitWriter {
	return bitWriter{out: append(out, h.header...), acc: h.rest, n: h.nrest}
}

// write appends the codes of data.
func (w *bitWriter) write(h *huffman, data []byte) {
	w.flush()
	w.out = slices.Grow(w.out, 2*len(data)+16) // a code has 15 bits at most
	b, at := w.out[len(w.out):cap(w.out)], 0
	acc, n := w.acc, w.n
	for ; len(data) >= 3; data = data[3:] { // n is below 8 here, and three codes have 45 bits at most
		c := h.codes[data[0]]
		acc |= uint64(c&0xFFFF) << (n & 63)
		n += uint(c >> 16)
		c = h.codes[data[1]]
		acc |= uint64(c&0xFFFF) << (n & 63)
		n += uint(c >> 16)
		c = h.codes[data[2]]
		acc |= uint64(c&0xFFFF) << (n & 63)
		n += uint(c >> 16)
		binary.LittleEndian.PutUint64(b[at:], acc)
		at += int(n >> 3)
		acc >>= n &^ 7 & 63
		n &= 7
	}
	for _, s := range data {
		acc |= uint64(h.codes[s]&0xFFFF) << n
		n += uint(h.codes[s] >> 16)
	}
	w.out, w.acc, w.n = w.out[:len(w.out)+at], acc, n
}

// flush appends the whole bytes that wait, so that fewer than eight bits are left.
func (w *bitWriter) flush() {
	for ; w.n >= 8; w.n -= 8 {
		w.out = append(w.out, byte(w.acc))
		w.acc >>= 8
	}
}

// append appends n bits, 64 in each word, the first lowest.
func (w *bitWriter) append(words []uint64, n uint) {
	whole := words[:n/64]
	w.out = slices.Grow(w.out, 8*len(whole)+8)
	b := w.out[len(w.out) : len(w.out)+8*len(whole)]
	acc, shift := w.acc, w.n&63
	for _, word := range whole {
		binary.LittleEndian.PutUint64(b, acc|word<<shift)
		acc = word >> (64 - shift)
		b = b[8:]
	}
	w.out = w.out[:len(w.out)+8*len(whole)]
	if n %= 64; n > 0 {
		last := words[len(whole)]
		acc |= last << shift
		if w.n += n; w.n >= 64 {
			w.out = binary.LittleEndian.AppendUint64(w.out, acc)
			acc = last >> (64 - shift)
			w.n -= 64
		}
	}
	w.acc = acc
}

// finish ends a stream whose data have a checksum, and returns it.
func (w *bitWriter) finish(h *huffman, sum uint32) []byte {
	w.flush()
	w.acc |= uint64(h.codes[endOfBlock]&0xFFFF) << w.n
	w.n += uint(h.codes[endOfBlock]>>16) + 7
	w.flush()
	return binary.BigEndian.AppendUint32(w.out, sum)
}

// joinSums returns the Adler-32 of two data one after another from those of both and the length of the second.
func joinSums(first, second uint32, size int) uint32 {
	const prime = 65521
	a1, b1 := uint64(first&0xFFFF), uint64(first>>16)
	a2, b2 := uint64(second&0xFFFF), uint64(second>>16)
	a := (a1 + a2 + prime - 1) % prime
	b := (b1 + b2 + (a1+prime-1)%prime*(uint64(size)%prime)) % prime
	return uint32(b<<16 | a)
}
