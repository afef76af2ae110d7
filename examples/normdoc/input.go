package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/gongwen/read"
	"github.com/fazhi-go/fazhi/internal/charset"
)

// maxInput is how large a file may be.
const maxInput = 64 << 20

// standardInput is the argument that stands for it.
const standardInput = "-"

// A source is a text that was read, and what is to be said of reading it.
type source struct {
	name   string
	size   int // of the file
	text   string
	issues fazhi.Issues
	places []fazhi.Origin // of the lines, where they are not those of the file
}

// load reads a text by the extension of its name.
func (s *session) load(name string) (*source, error) {
	ext := strings.ToLower(filepath.Ext(name))
	switch ext {
	case ".doc", ".wps", ".odt", ".rtf":
		return nil, fmt.Errorf("不能读取 %s：请先另存为 .docx", name)
	case ".txt", ".md", ".markdown", ".docx":
	default:
		if name != standardInput {
			return nil, fmt.Errorf("不能读取 %s：只读 .txt、.md 和 .docx", name)
		}
	}
	data, err := s.bytes(name)
	if err != nil {
		return nil, err
	}
	src := &source{name: name, size: len(data)}
	if ext == ".docx" {
		return src, src.word(data)
	}
	text, err := charset.Decode(data)
	if err != nil {
		return nil, fmt.Errorf("不能读取 %s：%w；请另存为 UTF-8 或者 GB 18030 编码的文本", name, err)
	}
	src.text = string(text)
	return src, nil
}

// word reads a Word file. Its places are paragraphs, not lines.
func (s *source) word(data []byte) error {
	paragraphs, issues, err := read.DocxLines(s.name, data)
	if err != nil {
		return err
	}
	s.text, s.issues = read.Join(paragraphs), issues
	for _, p := range paragraphs {
		for range 1 + strings.Count(p.Text, "\n") {
			s.places = append(s.places, p.Origin)
		}
	}
	return nil
}

// place says where in the file issues of the text stand. Every issue names the file at least.
func (s *source) place(issues fazhi.Issues) fazhi.Issues {
	for i := range issues {
		issues[i].Origin.File = cmp.Or(issues[i].Origin.File, s.name)
		number := strings.TrimSuffix(strings.TrimPrefix(issues[i].Origin.Cell, "第"), "行")
		if n, err := strconv.Atoi(number); err == nil && 0 < n && n <= len(s.places) {
			issues[i].Origin = s.places[n-1]
		}
	}
	return issues
}

// each reads texts one after another and calls use with each. Everything that cannot be read is said together.
func (s *session) each(ctx context.Context, names []string, use func(*source) error) error {
	var wrong []error
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		src, err := s.load(name)
		if err == nil && len(wrong) == 0 {
			err = use(src)
		}
		if err != nil {
			wrong = append(wrong, err)
		}
	}
	return errors.Join(wrong...)
}

// bytes reads a file or the standard input, not more than maxInput.
func (s *session) bytes(name string) ([]byte, error) {
	if name == standardInput {
		if s.drained {
			return nil, fmt.Errorf("%w：标准输入只能读一次", cli.ErrUsage)
		}
		s.drained = true
		return readAll("标准输入", s.Stdin, 0)
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("不能读取 %s：%w", name, cli.Plainly(err))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("不能读取 %s：不是文件", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("不能读取 %s：%w", name, cli.Plainly(err))
	}
	defer f.Close()
	if info.Size() > maxInput {
		return nil, tooLarge(name)
	}
	return readAll(name, f, int(info.Size()))
}

// readAll reads what is likely to have size bytes.
func readAll(name string, r io.Reader, size int) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(size + bytes.MinRead) // so that it does not grow once more to find the end
	_, err := b.ReadFrom(io.LimitReader(r, maxInput+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("不能读取 %s：%w", name, cli.Plainly(err))
	case b.Len() > maxInput:
		return nil, tooLarge(name)
	}
	return b.Bytes(), nil
}

func tooLarge(name string) error {
	return fmt.Errorf("不能读取 %s：超过 %d MiB", name, maxInput>>20)
}
