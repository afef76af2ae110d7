package main

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/docx"
	"github.com/fazhi-go/fazhi/gongwen/fonts"
	"github.com/fazhi-go/fazhi/gongwen/layout"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/report/narrative"
)

// A result is what came out of a run.
type result struct {
	pages   int
	figures []fazhi.Figure
	issues  fazhi.Issues
	origins map[fazhi.Ref]fazhi.Origin
	files   []string
}

// build reads the input, counts, and writes the output.
func build(ctx context.Context, o options, progress func(string)) (result, error) {
	progress("读取叙述和台账")
	in, err := open(o.data)
	if err != nil {
		return result{}, err
	}
	defer in.close()
	n, issues, err := narrative.Parse(narrativeFile, in.narrative)
	if err != nil {
		return result{}, err
	}
	if o.year != 0 {
		n.Meta.Year = o.year
	}
	today := o.today
	if today.IsZero() {
		today = n.Meta.Date
	}
	r := result{issues: append(in.issues, issues...), origins: map[fazhi.Ref]fazhi.Origin{}}
	sections, err := r.count(ctx, in, setting{year: n.Meta.Year, today: today}, progress)
	if err != nil {
		return r, err
	}
	if err := ctx.Err(); err != nil {
		return r, err
	}
	progress("汇编报告")
	doc, issues, err := report.Assemble(report.Statutory(), n, sections)
	r.issues = append(r.issues, issues...)
	if err != nil {
		return r, err
	}
	outputs, err := r.render(doc, o.force, progress)
	if err != nil {
		return r, err
	}
	if err := ctx.Err(); err != nil {
		return r, err
	}
	progress("写入文件")
	r.files, err = writeFiles(o.out, outputs)
	return r, err
}

// count reads every ledger that there is a sheet for.
func (r *result) count(ctx context.Context, in *input, s setting, progress func(string)) ([]report.Section, error) {
	all, err := ledgers()
	if err != nil {
		return nil, err
	}
	var sections []report.Section
	for _, l := range all {
		src, ok := in.sheets[l.sheet]
		if !ok {
			continue
		}
		progress("统计" + l.sheet)
		got, err := l.load(ctx, src, s)
		if err != nil {
			return nil, err
		}
		r.issues = append(r.issues, got.issues...)
		r.figures = append(r.figures, got.section.Figures...)
		sections = append(sections, got.section)
		for ref, at := range got.origins {
			r.origins[ref] = at
		}
	}
	r.issues = append(r.issues, in.strays(all)...)
	return sections, nil
}

// render makes all output files. There is no report when an issue is an error, unless force says so.
func (r *result) render(doc *gongwen.Document, force bool, progress func(string)) ([]output, error) {
	profile := gongwen.GB9704()
	faces, err := fonts.Embedded()
	if err != nil {
		return nil, err
	}
	pages, issues, err := layout.Lay(doc, profile, faces)
	if err != nil {
		return nil, err
	}
	r.pages = len(pages.Pages)
	r.issues = append(r.issues, issues...)
	var outputs []output
	if force || r.issues.Count(fazhi.Error) == 0 {
		progress("生成 PDF 和 Word")
		if outputs, err = draw(doc, pages, profile, faces); err != nil {
			return nil, err
		}
	} else {
		r.pages = 0
	}
	progress("生成数据表")
	book, err := figuresBook(*r)
	if err != nil {
		return nil, err
	}
	return append(outputs, output{figuresFile, book}, output{issuesFile, issuesText(r.issues)}), nil
}

// draw makes the report in both formats.
func draw(doc *gongwen.Document, pages *layout.Pages, profile gongwen.Profile, faces *layout.Fonts) ([]output, error) {
	toPDF, err := pdf.New(profile, faces)
	if err != nil {
		return nil, err
	}
	toWord, err := docx.New(profile, faces)
	if err != nil {
		return nil, err
	}
	var p, w bytes.Buffer
	if err := toPDF.RenderPages(&p, pages); err != nil {
		return nil, fmt.Errorf("生成 PDF：%w", err)
	}
	// The issues are those of the layout, which are known already.
	if _, err := toWord.Render(&w, doc); err != nil {
		return nil, fmt.Errorf("生成 Word：%w", err)
	}
	return []output{{pdfFile, slices.Clip(p.Bytes())}, {docxFile, slices.Clip(w.Bytes())}}, nil
}
