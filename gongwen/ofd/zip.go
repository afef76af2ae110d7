package ofd

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash"
	"hash/crc32"
	"io"
)

// An archive collects the parts of a file and writes them as zip. The parts have no times of their own.
type archive struct {
	parts  []part
	packed bytes.Buffer // parts, one after another, mostly compressed
	text   *flate.Writer
	glyphs *flate.Writer
	digest hash.Hash // of the names of all parts and what is in them
}

// A part is one file in the archive. What is written of it is data or, if there is none, packed[from:to].
type part struct {
	name     string
	method   uint16
	sum      uint32
	size     int
	from, to int
	data     []byte
}

// The efforts of compression. Outlines of glyphs repeat little: looking for repetitions takes more than twice as long as only
// giving frequent bytes short codes, and saves five bytes of a hundred.
const (
	textLevel  = flate.BestSpeed
	glyphLevel = flate.HuffmanOnly
)

// small is the size up to which a part is not compressed: to begin costs more than it saves.
const small = 1024

// reset empties the archive.
func (a *archive) reset() {
	clear(a.parts)
	a.parts = a.parts[:0]
	a.packed.Reset()
	a.digest.Reset()
}

// addXML adds a part of text.
func (a *archive) addXML(name string, xml []byte) error {
	a.note(name, xml)
	return a.pack(name, xml, &a.text, textLevel)
}

// addFont adds a font file. What is in it follows from the pages and the font it was cut from, so its sum is noted only.
func (a *archive) addFont(name string, ttf []byte) error {
	if err := a.pack(name, ttf, &a.glyphs, glyphLevel); err != nil {
		return err
	}
	a.note(name, binary.BigEndian.AppendUint32(nil, a.parts[len(a.parts)-1].sum))
	return nil
}

// addFile adds a file of any sort, compressed if that makes it smaller. It must not change before the archive is written.
func (a *archive) addFile(name string, data []byte) error {
	if err := a.addXML(name, data); err != nil {
		return err
	}
	p := &a.parts[len(a.parts)-1]
	if p.to-p.from >= len(data) {
		a.packed.Truncate(p.from)
		p.method, p.data = zip.Store, data
	}
	return nil
}

// addStored adds a file that is compressed already. It must not change before the archive is written.
func (a *archive) addStored(name string, data []byte) {
	a.note(name, data)
	a.parts = append(a.parts, part{
		name: name, method: zip.Store, sum: crc32.ChecksumIEEE(data), size: len(data), data: data,
	})
}

// note adds a part to the digest.
func (a *archive) note(name string, content []byte) {
	a.digest.Write(binary.BigEndian.AppendUint64([]byte(name), uint64(len(content))))
	a.digest.Write(content)
}

// pack adds a part and compresses it. Making a writer costs more than using it, so it is kept.
func (a *archive) pack(name string, content []byte, writer **flate.Writer, level int) error {
	p := part{name: name, sum: crc32.ChecksumIEEE(content), size: len(content), from: a.packed.Len()}
	if len(content) <= small {
		p.method = zip.Store
		a.packed.Write(content)
	} else {
		p.method = zip.Deflate
		if err := a.deflate(content, writer, level); err != nil {
			return err
		}
	}
	p.to = a.packed.Len()
	a.parts = append(a.parts, p)
	return nil
}

func (a *archive) deflate(content []byte, writer **flate.Writer, level int) error {
	if *writer == nil {
		w, err := flate.NewWriter(&a.packed, level)
		if err != nil {
			return err
		}
		*writer = w
	}
	(*writer).Reset(&a.packed)
	if _, err := (*writer).Write(content); err != nil {
		return err
	}
	return (*writer).Close()
}

// earliest is 1980-01-01, the first date that zip can write.
const earliest = 1<<5 | 1

// writeTo writes the file. The part that was added last, OFD.xml, comes first: it leads to the others.
func (a *archive) writeTo(w io.Writer) error {
	z := zip.NewWriter(w)
	last := len(a.parts) - 1
	for i := range a.parts {
		if err := a.writePart(z, &a.parts[(i+last)%len(a.parts)]); err != nil {
			return err
		}
	}
	return z.Close()
}

func (a *archive) writePart(z *zip.Writer, p *part) error {
	data := p.data
	if data == nil {
		data = a.packed.Bytes()[p.from:p.to]
	}
	f, err := z.CreateRaw(&zip.FileHeader{
		Name: p.name, Method: p.method, CRC32: p.sum, ReaderVersion: 20, CreatorVersion: 20,
		//lint:ignore SA1019 CreateRaw writes this field and does not look at Modified
		ModifiedDate:       earliest,
		CompressedSize64:   uint64(len(data)),
		UncompressedSize64: uint64(p.size),
	})
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return err
}
