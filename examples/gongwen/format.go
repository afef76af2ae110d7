package main

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/html"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/ofd"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

// A format is one in which a document is written.
type format struct {
	name  string // the extension of its files, without the dot
	paged bool   // its pages are those of package layout; such a file may carry others
	write writer
}

// A writer writes a document and returns how many pages it has, 0 if that is not known.
type writer func(io.Writer, *gongwen.Document, gongwen.Profile, *layout.Fonts) (issues fazhi.Issues, pages int, err error)

// formats lists what there is.
func formats() []format {
	return []format{
		{"pdf", true, paged(func(p gongwen.Profile, f *layout.Fonts) (pagesRenderer, error) { return pdf.New(p, f) })},
		{"docx", false, flowing(func(p gongwen.Profile, f *layout.Fonts) (gongwen.Renderer, error) { return docx.New(p, f) })},
		{"ofd", true, paged(func(p gongwen.Profile, f *layout.Fonts) (pagesRenderer, error) { return ofd.New(p, f) })},
		{"html", false, flowing(func(p gongwen.Profile, _ *layout.Fonts) (gongwen.Renderer, error) {
			return html.New(html.Options{Profile: p})
		})},
	}
}

// formatOf returns the format of a file by its name.
func formatOf(name string) (format, bool) {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
	for _, f := range formats() {
		if f.name == ext {
			return f, true
		}
	}
	return format{}, false
}

// A pagesRenderer draws pages that were set.
type pagesRenderer interface {
	RenderPages(io.Writer, *layout.Pages) error
}

// paged writes a format whose pages are those of package layout.
func paged(start func(gongwen.Profile, *layout.Fonts) (pagesRenderer, error)) writer {
	return func(w io.Writer, d *gongwen.Document, profile gongwen.Profile, fonts *layout.Fonts) (fazhi.Issues, int, error) {
		r, err := start(profile, fonts)
		if err != nil {
			return nil, 0, err
		}
		pages, issues, err := layout.Lay(d, profile, fonts)
		if err != nil {
			return nil, 0, err
		}
		return issues, len(pages.Pages), r.RenderPages(w, pages)
	}
}

// flowing writes a format whose pages are made by the program that shows it.
func flowing(start func(gongwen.Profile, *layout.Fonts) (gongwen.Renderer, error)) writer {
	return func(w io.Writer, d *gongwen.Document, profile gongwen.Profile, fonts *layout.Fonts) (fazhi.Issues, int, error) {
		r, err := start(profile, fonts)
		if err != nil {
			return nil, 0, err
		}
		issues, err := r.Render(w, d)
		return issues, 0, err
	}
}
