package ooxml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// contentTypes is the name of the part that says what each part is; it has no type and no relations itself.
const contentTypes = "[Content_Types].xml"

// A Package is a file that was opened. It may be read from several goroutines at once.
type Package struct {
	files []*zip.File    // in the order of the file, without folders
	index map[string]int // by key
	types types
}

// Open opens a package and checks the bounds of what it holds. It keeps data, which may not be changed afterwards. The
// error is one of Archive, or wraps ErrFormat, ErrDamaged or ErrTooLarge.
func Open(data []byte) (*Package, error) {
	if len(data) > mostFile {
		return nil, tooLarge("文件太大")
	}
	z, err := Archive(data)
	if err != nil {
		return nil, err
	}
	p := &Package{index: make(map[string]int)}
	if err := p.list(z.File); err != nil {
		return nil, err
	}
	if _, ok := p.index[key(contentTypes)]; !ok {
		return nil, fmt.Errorf("%w：没有内容类型表", ErrFormat)
	}
	if p.types, err = p.readTypes(); err != nil {
		return nil, err
	}
	return p, nil
}

// list takes the parts into the index. Two parts of one name are refused, because programs disagree which one counts.
func (p *Package) list(files []*zip.File) error {
	if len(files) > mostEntries {
		return tooLarge("部件太多")
	}
	var total uint64
	for _, f := range files {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		size := f.UncompressedSize64
		total += min(size, mostTotal+1)
		k := key(f.Name)
		_, double := p.index[k]
		switch {
		case size > mostPart || total > mostTotal:
			return tooLarge("部件太大")
		case size > ratioFrom && size/mostRatio > f.CompressedSize64:
			return tooLarge("压缩比太高")
		case double:
			return damaged("部件重名")
		case slices.Contains(strings.Split(k, "/"), ".."):
			return damaged("部件名称指向文件之外")
		}
		p.index[k] = len(p.files)
		p.files = append(p.files, f)
	}
	return nil
}

// key makes names comparable: case does not count, and some programs write backslashes or a slash in front.
func key(name string) string {
	return strings.ToLower(clean(name))
}

func clean(name string) string {
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
}

// Parts returns the names of the parts in the order of the file.
func (p *Package) Parts() []string {
	names := make([]string, len(p.files))
	for i, f := range p.files {
		names[i] = clean(f.Name)
	}
	return names
}

// Has reports whether there is a part of this name.
func (p *Package) Has(name string) bool {
	_, ok := p.index[key(name)]
	return ok
}

// Part returns the content of a part. The error wraps ErrNoPart, ErrDamaged or ErrTooLarge.
func (p *Package) Part(name string) ([]byte, error) {
	i, ok := p.index[key(name)]
	if !ok {
		return nil, fmt.Errorf("%w：%s", ErrNoPart, name)
	}
	f := p.files[i]
	r, err := f.Open()
	if err != nil {
		return nil, damaged(name)
	}
	defer func() { _ = r.Close() }() // reads from memory; what was read has its checksum
	var b bytes.Buffer
	if _, err := b.ReadFrom(io.LimitReader(r, int64(f.UncompressedSize64)+1)); err != nil {
		return nil, damaged(name)
	}
	if uint64(b.Len()) > f.UncompressedSize64 {
		return nil, tooLarge("部件比它声明的大")
	}
	return b.Bytes(), nil
}
