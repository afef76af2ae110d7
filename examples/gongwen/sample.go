package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

//go:embed sample
var sampleFiles embed.FS

// A sampling is the answer of sample.
type sampling struct {
	Files []string `json:"files"`
	outcome
}

func (s *sampling) prepare() {
	if s.Files == nil {
		s.Files = []string{}
	}
}

func (s *sampling) text() string {
	var b strings.Builder
	for _, f := range s.Files {
		b.WriteString("已写入 " + f + "\n")
	}
	return b.String()
}

// samples writes the example documents into a folder. It never overwrites a file.
func samples(_ context.Context, c *call, out *sampling) error {
	files, err := fs.Sub(sampleFiles, "sample")
	if err != nil {
		return err
	}
	var names []string
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, name := range names {
		if _, err := os.Lstat(filepath.Join(c.file, filepath.FromSlash(name))); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s 里已经有 %s，没有写入", c.file, name)
		}
	}
	for _, name := range names {
		path := filepath.Join(c.file, filepath.FromSlash(name))
		if err := copyOut(files, name, path); err != nil {
			return fmt.Errorf("不能写入 %s：%w", path, plainly(err))
		}
		out.Files = append(out.Files, path)
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
