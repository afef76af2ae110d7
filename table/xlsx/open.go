package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/table"
)

// Errors of opening and reading workbooks. They are wrapped with the name of the file.
var (
	ErrNotWorkbook = errors.New("不是 .xlsx 工作簿")
	ErrEncrypted   = errors.New("工作簿已加密，或者是旧的 .xls 格式，请取消密码并另存为 .xlsx")
	ErrTooLarge    = errors.New("工作簿展开后超过允许的大小")
	ErrDamaged     = errors.New("工作簿已损坏")
)

// maxUnpacked is the size that a workbook may unpack to when the caller does not say.
const maxUnpacked = 512 << 20

// Options change how a workbook is opened. The zero value is good for most.
type Options struct {
	// MaxUnpacked is how many bytes the parts of the workbook may unpack to, together; 0 means 512 MiB. A larger one
	// is refused before anything is unpacked (ErrTooLarge). A quarter of it, and 128 MiB in any case, is for the texts that
	// the cells share, which stay in memory.
	MaxUnpacked int64
}

// A Book is a workbook, opened for reading. It may be read by several goroutines at once if its io.ReaderAt may.
type Book struct {
	name     string
	sheets   []sheet
	texts    *texts // shared, nil if the workbook has no table of them
	dates    []bool // by cell style: the number is shown as a date
	date1904 bool
}

// sheet is one sheet and the part of the package that holds it.
type sheet struct {
	name string
	part *zip.File
}

var _ table.Source = (*Book)(nil)

// Open opens a workbook of size bytes. The file is the name that origins carry. Data must stay readable until the Book
// is closed; Open does not close it.
//
// The error wraps ErrNotWorkbook (an empty file also table.ErrEmpty), ErrEncrypted, ErrTooLarge or ErrDamaged.
func Open(file string, data io.ReaderAt, size int64, o Options) (*Book, error) {
	b, err := open(data, size, o)
	if err != nil {
		return nil, fmt.Errorf("xlsx: %s：%w", file, err)
	}
	b.name = file
	return b, nil
}

func open(data io.ReaderAt, size int64, o Options) (*Book, error) {
	if size <= 0 {
		return nil, fmt.Errorf("%w：%w", ErrNotWorkbook, table.ErrEmpty)
	}
	start := make([]byte, min(size, 8))
	if _, err := data.ReadAt(start, 0); err != nil && err != io.EOF {
		return nil, err
	}
	switch {
	case bytes.Equal(start, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")): // a compound file (OLE)
		return nil, ErrEncrypted
	case !bytes.HasPrefix(start, []byte("PK")):
		return nil, ErrNotWorkbook
	}
	z, err := zip.NewReader(data, size)
	if err != nil {
		return nil, fmt.Errorf("%w：%w", ErrDamaged, err)
	}
	limit := o.MaxUnpacked
	if limit <= 0 {
		limit = maxUnpacked
	}
	if err := checkSize(z, limit); err != nil {
		return nil, err
	}
	return newPackage(z, limit).book()
}

// checkSize compares the sizes that the directory declares with the limit. A part that unpacks to more than it declares
// is refused while it is read (archive/zip).
func checkSize(z *zip.Reader, limit int64) error {
	left := uint64(limit)
	for _, f := range z.File {
		if f.UncompressedSize64 > left {
			return fmt.Errorf("%w（%d MiB）", ErrTooLarge, limit>>20)
		}
		left -= f.UncompressedSize64
	}
	return nil
}

// File returns the name given to Open.
func (b *Book) File() string { return b.name }

// Sheets returns the names of the worksheets, hidden ones too, in the order of the workbook. A hidden ListSheet, as Write
// adds it, is none of them, and Rows does not read it.
func (b *Book) Sheets() []string {
	names := make([]string, len(b.sheets))
	for i, s := range b.sheets {
		names[i] = s.name
	}
	return names
}

// Close releases what the Book holds. Afterwards it has no sheets.
func (b *Book) Close() error {
	*b = Book{name: b.name}
	return nil
}

// Rows reads a sheet. Rows without content are left out. The error wraps table.ErrNoSheet, ErrDamaged or ErrTooLarge.
func (b *Book) Rows(name string) iter.Seq2[table.Raw, error] {
	return func(yield func(table.Raw, error) bool) {
		err := b.rows(name, func(raw table.Raw) bool { return yield(raw, nil) })
		if err != nil {
			yield(table.Raw{}, fmt.Errorf("xlsx: %s：%w", b.name, err))
		}
	}
}

func (b *Book) rows(name string, yield func(table.Raw) bool) error {
	for _, s := range b.sheets {
		if s.name != name {
			continue
		}
		part, err := s.part.Open()
		if err != nil {
			return fmt.Errorf("%w：%w", ErrDamaged, err)
		}
		defer func() { _ = part.Close() }() // reading only
		return (&rowScanner{book: b, xml: newScanner(part)}).run(yield)
	}
	hint := ""
	if n, ok := near.Name(name, b.Sheets()); ok {
		hint = "，是不是“" + n + "”？"
	}
	return fmt.Errorf("%w“%s”%s", table.ErrNoSheet, name, hint)
}
