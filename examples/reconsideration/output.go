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

// usage is an error of the command line.
func usage(text string) error { return fmt.Errorf("%w：%s", cli.ErrUsage, text) }
