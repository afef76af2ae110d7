package main

import (
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/gongwen"
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
	own     []*activity.Activity // work areas beside the built-in ones
}

// build reads the input, counts, and writes the output.
func build(ctx context.Context, o options, progress func(string)) (result, error) {
	progress("读取叙述和台账")
	own, err := ownAreas(o.areas)
	if err != nil {
		return result{}, err
	}
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
	if o.today.IsZero() {
		o.today = n.Meta.Date
	}
	r := result{issues: append(in.issues, issues...), origins: map[fazhi.Ref]fazhi.Origin{}, own: own}
	outputs, err := r.produce(ctx, in, n, o, progress)
	if err != nil {
		return r, err
	}
	progress("写入文件")
	r.files, err = writeFiles(o.out, outputs)
	return r, err
}

// produce counts and makes all output files, unless it is cancelled.
func (r *result) produce(ctx context.Context, in *input, n report.Narrative, o options, progress func(string)) ([]output, error) {
	sections, err := r.count(ctx, in, setting{year: n.Meta.Year, today: o.today}, progress)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	progress("汇编报告")
	doc, issues, err := report.Assemble(report.Statutory(), n, sections)
	r.issues = append(r.issues, issues...)
	if err != nil {
		return nil, err
	}
	drawing, err := r.pictureOfYear(n, in)
	if err != nil {
		return nil, err
	}
	p, err := newPress(doc, drawing)
	if err != nil {
		return nil, err
	}
	outputs, err := r.render(p, o, progress)
	if err == nil {
		err = ctx.Err()
	}
	return outputs, err
}

// count reads every ledger that there is a sheet for.
func (r *result) count(ctx context.Context, in *input, s setting, progress func(string)) ([]report.Section, error) {
	all, err := ledgers(r.own)
	if err != nil {
		return nil, err
	}
	var sections []report.Section
	records := make(map[string][]*activity.Record)
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
		records[l.sheet] = got.records
		for ref, at := range got.origins {
			r.origins[ref] = at
		}
	}
	r.issues = append(r.issues, append(orphans(all, records), in.strays(all)...)...)
	return sections, nil
}

// render makes all output files. There is no report when an issue is an error, unless the options say so.
func (r *result) render(p *press, o options, progress func(string)) ([]output, error) {
	progress("生成 Word 和网页")
	outputs, err := p.print(p.flowing())
	if err != nil {
		return nil, err
	}
	r.issues = append(r.issues, p.issues...)
	progress("生成数据表")
	book, err := figuresBook(*r)
	if err != nil {
		return nil, err
	}
	tables := []output{{figuresFile, book}, {issuesFile, issuesText(r.issues)}}
	if !o.force && r.issues.Count(fazhi.Error) > 0 {
		return tables, nil
	}
	if o.attach {
		p.attach(gongwen.File{Name: figuresFile, MIME: figuresType, Doc: "本报告的数据项和计入的记录", Data: book})
	}
	progress("生成 PDF、OFD 和一图读懂")
	fixed, err := p.print(p.fixed())
	r.pages = len(p.pages.Pages)
	return inOrder(slices.Concat(outputs, fixed, tables)), err
}

// inOrder sorts files as they are listed.
func inOrder(outputs []output) []output {
	names := outputNames()
	slices.SortFunc(outputs, func(a, b output) int { return slices.Index(names, a.name) - slices.Index(names, b.name) })
	return outputs
}
