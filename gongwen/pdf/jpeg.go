package pdf

import (
	"bytes"
	"encoding/binary"
)

// Markers of a JPEG file (ITU-T T.81, table B.1).
const (
	markBaseline    = 0xC0
	markProgressive = 0xC2
	markRestart     = 0xD0 // to 0xD7
	markStart       = 0xD8
	markEnd         = 0xD9
	markScan        = 0xDA
	markApp         = 0xE0 // and all above it
	markAdobe       = 0xEE
)

// plainJPEG returns a JPEG file for embedding, with its colour space: the picture as it is, without what cameras and
// programs write about themselves, their owner and the place. It is not ok if the file is broken or if readers of PDF might
// show it otherwise than readers of JPEG do.
func plainJPEG(file []byte) (out []byte, space string, ok bool) {
	if len(file) < 4 || file[0] != 0xFF || file[1] != markStart {
		return nil, "", false
	}
	out = append(make([]byte, 0, len(file)), file[:2]...)
	for at := 2; at+4 <= len(file) && file[at] == 0xFF; {
		mark := file[at+1]
		size := 2 + int(binary.BigEndian.Uint16(file[at+2:]))
		switch {
		case mark == 0xFF: // filling
			at++
			continue
		case mark < markBaseline || mark >= markRestart && mark <= markEnd || size < 4 || at+size > len(file):
			return nil, "", false
		case mark >= markBaseline && mark <= markProgressive:
			space = frameSpace(file[at+4 : at+size])
		case mark == markScan:
			size += scanLength(file[at+size:])
		}
		if mark < markApp || mark == markAdobe {
			out = append(out, file[at:at+size]...)
		}
		if at += size; at+2 <= len(file) && file[at+1] == markEnd {
			return append(out, 0xFF, markEnd), space, space != ""
		}
	}
	return nil, "", false
}

// scanLength returns how many bytes of a scan come before the next marker.
func scanLength(b []byte) int {
	for at := 0; ; at += 2 {
		i := bytes.IndexByte(b[at:], 0xFF)
		if at += i; i < 0 || at+1 >= len(b) {
			return len(b)
		}
		if c := b[at+1]; c != 0 && (c < markRestart || c >= markStart) {
			return at
		}
	}
}

// frameSpace returns the colour space of a frame (T.81, B.2.2) of eight bits, "" if it is neither grey nor RGB. Components
// that are named R, G and B are not YCbCr, which readers of PDF may not notice.
func frameSpace(frame []byte) string {
	if len(frame) < 6 || frame[0] != 8 {
		return ""
	}
	switch n := int(frame[5]); {
	case n == 1 && len(frame) >= 9:
		return "DeviceGray"
	case n == 3 && len(frame) >= 15 && !(frame[6] == 'R' && frame[9] == 'G' && frame[12] == 'B'):
		return "DeviceRGB"
	}
	return ""
}
