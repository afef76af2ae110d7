// Package clitable opens the tables that the programs of examples read. It stands apart from package cli, so that a program
// without tables does not compile in what reads workbooks.
package clitable

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// Open opens a workbook (.xlsx) or a CSV file of at most cli.MaxInput bytes. Its content is in memory, so there is nothing to
// close.
func Open(name string) (table.Source, error) {
	ext := cli.Extension(name)
	if ext != ".xlsx" && ext != ".csv" {
		return nil, cli.Unreadable(name, errors.New("应当是 .xlsx 或者 .csv"))
	}
	data, err := cli.Load(name, cli.MaxInput)
	if err != nil {
		return nil, err
	}
	if ext == ".csv" {
		return table.CSV(name, data)
	}
	src, err := xlsx.Open(name, bytes.NewReader(data), int64(len(data)), xlsx.Options{})
	if errors.Is(err, zip.ErrFormat) {
		return nil, cli.Unreadable(name, errors.New("不是完整的工作簿（.xlsx）"))
	}
	return src, err
}

// Text is what stands in the cells of a sheet, one a line. It is for tests.
func Text(name, sheet string) (string, error) {
	src, err := Open(name)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for row, err := range src.Rows(sheet) {
		if err != nil {
			return "", err
		}
		for _, c := range row.Cells {
			b.WriteString(c.Text + "\n")
		}
	}
	return b.String(), nil
}
