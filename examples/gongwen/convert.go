package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// A file is one that was written.
type file struct {
	Path   string `json:"path"`
	Format string `json:"format"`
}

// A production is the part of an answer that tells what was set and written.
type production struct {
	Pages  int          `json:"pages"` // of PDF and OFD; 0 if neither was written
	Files  []file       `json:"files"`
	Issues fazhi.Issues `json:"issues"`
	cli.Outcome

	withheld bool // nothing was written, because of errors
}

func (p *production) Prepare() {
	if p.Files == nil {
		p.Files = []file{}
	}
	p.Issues = once(p.Issues)
}

func (p *production) String() string {
	var b strings.Builder
	for _, f := range p.Files {
		b.WriteString("已写入 " + f.Path)
		if form, _ := formatOf(f.Path); form.paged {
			fmt.Fprintf(&b, "（%d页）", p.Pages)
		}
		b.WriteString("\n")
	}
	writeIssues(&b, p.Issues)
	return b.String()
}

func (p *production) Found() string {
	return p.verdict(p.Issues)
}

// verdict says how many issues there are, and that nothing was written.
func (p *production) verdict(issues fazhi.Issues) string {
	said := cli.Tally(issues)
	if p.withheld {
		said += "，没有写入；-force 有错误也写"
	}
	return said
}

// convert reads a document and writes it in one or several formats.
func (s *session) convert(ctx context.Context, args []string, out *production) error {
	targets, err := s.targets(args[0])
	if err != nil {
		return err
	}
	src, err := load(args[0])
	if err != nil {
		return err
	}
	if src.doc.Files, err = attachments(s.attach); err != nil {
		return err
	}
	out.Issues = src.issues
	return s.produce(ctx, src, targets, out)
}

// produce sets a document and writes all files, unless it has errors.
func (s *session) produce(ctx context.Context, src *source, targets []target, out *production) error {
	faces, err := fonts.Embedded()
	if err != nil {
		return err
	}
	p := press{profile: gongwen.GB9704(), squeeze: s.squeeze, fonts: faces}
	issues, err := p.printAll(targets, src)
	if err != nil {
		return err
	}
	out.Issues = append(out.Issues, caveats(src, targets)...)
	out.Issues = append(out.Issues, issues...)
	if err := ctx.Err(); err != nil {
		return err
	}
	if out.withheld = out.Issues.Count(fazhi.Error) > 0 && !s.force; out.withheld {
		return nil
	}
	if err := writeFiles(targets); err != nil {
		return err
	}
	out.Pages = p.pages
	for _, t := range targets {
		out.Files = append(out.Files, file{t.path, t.format.name})
	}
	return nil
}

// A press prints one document in several formats.
type press struct {
	profile gongwen.Profile
	squeeze bool
	fonts   *layout.Fonts
	pages   int // how many a paged format had
}

// printAll makes the contents of all files.
func (p *press) printAll(targets []target, src *source) (fazhi.Issues, error) {
	var all fazhi.Issues
	for i := range targets {
		issues, err := p.print(&targets[i], src.doc)
		if err != nil {
			return nil, err
		}
		for _, issue := range issues {
			all = append(all, src.locate(issue, 0))
		}
	}
	return all, nil
}

// print makes the content of a file.
func (p *press) print(t *target, d *gongwen.Document) (fazhi.Issues, error) {
	profile := p.profile
	profile.Squeeze = p.squeeze && t.format.paged
	var b bytes.Buffer
	issues, pages, err := t.format.write(&b, d, profile, p.fonts)
	if err != nil {
		return nil, fmt.Errorf("生成 %s：%w", t.format.name, err)
	}
	t.data, p.pages = b.Bytes(), max(p.pages, pages)
	return issues, nil
}
