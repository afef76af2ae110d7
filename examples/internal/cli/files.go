package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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

// A File is one that a program makes.
type File struct {
	Name string
	Data []byte
}

// WriteSamples writes the files of a program, with their folders, and those that it made into a folder, and returns where they
// are. It overwrites nothing: where one of them is there already, none is written.
func WriteSamples(files fs.FS, folder string, made ...File) (written []string, err error) {
	names, err := fresh(files, folder, made)
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
	for _, f := range made {
		path := filepath.Join(folder, f.Name)
		if err := Put(path, f.Data); err != nil {
			return written, err
		}
		written = append(written, path)
	}
	return written, nil
}

// fresh returns the names of the files, of which none may be in the folder, nor any of those that were made.
func fresh(files fs.FS, folder string, made []File) (names []string, err error) {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("不能写入 %s：不是目录", folder)
	}
	for _, f := range made {
		if err := missing(folder, f.Name); err != nil {
			return nil, err
		}
	}
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		names = append(names, name)
		return missing(folder, name)
	})
	return names, err
}

// missing says that a file is there already.
func missing(folder, name string) error {
	if _, err := os.Lstat(filepath.Join(folder, filepath.FromSlash(name))); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s 里已经有 %s，没有写入", folder, name)
	}
	return nil
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

// Put writes a file, with the folder that it needs.
func Put(name string, data []byte) error {
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, data, 0o644)
	}
	if err != nil {
		return fmt.Errorf("不能写入 %s：%w", name, Plainly(err))
	}
	return nil
}

// A Sampling is the answer of a command that writes samples.
type Sampling struct {
	Files []string `json:"files"` // where they are
	Outcome
}

// Prepare makes the list empty that is null.
func (s *Sampling) Prepare() { Listed(&s.Files) }

// String has a line for each file.
func (s *Sampling) String() string { return WrittenLines(s.Files) }

// Samples writes the files that a program has in its folder sample into the folder of its argument, and overwrites nothing.
func Samples(files fs.FS) Action {
	return SamplesAnd(files, func() ([]File, error) { return nil, nil })
}

// SamplesAnd is Samples with files that are made, which are written after the others.
func SamplesAnd(files fs.FS, made func() ([]File, error)) Action {
	return Do(func(_ context.Context, args []string, out *Sampling) error {
		more, err := made()
		if err != nil {
			return err
		}
		below, err := fs.Sub(files, "sample")
		if err != nil {
			return err
		}
		out.Files, err = WriteSamples(below, args[0], more...)
		return err
	})
}
