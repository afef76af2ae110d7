package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/read"
	"github.com/fazhi-go/fazhi/report/narrative"
)

// Limits of the files that are read. Those of one format may be lower: Markdown has 1 MiB.
const (
	maxInput    = 64 << 20
	maxPictures = 64 << 20 // all that one document shows
	maxAttached = 64 << 20 // all that one document carries
)

// A source is a document that was read, and where in its file its parts stand.
type source struct {
	doc    *gongwen.Document
	issues fazhi.Issues
	origin func(path fazhi.Path, offset int) fazhi.Origin // the file alone if the line is not known
	unread []string                                       // parts of the form that were not found in a file without marks for them
}

// locate adds to an issue where in the file its place stands, offset characters into its text.
func (s *source) locate(issue fazhi.Issue, offset int) fazhi.Issue {
	if issue.Origin.IsZero() {
		issue.Origin = s.origin(issue.Path, offset)
	}
	return issue
}

// load reads a document by the extension of its name.
func load(name string) (*source, error) {
	read, err := readerOf(name)
	if err != nil {
		return nil, err
	}
	data, err := readLimited(name, maxInput)
	if err != nil {
		return nil, err
	}
	return read(name, data)
}

// A reader makes a document of a file.
type reader func(name string, data []byte) (*source, error)

func readerOf(name string) (reader, error) {
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".md", ".markdown":
		return readMarkdown, nil
	case ".docx":
		return located(read.Docx, wordParts), nil
	case ".txt":
		return located(read.Text, textParts), nil
	case ".doc", ".wps", ".odt", ".rtf":
		return nil, fmt.Errorf("不能读取 %s：请先另存为 .docx", filepath.Base(name))
	}
	return nil, fmt.Errorf("不能读取 %s：只读 .md、.docx 和 .txt", filepath.Base(name))
}

// located reads a file by package read, which knows where things stand.
func located(f func(string, []byte) (*read.Result, error), parts func(*gongwen.Document) []string) reader {
	return func(name string, data []byte) (*source, error) {
		r, err := f(filepath.Base(name), data)
		if err != nil {
			return nil, err
		}
		origin := func(path fazhi.Path, _ int) fazhi.Origin {
			if o, ok := r.Origin(path); ok {
				return o
			}
			return fazhi.Origin{File: filepath.Base(name)}
		}
		return &source{r.Document, r.Issues, origin, parts(r.Document)}, nil
	}
}

func readMarkdown(name string, data []byte) (*source, error) {
	images, err := openPictures(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	defer images.close()
	base := filepath.Base(name)
	doc, issues, err := narrative.Document(base, data, images)
	if err == nil {
		err = images.err()
	}
	if err != nil {
		return nil, err
	}
	l := &lines{file: base, source: string(data), doc: doc, budget: maxSearched}
	return &source{doc: doc, issues: issues, origin: l.origin}, nil
}

// readLimited reads a regular file that must not be larger than limit.
func readLimited(name string, limit int64) ([]byte, error) {
	base := filepath.Base(name)
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("不能读取 %s：%w", base, cli.Plainly(err))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("不能读取 %s：不是文件", base)
	case info.Size() > limit:
		return nil, fmt.Errorf("不能读取 %s：超过 %d MiB", base, limit>>20)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("不能读取 %s：%w", base, cli.Plainly(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit))
	if err != nil {
		return nil, fmt.Errorf("不能读取 %s：%w", base, cli.Plainly(err))
	}
	return data, nil
}
