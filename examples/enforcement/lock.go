package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// lockFile stands in the folder of a round while a run works on it. The operating system lets go of it when the run ends,
// however it ends: one that was left behind by a killed run keeps nobody out.
const lockFile = ".正在办理.lock"

// errBusy says that another run holds the lock.
var errBusy = errors.New("另一次运行正在办理这一轮，请等它结束")

// lock keeps other runs out of a folder until it is released.
func lock(dir string) (release func(), err error) {
	path := filepath.Join(dir, lockFile)
	for range 100 {
		f, err := openAlone(path)
		if err != nil {
			return nil, fmt.Errorf("不能办理 %s：%w", dir, cli.Plainly(err))
		}
		if still(f, path) {
			return func() { remove(f, path) }, nil
		}
		_ = f.Close() // the run before removed it just now
	}
	return nil, fmt.Errorf("不能办理 %s：%w", dir, errBusy)
}

// still reports whether an open file is the one that a path leads to.
func still(f *os.File, path string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(mine, there)
}
