package pdfread

// A pack is an object stream: many objects in one stream.
type pack struct {
	data    []byte
	numbers []int
	offsets []int
}

// pack returns an object stream, an empty one if it cannot be read.
func (f *File) pack(num int) *pack {
	if p, ok := f.packs[num]; ok {
		return p
	}
	p := &pack{}
	f.packs[num] = p
	s, ok := f.object(num).(*stream)
	if !ok {
		return p
	}
	data, err := f.decode(s)
	if err != nil {
		return p
	}
	count, _ := whole(f.resolve(s.dict["N"]))
	begin, _ := whole(f.resolve(s.dict["First"]))
	p.data = data
	l := lexer{b: data}
	for range min(count, mostObjects) {
		n, isNumber := whole(first(l.next()))
		offset, isOffset := whole(first(l.next()))
		if !isNumber || !isOffset || offset < 0 {
			break
		}
		p.numbers = append(p.numbers, n)
		p.offsets = append(p.offsets, begin+offset)
	}
	return p
}

// packed reads an object out of an object stream.
func (f *File) packed(e entry, num int) object {
	if f.entries[e.pack].pack > 0 { // streams are not packed
		return nil
	}
	p := f.pack(e.pack)
	i := e.index
	if i < 0 || i >= len(p.numbers) || p.numbers[i] != num {
		return nil
	}
	if p.offsets[i] < 0 || p.offsets[i] >= len(p.data) {
		return nil
	}
	l := lexer{b: p.data, i: p.offsets[i], refs: true}
	o, _ := l.next()
	if !take(&f.left.work, l.i-p.offsets[i]) {
		return nil
	}
	return o
}
