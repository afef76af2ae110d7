package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// put writes a file, with the folder that it needs.
func put(name string, data []byte) error {
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, data, 0o644)
	}
	if err != nil {
		return fmt.Errorf("不能写入 %s：%w", name, cli.Plainly(err))
	}
	return nil
}

// spare says that a file which is to be written is one of those that are read.
func spare(out string, inputs ...string) error {
	to, err := os.Stat(out)
	if err != nil {
		return nil // there is none yet, or writing says what is wrong
	}
	for _, name := range inputs {
		if from, err := os.Stat(name); err == nil && os.SameFile(from, to) {
			return fmt.Errorf("%w：%s 是要读的文件，不能写到它上面", cli.ErrUsage, out)
		}
	}
	return nil
}

// usage is an error of the command line.
func usage(text string) error { return fmt.Errorf("%w：%s", cli.ErrUsage, text) }
