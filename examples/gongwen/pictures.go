package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// pictures are the files of a folder that a document may show. Nothing outside the folder is opened, by whatever link, and
// only regular files are.
type pictures struct {
	root *os.Root
	left int64 // how many bytes may still be read
}

func openPictures(dir string) (*pictures, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("不能读取 %s：%w", filepath.Base(dir), cli.Plainly(err))
	}
	return &pictures{root: root, left: maxPictures}, nil
}

// Open opens one picture.
func (p *pictures) Open(name string) (fs.File, error) {
	files := p.root.FS()
	info, err := fs.Stat(files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if p.left -= info.Size(); p.left < 0 {
		return nil, p.err()
	}
	return files.Open(name)
}

// err says that the pictures are too large together.
func (p *pictures) err() error {
	if p.left >= 0 {
		return nil
	}
	return errors.New("图片合计超过 64 MiB")
}

func (p *pictures) close() { _ = p.root.Close() } // only read
