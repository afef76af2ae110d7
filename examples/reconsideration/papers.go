package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
)

// write makes the papers of the story, each with the code of the case, and writes them into a folder if there is one.
func (t *traveller) write(folder string, out *trail) error {
	var press gongwen.Renderer
	if folder != "" {
		embedded, err := fonts.Embedded()
		if err != nil {
			return err
		}
		if press, err = pdf.New(gongwen.GB9704(), embedded); err != nil {
			return err
		}
	}
	for i, p := range t.story.Papers {
		d, issues, err := t.fill(p, out)
		if err != nil {
			return fmt.Errorf("第%d件文书：%w", i+1, err)
		}
		out.note(i, issues)
		if d == nil {
			continue
		}
		done := printed{Key: p.Key, Title: d.Title, Number: d.Head.Number.String()}
		if press != nil {
			done.File = p.file(folder, i)
			if issues, err = render(press, done.File, d); err != nil {
				return err
			}
			out.note(i, issues)
		}
		out.Papers = append(out.Papers, done)
	}
	return nil
}

// file is where a paper is written.
func (p paper) file(folder string, at int) string {
	return filepath.Join(folder, fmt.Sprintf("%02d-%s.pdf", at+1, strings.ReplaceAll(p.Key, "/", "-")))
}

// spare says that a paper would be written over what is read.
func (s *story) spare(folder string, inputs []string) error {
	if folder == "" {
		return nil
	}
	for i, p := range s.Papers {
		if err := cli.Spare(p.file(folder, i), inputs...); err != nil {
			return err
		}
	}
	return nil
}

// note keeps what stands against a paper.
func (t *trail) note(at int, issues fazhi.Issues) {
	for _, issue := range issues {
		issue.Path = fazhi.At("papers", at) + issue.Path
		t.Issues = append(t.Issues, issue)
	}
}

// fill makes one paper and puts the code on it.
func (t *traveller) fill(p paper, out *trail) (*gongwen.Document, fazhi.Issues, error) {
	kind, ok := documents.ByKey(p.Key)
	if !ok {
		return nil, nil, errors.New("没有这种文书")
	}
	f, err := form.New(kind.Spec)
	if err != nil {
		return nil, nil, err
	}
	d, issues, err := f.Fill(p.Values)
	if err != nil || d == nil {
		return nil, issues, err
	}
	d, err = documents.Stamp(d, documents.Stamping{Code: out.Code, Link: t.story.Address + out.ID})
	return d, issues, err
}

func render(press gongwen.Renderer, name string, d *gongwen.Document) (fazhi.Issues, error) {
	var b bytes.Buffer
	issues, err := press.Render(&b, d)
	if err != nil {
		return nil, err
	}
	return issues, cli.Put(name, b.Bytes())
}
