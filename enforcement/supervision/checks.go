package supervision

import (
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/fields"
	"github.com/fazhi-go/fazhi/rules"
)

// ledgerForm is the basis of checks that follow from the meaning of the columns.
const ledgerForm = "行政执法监督台账填写说明"

// Checks returns the checks of the fields of both ledgers, the bureau's own ones last; each judges the kind that it is for.
// Schemes and sorts without a name, or named twice, are ErrProfile; faults of the bureau's own checks are an error.
func Checks(p Profile) ([]fazhi.Check, error) {
	if err := p.vet(); err != nil {
		return nil, err
	}
	p = p.clone()
	form, err := fields.Check[*Inspection]("enforcement/supervision/inspection/fields", InspectionKind, ledgerForm)
	if err != nil {
		return nil, err
	}
	problemForm, err := fields.Check[*Problem]("enforcement/supervision/problem/fields", ProblemKind, ledgerForm)
	if err != nil {
		return nil, err
	}
	checks := append([]fazhi.Check{form}, p.inspectionChecks()...)
	checks = append(append(checks, problemForm), p.problemChecks()...)
	return p.extend(checks)
}

// extend adds the bureau's own checks.
func (p Profile) extend(checks []fazhi.Check) ([]fazhi.Check, error) {
	inspections, err := InspectionVocabulary()
	if err != nil {
		return nil, err
	}
	problems, err := ProblemVocabulary(p.Calendar)
	if err != nil {
		return nil, err
	}
	if checks, err = rules.Extend(checks, inspections, InspectionKind, p.InspectionRequirements); err != nil {
		return nil, err
	}
	return rules.Extend(checks, problems, ProblemKind, p.Requirements)
}

// judging makes the Run of a check that cannot fail.
func judging[D fazhi.Document](judge func(*fazhi.Pass, D)) func(context.Context, *fazhi.Pass) error {
	return fazhi.For(func(_ context.Context, pass *fazhi.Pass, d D) error {
		judge(pass, d)
		return nil
	})
}
