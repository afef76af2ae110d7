package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/table"
)

// ledgers are what the files hold.
type ledgers struct {
	cases  []*reconsideration.Case
	suits  []*reconsideration.Suit
	has    map[string]bool // by the names of sheets
	issues fazhi.Issues
}

// take reads the ledgers of one file.
func (l *ledgers) take(name string) error {
	src, err := clitable.Open(name)
	if err != nil {
		return err
	}
	found := false
	for _, sheet := range src.Sheets() {
		kind := sheet
		if sheet == "" {
			kind = kindOf(src)
		}
		if kind != reconsideration.Sheet && kind != reconsideration.SuitSheet {
			continue
		}
		found = true
		if err := l.read(src, sheet, kind); err != nil {
			return err
		}
	}
	switch {
	case !found:
		return cli.Unreadable(name, errors.New("没有行政复议或者行政应诉台账"))
	case doubled(l.cases, (*reconsideration.Case).ID) || doubled(l.suits, (*reconsideration.Suit).ID):
		return cli.Misused(name + " 里有前面的台账已有的案号")
	}
	return nil
}

// doubled reports whether two rows have one number; within a ledger, reading says so.
func doubled[D any](rows []D, id func(D) string) bool {
	seen := map[string]bool{}
	for _, r := range rows {
		if seen[id(r)] {
			return true
		}
		seen[id(r)] = true
	}
	return false
}

// read reads one ledger.
func (l *ledgers) read(src table.Source, sheet, kind string) error {
	var issues fazhi.Issues
	var err error
	if kind == reconsideration.Sheet {
		var rows []*reconsideration.Case
		rows, issues, err = reconsideration.Read(src, sheet)
		l.cases = append(l.cases, rows...)
	} else {
		var rows []*reconsideration.Suit
		rows, issues, err = reconsideration.ReadSuits(src, sheet)
		l.suits = append(l.suits, rows...)
	}
	l.has[kind] = true
	l.issues = append(l.issues, issues...)
	return err
}

// kindOf tells the ledgers of CSV files apart by a column that only one of them has.
func kindOf(src table.Source) string {
	for row, err := range src.Rows("") {
		if err != nil {
			return ""
		}
		has := func(column string) bool {
			return slices.ContainsFunc(row.Cells, func(c table.Cell) bool { return strings.TrimSpace(c.Text) == column })
		}
		switch {
		case has("被申请人"):
			return reconsideration.Sheet
		case has("被告"):
			return reconsideration.SuitSheet
		}
	}
	return ""
}

// check runs the checks of both ledgers.
func (l *ledgers) check(ctx context.Context, today fazhi.Date) error {
	checks, err := reconsideration.Checks(reconsideration.Profile{})
	if err != nil {
		return err
	}
	for _, c := range l.cases {
		if err := l.judge(ctx, c, c.LawOn(today), today, checks); err != nil {
			return err
		}
	}
	for _, s := range l.suits {
		if err := l.judge(ctx, s, s.LawOn(today), today, checks); err != nil {
			return err
		}
	}
	return nil
}

func (l *ledgers) judge(ctx context.Context, d fazhi.Document, law, today fazhi.Date, checks []fazhi.Check) error {
	issues, err := fazhi.Validate(ctx, d, law, today, checks)
	l.issues = append(l.issues, issues...)
	return err
}
