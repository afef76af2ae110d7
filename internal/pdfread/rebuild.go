package pdfread

import "bytes"

// rebuild looks through a file whose cross references are broken: the last object of a number counts. It returns what
// the trailers and streams of references say, put together.
func (f *File) rebuild() dict {
	trailer := dict{}
	packs := f.findObjects(trailer)
	f.cache = map[int]object{}
	for _, num := range packs {
		f.unpackAll(num)
	}
	f.trailers(trailer)
	if trailer["Root"] == nil {
		f.findRoot(trailer)
	}
	return trailer
}

// findObjects enters what stands after "12 0 obj", and returns the numbers of object streams.
func (f *File) findObjects(trailer dict) (packs []int) {
	for at := 0; take(&f.left.work, 1); {
		i := bytes.Index(f.data[at:], []byte("obj"))
		if i < 0 {
			break
		}
		i += at
		at = i + len("obj")
		start := headOf(f.data, i)
		if start < 0 || len(f.entries) >= mostObjects {
			continue
		}
		num, o, ok := f.objectAt(start)
		if !ok || num <= 0 {
			continue
		}
		f.entries[num] = entry{offset: start}
		s, isStream := o.(*stream)
		if !isStream {
			continue
		}
		at = max(at, i+len(s.raw))
		switch s.dict["Type"] {
		case name("ObjStm"):
			packs = append(packs, num)
		case name("XRef"):
			merge(trailer, s.dict)
		}
	}
	return packs
}

// headOf returns where "12 0 " begins that stands before offset i, -1 if it does not.
func headOf(b []byte, i int) int {
	for range 2 {
		from := i
		for i > 0 && isSpace(b[i-1]) && from-i < 8 {
			i--
		}
		end := i
		for i > 0 && isDigit(b[i-1]) && end-i < 10 {
			i--
		}
		if i == end {
			return -1
		}
	}
	return i
}

// unpackAll enters the objects of an object stream that do not stand in the file themselves.
func (f *File) unpackAll(num int) {
	p := f.pack(num)
	for i, n := range p.numbers {
		f.add(n, entry{pack: num, index: i})
	}
}

// trailers reads the dictionaries after the word trailer.
func (f *File) trailers(into dict) {
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("trailer"))
		if i < 0 {
			return
		}
		at += i + len("trailer")
		l := lexer{b: f.data, i: at, refs: true}
		if d, ok := first(l.next()).(dict); ok {
			merge(into, d)
		}
		if !take(&f.left.work, l.i-at) {
			return
		}
	}
}

// merge takes over what a trailer says of the document.
func merge(into, d dict) {
	for _, key := range [...]name{"Root", "Encrypt"} {
		if d[key] != nil {
			into[key] = d[key]
		}
	}
}

// findRoot looks for a catalogue among the objects, the one with the lowest number.
func (f *File) findRoot(trailer dict) {
	found := 0
	for num := range f.entries {
		if d, ok := f.object(num).(dict); ok && d["Type"] == name("Catalog") && (found == 0 || num < found) {
			found = num
		}
		delete(f.cache, num)
	}
	if found > 0 {
		trailer["Root"] = ref(found)
	}
}
