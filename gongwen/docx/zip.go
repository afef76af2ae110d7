package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"sync"
)

// A part is one file of the package, compressed.
type part struct {
	name string
	sum  uint32
	size int
	data []byte
}

// A packer compresses parts. Making a deflate writer costs more than using it, so they are kept.
type packer struct{ writers sync.Pool }

// level is the effort of compression: a report takes 0.3 ms and 8 KB at this one; 6 takes twice the time for a tenth less.
const level = 3

// pack compresses a part into buf.
func (p *packer) pack(name string, content []byte, buf *bytes.Buffer) (part, error) {
	w, _ := p.writers.Get().(*flate.Writer)
	if w == nil {
		var err error
		if w, err = flate.NewWriter(buf, level); err != nil {
			return part{}, err
		}
	} else {
		w.Reset(buf)
	}
	defer p.writers.Put(w)
	from := buf.Len()
	if _, err := w.Write(content); err != nil {
		return part{}, err
	}
	if err := w.Close(); err != nil {
		return part{}, err
	}
	return part{name: name, sum: crc32.ChecksumIEEE(content), size: len(content), data: buf.Bytes()[from:]}, nil
}

// firstDay is 1980-01-01, the first date that zip knows: the files have no time of their own.
const firstDay = 1<<5 | 1

// writeZip writes the parts as a package.
func writeZip(w io.Writer, parts []part) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		f, err := z.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CRC32: p.sum, ReaderVersion: 20, CreatorVersion: 20,
			//lint:ignore SA1019 CreateRaw writes this field as it is and does not look at Modified
			ModifiedDate:       firstDay,
			CompressedSize64:   uint64(len(p.data)),
			UncompressedSize64: uint64(p.size),
		})
		if err != nil {
			return err
		}
		if _, err := f.Write(p.data); err != nil {
			return err
		}
	}
	return z.Close()
}
