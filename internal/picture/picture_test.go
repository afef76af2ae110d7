package picture_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/picture"
)

func TestPNG(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))))
	plain := b.Bytes()
	content := append([]byte("tEXt"), "Author\x00某人"...)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(content)-4))
	chunk = append(chunk, content...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(content))
	end := 8 + 25 // behind IHDR
	data := slices.Concat(plain[:end], chunk, plain[end:], []byte("behind"))
	clean, err := picture.Clean(data)
	require.NoError(t, err)
	require.Equal(t, plain, clean)
}

// commented is a JPEG file with a comment in it and something behind its end.
func commented(t testing.TB, comment string) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil))
	data := b.Bytes()
	segment := append([]byte{0xff, 0xfe, byte((len(comment) + 2) >> 8), byte(len(comment) + 2)}, comment...)
	return slices.Concat(data[:2], segment, data[2:], []byte("behind the end"))
}

// The picture stays, what does not show goes.
func TestJPEG(t *testing.T) {
	data := commented(t, "在某地拍摄")
	clean, err := picture.Clean(data)
	require.NoError(t, err)
	require.NotContains(t, string(clean), "某地")
	require.NotContains(t, string(clean), "behind")
	was, _, err := image.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	is, _, err := image.Decode(bytes.NewReader(clean))
	require.NoError(t, err)
	require.Equal(t, was, is)
}

func TestBroken(t *testing.T) {
	for _, bad := range []string{"", "GIF89a", "\x89PNG\r\n\x1a\n", "\xff\xd8", "\xff\xd8\xff\xfe\x00\x00", "\xff\xd8\x00\x00", "\xff\xd8\xff\xda\xff\xff"} {
		_, err := picture.Clean([]byte(bad))
		require.ErrorIs(t, err, picture.ErrBroken, fmt.Sprintf("%q", bad))
	}
}

// A cleaned image is not longer, and stays as it is when it is cleaned again.
func FuzzClean(f *testing.F) {
	f.Add(commented(f, "甲"))
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		clean, err := picture.Clean(data)
		if err != nil {
			require.ErrorIs(t, err, picture.ErrBroken)
			return
		}
		require.LessOrEqual(t, len(clean), len(data))
		again, err := picture.Clean(clean)
		require.NoError(t, err)
		require.Equal(t, clean, again)
	})
}

func ExampleClean() {
	_, err := picture.Clean([]byte("GIF89a"))
	fmt.Println(err)
	// Output: 图片损坏或者不是 PNG、JPEG
}
