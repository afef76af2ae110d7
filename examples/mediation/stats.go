package main

import (
	"context"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/counts"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/doubles"
	"github.com/fazhi-go/fazhi/mediation/indicators"
	"github.com/fazhi-go/fazhi/table"
)

// A statement is the answer of stats.
type statement struct {
	Grid    *indicators.Grid `json:"grid"`
	Rates   []counts.Rate    `json:"rates"`
	Changes []counts.Change  `json:"changes"` // against the same period of the year before; empty without -compare
	Issues  fazhi.Issues     `json:"issues"`
	Written []string         `json:"written"`
	cli.Outcome
}

func (s *statement) Prepare() {
	cli.Listed(&s.Rates)
	cli.Listed(&s.Changes)
	cli.Listed(&s.Issues)
	cli.Listed(&s.Written)
}

// Found leaves notices out: they say what was not counted, and why.
func (s *statement) Found() string { return cli.Grave(s.Issues) }

func (s *statement) String() string {
	var now []counts.Count
	for _, d := range indicators.Items() {
		now = append(now, counts.Count{Item: string(d.Item), Unit: d.Unit, N: s.Grid.Total[d.Item]})
	}
	var b strings.Builder
	b.WriteString(s.Grid.Unit + " " + s.Grid.Period.String() + "人民调解\n" + counts.Lines(now, s.Changes, "上年同期"))
	for _, r := range s.Rates {
		b.WriteString(r.String())
	}
	return b.String() + cli.IssueLines(s.Issues) + cli.WrittenLines(s.Written)
}

func (s *session) stats(_ context.Context, args []string, out *statement) error {
	if s.period == (fazhi.Period{}) {
		return cli.Misused("没有写 -period，如 -period 2024")
	}
	if err := clitable.Check(s.out, append(args, s.decisions)...); err != nil {
		return err
	}
	list, issues, err := s.merged(args[0])
	if err != nil {
		return err
	}
	out.Issues = issues
	if out.Grid, err = s.count(list, s.period, out); err != nil {
		return err
	}
	if out.Rates, err = ratesOf(out.Grid); err != nil {
		return err
	}
	sheets, err := out.Grid.Sheets(nil)
	if err != nil {
		return err
	}
	more, err := s.against(list, out)
	if err != nil {
		return err
	}
	out.Written, err = clitable.Keep(s.out, slices.Concat(sheets, more))
	return err
}

// merged reads the ledger, and gives confirmed doubles the number of the one that stays.
func (s *session) merged(name string) ([]*mediation.Case, fazhi.Issues, error) {
	decided, err := s.decided()
	if err != nil {
		return nil, nil, err
	}
	list, issues, err := cases(name)
	return each(list, decided), issues, err
}

func each(list []*mediation.Case, decided *doubles.Decisions) []*mediation.Case {
	out := make([]*mediation.Case, len(list))
	for i, c := range list {
		out[i] = decided.Merged(c)
	}
	return out
}

// count counts the ledger for a period.
func (s *session) count(list []*mediation.Case, p fazhi.Period, out *statement) (*indicators.Grid, error) {
	unit := s.unit
	if unit == "" {
		unit = "本单位"
	}
	counter, err := indicators.New(unit, p, indicators.Settings{})
	if err != nil {
		return nil, err
	}
	indicators.Count(slices.Values(list), counter)
	grid, more := counter.Grid()
	for _, i := range slices.Concat(more, grid.Check()) {
		if !slices.Contains(out.Issues, i) { // what is said of both periods is said once
			out.Issues = append(out.Issues, i)
		}
	}
	return grid, nil
}

// against sets the same period of the year before beside it.
func (s *session) against(list []*mediation.Case, out *statement) ([]table.Sheet, error) {
	if !s.compare {
		return nil, nil
	}
	before, err := s.count(list, yearBefore(s.period), out)
	if err != nil {
		return nil, err
	}
	c, err := indicators.Compare(out.Grid, before, nil)
	if err != nil {
		return nil, err
	}
	for _, i := range c.Items {
		if i.Now != 0 || i.Before != 0 {
			out.Changes = append(out.Changes, counts.Change{Item: string(i.Item), Unit: i.Unit, Now: i.Now, Before: i.Before})
		}
	}
	return c.Sheets(), nil
}

func ratesOf(g *indicators.Grid) ([]counts.Rate, error) {
	var list []counts.Rate
	for _, r := range indicators.Ratios() {
		value, err := r.Rate(g.Total)
		if err != nil {
			return nil, err
		}
		text := "—" // a share of nothing is none
		if decimal, ok := value.Decimal(2); ok {
			text = decimal + "%"
		}
		list = append(list, counts.Rate{Name: r.Name, Text: text, Num: value.Num, Den: value.Den, Scope: r.Scope()})
	}
	return list, nil
}
