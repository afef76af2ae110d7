package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Plainly says in Chinese why the operating system refused, without repeating the path or those of a link.
func Plainly(err error) error {
	var link *os.LinkError
	if errors.As(err, &link) {
		err = link.Err
	}
	for _, known := range [...]struct {
		is   error
		text string
	}{{fs.ErrNotExist, "没有这个文件"}, {fs.ErrPermission, "没有权限"}, {fs.ErrExist, "已经存在"}, {syscall.ENOTDIR, "上一级不是目录"}} {
		if errors.Is(err, known.is) {
			return errors.New(known.text)
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// WriteSamples writes the files of a program, with their folders, into a folder, and returns where they are. It overwrites
// nothing: where one of them is there already, none is written.
func WriteSamples(files fs.FS, folder string) (written []string, err error) {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("不能写入 %s：不是目录", folder)
	}
	var names []string
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		names = append(names, name)
		if _, err := os.Lstat(filepath.Join(folder, filepath.FromSlash(name))); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s 里已经有 %s，没有写入", folder, name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := copyOut(files, name, path); err != nil {
			return written, fmt.Errorf("不能写入 %s：%w", path, Plainly(err))
		}
		written = append(written, path)
	}
	return written, nil
}

func copyOut(files fs.FS, name, path string) error {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// A Sampling is the answer of a command that writes samples.
type Sampling struct {
	Files []string `json:"files"` // where they are
	Outcome
}

// Prepare makes the list empty that is null.
func (s *Sampling) Prepare() {
	if s.Files == nil {
		s.Files = []string{}
	}
}

// String has a line for each file.
func (s *Sampling) String() string {
	var b strings.Builder
	for _, f := range s.Files {
		b.WriteString("已写入 " + f + "\n")
	}
	return Printable(b.String())
}

// Samples writes the files that a program has in its folder sample into the folder of its argument, and overwrites nothing.
func Samples(files fs.FS) Action {
	return Do(func(_ context.Context, args []string, out *Sampling) error {
		below, err := fs.Sub(files, "sample")
		if err != nil {
			return err
		}
		out.Files, err = WriteSamples(below, args[0])
		return err
	})
}
