package clitable

import (
	"bytes"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// Check says what is wrong with the workbook of -o, before anything is read: that it is none, or one of those that are read. Where
// there is no -o, nothing is.
func Check(out string, inputs ...string) error {
	if out == "" {
		return nil
	}
	if cli.Extension(out) != ".xlsx" {
		return cli.Misused("-o 应当是 .xlsx")
	}
	return cli.Spare(out, inputs...)
}

// Keep writes the workbook of -o, if there is one, and returns where it is.
func Keep(out string, sheets []table.Sheet) (written []string, err error) {
	if out == "" {
		return nil, nil
	}
	var b bytes.Buffer
	if err := xlsx.Write(&b, sheets); err != nil {
		return nil, err
	}
	return []string{out}, cli.Put(out, b.Bytes())
}
