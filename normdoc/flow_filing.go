package normdoc

import (
	"cmp"

	"github.com/fazhi-go/fazhi/lifecycle"
)

const (
	receiptLimit  = "备案回执期限"
	refilingLimit = "补报期限"
)

func (f *Filing) step() string  { return "报送备案（" + f.To + "）" }
func (f *Filing) limit() string { return filingLimit + "（" + f.To + "）" }

// filingClocks begin with publication: the one of the local rule, and one for each organ of the profile.
func (p Profile) filingClocks() []lifecycle.Clock {
	clocks := []lifecycle.Clock{{Name: filingLimit, Span: p.Limits.Filing, Basis: p.rule()}}
	for _, f := range p.Filings {
		clocks = append(clocks, lifecycle.Clock{
			Name: f.limit(), Span: cmp.Or(f.Within, p.Limits.Filing), Basis: p.rule(),
			When: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, d *Doc) bool { return f.concerns(d) }),
		})
	}
	return clocks
}

func (p Profile) filingLimits() []string {
	names := []string{filingLimit}
	for _, f := range p.Filings {
		names = append(names, f.limit())
	}
	return append(names, refilingLimit)
}

// filingEvents are the steps after a filing.
func filingEvents() []string {
	return []string{"收到备案回执", "退回补报", "收到备案审查意见", corrected}
}

// filingSteps are 备案: to single organs, and when all of them have it.
func filingSteps(p Profile) []lifecycle.Step {
	published := p.published()
	steps := []lifecycle.Step{{Name: "部分备案", Doc: "报送几个备案机关中的一个，其他的尚未报送", After: published}}
	for _, f := range p.Filings {
		steps = append(steps, lifecycle.Step{Name: f.step(), Doc: "报送一个备案机关", After: published, Stops: []string{f.limit()}})
	}
	receipt := lifecycle.Clock{Name: receiptLimit, Span: p.Limits.Receipt, Basis: p.rule()}
	refiling := lifecycle.Clock{Name: refilingLimit, Span: p.Limits.Refiling, Basis: p.rule()}
	correction := lifecycle.Clock{Name: correctionLimit, Span: p.Limits.Correction, Basis: p.rule()}
	return append(steps, []lifecycle.Step{
		{
			Name: "备案", Doc: "报送全部备案机关", After: published, Gates: p.filedGates(),
			Starts: []lifecycle.Clock{receipt}, Stops: p.filingLimits(),
		},
		{Name: "收到备案回执", Doc: "备案机关登记，回执或者备案号收到", After: published, Stops: []string{receiptLimit}},
		{
			Name: "退回补报", Doc: "备案材料不符合要求，备案机关退回补充", After: published, Stops: []string{receiptLimit},
			Starts: []lifecycle.Clock{refiling},
		},
		{Name: "收到备案审查意见", Doc: "备案审查认为应当纠正", After: published, Starts: []lifecycle.Clock{correction}},
		{Name: corrected, Doc: "向备案机关报告纠正情况", After: published, Stops: []string{correctionLimit}},
		{Name: corrected + afterwards, Doc: "废止或者失效之后，向备案机关报告纠正情况", After: ended(), Stops: []string{correctionLimit}},
	}...)
}

// filedGates ask that every organ of the profile have the document, and one at least if its class is not known.
func (p Profile) filedGates() []lifecycle.Gate {
	if len(p.Filings) == 0 {
		return nil
	}
	return []lifecycle.Gate{{
		Code: filingTargets, Basis: p.rule(), Path: "/filedWith", Doc: filingTargetsDoc,
		Open: lifecycle.For(func(_ lifecycle.State, _ lifecycle.Move, d *Doc) bool { return len(d.FiledWith) > 0 && p.isFiled(d) }),
	}}
}
