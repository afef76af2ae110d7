package dossier

import (
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// Codes of issues.
const (
	CodeRequired fazhi.Code = "mediation/dossier/required" // a part that the law wants in the file is missing
	CodeNeeded   fazhi.Code = "mediation/dossier/needed"   // a part that this dispute needs, or that a form wants, is missing
	CodePaper    fazhi.Code = "mediation/dossier/paper"    // the part is there, without the paper that is wanted
	CodeNumber   fazhi.Code = "mediation/dossier/part"     // a paper in a part that there is not
	CodeName     fazhi.Code = "mediation/dossier/name"     // a paper without a name
	CodePages    fazhi.Code = "mediation/dossier/pages"    // a paper whose number of pages is not known or cannot be
	CodeArchive  fazhi.Code = "mediation/dossier/archive"  // who closed the file, when, and the like is not said
	CodeFiled    fazhi.Code = "mediation/dossier/filed"    // the file was closed before mediation ended
)

// A found is a finding without its code.
type found struct {
	at      fazhi.Path
	message string
}

// A rule finds one sort of mistake in the papers of a dispute.
type rule struct {
	code     fazhi.Code
	severity fazhi.Severity
	doc      string
	lawful   bool // it rests on the law besides the form
	find     func([]Part, *dispute.Dispute) []found
}

// basis returns what issues cite.
func (r rule) basis(p Profile) string {
	if r.lawful {
		return archiving + "、" + p.rule()
	}
	return p.rule()
}

func rules() []rule {
	return []rule{
		{CodeRequired, fazhi.Error, "调解结束的案件，卷宗应当有法律规定归入的材料", true, missing(true)},
		{CodeNeeded, fazhi.Warning, "调解结束的案件，卷宗应当有文书格式规定的材料、本案所需的材料", false, missing(false)},
		{CodePaper, fazhi.Warning, "各项材料应当有本案应有的文书", false, unsuited},
		{CodeNumber, fazhi.Error, "材料应当归入卷宗中有的项", false, misplaced},
		{CodeName, fazhi.Warning, "卷内材料应当有名称", false, nameless},
		{CodePages, fazhi.Warning, "卷内材料应当填写页数，目录的页次才能算出", false, unpaged},
	}
}

const archiving = "人民调解法第二十七条"

// Checks returns the checks of a file's completeness. They judge *dispute.Dispute; one that is still being mediated has no file to
// be complete yet, and only its papers are looked at.
func Checks(p Profile) []fazhi.Check {
	var out []fazhi.Check
	parts := p.parts()
	for _, r := range rules() {
		out = append(out, fazhi.Check{
			Code: r.code, Kind: mediation.Kind, Doc: r.doc, Basis: r.basis(p), Severity: r.severity, From: fazhi.DateOf(2011, 1, 1),
			Run: fazhi.For(func(_ context.Context, pass *fazhi.Pass, d *dispute.Dispute) error {
				for _, f := range r.find(parts, d) {
					pass.Report(f.at, f.message)
				}
				return nil
			}),
		})
	}
	return out
}

// Issues returns everything that keeps a file from being closed: what Checks finds, and what is missing or wrong in the archive.
func (p Profile) Issues(d *dispute.Dispute, a Archive) fazhi.Issues {
	var out fazhi.Issues
	add := func(code fazhi.Code, severity fazhi.Severity, basis string, all []found) {
		for _, f := range all {
			out = append(out, fazhi.Issue{Code: code, Severity: severity, Path: f.at, Message: f.message, Basis: basis})
		}
	}
	parts := p.parts()
	for _, r := range rules() {
		add(r.code, r.severity, r.basis(p), r.find(parts, d))
	}
	add(CodeArchive, fazhi.Error, p.rule(), a.duties())
	add(CodeFiled, fazhi.Error, p.rule(), a.early(d))
	return out
}
