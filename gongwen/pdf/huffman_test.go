package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen/fonts/fangsong"
)

// What is compressed is what zlib reads back, whatever the code was made for.
func TestHuffman(t *testing.T) {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	skewed := []byte{}
	for i, n := 0, 1; i < 24; i, n = i+1, n*2 {
		skewed = append(skewed, bytes.Repeat([]byte{byte(i)}, n)...)
	}
	for _, code := range []*huffman{newHuffman(nil), newHuffman([]byte(textSample)), newHuffman(skewed), newHuffman(sample(fangsong.TTF()))} {
		for _, data := range [][]byte{nil, {0}, {1, 2}, {255, 254, 253}, all, []byte(textSample), fangsong.TTF()[:100_001], bytes.Repeat(all, 50)} {
			z, err := zlib.NewReader(bytes.NewReader(code.compress(nil, data)))
			require.NoError(t, err)
			got, err := io.ReadAll(z)
			require.NoError(t, err)
			require.True(t, bytes.Equal(data, got))
		}
	}
}

func FuzzHuffman(f *testing.F) {
	f.Add([]byte("sample"), []byte("data"))
	f.Fuzz(func(t *testing.T, sample, data []byte) {
		z, err := zlib.NewReader(bytes.NewReader(newHuffman(sample).compress(nil, data)))
		require.NoError(t, err)
		got, err := io.ReadAll(z)
		require.NoError(t, err)
		require.True(t, bytes.Equal(data, got))
	})
}

func BenchmarkHuffman(b *testing.B) {
	code := newHuffman(sample(fangsong.TTF()))
	data := fangsong.TTF()[1<<20:][:1<<20]
	out := make([]byte, 0, 3<<20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		out = code.compress(out[:0], data)
	}
}
