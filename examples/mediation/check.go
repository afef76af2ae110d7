package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/dossier"
)

// A checked ledger is the answer of check.
type checked struct {
	Disputes int          `json:"disputes"` // how many could be read
	Issues   fazhi.Issues `json:"issues"`   // each with its cell
	cli.Outcome
}

func (c *checked) Prepare()      { cli.Listed(&c.Issues) }
func (c *checked) Found() string { return cli.Tally(c.Issues) }

func (c *checked) String() string {
	return fmt.Sprintf("纠纷 %d 件\n", c.Disputes) + cli.IssueLines(c.Issues)
}

func (s *session) check(ctx context.Context, args []string, out *checked) error {
	profile, err := s.profile()
	if err != nil {
		return err
	}
	disputes, issues, err := ledger(args[0])
	if err != nil {
		return err
	}
	checks, err := allChecks(profile)
	if err != nil {
		return err
	}
	out.Disputes, out.Issues = len(disputes), issues
	for _, d := range disputes {
		suited := checks
		if len(d.Papers) == 0 {
			suited = withoutFile(checks) // of such a file nothing is entered yet
		}
		found, err := fazhi.Validate(ctx, d, d.LawOn(s.day()), s.day(), suited)
		if err != nil {
			return err
		}
		out.Issues = append(out.Issues, found...)
	}
	return nil
}

// allChecks are those of disputes in full and of their files.
func allChecks(p mediation.Profile) ([]fazhi.Check, error) {
	checks, err := dispute.Checks(p)
	return append(checks, dossier.Checks(dossier.Profile{})...), err
}

// withoutFile leaves out the checks of the file.
func withoutFile(checks []fazhi.Check) []fazhi.Check {
	file := dossier.Checks(dossier.Profile{})
	return slices.DeleteFunc(slices.Clone(checks), func(c fazhi.Check) bool {
		return slices.ContainsFunc(file, func(f fazhi.Check) bool { return f.Code == c.Code })
	})
}
