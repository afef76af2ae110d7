package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A target is a file to write.
type target struct {
	path   string
	format format
	data   []byte
}

// targets reads -o, and says everything that can be seen to be wrong before anything is read.
func (s *session) targets(source string) ([]target, error) {
	var list []target
	var wrong []error
	note := func(flag, why string) { wrong = append(wrong, fmt.Errorf("%w：-%s：%s", cli.ErrUsage, flag, why)) }
	carries := false
	for _, path := range s.outs {
		form, known := formatOf(path)
		t := target{path: path, format: form}
		carries = carries || form.paged
		switch {
		case !known:
			note("o", path+" 应以 .pdf、.docx、.ofd 或 .html 结尾")
		case slices.ContainsFunc(list, func(o target) bool { return samePath(o.path, path) }):
			note("o", path+" 写了两次")
		default:
			wrong = append(wrong, s.vacant(path, source))
		}
		list = append(list, t)
	}
	switch {
	case len(list) == 0:
		note("o", "没有写明要写的文件")
	case !carries && s.squeeze:
		note("squeeze", "只用于 PDF、OFD")
	case !carries && len(s.attach) > 0:
		note("attach", "只有 PDF、OFD 能携带文件")
	}
	return list, errors.Join(wrong...)
}

// vacant says why a file cannot be written, nil if it can. One of the same name from an earlier run is replaced, one that
// is read never.
func (s *session) vacant(path, source string) error {
	dir, err := os.Stat(filepath.Dir(path))
	if err != nil || !dir.IsDir() {
		return fmt.Errorf("不能写入 %s：没有所在的文件夹", path)
	}
	for _, read := range append([]string{source}, s.attach...) {
		if samePath(read, path) {
			return fmt.Errorf("不能写入 %s：这是读入的文件，不覆盖", path)
		}
	}
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("不能写入 %s：那里有同名的目录或者别的东西", path)
	}
	return nil
}

// samePath reports whether two names are of one file, by whatever way.
func samePath(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	i, err := os.Stat(a)
	j, other := os.Stat(b)
	return err == nil && other == nil && os.SameFile(i, j)
}

// writeFiles writes every file under a temporary name first, so that none is half-written, and then renames them. If one
// cannot be written, no name has changed; only a renaming that fails, which was ruled out as far as one can see, leaves some
// files new and some old, and the error says so.
func writeFiles(targets []target) (err error) {
	var fresh []string
	defer func() {
		for _, name := range fresh {
			_ = os.Remove(name)
		}
	}()
	for _, t := range targets {
		name, err := temporary(t)
		if name != "" {
			fresh = append(fresh, name)
		}
		if err != nil {
			return fmt.Errorf("不能写入 %s：%w", t.path, cli.Plainly(err))
		}
	}
	for i, t := range targets {
		if err := os.Rename(fresh[0], t.path); err != nil {
			return fmt.Errorf("已写入 %d 个文件；不能写入 %s：%w", i, t.path, cli.Plainly(err))
		}
		fresh = fresh[1:]
	}
	return nil
}

// temporary writes a hidden file beside the place of a target and returns its name, "" if there is none.
func temporary(t target) (string, error) {
	for i := 0; ; i++ {
		name := filepath.Join(filepath.Dir(t.path), fmt.Sprintf(".%s.%d-%d", filepath.Base(t.path), os.Getpid(), i))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		switch {
		case errors.Is(err, fs.ErrExist):
			continue
		case err != nil:
			return "", err
		}
		_, err = f.Write(t.data)
		return name, errors.Join(err, f.Close())
	}
}
