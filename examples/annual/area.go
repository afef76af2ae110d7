package main

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/table"
)

// ownAreas reads the declarations of files. A fault is an error: without the declaration its ledger cannot be read.
func ownAreas(files []string) ([]*activity.Activity, error) {
	var own []*activity.Activity
	for _, name := range files {
		data, err := readLimited(name, activity.MaxBytes)
		if err != nil {
			return nil, err
		}
		areas, err := activity.Parse(filepath.Base(name), data)
		if err != nil {
			return nil, inOneLine(err)
		}
		own = append(own, areas...)
	}
	return own, nil
}

// areasWith returns the built-in areas, but for those in whose place a bureau has one of the same kind, and the bureau's own.
func areasWith(own []*activity.Activity) ([]*activity.Activity, error) {
	areas, err := activity.Standard()
	if err != nil {
		return nil, err
	}
	areas = slices.DeleteFunc(areas, func(a *activity.Activity) bool {
		return slices.ContainsFunc(own, func(o *activity.Activity) bool { return o.Kind() == a.Kind() })
	})
	areas = append(areas, own...)
	return areas, inOneLine(activity.Vet(areas))
}

// inOneLine says the first fault of a declaration, and that there are more.
func inOneLine(err error) error {
	var faults *activity.ParseError
	if !errors.As(err, &faults) {
		return err
	}
	text := "领域声明有误：" + faults.Issues[0].String()
	if len(faults.Issues) > 1 {
		text += "；还有别的错误，用 activity check 检查"
	}
	return errors.New(strings.ReplaceAll(text, "\n", " "))
}

// ledgerOfArea is the ledger of a work area that is declared as data. A bureau's own declaration says what its rows must fulfil;
// what the built-in ones ask for beyond their columns is a proposal, which the report does not wait for.
func ledgerOfArea(a *activity.Activity, own bool) ledger {
	return ledger{sheet: a.Sheet(), columns: a.Columns(), area: a, load: func(ctx context.Context, src table.Source, s setting) (loaded, error) {
		records, issues, err := a.ReadFor(src, activity.Reading{Today: s.today})
		if err == nil && own {
			var found fazhi.Issues
			found, err = a.Examine(ctx, records, s.today)
			issues = append(issues, found...)
		}
		if err != nil {
			return loaded{}, err
		}
		out := loaded{issues: issues, origins: map[fazhi.Ref]fazhi.Origin{}, records: records}
		for _, d := range records {
			out.origins[fazhi.RefOf(d)], _ = d.Origin("")
		}
		out.section, err = a.Section(records, s.year)
		return out, err
	}}
}

// orphans says which rows belong to none of the ledger above, where that has been read.
func orphans(all []ledger, records map[string][]*activity.Record) (issues fazhi.Issues) {
	for _, l := range all {
		if l.area == nil {
			continue
		}
		sheet, _ := l.area.Above()
		if parents, there := records[sheet]; there {
			issues = append(issues, l.area.Orphans(records[l.sheet], parents)...)
		}
	}
	return issues
}
