package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/gongwen/lint"
)

// A proof is the answer of lint.
type proof struct {
	Findings []finding `json:"findings"`
	Fixed    int       `json:"fixed"`
	Fixes    []finding `json:"fixes"` // those that were corrected
	production
}

// A finding is an issue with its place in the text and its correction.
type finding struct {
	fazhi.Issue
	Offset int  `json:"offset"` // in characters, in the text of the path
	Fix    *fix `json:"fix"`    // null: there is no one safe way
}

type fix struct {
	Offset int    `json:"offset"`
	Old    string `json:"old"`
	New    string `json:"new"`
}

// text says what to change, nothing of no correction.
func (f *fix) text() string {
	switch {
	case f == nil:
		return ""
	case f.Old == "":
		return "，应加“" + f.New + "”"
	case f.New == "":
		return "，应删去“" + f.Old + "”"
	}
	return "，“" + f.Old + "”应为“" + f.New + "”"
}

// change says what was changed.
func (f *fix) change() string {
	said := func(s string) string {
		if s == "" {
			return "（无）"
		}
		return "“" + s + "”"
	}
	return said(f.Old) + " → " + said(f.New)
}

func (p *proof) Prepare() {
	if p.Findings == nil {
		p.Findings = []finding{}
	}
	if p.Fixes == nil {
		p.Fixes = []finding{}
	}
	p.production.Prepare()
}

func (p *proof) String() string {
	var b strings.Builder
	for _, f := range p.Findings {
		f.Message += f.Fix.text()
		writeIssues(&b, fazhi.Issues{f.Issue})
	}
	for _, f := range p.Fixes {
		f.Message = f.Fix.change() + "，" + f.Message
		b.WriteString("改正　" + inLine(f.Issue) + "\n")
	}
	if p.Fixed > 0 {
		fmt.Fprintf(&b, "已改正 %d 处\n", p.Fixed)
	}
	b.WriteString(p.production.String())
	if b.Len() == 0 {
		return "没有发现问题\n"
	}
	return b.String()
}

func (p *proof) Found() string {
	all := append(fazhi.Issues{}, p.Issues...)
	for _, f := range p.Findings {
		all = append(all, f.Issue)
	}
	return p.verdict(all)
}

// proofread judges the writing of a document, and with -fix writes it with the safe corrections made.
func (s *session) proofread(ctx context.Context, args []string, out *proof) error {
	opts, targets, err := s.proofreading(args[0])
	if err != nil {
		return err
	}
	src, err := load(args[0])
	if err != nil {
		return err
	}
	out.Issues = src.issues
	findings := lint.Document(src.doc, opts)
	if s.fix {
		var fixes lint.Findings
		src.doc, findings, fixes = correct(src.doc, findings, opts)
		for _, f := range fixes {
			out.Fixes = append(out.Fixes, newFinding(f, src))
		}
		out.Fixed = len(out.Fixes)
		if err := s.produce(ctx, src, targets, &out.production); err != nil {
			return err
		}
	}
	for _, f := range findings {
		out.Findings = append(out.Findings, newFinding(f, src))
	}
	return nil
}

// proofreading reads the flags of lint.
func (s *session) proofreading(source string) (opts lint.Options, targets []target, err error) {
	opts.ConfirmedOnly = s.confirmed
	for _, code := range s.off {
		opts.Off = append(opts.Off, fazhi.Code(code))
	}
	err = opts.Vet()
	switch {
	case err != nil:
		err = fmt.Errorf("%w：-off：%w", cli.ErrUsage, err)
	case s.fix:
		targets, err = s.targets(source)
	case len(s.outs) > 0 || s.squeeze || s.force:
		err = fmt.Errorf("%w：-o、-squeeze 和 -force 与 -fix 一起用", cli.ErrUsage)
	}
	return opts, targets, err
}

func newFinding(f lint.Finding, src *source) finding {
	out := finding{Issue: src.locate(f.Issue, f.Offset), Offset: f.Offset}
	if f.Fix != nil {
		out.Fix = &fix{f.Fix.Offset, f.Fix.Old, f.Fix.New}
	}
	return out
}
