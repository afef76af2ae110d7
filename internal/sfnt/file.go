package sfnt

import "encoding/binary"

// A table is a table to be written: its tag and what appends its bytes.
type table struct {
	tag   string
	write func(b []byte) []byte
}

// magic is the checksum of every complete file.
const magic = 0xB1B0AFBA

// writeFile makes a file of tables, which come in the order of their tags, one of them head with a checksum of 0.
// The size is a guess of the size of all tables.
func writeFile(tables []table, size int) []byte {
	start := headerSize + entrySize*len(tables)
	b := make([]byte, start, start+size)
	copy(b, tagTrueType)
	search := searchFields(len(tables), entrySize)
	append16(b[:4], len(tables), search[0], search[1], search[2])
	head, sum := 0, uint32(0)
	for i, t := range tables {
		at := len(b)
		b = t.write(b)
		size := len(b) - at
		b = pad(b)
		tableSum := checksum(b[at:])
		writeEntry(b[headerSize+entrySize*i:], t.tag, tableSum, at, size)
		sum += tableSum
		if t.tag == "head" {
			head = at
		}
	}
	binary.BigEndian.PutUint32(b[head+8:], magic-sum-checksum(b[:start]))
	return b
}

// writeEntry writes an entry of the directory.
func writeEntry(b []byte, tag string, sum uint32, offset, size int) {
	copy(b, tag)
	binary.BigEndian.PutUint32(b[4:], sum)
	binary.BigEndian.PutUint32(b[8:], uint32(offset))
	binary.BigEndian.PutUint32(b[12:], uint32(size))
}

// padded returns a size rounded up to four bytes, as all tables and outlines are.
func padded(size int) int { return (size + 3) &^ 3 }

// pad appends zeros up to a padded size.
func pad(b []byte) []byte {
	return append(b, 0, 0, 0)[:padded(len(b))]
}

// checksum returns the sum of b as 32-bit numbers; the length of b is a multiple of four. It adds 64-bit numbers, whose
// sum is right in its lower half, and their upper halves.
func checksum(b []byte) uint32 {
	var all, upper uint64
	for ; len(b) >= 32; b = b[32:] {
		v, w := binary.BigEndian.Uint64(b), binary.BigEndian.Uint64(b[8:])
		x, y := binary.BigEndian.Uint64(b[16:]), binary.BigEndian.Uint64(b[24:])
		all += v + w + x + y
		upper += v>>32 + w>>32 + x>>32 + y>>32
	}
	for ; len(b) >= 4; b = b[4:] {
		all += uint64(u32(b, 0))
	}
	return uint32(all + upper)
}

// searchFields returns searchRange, entrySelector and rangeShift, which help to search n records of a size.
func searchFields(n, size int) [3]int {
	power := 0
	for 2<<power <= n {
		power++
	}
	return [3]int{size << power, power, size*n - size<<power}
}

// append16 appends the low 16 bits of numbers.
func append16(b []byte, values ...int) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}
