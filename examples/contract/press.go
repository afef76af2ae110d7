package main

import (
	"path/filepath"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/press"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/table"
)

// A bureau writes the documents of a review as PDF and Word, and workbooks, into a folder.
type bureau struct {
	folder  string
	press   *press.Press
	written []string
	issues  fazhi.Issues
}

func newBureau(folder string) (*bureau, error) {
	p, err := press.New(folder)
	return &bureau{folder: folder, press: p}, err
}

// print fills a form and writes it. What it lacks is an issue; then nothing is written.
func (b *bureau) print(name string, spec form.Spec, values form.Values) error {
	f, err := form.New(spec)
	if err != nil {
		return err
	}
	d, issues, err := f.Fill(values)
	b.issues = append(b.issues, issues...)
	if err != nil || d == nil {
		return err
	}
	files, issues, err := b.press.Print(name, d)
	b.written, b.issues = append(b.written, files...), append(b.issues, issues...)
	return err
}

// book writes a workbook.
func (b *bureau) book(name string, sheets ...table.Sheet) error {
	files, err := clitable.Keep(filepath.Join(b.folder, name), sheets)
	b.written = append(b.written, files...)
	return err
}
