package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/statistics"
)

// A statement is the answer of stats.
type statement struct {
	Period   fazhi.Period       `json:"period"`
	Grids    []*statistics.Grid `json:"grids"` // of cases, then of suits; of the ledgers that there are
	Rates    []rate             `json:"rates"`
	Balances []balance          `json:"balances"`
	Issues   fazhi.Issues       `json:"issues"`
	Written  []string           `json:"written"`
	cli.Outcome
}

// A balance says whether the identities of a grid hold.
type balance struct {
	Form   statistics.Form `json:"form"`
	Held   int             `json:"held"`
	Broken []string        `json:"broken"`
}

func (s *statement) Prepare() {
	cli.Listed(&s.Grids)
	cli.Listed(&s.Rates)
	cli.Listed(&s.Balances)
	cli.Listed(&s.Issues)
	cli.Listed(&s.Written)
}

func (s *statement) Found() string { return cli.Tally(s.Issues) }

func (s *statement) String() string {
	var b strings.Builder
	for i, g := range s.Grids {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(total(g))
		for _, r := range s.Rates {
			if r.Form == g.Form {
				b.WriteString(r.String())
			}
		}
		fmt.Fprintf(&b, "核对：%d 个等式成立，%d 个不成立\n", s.Balances[i].Held, len(s.Balances[i].Broken))
	}
	b.WriteString(cli.IssueLines(s.Issues) + cli.WrittenLines(s.Written))
	return b.String()
}

// total is the first row of a grid.
func total(g *statistics.Grid) string {
	text, err := g.Text(nil)
	if err != nil {
		return "" // no ratio was given
	}
	return text
}

func (s *session) stats(ctx context.Context, args []string, out *statement) error {
	period, err := parsePeriod(s.period)
	if err != nil {
		return err
	}
	if err := clitable.Check(s.out, args...); err != nil {
		return err
	}
	l := &ledgers{has: map[string]bool{}}
	for _, name := range args {
		if err := l.take(name); err != nil {
			return err
		}
	}
	if err := l.check(ctx, fazhi.DateIn(s.Now())); err != nil {
		return err
	}
	out.Period, out.Issues = period, l.issues
	if err := s.countAll(l, out); err != nil {
		return err
	}
	return s.keepGrids(args, out)
}

// countAll counts the ledgers that there are.
func (s *session) countAll(l *ledgers, out *statement) error {
	if l.has[reconsideration.Sheet] {
		if err := add(s, out, l.cases, statistics.OfCases); err != nil {
			return err
		}
	}
	if l.has[reconsideration.SuitSheet] {
		return add(s, out, l.suits, statistics.OfSuits)
	}
	return nil
}

// add counts one ledger, for the period and, to compare, for that of the year before.
func add[D any](s *session, out *statement, rows []*D, counter func(string, fazhi.Period) (*statistics.Counter[D], error)) error {
	unit := s.unit
	if unit == "" {
		unit = "本单位"
	}
	now, err := counter(unit, out.Period)
	if err != nil {
		return err
	}
	earlier, err := counter(unit, statistics.YearEarlier(out.Period))
	if err != nil {
		return err
	}
	statistics.Count(slices.Values(rows), now, earlier)
	grid, undated := now.Grid()
	before, _ := earlier.Grid() // says the same of undated rows
	if !s.compare {
		before = nil
	}
	out.Grids, out.Issues = append(out.Grids, grid), append(append(out.Issues, undated...), grid.Check()...)
	out.Balances = append(out.Balances, balanceOf(grid))
	rates, err := ratesOf(grid, before)
	out.Rates = append(out.Rates, rates...)
	return err
}

func balanceOf(g *statistics.Grid) balance {
	b := balance{Form: g.Form, Broken: []string{}}
	for x := range g.Balances() {
		if x.Holds() {
			b.Held++
		} else {
			b.Broken = append(b.Broken, fmt.Sprintf("%s：%d，%d", x.Name, x.Left, x.Right))
		}
	}
	return b
}

// keepGrids writes a workbook, or one a form where there are two.
func (s *session) keepGrids(inputs []string, out *statement) error {
	if s.out == "" {
		return nil
	}
	for _, g := range out.Grids {
		name := s.out
		if len(out.Grids) > 1 {
			ext := filepath.Ext(name)
			name = strings.TrimSuffix(name, ext) + "-" + string(g.Form) + ext
		}
		if err := cli.Spare(name, inputs...); err != nil {
			return err
		}
		sheets, err := g.Sheets(statistics.Ratios(g.Form))
		if err != nil {
			return err
		}
		files, err := clitable.Keep(name, sheets)
		if err != nil {
			return err
		}
		out.Written = append(out.Written, files...)
	}
	return nil
}
