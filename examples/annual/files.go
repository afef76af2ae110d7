package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// Names of the output files.
const (
	pdfFile     = "report.pdf"
	docxFile    = "report.docx"
	ofdFile     = "report.ofd"
	htmlFile    = "report.html"
	svgFile     = "year.svg"
	pngFile     = "year.png"
	figuresFile = "figures.xlsx"
	issuesFile  = "issues.txt"
)

// outputNames returns the names of all files that a run may write, in the order in which they are listed.
func outputNames() []string {
	return []string{pdfFile, docxFile, ofdFile, htmlFile, svgFile, pngFile, figuresFile, issuesFile}
}

// An output is one file to write.
type output struct {
	name string
	data []byte
}

// writeFiles writes all outputs into a directory or none of them: each under a temporary name first, then all are
// renamed, and what was there before is put back if one cannot be. A file is never half-written; a process that is
// killed in the middle of the renaming may leave files of two runs. A report of an earlier run that this run does not
// write is removed, so that nobody takes it for this one's.
func writeFiles(dir string, outputs []output) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("不能建立输出目录：%w", plain(err))
	}
	s := swap{dir: dir}
	for _, name := range outputNames() {
		if info, err := os.Lstat(filepath.Join(dir, name)); err == nil && !info.Mode().IsRegular() {
			return nil, fmt.Errorf("不能写入 %s：那里有同名的目录或者别的东西", name)
		}
	}
	for _, o := range outputs {
		if err := s.prepare(o); err != nil {
			s.undo()
			return nil, fmt.Errorf("不能写入 %s：%w", o.name, plain(err))
		}
	}
	if err := s.commit(); err != nil {
		s.undo()
		return nil, err
	}
	written := make([]string, len(outputs))
	for i, o := range outputs {
		written[i] = filepath.Join(dir, o.name)
	}
	return written, s.finish()
}

// A swap puts new files in the place of old ones, or leaves the old ones where they were.
type swap struct {
	dir   string
	steps []step
}

// A step is one file: its new content under a temporary name, and the old one under another while the swap lasts.
type step struct {
	name, fresh, old string
	placed           bool
}

// prepare writes the new content beside the place where it belongs.
func (s *swap) prepare(o output) error {
	f, err := s.temporary(o.name)
	if err != nil {
		return err
	}
	s.steps = append(s.steps, step{name: o.name, fresh: f.Name()})
	_, err = f.Write(o.data)
	return errors.Join(err, f.Close())
}

// temporary makes a hidden file of a name that nobody has.
func (s *swap) temporary(name string) (*os.File, error) {
	for i := 0; ; i++ {
		path := filepath.Join(s.dir, "."+name+"."+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(i))
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// commit moves the old files aside and the new ones into their places.
func (s *swap) commit() error {
	written := make(map[string]bool, len(s.steps))
	for i := range s.steps {
		written[s.steps[i].name] = true
	}
	for _, name := range outputNames() {
		if !written[name] {
			s.steps = append(s.steps, step{name: name}) // only taken away
		}
	}
	for i := range s.steps {
		if err := s.place(&s.steps[i]); err != nil {
			return fmt.Errorf("不能写入 %s：%w", s.steps[i].name, plain(err))
		}
	}
	return nil
}

// place keeps the old file under another name and puts the new one over it, so that the name always has a whole file.
func (s *swap) place(t *step) error {
	path := filepath.Join(s.dir, t.name)
	old := filepath.Join(s.dir, "."+t.name+"."+strconv.Itoa(os.Getpid())+".old")
	keep := os.Link
	if t.fresh == "" { // it is only taken away
		keep = os.Rename
	}
	err := keep(path, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // a file system without links
		err = os.Rename(path, old)
	}
	switch {
	case err == nil:
		t.old = old
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if t.fresh == "" {
		return nil
	}
	if err := os.Rename(t.fresh, path); err != nil {
		return err
	}
	t.placed = true
	return nil
}

// undo puts the old files back and removes the new ones, as far as that is possible.
func (s *swap) undo() {
	for _, t := range s.steps {
		if t.placed {
			_ = os.Remove(filepath.Join(s.dir, t.name))
		} else if t.fresh != "" {
			_ = os.Remove(t.fresh)
		}
		if t.old != "" {
			_ = os.Rename(t.old, filepath.Join(s.dir, t.name))
		}
	}
}

// finish removes the old files.
func (s *swap) finish() error {
	var faults []error
	for _, t := range s.steps {
		if t.old != "" {
			faults = append(faults, os.Remove(t.old))
		}
	}
	if err := errors.Join(faults...); err != nil {
		return fmt.Errorf("不能删除上次的文件：%w", plain(err))
	}
	return nil
}

// plain says in Chinese why the operating system refused, without repeating the path.
func plain(err error) error {
	for _, known := range [...]struct {
		is   error
		text string
	}{{fs.ErrNotExist, "不存在"}, {fs.ErrPermission, "没有权限"}, {fs.ErrExist, "已经存在"}} {
		if errors.Is(err, known.is) {
			return &plainError{known.text, err}
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return &plainError{path.Err.Error(), err}
	}
	return err
}

// A plainError reads as one word and still is the error that it stands for.
type plainError struct {
	text string
	error
}

func (e *plainError) Error() string { return e.text }
func (e *plainError) Unwrap() error { return e.error }
