package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// maxInput is how large a file may be.
const maxInput = 64 << 20

// load reads a file of at most so many bytes.
func load(name string, most int64) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, unreadable(name, cli.Plainly(err))
	case !info.Mode().IsRegular():
		return nil, unreadable(name, errors.New("不是文件"))
	case info.Size() > most:
		return nil, unreadable(name, fmt.Errorf("超过 %d MiB", most>>20))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, cli.Plainly(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return nil, unreadable(name, cli.Plainly(err))
	}
	return data, nil
}

func unreadable(name string, why error) error { return fmt.Errorf("不能读取 %s：%w", name, why) }

// extension is that of a file's name, in lower case.
func extension(name string) string { return strings.ToLower(filepath.Ext(name)) }

// openTable opens a workbook or a CSV file. Its content is in memory, so there is nothing to close.
func openTable(name string) (table.Source, error) {
	ext := extension(name)
	if ext != ".xlsx" && ext != ".csv" {
		return nil, unreadable(name, errors.New("应当是 .xlsx 或者 .csv"))
	}
	data, err := load(name, maxInput)
	if err != nil {
		return nil, err
	}
	if ext == ".csv" {
		return table.CSV(name, data)
	}
	src, err := xlsx.Open(name, bytes.NewReader(data), int64(len(data)), xlsx.Options{})
	if errors.Is(err, zip.ErrFormat) {
		return nil, unreadable(name, errors.New("不是完整的工作簿（.xlsx）"))
	}
	return src, err
}
