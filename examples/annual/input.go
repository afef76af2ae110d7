package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// An input is the narrative, for each sheet the file that holds it, and the figures of the year before.
type input struct {
	narrative []byte
	sheets    map[string]table.Source
	lastYear  table.Source // nil if there is none
	issues    fazhi.Issues // of files that are not read
	books     []*xlsx.Book
}

// Limits of the files that are read.
const (
	maxNarrative = 8 << 20
	maxLedger    = 256 << 20
	maxLastYear  = 64 << 20
)

// open reads a directory, or the built-in example for an empty name.
func open(dir string) (*input, error) {
	in := &input{sheets: map[string]table.Source{}}
	if dir == "" {
		in.narrative = exampleNarrative
		if err := in.addBook(exampleLedgers); err != nil {
			return nil, err
		}
		return in, in.addLastYear(exampleLastYear)
	}
	var err error
	if in.narrative, err = readLimited(filepath.Join(dir, narrativeFile), maxNarrative); err != nil {
		return nil, err
	}
	if err := in.addDirectory(dir); err != nil {
		in.close()
		return nil, err
	}
	if len(in.sheets) == 0 {
		in.close()
		return nil, fmt.Errorf("目录里没有台账：应有 %s，或者以工作表命名的 CSV 文件", ledgersFile)
	}
	return in, nil
}

// addDirectory adds the workbook, if there is one, and every CSV file.
func (in *input) addDirectory(dir string) error {
	if err := optional(filepath.Join(dir, ledgersFile), maxLedger, in.addBook); err != nil {
		return err
	}
	if err := optional(filepath.Join(dir, lastYearFile), maxLastYear, in.addLastYear); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir) // sorted by name
	if err != nil {
		return fmt.Errorf("不能读取目录：%w", plain(err))
	}
	for _, e := range entries {
		switch ext := filepath.Ext(e.Name()); {
		case strings.EqualFold(ext, ".csv"):
			if err := in.addCSV(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		case strings.EqualFold(ext, ".xlsx") && !slices.Contains([]string{ledgersFile, lastYearFile, figuresFile}, e.Name()):
			in.issues = append(in.issues, fazhi.Issue{Code: "annual/file/unread", Severity: fazhi.Notice,
				Origin: fazhi.Origin{File: e.Name()}, Message: "没有读取这个工作簿：台账的工作簿应当叫 " + ledgersFile})
		}
	}
	return nil
}

// optional reads a file, if there is one, and adds it.
func optional(name string, limit int64, add func([]byte) error) error {
	data, err := readLimited(name, limit)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	}
	return add(data)
}

func (in *input) addBook(data []byte) error {
	book, err := in.open(ledgersFile, data)
	if err != nil {
		return err
	}
	for _, sheet := range book.Sheets() {
		in.sheets[strings.TrimSpace(sheet)] = book
	}
	return nil
}

func (in *input) addLastYear(data []byte) error {
	book, err := in.open(lastYearFile, data)
	if err == nil {
		in.lastYear = book
	}
	return err
}

// open opens a workbook that is closed with the input.
func (in *input) open(name string, data []byte) (*xlsx.Book, error) {
	book, err := xlsx.Open(name, bytes.NewReader(data), int64(len(data)), xlsx.Options{})
	if err == nil {
		in.books = append(in.books, book)
	}
	return book, err
}

// addCSV adds a file that holds the sheet of its name.
func (in *input) addCSV(name string) error {
	data, err := readLimited(name, maxLedger)
	if err != nil {
		return err
	}
	base := filepath.Base(name)
	sheet := strings.TrimSpace(strings.TrimSuffix(base, filepath.Ext(base)))
	if _, double := in.sheets[sheet]; double {
		return fmt.Errorf("台账“%s”既在 %s 里，又有 %s，只能留一个", sheet, ledgersFile, base)
	}
	csv, err := table.CSV(base, data)
	if err != nil {
		return err
	}
	in.sheets[sheet] = namedSheet{csv, sheet}
	return nil
}

// A namedSheet gives the one table of a CSV file the name of its ledger.
type namedSheet struct {
	table.Source
	name string
}

// Sheets returns the ledger's name.
func (s namedSheet) Sheets() []string { return []string{s.name} }

// Rows reads the one table.
func (s namedSheet) Rows(string) iter.Seq2[table.Raw, error] { return s.Source.Rows("") }

// strays reports sheets that no ledger reads.
func (in *input) strays(known []ledger) fazhi.Issues {
	wanted := make(map[string]bool, len(known))
	for _, l := range known {
		wanted[l.sheet] = true
	}
	var names []string
	for name := range in.sheets {
		if !wanted[name] {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	var issues fazhi.Issues
	for _, name := range names {
		issues = append(issues, fazhi.Issue{Code: "annual/sheet/unknown", Severity: fazhi.Notice, Message: "没有读取这张工作表：不是已知的台账",
			Origin: fazhi.Origin{File: in.sheets[name].File(), Sheet: name}})
	}
	return issues
}

func (in *input) close() {
	for _, b := range in.books {
		_ = b.Close() // only read
	}
}

// readLimited reads a file that must not be larger than limit.
func readLimited(name string, limit int64) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("不能读取 %s：%w", filepath.Base(name), plain(err))
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("不能读取 %s：不是普通文件", filepath.Base(name))
	}
	if info.Size() > limit {
		return nil, fmt.Errorf("%s 超过 %d MiB", filepath.Base(name), limit>>20)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("不能读取 %s：%w", filepath.Base(name), plain(err))
	}
	return data, nil
}
