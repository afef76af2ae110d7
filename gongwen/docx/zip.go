package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"sync"
)

// A part is one file of the package, as it is written.
type part struct {
	name   string
	method uint16
	sum    uint32
	size   int
	data   []byte
}

// A packer compresses parts. Making a deflate writer costs more than using it, so they are kept.
type packer struct{ writers sync.Pool }

// level is the effort of compression: 6 takes half as long again for a tenth less, 1 is hardly faster and makes files a
// twelfth larger.
const level = 2

// small is the size up to which a part of a document is not compressed: to begin costs more than it saves.
const small = 2048

// pack writes a part into buf, compressed if it is larger than least.
func (p *packer) pack(name string, content []byte, least int, buf *bytes.Buffer) (part, error) {
	from := buf.Len()
	out := part{name: name, method: zip.Store, sum: crc32.ChecksumIEEE(content), size: len(content)}
	if len(content) <= least {
		buf.Write(content)
	} else {
		out.method = zip.Deflate
		if err := p.deflate(content, buf); err != nil {
			return part{}, err
		}
	}
	out.data = buf.Bytes()[from:]
	return out, nil
}

func (p *packer) deflate(content []byte, buf *bytes.Buffer) error {
	w, _ := p.writers.Get().(*flate.Writer)
	if w == nil {
		var err error
		if w, err = flate.NewWriter(buf, level); err != nil {
			return err
		}
	} else {
		w.Reset(buf)
	}
	defer p.writers.Put(w)
	if _, err := w.Write(content); err != nil {
		return err
	}
	return w.Close()
}

// firstDay is 1980-01-01, the first date that zip knows: the files have no time of their own.
const firstDay = 1<<5 | 1

// writeZip writes the parts as a package.
func writeZip(w io.Writer, parts []part) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		f, err := z.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: p.method, CRC32: p.sum, ReaderVersion: 20, CreatorVersion: 20,
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
