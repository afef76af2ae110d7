package pdf

import "encoding/binary"

// appendFront appends a font file up to its outlines (table glyf), which come last. It has the tables that a font in a PDF
// needs (ISO 32000-1, 9.9); characters are found by glyph number, so there is no character map. Size and sum are those of the
// outlines.
func appendFront(b []byte, pieces []*piece, size int, sum uint32) []byte {
	t := pieces[0].tables
	tags := make([]string, 0, 9)
	for _, tag := range [...]string{"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"} {
		if tag == "cvt " && t.cvt == nil || tag == "fpgm" && t.fpgm == nil || tag == "prep" && t.prep == nil {
			continue
		}
		tags = append(tags, tag)
	}
	f := front{b: b, pieces: pieces, size: size, sum: sum}
	return f.write(tags, t)
}

// A front is a font file that is being written.
type front struct {
	b      []byte
	pieces []*piece
	size   int
	sum    uint32
}

func (f *front) write(tags []string, t *fixedTables) []byte {
	n := len(tags)
	power := 0
	for 2<<power <= n {
		power++
	}
	f.put16(1, 0, n, 16<<power, power, 16*n-16<<power)
	directory := len(f.b)
	f.b = append(f.b, make([]byte, 16*n)...)
	total, head := uint32(0), 0
	for i, tag := range tags {
		copy(f.b[directory+16*i:], tag)
		if tag == "glyf" {
			continue
		}
		at := len(f.b)
		f.table(tag, t)
		size := len(f.b) - at
		for len(f.b)%4 != 0 {
			f.b = append(f.b, 0)
		}
		sum := sum32(f.b[at:])
		putEntry(f.b[directory+16*i:], sum, at, size)
		total += sum
		if tag == "head" {
			head = at
		}
	}
	return f.finish(tags, directory, head, total)
}

// finish puts in the entry of the outlines and the checksum of the file.
func (f *front) finish(tags []string, directory, head int, total uint32) []byte {
	for i, tag := range tags {
		if tag == "glyf" {
			putEntry(f.b[directory+16*i:], f.sum, len(f.b), f.size)
		}
	}
	const magic = 0xB1B0AFBA
	binary.BigEndian.PutUint32(f.b[head+8:], magic-total-f.sum-sum32(f.b[:directory+16*len(tags)]))
	return f.b
}

func putEntry(entry []byte, sum uint32, at, size int) {
	binary.BigEndian.PutUint32(entry[4:], sum)
	binary.BigEndian.PutUint32(entry[8:], uint32(at))
	binary.BigEndian.PutUint32(entry[12:], uint32(size))
}

func (f *front) put16(values ...int) {
	for _, v := range values {
		f.b = binary.BigEndian.AppendUint16(f.b, uint16(v))
	}
}

// table appends a table. Glyph 0, .notdef, is empty; then come the pieces.
func (f *front) table(tag string, t *fixedTables) {
	at := len(f.b)
	switch tag {
	case "cvt ":
		f.b = append(f.b, t.cvt...)
	case "fpgm":
		f.b = append(f.b, t.fpgm...)
	case "prep":
		f.b = append(f.b, t.prep...)
	case "head":
		f.b = append(f.b, t.head...)
		binary.BigEndian.PutUint32(f.b[at+8:], 0)
		binary.BigEndian.PutUint16(f.b[at+50:], 1) // four bytes for each location
	case "hhea":
		f.b = append(f.b, t.hhea...)
		binary.BigEndian.PutUint16(f.b[at+34:], uint16(len(f.pieces)+1))
	case "maxp":
		f.b = append(f.b, t.maxp...)
		binary.BigEndian.PutUint16(f.b[at+4:], uint16(len(f.pieces)+1))
	case "hmtx":
		f.b = append(f.b, f.pieces[0].metrics[0], f.pieces[0].metrics[1], 0, 0)
		for _, p := range f.pieces {
			f.b = append(f.b, p.metrics[:]...)
		}
	case "loca":
		location := uint32(0)
		f.b = binary.BigEndian.AppendUint32(f.b, location)
		for _, p := range f.pieces {
			f.b = binary.BigEndian.AppendUint32(f.b, location)
			location += uint32(p.size)
		}
		f.b = binary.BigEndian.AppendUint32(f.b, location)
	}
}
