package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/html"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/gongwen/raster"
	"github.com/fazhi-go/fazhi/gongwen/svg"
)

// A press makes the files of a report and of the picture of its year.
type press struct {
	profile gongwen.Profile
	fonts   *layout.Fonts
	doc     *gongwen.Document
	pages   *layout.Pages
	picture *gongwen.Drawing // nil if there is none
	issues  fazhi.Issues     // of the layout, and what only one format finds
}

func newPress(doc *gongwen.Document, picture *gongwen.Drawing) (*press, error) {
	p := &press{profile: gongwen.GB9704(), doc: doc, picture: picture}
	var err error
	if p.fonts, err = fonts.Embedded(); err != nil {
		return nil, err
	}
	p.pages, p.issues, err = layout.Lay(doc, p.profile, p.fonts)
	return p, err
}

// A format is one file and what writes it.
type format struct {
	name  string
	write func(io.Writer) error
}

// flowing returns the formats that break lines and pages themselves.
func (p *press) flowing() []format {
	return []format{{docxFile, p.word}, {htmlFile, p.web}}
}

// fixed returns the formats of pages and pictures.
func (p *press) fixed() []format {
	all := []format{{pdfFile, p.pdf}, {ofdFile, p.ofd}}
	if p.picture != nil {
		all = append(all, format{svgFile, p.svg}, format{pngFile, p.png})
	}
	return all
}

// print makes files.
func (p *press) print(formats []format) ([]output, error) {
	var outputs []output
	for _, f := range formats {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			return nil, fmt.Errorf("生成 %s：%w", f.name, err)
		}
		outputs = append(outputs, output{f.name, slices.Clip(b.Bytes())})
	}
	return outputs, nil
}

// attach lets a file travel inside the formats of pages.
func (p *press) attach(file gongwen.File) {
	pages := *p.pages
	pages.Files = []gongwen.File{file}
	p.pages = &pages
}

func (p *press) pdf(w io.Writer) error {
	r, err := pdf.New(p.profile, p.fonts)
	if err != nil {
		return err
	}
	return r.RenderPages(w, p.pages)
}

func (p *press) ofd(w io.Writer) error {
	r, err := ofd.New(p.profile, p.fonts)
	if err != nil {
		return err
	}
	return r.RenderPages(w, p.pages)
}

func (p *press) word(w io.Writer) error {
	r, err := docx.New(p.profile, p.fonts)
	if err != nil {
		return err
	}
	return p.render(w, r)
}

func (p *press) web(w io.Writer) error {
	r, err := html.New(html.Options{Profile: p.profile})
	if err != nil {
		return err
	}
	return p.render(w, r)
}

// render writes the document in a format that sets it by itself. Of its issues those count that are about a place where
// nothing has been found yet; the others say once more what the layout said.
func (p *press) render(w io.Writer, r gongwen.Renderer) error {
	found, err := r.Render(w, p.doc)
	known := p.issues
	for _, i := range found {
		if !slices.ContainsFunc(known, func(k fazhi.Issue) bool { return k.Path == i.Path }) {
			p.issues = append(p.issues, i)
		}
	}
	return err
}

func (p *press) svg(w io.Writer) error { return svg.Write(w, p.picture) }

func (p *press) png(w io.Writer) error { return raster.PNG(w, p.picture, p.fonts, pictureWidth) }
