package main

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/circular"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/redact"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/workday"
)

// publish writes everything that follows from the results: once they are published, they are only compared.
func (r *round) publish() error {
	if r.published != nil && len(r.results) > 0 {
		r.changed(r.published, recordFile, afterResults)
	}
	for i := range r.results {
		if r.results[i].Way == review.Undecided && !r.waiting[r.results[i].File] {
			r.waits = append(r.waits, "案卷 "+r.results[i].File+"："+r.results[i].Why)
		}
	}
	if len(r.waits) > 0 || r.bad() {
		return nil
	}
	document, sheets, err := r.circulate()
	if err != nil || document == nil {
		return err
	}
	concord, err := review.Concords(r.results, r.used())
	if err != nil {
		return err
	}
	ledger, err := r.ledger()
	if err != nil {
		return err
	}
	outputs, err := r.outputs(document, sheets, concord.Sheets(), ledger)
	if err != nil || r.bad() {
		return err
	}
	return r.deliver(outputs)
}

// outputs are the files of 结果, without the record.
func (r *round) outputs(d *gongwen.Document, tables, concord []table.Sheet, ledger table.Sheet) ([]product, error) {
	list, issues, err := r.to.printed(resultFolder+"通报", d)
	if err := r.found(issues, err); err != nil {
		return nil, err
	}
	for _, b := range [...]struct {
		name   string
		sheets []table.Sheet
	}{{"通报附表.xlsx", tables}, {"双评一致性.xlsx", concord}, {"案卷评查.xlsx", []table.Sheet{ledger}}} {
		data, err := workbook(b.name, b.sheets...)
		if err != nil {
			return nil, err
		}
		list = append(list, product{resultFolder + b.name, data})
	}
	data, err := indented(r.results)
	return append(list, product{resultFolder + "评查结果.json", data}), err
}

// circulate sums the round up and makes the circular, nil if something stands against it.
func (r *round) circulate() (*gongwen.Document, []table.Sheet, error) {
	n := &r.batch.Circular
	policy := circular.Policy{Good: n.Good, Common: n.Common, Rectify: n.Rectify, Due: n.Due}
	if used := r.used(); len(used) > 0 {
		policy.Grades = used[0].Grades
	}
	if policy.Due.IsZero() && r.policy.Rectification.N > 0 {
		due, err := r.due()
		if err != nil {
			return nil, nil, err
		}
		policy.Due = due
	}
	s, issues := circular.Sum(circular.Input{Name: r.batch.Name, Period: r.batch.Period, Received: r.received(), Results: r.results,
		Objections: r.objected(), Policy: policy})
	if r.issues = append(r.issues, issues...); r.bad() {
		return nil, nil, nil
	}
	mask, options, err := r.masking(r.assigned)
	if err != nil {
		return nil, nil, err
	}
	d, issues, err := s.Document(circular.Letter{Issuer: n.Issuer, Mark: n.Mark, Number: n.Number, To: n.To, Date: n.Date, Basis: n.Basis,
		How: n.How, Demand: n.Demand, Mask: options})
	hide(s.Rectify, mask) // the document does so by itself, and is checked against what reviewers wrote
	return d, s.Sheets(), r.found(issues, err)
}

// hide masks the reasons of a list that goes to the units.
func hide(list []circular.Rectification, mask *redact.Redactor) {
	for i := range list {
		reasons := slices.Clone(list[i].Reasons)
		for n := range reasons {
			reasons[n], _ = mask.Text(reasons[n])
		}
		list[i].Reasons = reasons
	}
}

// due is the last day of the policy's limit for putting right, counted from the circular.
func (r *round) due() (fazhi.Date, error) {
	calendar, err := workday.StateCouncil()
	if err != nil {
		return fazhi.Date{}, err
	}
	d, err := calendar.Due(workday.Term{Start: r.batch.Circular.Date, Span: r.policy.Rectification})
	return d.End, err
}

// received counts the frame by unit and sort, in the order of the files.
func (r *round) received() []circular.Received {
	var list []circular.Received
	at := map[[2]string]int{}
	for _, f := range r.frame {
		key := [2]string{f.Organ, string(f.Sort)}
		i, ok := at[key]
		if !ok {
			i = len(list)
			at[key] = i
			list = append(list, circular.Received{Unit: f.Organ, Sort: f.Sort})
		}
		list[i].Files++
	}
	return list
}

// ledger returns the rows that the annual report counts, with the days of the files.
func (r *round) ledger() (table.Sheet, error) {
	at := map[string]*casefile.File{}
	for _, f := range r.frame {
		at[f.Serial] = f
	}
	list := r.record.Ledger(r.results)
	for _, row := range list {
		if f := at[row.Serial]; f != nil {
			row.Opened = cmp.Or(f.Dates[casefile.Filed], f.Dates[casefile.Accepted])
			row.Decided = f.Dates[casefile.Decided]
		}
	}
	return table.SheetOf(enforcement.Sheet, list)
}
