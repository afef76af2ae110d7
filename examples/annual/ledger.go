package main

import (
	"context"
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/table"
)

// A ledger is one sheet that a bureau keeps: how it is called, what columns it has, and how it becomes figures.
type ledger struct {
	sheet   string
	columns []table.Column
	load    func(context.Context, table.Source, setting) (loaded, error)
	area    *activity.Activity // nil for the ledger of a subject package
}

// A setting is what all ledgers are read with.
type setting struct {
	year  int
	today fazhi.Date
}

// Loaded is what came out of one ledger.
type loaded struct {
	section report.Section
	issues  fazhi.Issues
	origins map[fazhi.Ref]fazhi.Origin // the first cell of each record
	records []*activity.Record         // of a work area
}

// A document of a ledger knows its cells and the day whose law decides.
type document interface {
	fazhi.Document
	fazhi.Located
	LawOn(today fazhi.Date) fazhi.Date
}

// ledgerOf joins the functions that every subject package has.
func ledgerOf[T any, D interface {
	*T
	document
}](sheet string, read func(table.Source, string) ([]D, fazhi.Issues, error), checks []fazhi.Check,
	section func([]D, int) (report.Section, error)) (ledger, error) {
	columns, err := table.ColumnsOf[T]()
	if err := errors.Join(err, fazhi.VetChecks(checks)); err != nil {
		return ledger{}, err
	}
	return ledger{sheet: sheet, columns: columns, load: func(ctx context.Context, src table.Source, s setting) (loaded, error) {
		docs, issues, err := read(src, sheet)
		if err != nil {
			return loaded{}, err
		}
		out := loaded{issues: issues, origins: make(map[fazhi.Ref]fazhi.Origin, len(docs))}
		for _, d := range docs {
			found, err := fazhi.Validate(ctx, d, d.LawOn(s.today), s.today, checks)
			if err != nil {
				return loaded{}, err
			}
			out.issues = append(out.issues, found...)
			out.origins[fazhi.RefOf(d)], _ = d.Origin("")
		}
		out.section, err = section(docs, s.year)
		return out, err
	}}, nil
}

// ledgers returns all ledgers in the order of the report; the work areas that a bureau declares itself come last.
func ledgers(own []*activity.Activity) ([]ledger, error) {
	var all []ledger
	var faults []error
	add := func(l ledger, err error) {
		all = append(all, l)
		faults = append(faults, err)
	}
	contracts, err := contract.Checks(contract.Profile{})
	faults = append(faults, err)
	add(ledgerOf(contract.Sheet, contract.Read, contracts, contract.Section))
	docs, err := normdoc.Checks(normdoc.Profile{})
	faults = append(faults, err)
	add(ledgerOf(normdoc.Sheet, normdoc.Read, docs, normdoc.Section))
	add(ledgerOf(normdoc.ItemSheet, normdoc.ReadItems, docs, normdoc.ItemSection))
	cases, err := reconsideration.Checks(reconsideration.Profile{})
	faults = append(faults, err)
	add(ledgerOf(reconsideration.Sheet, reconsideration.Read, cases, reconsideration.Section))
	add(ledgerOf(reconsideration.SuitSheet, reconsideration.ReadSuits, cases, reconsideration.SuitSection))
	disputes, err := mediation.Checks(mediation.Profile{})
	faults = append(faults, err)
	add(ledgerOf(mediation.Sheet, mediation.Read, disputes, mediation.Section))
	files, err := enforcement.Checks(enforcement.Profile{})
	faults = append(faults, err)
	add(ledgerOf(enforcement.Sheet, enforcement.Read, files, enforcement.Section))
	areas, err := areasWith(own)
	faults = append(faults, err)
	subjects := all
	for _, a := range areas {
		if slices.ContainsFunc(subjects, func(l ledger) bool { return l.sheet == a.Sheet() }) {
			faults = append(faults, errors.New("工作表“"+a.Sheet()+"”已为另一本台账所用"))
		}
		all = append(all, ledgerOfArea(a, slices.Contains(own, a)))
	}
	return all, errors.Join(faults...)
}
