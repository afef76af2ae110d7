// Package picture takes out of PNG and JPEG files what does not show.
package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// ErrBroken says that a file is not whole, or neither PNG nor JPEG.
var ErrBroken = errors.New("图片损坏或者不是 PNG、JPEG")

const pngMagic = "\x89PNG\r\n\x1a\n"

// Clean returns a PNG or JPEG file without what does not show: places, devices, authors, comments, small previews, and
// whatever stands behind the end. The picture itself is not touched.
func Clean(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte(pngMagic)):
		return cleanPNG(data)
	case bytes.HasPrefix(data, []byte{0xff, 0xd8}):
		return cleanJPEG(data)
	}
	return nil, ErrBroken
}

// cleanPNG keeps the chunks that make the picture.
func cleanPNG(data []byte) ([]byte, error) {
	shown := []string{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"}
	out := []byte(pngMagic)
	for rest := data[len(pngMagic):]; len(rest) >= 12; {
		length := int64(binary.BigEndian.Uint32(rest)) + 12
		if length > int64(len(rest)) {
			break
		}
		kind := string(rest[4:8])
		if slices.Contains(shown, kind) {
			out = append(out, rest[:length]...)
		}
		if kind == "IEND" {
			return out, nil
		}
		rest = rest[length:]
	}
	return nil, ErrBroken
}

// Markers of JPEG.
const (
	markSOS   = 0xda
	markEOI   = 0xd9
	markAPP0  = 0xe0
	markAPP2  = 0xe2 // colour profile
	markAPP14 = 0xee // colour transform
	markAPP15 = 0xef
	markCOM   = 0xfe
)

// cleanJPEG keeps the segments that make the picture.
func cleanJPEG(data []byte) ([]byte, error) {
	out := []byte{0xff, 0xd8}
	for i := 2; i+1 < len(data); {
		mark := data[i+1]
		switch {
		case data[i] != 0xff:
			return nil, ErrBroken
		case mark == 0xff:
			i++
			continue
		case mark == markEOI:
			return append(out, 0xff, markEOI), nil
		case i+4 > len(data):
			return nil, ErrBroken
		}
		end := i + 2 + int(binary.BigEndian.Uint16(data[i+2:]))
		if end > len(data) || end < i+4 {
			return nil, ErrBroken
		}
		if mark == markSOS {
			end = entropyEnd(data, end)
		}
		if !hiddenSegment(mark) {
			out = append(out, data[i:end]...)
		}
		i = end
	}
	return nil, ErrBroken
}

func hiddenSegment(mark byte) bool {
	return mark == markCOM || mark > markAPP0 && mark <= markAPP15 && mark != markAPP2 && mark != markAPP14
}

// entropyEnd returns where the coded picture that begins at a place ends: at the next marker.
func entropyEnd(data []byte, i int) int {
	for ; i+1 < len(data); i++ {
		if data[i] == 0xff && data[i+1] != 0 && (data[i+1] < 0xd0 || data[i+1] > 0xd7) {
			return i
		}
	}
	return len(data)
}
