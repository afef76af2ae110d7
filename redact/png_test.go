package redact

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPNG(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))))
	plain := b.Bytes()
	content := append([]byte("tEXt"), "Author\x00某人"...)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(content)-4))
	chunk = append(chunk, content...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(content))
	end := len(pngMagic) + 25 // behind IHDR
	data := slices.Concat(plain[:end], chunk, plain[end:], []byte("behind"))
	clean, err := cleanImage(data)
	require.NoError(t, err)
	require.Equal(t, plain, clean)
}
