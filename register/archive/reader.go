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

// A reader reads an archive line by line.
type reader struct {
	r      *bufio.Reader
	digest hash.Hash // of all lines before the last one that was read
	hash   register.Hash
	header header
	line   int
	buf    []byte // the last line
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
	if in.hash, err = o.hash(in.header.Hash); err != nil {
		return nil, err
	}
	in.digest = in.hash.New()
	return in, in.vet()
}

// vet looks at the first line.
func (r *reader) vet() error {
	if r.header.Format != format || r.header.Size < 0 || r.header.Organ == "" || r.header.Organ == register.AllOrgans {
		return r.at(fmt.Errorf("%w：格式不认识，或者首行有误", ErrArchive))
	}
	return nil
}

// at names the line of an error.
func (r *reader) at(err error) error { return fmt.Errorf("archive: 第%d行：%w", r.line, err) }

// before returns the digest of all lines before the last one that was read.
func (r *reader) before() register.Sum {
	var s register.Sum
	r.digest.Sum(s[:0])
	return s
}

// next returns the next line without its end; it is good until the next call. The end of the file is io.EOF, a file that
// ends within a line is ErrArchive.
func (r *reader) next() ([]byte, error) {
	if r.digest != nil {
		r.digest.Write(r.buf)
	}
	r.line++
	r.buf = r.buf[:0]
	for {
		part, err := r.r.ReadSlice('\n')
		r.buf = append(r.buf, part...)
		switch {
		case err == nil:
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

// secret reads a line that has a secret.
func (r *reader) secret(line []byte) (register.Secret, error) {
	var s secretLine
	if len(line) > maxSecretLine {
		return s.Secret, r.at(fmt.Errorf("%w：%w", ErrArchive, errSecret))
	}
	if err := decode(line, &s); err != nil {
		return s.Secret, r.at(err)
	}
	return s.Secret, nil
}

// isSecret and isTrailer tell lines by their beginning, which canonical JSON fixes.
func isSecret(line []byte) bool  { return bytes.HasPrefix(line, []byte(secretMark)) }
func isTrailer(line []byte) bool { return bytes.HasPrefix(line, []byte(trailerMark)) }
