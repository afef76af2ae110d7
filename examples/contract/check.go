package main

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

// A checked ledger is the answer of check.
type checked struct {
	Contracts int          `json:"contracts"` // how many could be read
	Issues    fazhi.Issues `json:"issues"`    // each with its cell
	Unset     []string     `json:"unset"`     // settings that were not given, so that what rests on them was not checked
	cli.Outcome
}

func (c *checked) Prepare() {
	cli.Listed(&c.Issues)
	cli.Listed(&c.Unset)
}

func (c *checked) Found() string { return cli.Tally(c.Issues) }

func (c *checked) String() string {
	return fmt.Sprintf("合同 %d 份\n", c.Contracts) + cli.IssueLines(c.Issues) + unsetLine(c.Unset)
}

func (s *session) check(ctx context.Context, args []string, out *checked) error {
	profile, err := s.profile()
	if err != nil {
		return err
	}
	contracts, issues, err := s.contracts(args[0])
	if err != nil {
		return err
	}
	found, err := judge(ctx, contracts, profile, s.day())
	out.Contracts, out.Issues, out.Unset = len(contracts), append(issues, found...), profile.Unset()
	return err
}

// judge runs all checks, each contract under the law of its day.
func judge(ctx context.Context, contracts []*contract.Contract, p contract.Profile, today fazhi.Date) (fazhi.Issues, error) {
	checks, err := contract.Checks(p)
	if err != nil {
		return nil, err
	}
	var all fazhi.Issues
	for _, c := range contracts {
		issues, err := fazhi.Validate(ctx, c, c.LawOn(today), today, checks)
		if err != nil {
			return nil, err
		}
		all = append(all, issues...)
	}
	return all, nil
}

// day is that of -today, else the clock's.
func (s *session) day() fazhi.Date {
	if s.today.IsZero() {
		return fazhi.DateIn(s.Now())
	}
	return s.today
}
