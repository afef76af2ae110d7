package archive

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash"
	"io"

	"github.com/fazhi-go/fazhi/register"
)

// maxLine bounds a line.
const maxLine = 32 << 20

// A reader reads an archive line by line.
type reader struct {
	r      *bufio.Reader
	digest hash.Hash
	hash   register.Hash
	header header
	before register.Sum // digest of all lines before the last one that was read
	line   int
	buf    []byte
}

// open reads the first line.
func open(r io.Reader, o Options) (*reader, error) {
	in := &reader{r: bufio.NewReaderSize(r, 1<<16)}
	first, err := in.next()
	if err != nil {
		return nil, err
	}
	if err := decode(first, &in.header); err != nil {
		return nil, in.at(err)
	}
	known := false
	if in.hash, known = o.hash(in.header.Hash); in.header.Format != format || !known || in.header.Size < 0 {
		return nil, in.at(fmt.Errorf("%w：格式或者摘要算法不认识", ErrArchive))
	}
	in.digest = in.hash.New()
	in.digest.Write(append(first, '\n'))
	return in, nil
}

// at names the line of an error.
func (r *reader) at(err error) error { return fmt.Errorf("archive: 第%d行：%w", r.line, err) }

// next returns the next line without its end; it is good until the next call. The end of the file is io.EOF, a file that
// ends within a line is ErrArchive.
func (r *reader) next() ([]byte, error) {
	if r.digest != nil {
		r.digest.Sum(r.before[:0])
	}
	r.line++
	r.buf = r.buf[:0]
	for {
		part, err := r.r.ReadSlice('\n')
		r.buf = append(r.buf, part...)
		switch {
		case err == nil:
			if r.digest != nil {
				r.digest.Write(r.buf)
			}
			return r.buf[:len(r.buf)-1], nil
		case errors.Is(err, io.EOF) && len(r.buf) == 0:
			return nil, io.EOF
		case errors.Is(err, io.EOF):
			return nil, r.at(fmt.Errorf("%w：文件在行中结束", ErrArchive))
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, r.at(err)
		case len(r.buf) > maxLine:
			return nil, r.at(fmt.Errorf("%w：这一行过长", ErrArchive))
		}
	}
}

// isSecret and isTrailer tell lines by their beginning, which canonical JSON fixes.
func isSecret(line []byte) bool  { return bytes.HasPrefix(line, []byte(secretMark)) }
func isTrailer(line []byte) bool { return bytes.HasPrefix(line, []byte(trailerMark)) }
