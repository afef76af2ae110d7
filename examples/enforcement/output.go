package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/xlsx"
)

// A folder writes files, each at once, and only those whose content is not there already.
type folder struct {
	path    string
	written []string
	kept    int    // files that were there with the same content
	press   *press // made when first needed
}

// put writes a file, with the folders that it needs.
func (f *folder) put(name string, data []byte) error {
	path := filepath.Join(f.path, filepath.FromSlash(name))
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		f.kept++
		return nil
	}
	if err := replace(path, data); err != nil {
		return fmt.Errorf("不能写入 %s：%w", path, err)
	}
	f.written = append(f.written, path)
	return nil
}

// replace puts data in the place of a file at once, so that there is never half of it.
func replace(path string, data []byte) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return cli.Plainly(err)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return errors.New("不是文件")
	}
	t, err := temporary(dir, data)
	if err != nil {
		return cli.Plainly(err)
	}
	if err = os.Rename(t, path); err != nil {
		_ = os.Remove(t)
		return cli.Plainly(err)
	}
	return nil
}

// What a file is called while it is written. One that a run left behind when it was killed is known by this name.
const unfinished = ".未写完-*.tmp"

// temporary writes data into a new file of a folder, and returns its path.
func temporary(dir string, data []byte) (string, error) {
	t, err := os.CreateTemp(dir, unfinished)
	if err != nil {
		return "", err
	}
	_, err = t.Write(data)
	if err = errors.Join(err, t.Chmod(0o644), t.Close()); err != nil {
		_ = os.Remove(t.Name())
	}
	return t.Name(), err
}

// book writes a workbook.
func (f *folder) book(name string, sheets ...table.Sheet) error {
	data, err := workbook(name, sheets...)
	if err != nil {
		return err
	}
	return f.put(name, data)
}

// workbook is a workbook as a file has it.
func workbook(name string, sheets ...table.Sheet) ([]byte, error) {
	var b bytes.Buffer
	if err := xlsx.Write(&b, sheets); err != nil {
		return nil, fmt.Errorf("生成 %s：%w", name, err)
	}
	return b.Bytes(), nil
}

// A product is a file that is to be written.
type product struct {
	name string
	data []byte
}

// letter writes an official document as NAME.pdf and NAME.docx.
func (f *folder) letter(name string, d *gongwen.Document) (fazhi.Issues, error) {
	list, issues, err := f.printed(name, d)
	for _, p := range list {
		if err := f.put(p.name, p.data); err != nil {
			return nil, err
		}
	}
	return issues, err
}

// printed is an official document as NAME.pdf and NAME.docx.
func (f *folder) printed(name string, d *gongwen.Document) (list []product, issues fazhi.Issues, err error) {
	if f.press == nil {
		if f.press, err = newPress(); err != nil {
			return nil, nil, err
		}
	}
	for ext, r := range f.press.all() {
		var b bytes.Buffer
		found, err := r.Render(&b, d)
		if err != nil {
			return nil, nil, fmt.Errorf("生成 %s：%w", name+ext, err)
		}
		if ext == ".pdf" { // Word says the same once more
			issues = found
		}
		list = append(list, product{name + ext, b.Bytes()})
	}
	return list, issues, nil
}

// A press writes official documents.
type press struct{ pdf, word gongwen.Renderer }

func newPress() (*press, error) {
	embedded, err := fonts.Embedded()
	if err != nil {
		return nil, err
	}
	p := &press{}
	if p.pdf, err = pdf.New(gongwen.GB9704(), embedded); err != nil {
		return nil, err
	}
	p.word, err = docx.New(gongwen.GB9704(), embedded)
	return p, err
}

// all yields the renderers by the extension of their files.
func (p *press) all() func(yield func(string, gongwen.Renderer) bool) {
	return func(yield func(string, gongwen.Renderer) bool) {
		_ = yield(".pdf", p.pdf) && yield(".docx", p.word)
	}
}

// fileName is a text as a part of a file's name.
func fileName(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, text)
}

// indented is a value as JSON for people to read.
func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}
