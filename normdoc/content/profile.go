package content

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/normdoc"
)

// A Profile holds what a place wants. The zero value has every rule that needs no local number.
type Profile struct {
	// Rule is the local rule on normative documents as issues cite it; empty: "本地行政规范性文件管理规定".
	Rule string
	// Names are the words that names of documents may end in; nil: 决定, 办法, 规定, 规则, 细则, 意见, 通告, 公告, 通知.
	Names []string
	// InnerOrgans are words in which names end that may not issue documents; nil: InnerOrgans().
	InnerOrgans []Organ
	// Validity says how long documents are valid; zero: nothing is said of it. ValidityRequired: the text has to say it.
	// See Packs.
	Validity         normdoc.Validity
	ValidityRequired bool
	// ChaptersFrom is the number of articles from which a text may have chapters; 0: nothing is said of it.
	ChaptersFrom int
	// Off are the codes of rules that are not wanted. One that does not exist is an error.
	Off []fazhi.Code
	// Severities change the strength of rules.
	Severities map[fazhi.Code]fazhi.Severity
	// More are the bureau's own rules; their codes begin with its name.
	More []Rule
}

func (p Profile) rule() string { return cmp.Or(p.Rule, "本地行政规范性文件管理规定") }

// Rules returns the cues: forbidden content, fair competition, wording.
func Rules() []Rule { return slices.Concat(forbidden(), competition(), wording()) }

// Checks returns the checks of a text, the bureau's own ones last. The error says everything that is wrong with the profile.
func Checks(p Profile) ([]fazhi.Check, error) {
	checks := slices.Concat(nameChecks(p), organChecks(p), forceChecks(p), repealChecks(p), validityChecks(p), structureChecks(p))
	var faults []error
	shared := cue.NewLexicon()
	for _, r := range append(Rules(), p.More...) {
		c, err := r.check(shared)
		checks, faults = append(checks, c), append(faults, err)
	}
	faults = append(faults, fazhi.VetChecks(checks), p.vet(checks))
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	for i := range checks {
		if s, ok := p.Severities[checks[i].Code]; ok {
			checks[i].Severity = s
		}
	}
	return slices.DeleteFunc(checks, func(c fazhi.Check) bool { return slices.Contains(p.Off, c.Code) }), nil
}

// vet says which codes of the profile do not exist.
func (p Profile) vet(checks []fazhi.Check) error {
	codes := make([]string, 0, len(checks))
	for i := range checks {
		codes = append(codes, string(checks[i].Code))
	}
	asked := slices.Clone(p.Off)
	for code := range p.Severities {
		asked = append(asked, code)
	}
	slices.Sort(asked)
	var faults []error
	for _, code := range slices.Compact(asked) {
		if slices.Contains(codes, string(code)) {
			continue
		}
		hint := ""
		if name, ok := near.Name(string(code), codes); ok {
			hint = "，是不是“" + name + "”"
		}
		faults = append(faults, fmt.Errorf("content: 没有“%s”这个检查项%s", code, hint))
	}
	return errors.Join(faults...)
}
