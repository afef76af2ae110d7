package pdf

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strconv"
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
	objects, xref, err := readOffsets(raw)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(objects, func(a, b object) int { return cmp.Compare(a.offset, b.offset) })
	for i := range objects {
		end := xref
		if i+1 < len(objects) {
			end = objects[i+1].offset
		}
		var ok bool
		if objects[i].body, ok = between(raw[objects[i].offset:end], " 0 obj\n", "endobj\n"); !ok {
			return nil, errRaw
		}
	}
	return objects, nil
}

// readOffsets reads the table of offsets, and returns where it stands too.
func readOffsets(raw []byte) (objects []object, xref int, err error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, 0, errRaw
	}
	line, _, _ := bytes.Cut(raw[at+len("startxref\n"):], []byte("\n"))
	xref, err = strconv.Atoi(string(line))
	if err != nil || xref < 0 || xref > at {
		return nil, 0, errRaw
	}
	_, table, ok := bytes.Cut(raw[xref:at], []byte("xref\n0 "))
	line, table, ok2 := bytes.Cut(table, []byte("\n"))
	n, err := strconv.Atoi(string(line))
	const entry = 20
	if !ok || !ok2 || err != nil || n < 3 || len(table) < n*entry {
		return nil, 0, errRaw
	}
	for i := 1; i < n; i++ {
		offset, err := strconv.Atoi(string(table[i*entry : i*entry+10]))
		if err != nil || offset < 0 || offset > xref {
			return nil, 0, errRaw
		}
		objects = append(objects, object{number: i, offset: offset})
	}
	return objects, xref, nil
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
