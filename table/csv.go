package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/fazhi-go/fazhi/internal/charset"
)

// Errors of opening and reading CSV files. They are wrapped with the name of the file.
var (
	ErrEmpty    = errors.New("文件是空的")
	ErrEncoding = errors.New("文字编码不能识别，请另存为 UTF-8 或 GB 18030 编码的 CSV 文件")
	ErrQuotes   = errors.New("引号不配对")
	ErrLongRow  = errors.New("过长，超过 8 MiB")
)

// A CSVFile is a text file of comma-separated cells, opened for reading. It has one sheet without a name. It may be
// read by several goroutines at once if its io.ReaderAt may.
type CSVFile struct {
	name     string
	data     io.ReaderAt
	size     int64
	decoded  bool        // UTF-8 without a mark
	encoding csvEncoding // as far as it is known
	block    int         // bytes that are read at once
}

var _ Source = (*CSVFile)(nil)

// CSV opens the content of a CSV file: UTF-8 with or without a byte order mark, or GB 18030 and its subsets GBK and GB
// 2312, which is what Excel writes in China. A line ends with LF, CR LF or CR. It takes over data, which may not be changed
// afterwards. The error wraps ErrEmpty or ErrEncoding. A file that is too large for memory is opened by OpenCSV.
func CSV(file string, data []byte) (*CSVFile, error) {
	text, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("table: %s：%w", file, err)
	}
	return &CSVFile{name: file, data: bytes.NewReader(text), size: int64(len(text)), decoded: true, encoding: knownUTF8, block: blockSize}, nil
}

// OpenCSV opens a CSV file of any size, such as an *os.File, for reading in pieces: what CSV reads, with the same result.
// Data must stay readable, and the same, as long as the CSVFile is used; data of fewer bytes than size is an error
// (io.ErrUnexpectedEOF), never a shorter ledger.
//
// The encoding is told by the first MiB that is not plain ASCII; text further down that is not in it ends the reading with
// ErrEncoding. The error wraps ErrEmpty, ErrEncoding or that of data.
func OpenCSV(file string, data io.ReaderAt, size int64) (*CSVFile, error) {
	f := &CSVFile{name: file, data: data, size: size, block: blockSize}
	if err := f.look(); err != nil {
		return nil, err
	}
	return f, nil
}

// look reads the file up to a text, so that what is no CSV file is refused when it is opened.
func (f *CSVFile) look() error {
	blocks, blank := f.blocks(0), true
	_, err := blocks.each(func(b block) (bool, error) {
		text, err := b.decode()
		if err != nil {
			return false, f.fault(err)
		}
		blank = len(bytes.TrimSpace(text)) == 0 && !b.broken
		return blank, nil
	})
	if err == nil && blank {
		err = f.fault(ErrEmpty)
	}
	f.encoding = blocks.encoding
	return err
}

// decode returns the text as UTF-8 without byte order mark.
func decode(data []byte) ([]byte, error) {
	text, err := charset.Decode(data)
	if err != nil {
		return nil, encodingFault(err)
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, ErrEmpty
	}
	return text, nil
}

// encodingFault makes an error of this package from one of charset's.
func encodingFault(err error) error {
	if errors.Is(err, charset.ErrUnknown) {
		return ErrEncoding
	}
	return fmt.Errorf("%w（%w）", ErrEncoding, err)
}

// File returns the name given to CSV.
func (f *CSVFile) File() string { return f.name }

// Sheets returns one sheet without a name.
func (f *CSVFile) Sheets() []string { return []string{""} }

// Rows reads the file. Rows are counted as a spreadsheet counts them: a line break within quotes begins no new row, an
// empty line does. An apostrophe that keeps a text from being run as a formula (WriteCSV) is taken away. The error wraps
// ErrQuotes, ErrLongRow (a row of more than 8 MiB), ErrEncoding, ErrNoSheet or that of the data.
//
// The cells of some rows share one string of 4 KiB, or of a longer row, so a text that is kept keeps its neighbours:
// strings.Clone it for an index of few texts from many rows.
func (f *CSVFile) Rows(sheet string) iter.Seq2[Raw, error] {
	return func(yield func(Raw, error) bool) {
		if sheet != "" {
			yield(Raw{}, f.fault(fmt.Errorf("%w“%s”", ErrNoSheet, sheet)))
			return
		}
		var rows csvRows
		_, err := f.blocks(0).each(func(b block) (bool, error) {
			err := rows.each(b, func(raw Raw) bool { return yield(raw, nil) })
			return !rows.enough, err
		})
		if err != nil {
			yield(Raw{}, err)
		}
	}
}

func (f *CSVFile) fault(err error) error { return fmt.Errorf("table: %s：%w", f.name, err) }
