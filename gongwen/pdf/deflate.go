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

// A packer compresses one piece of data after another. Making a writer takes far more room than a small file, so it is kept.
type packer struct {
	out  bytes.Buffer
	zlib *zlib.Writer
}

// pack returns data as a stream of zlib, valid until the next call.
func (p *packer) pack(data []byte) []byte {
	p.out.Reset()
	if p.zlib == nil {
		p.zlib = zlib.NewWriter(&p.out)
	}
	p.zlib.Reset(&p.out)
	p.zlib.Write(data) // into memory: no error
	p.zlib.Close()
	return p.out.Bytes()
}
