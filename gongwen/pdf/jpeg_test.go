package pdf

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What is kept of a JPEG file, marker by marker.
func TestPlainJPEG(t *testing.T) {
	const (
		start, end  = "\xff\xd8", "\xff\xd9"
		baseline    = "\xff\xc0\x00\x11\x08\x00\x01\x00\x01\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00"
		progressive = "\xff\xc2\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
		named       = "\xff\xc0\x00\x11\x08\x00\x01\x00\x01\x03R\x11\x00G\x11\x00B\x11\x00"
		cmyk        = "\xff\xc0\x00\x14\x08\x00\x01\x00\x01\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00"
		arithmetic  = "\xff\xc9\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
		tables      = "\xff\xc4\x00\x03t"
		scan        = "\xff\xda\x00\x04xx" + "data\xff\x00data\xff\xd0data"
		exif        = "\xff\xe1\x00\x06Exif"
		adobe       = "\xff\xee\x00\x07Adobe"
		comment     = "\xff\xfe\x00\x03c"
	)
	for _, c := range []struct{ file, want, space string }{
		{start + baseline + tables + scan + end, start + baseline + tables + scan + end, "DeviceRGB"},
		{start + exif + adobe + comment + progressive + scan + tables + exif + "\xff\xff" + scan[1:] + end + exif + end,
			start + adobe + progressive + scan + tables + scan + end, "DeviceGray"},
		{start + named + scan + end, "", ""},
		{start + cmyk + scan + end, "", ""},
		{start + arithmetic + scan + end, "", ""},
		{start + tables + scan + end, "", ""}, // no frame
		{start + baseline + scan, "", ""},     // no end
		{start + baseline[:8], "", ""},
		{start + "\xff\xd0\x00\x02" + end, "", ""}, // what belongs in a scan
		{start + "\xff\xe1\x00\x01" + end, "", ""}, // too short for its own length
		{start + "x" + baseline + end, "", ""},
		{start, "", ""}, {"", "", ""}, {"PNG", "", ""},
	} {
		out, space, ok := plainJPEG([]byte(c.file))
		require.Equal(t, c.want != "", ok, "%q", c.file)
		if ok {
			require.Equal(t, c.want, string(out))
			require.Equal(t, c.space, space)
		}
	}
}
