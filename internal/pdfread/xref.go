package pdfread

import "bytes"

// readReferences reads the cross references from the last section back, and returns the dictionary of the last. Newer
// entries come first, so what is known is not overwritten.
func (f *File) readReferences() (dict, bool) {
	tail := max(len(f.data)-2048, 0)
	at := bytes.LastIndex(f.data[tail:], []byte("startxref"))
	if at < 0 {
		return nil, false
	}
	l := lexer{b: f.data, i: tail + at + len("startxref")}
	offset, ok := whole(first(l.next()))
	var trailer dict
	seen := map[int]bool{}
	for ok && len(seen) < mostSections {
		if seen[offset] {
			break
		}
		seen[offset] = true
		d, read := f.section(offset)
		if !read {
			return trailer, false
		}
		if trailer == nil {
			trailer = d
		}
		if hybrid, is := whole(d["XRefStm"]); is && !seen[hybrid] {
			seen[hybrid] = true
			f.referenceStream(hybrid)
		}
		offset, ok = whole(d["Prev"])
	}
	return trailer, trailer != nil
}

// section reads a table or a stream of cross references.
func (f *File) section(offset int) (dict, bool) {
	if offset < 0 || offset >= len(f.data) {
		return nil, false
	}
	l := lexer{b: f.data, i: offset, refs: true}
	if first(l.next()) != keyword("xref") {
		return f.referenceStream(offset)
	}
	for {
		o, ok := l.next()
		if o == keyword("trailer") {
			d, isDict := first(l.next()).(dict)
			return d, isDict
		}
		start, isStart := whole(o)
		count, isCount := whole(first(l.next()))
		if !ok || !isStart || !isCount || count > mostObjects {
			return nil, false
		}
		for i := range count {
			offset, isOffset := whole(first(l.next()))
			l.next()
			kind, isKind := first(l.next()).(keyword)
			if !isOffset || !isKind {
				return nil, false
			}
			if kind == "n" {
				f.add(start+i, entry{offset: offset})
			}
		}
	}
}

func (f *File) add(num int, e entry) {
	if _, known := f.entries[num]; !known && num > 0 && len(f.entries) < mostObjects {
		f.entries[num] = e
	}
}

// referenceStream reads a stream of cross references.
func (f *File) referenceStream(offset int) (dict, bool) {
	_, o, ok := f.objectAt(offset)
	s, isStream := o.(*stream)
	if !ok || !isStream {
		return nil, false
	}
	data, err := f.decode(s)
	widths, isArray := s.dict["W"].(array)
	if err != nil || !isArray || len(widths) != 3 {
		return nil, false
	}
	var w [3]int
	for i := range w {
		if w[i], ok = whole(widths[i]); !ok || w[i] < 0 || w[i] > 8 {
			return nil, false
		}
	}
	index, isArray := s.dict["Index"].(array)
	if !isArray {
		index = array{0.0, s.dict["Size"]}
	}
	for i := 0; i+1 < len(index); i += 2 {
		start, ok := whole(index[i])
		count, isCount := whole(index[i+1])
		if !ok || !isCount {
			return nil, false
		}
		data = f.referenceRows(data, w, start, count)
	}
	return s.dict, true
}

// referenceRows reads rows of three numbers each and returns what is left.
func (f *File) referenceRows(data []byte, w [3]int, start, count int) []byte {
	size := w[0] + w[1] + w[2]
	for i := 0; i < count && size > 0 && len(data) >= size; i++ {
		kind := 1
		if w[0] > 0 {
			kind = bigEndian(data[:w[0]])
		}
		a, b := bigEndian(data[w[0]:w[0]+w[1]]), bigEndian(data[w[0]+w[1]:size])
		data = data[size:]
		switch kind {
		case 1:
			f.add(start+i, entry{offset: a})
		case 2:
			f.add(start+i, entry{pack: a, index: b})
		}
	}
	return data
}

func bigEndian(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}
