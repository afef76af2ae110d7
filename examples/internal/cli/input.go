package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// MaxInput is how large a file may be that a program reads.
const MaxInput = 64 << 20

// Load reads a file of at most so many bytes.
func Load(name string, most int64) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, Unreadable(name, err)
	case !info.Mode().IsRegular():
		return nil, Unreadable(name, errors.New("不是文件"))
	case info.Size() > most:
		return nil, Unreadable(name, fmt.Errorf("超过 %d MiB", most>>20))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, Unreadable(name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return nil, Unreadable(name, err)
	}
	return data, nil
}

// Unreadable is the error of a file or folder that cannot be read, and why in Chinese.
func Unreadable(name string, why error) error {
	return fmt.Errorf("不能读取 %s：%w", name, Plainly(why))
}

// Extension is that of a file's name, in lower case.
func Extension(name string) string { return strings.ToLower(filepath.Ext(name)) }

// Spare says that a file which is to be written is one of those that are read.
func Spare(out string, inputs ...string) error {
	to, err := os.Stat(out)
	if err != nil {
		return nil // there is none yet, or writing says what is wrong
	}
	for _, name := range inputs {
		if from, err := os.Stat(name); err == nil && os.SameFile(from, to) {
			return fmt.Errorf("%w：%s 是要读的文件，不能写到它上面", ErrUsage, out)
		}
	}
	return nil
}
