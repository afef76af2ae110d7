package pdf

import (
	"bytes"
	"compress/zlib"
)

// deflate returns data as a stream of zlib.
func deflate(data []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write(data) // into memory: no error
	z.Close()
	return out.Bytes()
}
