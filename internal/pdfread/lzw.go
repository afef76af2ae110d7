package pdfread

// Codes of LZW with a meaning of their own.
const (
	lzwClear = 256
	lzwEnd   = 257
	lzwWords = 4096 - 258
)

// An lzwWord is a word of the table: where it stands in the output.
type lzwWord struct{ from, to int }

// An unpacker decodes LZW.
type unpacker struct {
	out   []byte
	table []lzwWord
	last  lzwWord
}

// unLZW decodes at most so many bytes. early is 1 where codes get longer one code early, as most makers have it.
func unLZW(data []byte, early, most int) []byte {
	u := unpacker{table: make([]lzwWord, 0, lzwWords)}
	bits, acc, have := 9, 0, 0
	for _, c := range data {
		acc = acc<<8 | int(c)
		if have += 8; have < bits {
			continue
		}
		have -= bits
		code := acc >> have
		acc &= 1<<have - 1
		switch {
		case code == lzwClear:
			u.table, u.last, bits = u.table[:0], lzwWord{}, 9
			continue
		case code == lzwEnd || len(u.out) >= most || !u.add(code):
			return u.out
		}
		bits = lzwBits(len(u.table) + 258 + early)
	}
	return u.out
}

// add writes the word of a code and enters the one before it, longer by one byte, into the table.
func (u *unpacker) add(code int) bool {
	from, known := len(u.out), u.last.to > u.last.from
	switch {
	case code < 256:
		u.out = append(u.out, byte(code))
	case code-258 < len(u.table):
		w := u.table[code-258]
		u.out = append(u.out, u.out[w.from:w.to]...)
	case code-258 == len(u.table) && known:
		u.out = append(u.out, u.out[u.last.from:u.last.to]...)
		u.out = append(u.out, u.out[from])
	default:
		return false
	}
	if known && len(u.table) < lzwWords {
		u.table = append(u.table, lzwWord{u.last.from, u.last.to + 1}) // its last byte is the first of this word
	}
	u.last = lzwWord{from, len(u.out)}
	return true
}

// lzwBits returns the length of the next code.
func lzwBits(next int) int {
	switch {
	case next >= 2048:
		return 12
	case next >= 1024:
		return 11
	case next >= 512:
		return 10
	}
	return 9
}
