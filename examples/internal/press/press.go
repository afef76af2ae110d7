// Package press writes the official documents of the programs of examples as PDF and Word files into a folder.
//
//	p, err := press.New("卷宗", inputs...)
//	files, issues, err := p.Print("01-受理通知书", document)
//
// A Press is not for several goroutines.
package press

import (
	"bytes"
	"path/filepath"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

// A Press has the folder and the ways to print. The zero Press prints nothing.
type Press struct {
	folder string
	inputs []string
	ways   []way
}

// A way is one kind of file.
type way struct {
	extension string
	renderer  gongwen.Renderer
}

// New returns a Press for a folder that never writes over the inputs; without a folder it prints nothing.
func New(folder string, inputs ...string) (*Press, error) {
	p := &Press{folder: folder, inputs: inputs}
	if folder == "" {
		return p, nil
	}
	embedded, err := fonts.Embedded()
	if err != nil {
		return nil, err
	}
	asPDF, err := pdf.New(gongwen.GB9704(), embedded)
	if err != nil {
		return nil, err
	}
	asWord, err := docx.New(gongwen.GB9704(), embedded)
	p.ways = []way{{".pdf", asPDF}, {".docx", asWord}}
	return p, err
}

// Print writes a document in each way under a name without extension, and returns the files and what stands against them.
func (p *Press) Print(name string, d *gongwen.Document) (files []string, issues fazhi.Issues, err error) {
	for _, w := range p.ways {
		path := filepath.Join(p.folder, name+w.extension)
		if err := cli.Spare(path, p.inputs...); err != nil {
			return nil, nil, err
		}
		var b bytes.Buffer
		found, err := w.renderer.Render(&b, d)
		if err == nil {
			err = cli.Put(path, b.Bytes())
		}
		if err != nil {
			return nil, nil, err
		}
		files, issues = append(files, path), append(issues, found...)
	}
	return files, issues, nil
}
