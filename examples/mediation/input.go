package main

import (
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

// maxJSON is more than a story, decisions or the settings of a place need.
const maxJSON = 1 << 20

// A place has the settings of mediation.Profile as a file writes them. What is left out is not set.
type place struct {
	Rule      string         `json:"rule"`
	Referrals string         `json:"referrals"`
	Term      string         `json:"term"`
	Limit     workday.Span   `json:"limit"` // 1m
	Answer    workday.Span   `json:"answer"`
	Feedback  workday.Span   `json:"feedback"`
	Visits    []workday.Span `json:"visits"`
	Risks     []string       `json:"risks"`
	Sources   []string       `json:"sources"`
}

func (p *place) profile(calendar *workday.Calendar) mediation.Profile {
	return mediation.Profile{
		Calendar: calendar, Rule: p.Rule, Referrals: p.Referrals, Term: p.Term, Limit: p.Limit,
		Answer: p.Answer, Feedback: p.Feedback, Visits: p.Visits, Risks: p.Risks, Sources: p.Sources,
	}
}

// profile reads the file of -profile; without it nothing is set but the days off.
func (s *session) profile() (mediation.Profile, error) {
	calendar, err := workday.StateCouncil()
	if err != nil || s.place == "" {
		return new(place).profile(calendar), err
	}
	data, err := cli.Load(s.place, maxJSON)
	if err != nil {
		return mediation.Profile{}, err
	}
	p, err := cli.Strictly[place](s.place, "本地规定", data)
	if err != nil {
		return mediation.Profile{}, err
	}
	return p.profile(calendar), nil
}

// ledger reads a workbook of disputes, or a CSV file of their main sheet.
func ledger(name string) ([]*dispute.Dispute, fazhi.Issues, error) {
	src, sheet, err := open(name)
	if err != nil {
		return nil, nil, err
	}
	if sheet != "" {
		disputes, issues, err := dispute.ReadBook(src)
		return disputes, issues, headed(name, issues, err)
	}
	cases, issues, err := mediation.Read(src, "")
	var disputes []*dispute.Dispute
	for _, c := range cases {
		disputes = append(disputes, &dispute.Dispute{Case: *c})
	}
	return disputes, issues, headed(name, issues, err)
}

// cases reads the main sheet alone, which has no names.
func cases(name string) ([]*mediation.Case, fazhi.Issues, error) {
	src, sheet, err := open(name)
	if err != nil {
		return nil, nil, err
	}
	list, issues, err := mediation.Read(src, sheet)
	return list, issues, headed(name, issues, err)
}

// open opens a file that has the main sheet, and returns that sheet's name; a CSV file has one without a name.
func open(name string) (table.Source, string, error) {
	src, err := clitable.Open(name)
	if err != nil {
		return nil, "", err
	}
	sheet := mediation.Sheet
	if cli.Extension(name) == ".csv" {
		sheet = ""
	}
	if !slices.Contains(src.Sheets(), sheet) {
		return nil, "", noLedger(name)
	}
	return src, sheet, nil
}

// headed is the error of a file whose main sheet has no header that can be read.
func headed(name string, issues fazhi.Issues, err error) error {
	if slices.ContainsFunc(issues, func(i fazhi.Issue) bool { return i.Code == table.NoHeader }) {
		return noLedger(name)
	}
	return err
}

func noLedger(name string) error { return cli.Unreadable(name, errors.New("没有人民调解台账")) }
