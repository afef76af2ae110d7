package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Names of the output files.
const (
	pdfFile     = "report.pdf"
	docxFile    = "report.docx"
	figuresFile = "figures.xlsx"
	issuesFile  = "issues.txt"
)

// An output is one file to write.
type output struct {
	name string
	data []byte
}

// writeFiles writes all outputs into a directory or none of them: each under a temporary name first, then renamed. A
// report of an earlier run that this run does not write is removed, so that nobody takes it for this one's.
func writeFiles(dir string, outputs []output) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("不能建立输出目录：%w", err)
	}
	temporary := make([]string, 0, len(outputs))
	defer func() {
		for _, name := range temporary {
			_ = os.Remove(name) // already renamed, or left over
		}
	}()
	for _, o := range outputs {
		name, err := writeTemporary(dir, o)
		if err != nil {
			return nil, fmt.Errorf("不能写入 %s：%w", o.name, err)
		}
		temporary = append(temporary, name)
	}
	written := make([]string, len(outputs))
	for i, o := range outputs {
		written[i] = filepath.Join(dir, o.name)
		if err := os.Rename(temporary[i], written[i]); err != nil {
			return nil, fmt.Errorf("不能写入 %s：%w", o.name, err)
		}
	}
	return written, removeStale(dir, outputs)
}

func writeTemporary(dir string, o output) (string, error) {
	f, err := os.CreateTemp(dir, "."+o.name+".*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(o.data)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err != nil {
		_ = os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

func removeStale(dir string, outputs []output) error {
	kept := make(map[string]bool, len(outputs))
	for _, o := range outputs {
		kept[o.name] = true
	}
	for _, name := range [...]string{pdfFile, docxFile, figuresFile, issuesFile} {
		if kept[name] {
			continue
		}
		if err := os.Remove(filepath.Join(dir, name)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("不能删除上次的 %s：%w", name, err)
		}
	}
	return nil
}
