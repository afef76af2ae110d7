package main

import (
	"context"
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/table"
)

// counting is the work on one ledger.
type counting struct {
	reading activity.Reading
	src     table.Source
	read    map[string][]*activity.Record // by sheet; of sheets that are there
	out     *finding
}

// The codes of issues that are the program's own.
const (
	noSheet  fazhi.Code = "activity/sheet/missing" // the workbook has no such sheet
	noParent fazhi.Code = "activity/parent/unread" // the ledger above is not in the workbook, so that nobody looked for rows without one
)

// all reads the ledgers of areas, and of those above for their numbers alone, and counts.
func (c *counting) all(ctx context.Context, areas, above []*activity.Activity) error {
	c.read = make(map[string][]*activity.Record)
	for i, a := range areas {
		if err := c.ledger(ctx, a, &c.out.Areas[i]); err != nil {
			return err
		}
	}
	for _, a := range above {
		records, _, err := a.ReadFor(c.src, activity.Reading{})
		if err == nil {
			c.read[a.Sheet()] = records
		} else if !errors.Is(err, table.ErrNoSheet) {
			return err
		}
	}
	for i, a := range areas {
		c.orphans(a)
		if out := &c.out.Areas[i]; !out.lacking {
			if err := c.count(a, out); err != nil {
				return err
			}
		}
	}
	return nil
}

// ledger reads one of them, and looks at its rows.
func (c *counting) ledger(ctx context.Context, a *activity.Activity, out *area) error {
	records, issues, err := a.ReadFor(c.src, c.reading)
	if errors.Is(err, table.ErrNoSheet) {
		out.lacking = true
		c.out.Issues = append(c.out.Issues, fazhi.Issue{Code: noSheet, Origin: fazhi.Origin{File: c.src.File(), Sheet: a.Sheet()}, Message: "台账里没有这张工作表"})
		return nil
	}
	if err != nil {
		return err
	}
	found, err := a.Examine(ctx, records, c.reading.Today)
	if err != nil {
		return err
	}
	c.out.Issues = append(append(c.out.Issues, issues...), found...)
	c.read[a.Sheet()] = records
	out.lacking = slices.ContainsFunc(issues, func(i fazhi.Issue) bool { return i.Code == table.MissingColumn || i.Code == table.NoHeader })
	return nil
}

// orphans looks for rows that belong to none of the ledger above, if that is there.
func (c *counting) orphans(a *activity.Activity) {
	sheet, _ := a.Above()
	records, read := c.read[a.Sheet()]
	parents, there := c.read[sheet]
	switch {
	case there:
		c.out.Issues = append(c.out.Issues, a.Orphans(records, parents)...)
	case read && sheet != "":
		c.out.Issues = append(c.out.Issues, fazhi.Issue{Code: noParent, Severity: fazhi.Notice,
			Origin: fazhi.Origin{File: c.src.File(), Sheet: a.Sheet()}, Message: "没有上级台账“" + sheet + "”，没有核对上级的编号"})
	}
}

// count fills in the figures, and the sentence as a report prints it. What would be wrong with the report is an issue.
func (c *counting) count(a *activity.Activity, out *area) error {
	records := c.read[a.Sheet()]
	section, err := a.Section(records, c.reading.Year)
	if err != nil {
		return err
	}
	out.Rows, out.Figures = len(records), out.Figures[:0]
	for _, f := range section.Figures {
		text, err := f.Text(fazhi.Form{})
		if err != nil && !errors.Is(err, fazhi.ErrUndefined) {
			return err
		}
		out.Figures = append(out.Figures, figure{ID: f.ID, Name: f.Name, Text: text, Scope: f.Scope})
	}
	document, issues, err := report.Assemble(report.Template{}, report.Narrative{Items: []report.Item{{Slot: section.Slot}}}, []report.Section{section})
	if err != nil {
		return err
	}
	for _, i := range issues {
		if i.Code == report.CodeFigureForm {
			i.Origin = fazhi.Origin{File: c.src.File(), Sheet: a.Sheet()}
			c.out.Issues = append(c.out.Issues, i)
		}
	}
	if p, ok := document.Body[0].(gongwen.Paragraph); ok {
		out.Sentence = gongwen.PlainText(p.Text)
	}
	return nil
}
