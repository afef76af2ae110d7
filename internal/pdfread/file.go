package pdfread

import (
	"bytes"
	"errors"
	"fmt"
)

// What Open and Page may return, wrapped.
var (
	ErrFormat    = errors.New("不是可以读取的 PDF 文件")
	ErrEncrypted = errors.New("PDF 文件已加密，请先解除密码")
	ErrLimit     = errors.New("PDF 文件超出读取的限度")
)

// A File is a PDF file. It is for one goroutine.
type File struct {
	data    []byte
	entries map[int]entry
	cache   map[int]object
	busy    map[int]bool // objects that are being read
	packs   map[int]*pack
	fonts   map[ref]*Font
	pages   []pageNode
	left    budget
}

// An entry says where an object is: at an offset, or the index-th in an object stream.
type entry struct {
	offset int
	pack   int // number of the object stream; 0: none
	index  int
}

// Open reads the structure of a file. It keeps data, which must not change.
func Open(data []byte) (*File, error) {
	if len(data) > mostFile {
		return nil, fmt.Errorf("pdfread: %w：%d 字节", ErrLimit, len(data))
	}
	head := data[:min(len(data), 1024)]
	if !bytes.Contains(head, []byte("%PDF-")) {
		return nil, fmt.Errorf("pdfread: %w：没有 %%PDF- 开头", ErrFormat)
	}
	f := &File{data: data, left: newBudget(len(data))}
	f.reset()
	trailer, ok := f.readReferences()
	err := f.open(trailer)
	if (!ok || err != nil) && !errors.Is(err, ErrEncrypted) {
		f.reset()
		err = f.open(f.rebuild())
	}
	if err != nil {
		return nil, fmt.Errorf("pdfread: %w", err)
	}
	return f, nil
}

func (f *File) reset() {
	f.entries, f.cache, f.busy = map[int]entry{}, map[int]object{}, map[int]bool{}
	f.packs, f.fonts, f.pages = map[int]*pack{}, map[ref]*Font{}, nil
}

// open finds the pages.
func (f *File) open(trailer dict) error {
	if _, ok := f.resolve(trailer["Encrypt"]).(dict); ok {
		return ErrEncrypted
	}
	root := f.dict(trailer["Root"])
	f.walk(root["Pages"], pageNode{}, map[ref]bool{}, 0)
	if len(f.pages) == 0 {
		return fmt.Errorf("%w：找不到页面，文件可能不完整，请重新取得", ErrFormat)
	}
	return nil
}

// resolve follows references.
func (f *File) resolve(o object) object {
	for range mostDepth {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.object(int(r))
	}
	return nil
}

func (f *File) dict(o object) dict {
	switch v := f.resolve(o).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *File) array(o object) array {
	a, _ := f.resolve(o).(array)
	return a
}

func (f *File) number(o object) float64 { return number(f.resolve(o)) }

func (f *File) name(o object) name {
	n, _ := f.resolve(o).(name)
	return n
}

// object returns an indirect object, nil if there is none.
func (f *File) object(num int) object {
	if o, ok := f.cache[num]; ok {
		return o
	}
	e, ok := f.entries[num]
	if !ok || f.busy[num] {
		return nil
	}
	f.busy[num] = true
	defer delete(f.busy, num)
	var o object
	if e.pack > 0 {
		o = f.packed(e, num)
	} else if n, at, ok := f.objectAt(e.offset); ok && n == num {
		o = at
	}
	f.cache[num] = o
	return o
}

// objectAt reads "12 0 obj …" at an offset.
func (f *File) objectAt(offset int) (num int, o object, ok bool) {
	if offset < 0 || offset >= len(f.data) {
		return 0, nil, false
	}
	l := lexer{b: f.data, i: offset, refs: true}
	num, ok = whole(first(l.next()))
	if _, isGen := whole(first(l.next())); !ok || !isGen || first(l.next()) != keyword("obj") {
		return 0, nil, false
	}
	o = first(l.next())
	if !take(&f.left.work, l.i-offset) {
		return 0, nil, false
	}
	if d, isDict := o.(dict); isDict {
		at := l.i
		if first(l.next()) == keyword("stream") {
			return num, f.streamAt(d, l.i), true
		}
		l.i = at
	}
	return num, o, true
}

func first(o object, _ bool) object { return o }

// streamAt cuts out the data of a stream. Where its length is wrong they end before endstream.
func (f *File) streamAt(d dict, at int) *stream {
	if at < len(f.data) && f.data[at] == '\r' {
		at++
	}
	if at < len(f.data) && f.data[at] == '\n' {
		at++
	}
	rest := f.data[min(at, len(f.data)):]
	if n, ok := whole(f.resolve(d["Length"])); ok && n >= 0 && n <= len(rest) {
		tail := bytes.TrimLeft(rest[n:min(n+16, len(rest))], "\r\n ")
		if bytes.HasPrefix(tail, []byte("endstream")) {
			return &stream{d, rest[:n]}
		}
	}
	end := bytes.Index(rest, []byte("endstream"))
	if end < 0 {
		end = len(rest)
	}
	take(&f.left.work, end)
	if f.left.work == 0 {
		return &stream{dict: d}
	}
	return &stream{d, rest[:end]}
}
