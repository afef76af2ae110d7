package pdfread

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"fmt"
	"io"
)

// decode returns the data of a stream without its filters. Of damaged data it returns what could be read.
func (f *File) decode(s *stream) ([]byte, error) {
	filters := f.list(s.dict["Filter"])
	params := f.list(s.dict["DecodeParms"])
	data := s.raw
	if len(filters) == 0 && !take(&f.left.inflated, len(data)) {
		return nil, tooMuch()
	}
	for i, filter := range filters {
		var p dict
		if i < len(params) {
			p = f.dict(params[i])
		}
		out, err := f.filter(f.name(filter), data, p)
		if err != nil {
			return nil, err
		}
		if !take(&f.left.inflated, len(out)) {
			return nil, tooMuch()
		}
		data = out
	}
	return data, nil
}

func tooMuch() error { return fmt.Errorf("%w：解压后的数据太多", ErrLimit) }

// list returns an array, or what stands in place of one.
func (f *File) list(o object) array {
	switch v := f.resolve(o).(type) {
	case nil:
		return nil
	case array:
		return v
	default:
		return array{v}
	}
}

func (f *File) filter(n name, data []byte, params dict) ([]byte, error) {
	switch n {
	case "FlateDecode", "Fl":
		return f.predicted(inflate(data, f.left.inflated), params), nil
	case "LZWDecode", "LZW":
		early := 1
		if v, ok := whole(f.resolve(params["EarlyChange"])); ok {
			early = v
		}
		return f.predicted(unLZW(data, early, min(mostStream, f.left.inflated)), params), nil
	case "ASCIIHexDecode", "AHx":
		end := bytes.IndexByte(data, '>')
		if end < 0 {
			end = len(data)
		}
		return unhex(data[:end]), nil
	case "ASCII85Decode", "A85":
		return un85(data), nil
	case "RunLengthDecode", "RL":
		return unRun(data, min(mostStream, f.left.inflated)), nil
	case "Crypt":
		return data, nil
	}
	return nil, fmt.Errorf("%w：过滤器 %.40q", ErrFormat, string(n))
}

// inflate returns what a zlib stream holds, as far as it can be read. Its checksum is not looked at.
func inflate(data []byte, left int) []byte {
	if len(data) < 2 {
		return nil
	}
	var out bytes.Buffer
	r := flate.NewReader(bytes.NewReader(data[2:]))
	_, _ = io.Copy(&out, io.LimitReader(r, int64(min(mostStream, left)))) // what came before an error counts
	return out.Bytes()
}

func un85(data []byte) []byte {
	data = bytes.TrimPrefix(bytes.TrimLeft(data, " \r\n\t"), []byte("<~"))
	if end := bytes.Index(data, []byte("~")); end >= 0 {
		data = data[:end]
	}
	out := make([]byte, 4*len(data)+4) // z stands for four bytes
	n, _, _ := ascii85.Decode(out, data, true)
	return out[:n]
}

func unRun(data []byte, most int) []byte {
	var out []byte
	for i := 0; i < len(data) && len(out) < most; {
		n := int(data[i])
		i++
		switch {
		case n < 128:
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		case n > 128 && i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		default:
			return out
		}
	}
	return out
}

// predicted undoes the differences between neighbouring bytes (PNG) that make data shorter to compress.
func (f *File) predicted(data []byte, params dict) []byte {
	predictor := int(f.number(params["Predictor"]))
	if predictor < 10 { // 2, of TIFF, is for images
		return data
	}
	value := func(key name, or int) int {
		n, ok := whole(f.resolve(params[key]))
		if !ok || n < 1 || n > 1<<16 {
			return or
		}
		return n
	}
	bits := value("Colors", 1) * value("BitsPerComponent", 8)
	bpp, row := (bits+7)/8, (bits*value("Columns", 1)+7)/8
	return unPNG(data, bpp, row)
}

func unPNG(data []byte, bpp, row int) []byte {
	if row > len(data) {
		row = len(data)
	}
	out := make([]byte, 0, len(data))
	previous := make([]byte, row)
	for len(data) > 1 {
		kind, line := data[0], data[1:min(row+1, len(data))]
		data = data[1+len(line):]
		from := len(out)
		for i, c := range line {
			var left, up, corner byte
			up = previous[i]
			if i >= bpp {
				left, corner = out[from+i-bpp], previous[i-bpp]
			}
			switch kind {
			case 1:
				c += left
			case 2:
				c += up
			case 3:
				c += byte((int(left) + int(up)) / 2)
			case 4:
				c += paeth(left, up, corner)
			}
			out = append(out, c)
		}
		copy(previous, out[from:])
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }
