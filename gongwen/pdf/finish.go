package pdf

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// An object is a part of gofpdf's file: its number and what stands between obj and endobj.
type object struct {
	number int
	offset int
	body   []byte
}

// errRaw says that gofpdf wrote something other than it does in version 1.16.2.
var errRaw = errors.New("gofpdf 的输出不合预期")

// readObjects reads gofpdf's file by its table of offsets. The objects come in the order in which they stand.
func readObjects(raw []byte) ([]object, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, errRaw
	}
	line, _, _ := bytes.Cut(raw[at+len("startxref\n"):], []byte("\n"))
	xref, err := strconv.Atoi(string(line))
	if err != nil || xref < 0 || xref > at {
		return nil, errRaw
	}
	_, table, ok := bytes.Cut(raw[xref:at], []byte("xref\n0 "))
	line, table, ok2 := bytes.Cut(table, []byte("\n"))
	n, err := strconv.Atoi(string(line))
	const entry = 20
	if !ok || !ok2 || err != nil || n < 3 || len(table) < n*entry {
		return nil, errRaw
	}
	objects := make([]object, 0, n-1)
	for i := 1; i < n; i++ {
		offset, err := strconv.Atoi(string(table[i*entry : i*entry+10]))
		if err != nil || offset > xref {
			return nil, errRaw
		}
		objects = append(objects, object{number: i, offset: offset})
	}
	slices.SortFunc(objects, func(a, b object) int { return cmp.Compare(a.offset, b.offset) })
	for i := range objects {
		end := xref
		if i+1 < len(objects) {
			end = objects[i+1].offset
		}
		if objects[i].body, ok = between(raw[objects[i].offset:end], " 0 obj\n", "endobj\n"); !ok {
			return nil, errRaw
		}
	}
	return objects, nil
}

// between returns what stands between the first start and the last end.
func between(b []byte, start, end string) ([]byte, bool) {
	_, b, ok := bytes.Cut(b, []byte(start))
	at := bytes.LastIndex(b, []byte(end))
	if !ok || at < 0 {
		return nil, false
	}
	return b[:at], true
}

