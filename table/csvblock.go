package table

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/fazhi-go/fazhi/internal/charset"
)

const (
	blockSize = 1 << 20 // bytes of a file that are read at once
	rowLimit  = 8 << 20 // bytes of one row
)

// A block is a piece of a CSV file: whole rows, lines ended with LF or CR LF.
type block struct {
	file     *CSVFile
	text     []byte // as the file has it
	rows     int    // above it
	lines    int    // above it
	until    int    // rows above its end
	encoding csvEncoding
	first    bool
	last     bool
	broken   bool // it is the beginning of a row that is longer than rows can be
}

type csvEncoding uint8

const (
	plainASCII csvEncoding = iota // so far
	checkUTF8
	knownUTF8
	gb18030
)

// blocks cuts a file into blocks. It looks at every byte once and keeps the beginning of the row under way.
type blocks struct {
	file     *CSVFile
	size     int
	at       int64  // bytes of the file that are read
	rest     []byte // the beginning of a row
	seen     int    // bytes of rest that scan has been over
	quoted   bool   // after them
	rows     int
	lines    int
	encoding csvEncoding
	started  bool
	finished bool
}

// blocks cuts the file from its beginning, into blocks of about so many bytes; 0 means as many as the file says.
func (f *CSVFile) blocks(size int) *blocks {
	if size <= 0 {
		size = f.block
	}
	return &blocks{file: f, size: min(size, rowLimit), encoding: f.encoding, started: f.decoded}
}

// each gives the blocks that are left to do, in memory that is used again, until do wants no more. It reports whether the
// last one was among them.
func (b *blocks) each(do func(block) (more bool, err error)) (all bool, err error) {
	for buffer := []byte(nil); ; {
		piece, err := b.next(buffer)
		if err != nil {
			return false, err
		}
		buffer = piece.text
		if more, err := do(piece); err != nil || !more || piece.last {
			return piece.last, err
		}
	}
}

// next returns the next block in the memory of a buffer, which may be nil. After the last one it returns an empty last one.
func (b *blocks) next(buffer []byte) (block, error) {
	piece := block{file: b.file, text: append(buffer[:0], b.rest...), rows: b.rows, lines: b.lines}
	cut := 0
	for cut == 0 && !b.finished && len(piece.text) < rowLimit {
		if err := b.fill(&piece); err != nil {
			return piece, err
		}
		cut = b.scan(piece.text)
	}
	switch {
	case b.finished:
		piece.last, cut = true, len(piece.text)
	case cut == 0:
		piece.last, piece.broken, b.finished, cut = true, true, true, len(piece.text)
	}
	b.rest = append(b.rest[:0], piece.text[cut:]...)
	b.seen -= cut
	piece.text = piece.text[:cut]
	piece.until = b.rows
	b.lines += bytes.Count(piece.text, []byte{'\n'})
	return piece, b.tell(&piece)
}

// fill reads more behind what is there.
func (b *blocks) fill(piece *block) error {
	at, size := len(piece.text), int(max(0, min(int64(b.size), b.file.size-b.at)))
	if cap(piece.text)-at < size {
		piece.text = append(make([]byte, 0, 2*at+size), piece.text...)
	}
	fresh := piece.text[at : at+size]
	n, err := b.file.readAt(fresh, b.at)
	piece.text = piece.text[:at+n]
	b.at += int64(n)
	b.finished = b.at >= b.file.size
	return err
}

// readAt reads what the file has from an offset, as far as there is room. Data that ends before its size is an error: a row
// that is cut off can look whole.
func (f *CSVFile) readAt(to []byte, offset int64) (int, error) {
	to = to[:max(0, min(int64(len(to)), f.size-offset))]
	n, err := f.data.ReadAt(to, offset)
	switch {
	case n == len(to):
		return n, nil
	case err == nil, err == io.EOF:
		err = io.ErrUnexpectedEOF
	}
	return n, fmt.Errorf("table: %s：文件没有读完，有 %d 字节，读到 %d 字节：%w", f.name, f.size, offset+int64(n), err)
}

