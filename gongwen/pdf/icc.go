package pdf

import (
	"encoding/binary"
	"math"
)

// srgbProfile returns a colour profile of sRGB (IEC 61966-2-1) as version 2 of ICC has it: three primaries, seen under D50,
// and one curve.
func srgbProfile() []byte {
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", iccDescription("sRGB")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "Public domain\x00"...)},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)},
		{"rXYZ", iccXYZ(0.4360747, 0.2225045, 0.0139322)},
		{"gXYZ", iccXYZ(0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", iccXYZ(0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", srgbCurve()},
		{"gTRC", nil}, // the same
		{"bTRC", nil},
	}
	out := make([]byte, 128+4+12*len(tags))
	binary.BigEndian.PutUint32(out[128:], uint32(len(tags)))
	at, size := 0, 0
	for i, tag := range tags {
		if tag.data != nil {
			at, size = len(out), len(tag.data)
			out = append(out, tag.data...)
			for len(out)%4 != 0 {
				out = append(out, 0)
			}
		}
		entry := out[132+12*i:]
		copy(entry, tag.name)
		binary.BigEndian.PutUint32(entry[4:], uint32(at))
		binary.BigEndian.PutUint32(entry[8:], uint32(size))
	}
	putICCHeader(out)
	return out
}

// putICCHeader puts in the header (ICC.1:2001-04, 6.1): a profile of a display, made for RGB, on the first of January 2000.
func putICCHeader(out []byte) {
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	binary.BigEndian.PutUint32(out[8:], 0x02100000)
	copy(out[12:], "mntrRGB XYZ ")
	for i, v := range [...]uint16{2000, 1, 1} {
		binary.BigEndian.PutUint16(out[24+2*i:], v)
	}
	copy(out[36:], "acsp")
	copy(out[68:], iccXYZ(0.9642, 1, 0.8249)[8:])
}

// iccXYZ returns a tag with one colour, in numbers of 16 bits before and after the point.
func iccXYZ(x, y, z float64) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range [...]float64{x, y, z} {
		out = binary.BigEndian.AppendUint32(out, uint32(math.Round(v*65536)))
	}
	return out
}

// iccDescription returns a tag with a name, in ASCII alone.
func iccDescription(name string) []byte {
	out := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)+1))
	out = append(append(out, name...), 0)
	return append(out, make([]byte, 4+4+2+1+67)...)
}

// srgbCurve returns a tag with the curve that leads from stored values to light.
func srgbCurve() []byte {
	const points = 1024
	out := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		out = binary.BigEndian.AppendUint16(out, uint16(math.Round(v*65535)))
	}
	return out
}