// finish writes the file anew: with page contents compressed, with fonts, language and identifier.
func (k *work) finish(pages *layout.Pages) ([]byte, error) {
	objects, err := readObjects(k.raw.b)
	if err != nil {
		return nil, err
	}
	n := len(objects)
	info, catalog := n-1, n // gofpdf writes them last
	k.offsets = append(k.offsets[:0], make([]int, n+1)...)
	k.file = append(k.file[:0], "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...)
	id := sha256.New()
	for _, o := range objects {
		id.Write(o.body)
		switch {
		case o.number == resources:
			k.writeResources(n)
		case o.number == catalog:
			k.writeObject(o.number, appendCatalog(k.scratch[:0], o.body))
		case o.number == info && pages.Created.IsZero():
			k.writeObject(o.number, withoutDates(o.body))
		case bytes.HasPrefix(o.body, []byte("<</Length ")):
			err = k.writeContents(o)
		default:
			k.writeObject(o.number, o.body)
		}
		if err != nil {
			return nil, err
		}
	}
	for i := range k.used {
		if err := k.writeFont(i, id); err != nil {
			return nil, err
		}
	}
	k.writeTrailer(catalog, info, id.Sum(nil)[:16])
	return k.file, nil
}

// resources is the number that gofpdf gives the resources of all pages.
const resources = 2

// begin begins an object; objects after those of gofpdf are numbered as they come.
func (k *work) begin(number int) {
	for len(k.offsets) <= number {
		k.offsets = append(k.offsets, 0)
	}
	k.offsets[number] = len(k.file)
	k.file = append(strconv.AppendInt(k.file, int64(number), 10), " 0 obj\n"...)
}

// end ends the object that was begun last.
func (k *work) end() { k.file = append(k.file, "\nendobj\n"...) }

// writeObject writes an object as it is.
func (k *work) writeObject(number int, body []byte) {
	k.begin(number)
	k.file = append(k.file, body...)
	k.end()
}

// writeStream writes an object with data, compressed straight into the file.
func (k *work) writeStream(number int, data []byte, code *huffman) {
	at := k.beginStream(number, "")
	k.file = code.compress(k.file, data)
	k.endStream(at)
}

// lengthRoom is the room for the length of a stream, which is put in afterwards.
const lengthRoom = "         "

// beginStream begins an object with compressed data, and returns where the data begin.
func (k *work) beginStream(number int, extra string) int {
	k.begin(number)
	k.file = append(append(append(k.file, "<</Filter/FlateDecode"...), extra...), "/Length "+lengthRoom+afterLength...)
	return len(k.file)
}

const afterLength = ">>\nstream\n"

// endStream ends the object whose data begin at an offset.
func (k *work) endStream(start int) {
	at := start - len(afterLength) - len(lengthRoom)
	copy(k.file[at:at+len(lengthRoom)], strconv.Itoa(len(k.file)-start))
	k.file = append(k.file, "\nendstream"...)
	k.end()
}

// writeContents writes what a page shows.
func (k *work) writeContents(o object) error {
	body, ok := between(o.body, ">>\nstream\n", "\nendstream\n")
	if !ok {
		return errRaw
	}
	k.writeStream(o.number, body, k.renderer.text)
	return nil
}

// writeResources names the fonts that the document uses; their objects come after the n objects of gofpdf.
func (k *work) writeResources(n int) {
	k.begin(resources)
	k.file = append(k.file, "<</ProcSet[/PDF/Text]/Font<<"...)
	for i := range k.used {
		if len(k.used[i].mappings) > 0 {
			k.file = strconv.AppendInt(append(k.file, "/F"...), int64(i), 10)
			k.file = append(strconv.AppendInt(append(k.file, ' '), int64(n+1), 10), " 0 R"...)
			n += fontObjects
		}
	}
	k.file = append(k.file, ">>>>"...)
	k.end()
}

// appendCatalog appends the catalogue: language, title in the window, and the outline if gofpdf made one.
func appendCatalog(b, raw []byte) []byte {
	b = append(b, "<</Type/Catalog/Pages 1 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>"...)
	if _, after, ok := bytes.Cut(raw, []byte("/Outlines ")); ok {
		number, _, _ := bytes.Cut(after, []byte("\n"))
		b = append(append(append(b, "/Outlines "...), number...), "/PageMode/UseOutlines"...)
	}
	return append(b, ">>"...)
}

// withoutDates takes the dates out of the properties of a document that has none.
func withoutDates(info []byte) []byte {
	if at := bytes.LastIndex(info, []byte("/CreationDate ")); at >= 0 {
		return append(slices.Clone(info[:at]), ">>"...)
	}
	return info
}

// writeTrailer writes the table of offsets and the end of the file.
func (k *work) writeTrailer(root, info int, id []byte) {
	start := len(k.file)
	k.file = strconv.AppendInt(append(k.file, "xref\n0 "...), int64(len(k.offsets)), 10)
	k.file = append(k.file, "\n0000000000 65535 f \n"...)
	for _, offset := range k.offsets[1:] {
		digits := strconv.Itoa(offset)
		k.file = append(append(k.file, "0000000000"[min(len(digits), 10):]...), digits...)
		k.file = append(k.file, " 00000 n \n"...)
	}
	k.file = strconv.AppendInt(append(k.file, "trailer\n<</Size "...), int64(len(k.offsets)), 10)
	k.file = strconv.AppendInt(append(k.file, "/Root "...), int64(root), 10)
	k.file = strconv.AppendInt(append(k.file, " 0 R/Info "...), int64(info), 10)
	k.file = append(k.file, " 0 R/ID["...)
	for range 2 {
		k.file = append(k.file, '<')
		for _, c := range id {
			k.file = append(k.file, hexDigits[c>>4], hexDigits[c&15])
		}
		k.file = append(k.file, '>')
	}
	k.file = strconv.AppendInt(append(k.file, "]>>\nstartxref\n"...), int64(start), 10)
	k.file = append(k.file, "\n%%EOF\n"...)
}
