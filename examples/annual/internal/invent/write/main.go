// Command write writes the invented ledgers of the annual example into a workbook.
package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/fazhi-go/fazhi/examples/annual/internal/invent"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

func main() {
	if err := write(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("用法：write 工作簿.xlsx")
	}
	sheets, err := invent.Ledgers()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := xlsx.Write(&b, sheets); err != nil {
		return err
	}
	return os.WriteFile(args[0], b.Bytes(), 0o644)
}
