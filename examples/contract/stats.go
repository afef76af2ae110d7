package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract/statistics"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/examples/internal/counts"
	"github.com/fazhi-go/fazhi/table"
)

// A statement is the answer of stats.
type statement struct {
	Grid    *statistics.Grid `json:"grid"`
	Rates   []counts.Rate    `json:"rates"`
	Changes []counts.Change  `json:"changes"` // against the year before; empty without -last
	Issues  fazhi.Issues     `json:"issues"`
	Unset   []string         `json:"unset"`
	Written []string         `json:"written"`
	cli.Outcome
}

func (s *statement) Prepare() {
	cli.Listed(&s.Rates)
	cli.Listed(&s.Changes)
	cli.Listed(&s.Issues)
	cli.Listed(&s.Unset)
	cli.Listed(&s.Written)
}

// Found leaves notices out: they say what was not counted, and why.
func (s *statement) Found() string { return cli.Grave(s.Issues) }

func (s *statement) String() string {
	var now []counts.Count
	for _, d := range statistics.Items() {
		now = append(now, counts.Count{Item: string(d.Item), Unit: d.Unit, N: s.Grid.Total[d.Item]})
	}
	var b strings.Builder
	b.WriteString(s.Grid.Unit + " " + s.Grid.Period.String() + "政府合同\n" + counts.Lines(now, s.Changes, "上年"))
	for _, r := range s.Rates {
		r.Text = cmp.Or(r.Text, "无") // a share of nothing
		b.WriteString(r.String() + "    口径：" + r.Scope + "\n")
	}
	for _, row := range s.Grid.Axis(statistics.BySort) {
		fmt.Fprintf(&b, "  %s：审查 %d 份，签订 %d 份\n", row.Name, row.Counts[statistics.Reviewed], row.Counts[statistics.Signed])
	}
	return b.String() + cli.IssueLines(s.Issues) + unsetLine(s.Unset) + cli.WrittenLines(s.Written)
}

func (s *session) stats(_ context.Context, args []string, out *statement) error {
	year, err := strconv.Atoi(s.year)
	if err != nil || year < 1900 || year > 2099 {
		return cli.Misused("-year 应当是年份，如 2024")
	}
	if err := clitable.Check(s.out, append(args, s.last)...); err != nil {
		return err
	}
	profile, err := s.profile()
	if err != nil {
		return err
	}
	out.Unset = profile.Unset()
	set := statistics.Settings{Profile: profile}
	if out.Grid, err = s.count(args[0], year, set, out); err != nil {
		return err
	}
	if out.Rates, err = ratesOf(out.Grid); err != nil {
		return err
	}
	sheets, err := out.Grid.Sheets()
	if err != nil {
		return err
	}
	more, err := s.compare(year-1, set, out)
	if err != nil {
		return err
	}
	out.Written, err = clitable.Keep(s.out, slices.Concat(sheets, more))
	return err
}

// count counts a ledger for a year.
func (s *session) count(name string, year int, set statistics.Settings, out *statement) (*statistics.Grid, error) {
	contracts, issues, err := s.contracts(name)
	if err != nil {
		return nil, err
	}
	unit := s.unit
	if unit == "" {
		unit = "本单位"
	}
	counter, err := statistics.New(unit, fazhi.YearOf(year), set)
	if err != nil {
		return nil, err
	}
	statistics.Count(slices.Values(contracts), counter)
	grid, more := counter.Grid()
	for _, i := range slices.Concat(issues, more, grid.Check()) {
		if !slices.Contains(out.Issues, i) { // what is said of both years is said once
			out.Issues = append(out.Issues, i)
		}
	}
	return grid, nil
}

// compare sets the year before beside it, from the ledger of -last.
func (s *session) compare(year int, set statistics.Settings, out *statement) ([]table.Sheet, error) {
	if s.last == "" {
		return nil, nil
	}
	before, err := s.count(s.last, year, set, out)
	if err != nil {
		return nil, err
	}
	c, err := statistics.Compare(out.Grid, before, nil)
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

func ratesOf(g *statistics.Grid) ([]counts.Rate, error) {
	var list []counts.Rate
	for _, r := range statistics.Ratios() {
		f, err := r.Of(g)
		if err != nil {
			return nil, err
		}
		value := f.Value.(fazhi.Rate)
		text, err := f.Text(fazhi.Form{})
		if err != nil {
			text = "" // a share of nothing is none
		}
		list = append(list, counts.Rate{Name: r.Name, Text: text, Num: value.Num, Den: value.Den, Scope: r.Scope()})
	}
	return list, nil
}
