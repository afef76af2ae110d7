package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// errThere says that a file is there already, with another content. It is as it was.
var errThere = errors.New("已经存在，内容不同，没有写入")

// add writes a file that is not there yet. It never replaces one: somebody may have filled it in.
func (f *folder) add(name string, data []byte) error {
	path := filepath.Join(f.path, filepath.FromSlash(name))
	switch err := create(path, data, os.Link); {
	case err == nil:
		f.written = append(f.written, path)
		return nil
	case !errors.Is(err, fs.ErrExist):
		return notWritten(path, err)
	}
	switch old, err := os.ReadFile(path); {
	case err != nil:
		return notWritten(path, errors.New("不是文件"))
	case !bytes.Equal(old, data):
		return notWritten(path, errThere)
	}
	f.kept++
	return nil
}

// create makes a file with its whole content, or fails with fs.ErrExist. Where there are no links, it is made first and
// filled then.
func create(path string, data []byte, link func(old, name string) error) error {
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	t, err := temporary(dir, data)
	if err != nil {
		return err
	}
	defer os.Remove(t)
	if err = link(t, path); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	claim, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = claim.Write(data)
	if err = errors.Join(err, claim.Close()); err != nil {
		_ = os.Remove(path)
	}
	return err
}

func notWritten(path string, why error) error {
	return fmt.Errorf("不能写入 %s：%w", path, cli.Plainly(why))
}

// sweep removes what a run that was killed left half-written in a folder.
func sweep(dir string) error {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := isFolder(dir); err != nil {
		return err
	}
	list, err := os.ReadDir(dir)
	if err != nil {
		return cli.Unreadable(dir, err)
	}
	for _, e := range list {
		if left, _ := filepath.Match(unfinished, e.Name()); left && e.Type().IsRegular() {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
				return notWritten(filepath.Join(dir, e.Name()), err)
			}
		}
	}
	return nil
}