// scan goes over the bytes that are new, counts the rows that end in them, and returns where the last of these ends, 0 if
// none does. It makes line ends of carriage returns that stand alone outside quotes: old programs for the Macintosh write
// nothing else. A carriage return at the end waits for what follows.
func (b *blocks) scan(text []byte) (cut int) {
	from, end := b.seen, len(text)
	if !b.finished && end > from && text[end-1] == '\r' {
		end--
	}
	b.seen = end
	fresh := text[from:end]
	if !b.quoted && bytes.IndexByte(fresh, '"') < 0 && !loneReturn(text[from:]) {
		b.rows += bytes.Count(fresh, []byte{'\n'})
		if last := bytes.LastIndexByte(fresh, '\n'); last >= 0 {
			cut = from + last + 1
		}
		return cut
	}
	for i := from; i < end; i++ {
		switch c := text[i]; {
		case c == '"':
			b.quoted = !b.quoted
		case b.quoted || c != '\n' && c != '\r':
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		default:
			text[i] = '\n'
			b.rows++
			cut = i + 1
		}
	}
	return cut
}

// loneReturn reports whether a carriage return stands before something other than a line feed.
func loneReturn(text []byte) bool {
	for {
		i := bytes.IndexByte(text, '\r')
		if i < 0 {
			return false
		}
		if i+1 == len(text) || text[i+1] != '\n' {
			return true
		}
		text = text[i+2:]
	}
}

// tell finds out in which encoding a block is, if that is not known yet.
func (b *blocks) tell(piece *block) error {
	piece.first = !b.started
	b.started = true
	if piece.first && bytes.HasPrefix(piece.text, []byte(mark)) {
		b.encoding = checkUTF8
	}
	if b.encoding == plainASCII && bytes.IndexFunc(piece.text, isHigh) >= 0 {
		sample, err := b.sample(piece.text)
		if err != nil {
			return err
		}
		if _, err := charset.Decode(sample); err != nil {
			return b.file.fault(encodingFault(err))
		}
		b.encoding = gb18030
		if utf8.Valid(sample) {
			b.encoding = checkUTF8
		}
	}
	piece.encoding = b.encoding
	return nil
}

// sample returns a text and what follows it, about as much as a block has when nobody says how much: a few bytes do not tell
// in which encoding they are.
func (b *blocks) sample(text []byte) ([]byte, error) {
	if len(text) >= blockSize {
		return text, nil
	}
	start := b.at - int64(len(b.rest)+len(text))
	sample := make([]byte, min(blockSize, b.file.size-start))
	n, err := b.file.readAt(sample, start)
	if err != nil {
		return nil, err
	}
	sample = sample[:n]
	if start+int64(n) < b.file.size {
		sample = sample[:max(len(text), bytes.LastIndexAny(sample, "\r\n"))] // a character may be cut off behind it
	}
	return sample, nil
}

const (
	mark     = "\ufeff"
	markOfGB = "\x84\x31\x95\x33"
)

func isHigh(r rune) bool { return r >= utf8.RuneSelf }

// decode returns the text of a block as UTF-8 without byte order mark.
func (b *block) decode() ([]byte, error) {
	text := b.text
	if b.encoding == knownUTF8 {
		return text, nil
	}
	if bytes.IndexByte(text, 0) >= 0 {
		return nil, encodingFault(charset.ErrNull)
	}
	if b.encoding == gb18030 {
		return b.decodeGB()
	}
	if b.first {
		text = bytes.TrimPrefix(text, []byte(mark))
	}
	if !utf8.Valid(text) {
		return nil, encodingFault(charset.ErrDamaged)
	}
	return text, nil
}

func (b *block) decodeGB() ([]byte, error) {
	text := b.text
	if b.first {
		text = bytes.TrimPrefix(text, []byte(markOfGB))
	}
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(text)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
		return nil, ErrEncoding
	}
	return decoded, nil
}
