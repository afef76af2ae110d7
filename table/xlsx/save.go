package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// save writes the workbook with properties that say nothing of program and time, its parts in a fixed order. Soft is from
// softRows.
func save(f *excelize.File, w io.Writer, soft map[string]int) error {
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	f.Pkg.Store("docProps/core.xml", []byte(head+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`))
	f.Pkg.Store("docProps/app.xml", []byte(head+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`))
	f.SetZipWriter(func(out io.Writer) excelize.ZipWriter { return &sortedZip{out: out, soft: soft} })
	return f.Write(w)
}

// sortedZip is a zip writer whose order of parts does not depend on the order in which they come: excelize keeps its
// sheets in a map. A part is compressed as it comes and kept until Close.
type sortedZip struct {
	out   io.Writer
	soft  map[string]int
	parts []*zipPart
}

type zipPart struct {
	name       string
	compressed bytes.Buffer
	deflate    *flate.Writer
	crc        uint32
	size       uint64
	soft       *softener // nil for most
}

func (z *sortedZip) Create(name string) (io.Writer, error) {
	p := &zipPart{name: name}
	var err error
	if p.deflate, err = flate.NewWriter(&p.compressed, flate.DefaultCompression); err != nil {
		return nil, err
	}
	z.parts = append(z.parts, p)
	if first, soft := z.soft[name]; soft {
		p.soft = &softener{out: p, first: first}
		return p.soft, nil
	}
	return p, nil
}

func (p *zipPart) Write(b []byte) (int, error) {
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b)
	p.size += uint64(len(b))
	return p.deflate.Write(b)
}

func (p *zipPart) close() error {
	if p.soft != nil {
		if err := p.soft.flush(); err != nil {
			return err
		}
	}
	return p.deflate.Close()
}

// AddFS is not used by excelize.
func (z *sortedZip) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close writes the parts, the list of types first, as readers of packages like it.
func (z *sortedZip) Close() error {
	slices.SortFunc(z.parts, func(a, b *zipPart) int {
		if first := "[Content_Types].xml"; a.name != b.name && (a.name == first || b.name == first) {
			return map[bool]int{true: -1, false: 1}[a.name == first]
		}
		return strings.Compare(a.name, b.name)
	})
	w := zip.NewWriter(z.out)
	for _, p := range z.parts {
		if err := p.close(); err != nil {
			return err
		}
		to, err := w.CreateRaw(&zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.crc,
			CompressedSize64: uint64(p.compressed.Len()), UncompressedSize64: p.size})
		if err != nil {
			return err
		}
		if _, err := p.compressed.WriteTo(to); err != nil {
			return err
		}
	}
	return w.Close()
}
