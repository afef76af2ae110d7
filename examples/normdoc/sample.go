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

	"github.com/fazhi-go/fazhi/examples/internal/cli"
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
	return cli.Printable(b.String())
}

// samples writes the invented documents into a folder. It never overwrites a file.
func samples(_ context.Context, s *session, out *sampling) error {
	list, err := sampleFiles.ReadDir("sample")
	if err != nil {
		return err
	}
	dir := s.args[0]
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("不能写入 %s：不是目录", dir)
	}
	for _, f := range list {
		if _, err := os.Lstat(filepath.Join(dir, f.Name())); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s 里已经有 %s，没有写入", dir, f.Name())
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("不能写入 %s：%w", dir, plainly(err))
	}
	for _, f := range list {
		path := filepath.Join(dir, f.Name())
		data, err := sampleFiles.ReadFile("sample/" + f.Name())
		if err == nil {
			err = os.WriteFile(path, data, 0o644)
		}
		if err != nil {
			return fmt.Errorf("不能写入 %s：%w", path, plainly(err))
		}
		out.Files = append(out.Files, path)
	}
	return nil
}
