// Command write writes the invented ledgers and the figures of the year before of the annual example into workbooks.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/fazhi-go/fazhi/examples/annual/internal/figures"
	"github.com/fazhi-go/fazhi/examples/annual/internal/invent"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

func main() {
	if err := write(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(args []string) error {
	if len(args) != 2 {
		return errors.New("用法：write 台账.xlsx 上年数据项.xlsx")
	}
	ledgers, err := invent.Ledgers()
	if err != nil {
		return err
	}
	last, err := invent.LastYear()
	if err != nil {
		return err
	}
	return errors.Join(save(args[0], ledgers), save(args[1], []table.Sheet{figures.Sheet(last)}))
}

func save(name string, sheets []table.Sheet) error {
	var b bytes.Buffer
	if err := xlsx.Write(&b, sheets); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}
