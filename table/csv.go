package table

import (
	"bytes"
	"encoding/csv"
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
)

// A CSVFile is a text file of comma-separated cells, opened for reading. It has one sheet without a name. It may be
// read by several goroutines at once.
type CSVFile struct {
	name string
	text []byte
}

var _ Source = (*CSVFile)(nil)

// CSV opens the content of a CSV file: UTF-8 with or without a byte order mark, or GB 18030 and its subsets GBK and GB
// 2312, which is what Excel writes in China. A line ends with LF, CR LF or CR. It takes over data, which may not be changed afterwards. The error wraps
// ErrEmpty or ErrEncoding.
func CSV(file string, data []byte) (*CSVFile, error) {
	text, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("table: %s：%w", file, err)
	}
	return &CSVFile{name: file, text: endLines(text)}, nil
}

// endLines makes line ends of carriage returns that stand alone outside quotes: old programs for the Macintosh write
// nothing else.
func endLines(text []byte) []byte {
	quoted, cloned := false, false
	for i, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '\r' && !quoted && (i+1 == len(text) || text[i+1] != '\n'):
			if !cloned {
				text, cloned = bytes.Clone(text), true
			}
			text[i] = '\n'
		}
	}
	return text
}

// decode returns the text as UTF-8 without byte order mark.
func decode(data []byte) ([]byte, error) {
	text, err := charset.Decode(data)
	switch {
	case err == nil && len(bytes.TrimSpace(text)) == 0:
		return nil, ErrEmpty
	case errors.Is(err, charset.ErrUnknown):
		return nil, ErrEncoding
	case err != nil:
		return nil, fmt.Errorf("%w（%w）", ErrEncoding, err)
	}
	return text, nil
}

// File returns the name given to CSV.
func (f *CSVFile) File() string { return f.name }

// Sheets returns one sheet without a name.
func (f *CSVFile) Sheets() []string { return []string{""} }

// Rows reads the file. Rows are counted as a spreadsheet counts them: a line break within quotes begins no new row, an
// empty line does. An apostrophe that keeps a text from being run as a formula (WriteCSV) is taken away. The error wraps ErrQuotes or ErrNoSheet.
func (f *CSVFile) Rows(sheet string) iter.Seq2[Raw, error] {
	return func(yield func(Raw, error) bool) {
		if sheet != "" {
			yield(Raw{}, fmt.Errorf("table: %s：%w“%s”", f.name, ErrNoSheet, sheet))
			return
		}
		r := csv.NewReader(bytes.NewReader(f.text))
		r.FieldsPerRecord, r.ReuseRecord = -1, true
		raw := Raw{Delimited: true}
		for start := int64(0); ; start = r.InputOffset() {
			fields, err := r.Read()
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(Raw{}, f.fault(err))
				return
			}
			raw.Row += 1 + emptyLines(f.text[start:])
			raw.Cells = raw.Cells[:0]
			for _, text := range fields {
				raw.Cells = append(raw.Cells, Cell{Text: live(text)})
			}
			if !yield(raw, nil) {
				return
			}
		}
	}
}

// emptyLines counts the line ends at the beginning of a text: the lines that the reader passes over.
func emptyLines(text []byte) int {
	for n := 0; ; n++ {
		var lf, crlf bool
		if text, crlf = bytes.CutPrefix(text, []byte("\r\n")); crlf {
			continue
		}
		if text, lf = bytes.CutPrefix(text, []byte("\n")); !lf {
			return n
		}
	}
}

func (f *CSVFile) fault(err error) error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return fmt.Errorf("table: %s：第 %d 行%w", f.name, p.StartLine, ErrQuotes)
	}
	return fmt.Errorf("table: %s：%w", f.name, err)
}
