package main

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/circular"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitable"
	"github.com/fazhi-go/fazhi/workday"
)

func (r *round) readObjections() error {
	path, err := r.one(objectionName, ".csv", ".xlsx")
	if err != nil || path == "" {
		return err
	}
	src, err := clitable.Open(path)
	if err != nil {
		return err
	}
	list, issues, err := review.ReadObjections(src, "")
	r.objections = list
	return r.found(issues, err)
}

// recheck takes what units object to, when all files have a result.
func (r *round) recheck() error {
	undecided := func(s review.Settled) bool { return s.Way == review.Undecided }
	if len(r.results) == 0 || slices.ContainsFunc(r.results, undecided) {
		return nil
	}
	r.later = nil
	if len(r.objections) == 0 {
		return nil
	}
	if err := r.vetObjections(); err != nil || r.bad() {
		return err
	}
	if err := r.takeAll(r.record.RecheckTasks(r.assigned, r.objections), caseName); err != nil || len(r.waits) > 0 || r.bad() {
		return err
	}
	histories, issues, err := r.record.Recheck(r.assigned, r.results, r.objections, r.opinions)
	for _, i := range issues {
		switch i.Code {
		case review.OpenRecheck:
			r.waits = append(r.waits, i.Origin.String()+"："+i.Message)
		case review.NearUnit: // said before
		default:
			r.issues = append(r.issues, i)
		}
	}
	for i := range histories {
		r.results[i] = *histories[i].Current()
	}
	r.record.Note(r.results)
	return err
}

// vetObjections says what is wrong with objections before a sheet goes out.
func (r *round) vetObjections() error {
	calendar, err := workday.StateCouncil()
	if err != nil {
		return err
	}
	return r.found(r.record.VetObjections(r.assigned, r.objections, fazhi.Date{}, calendar))
}

// objected are the objections as the circular counts them. The result is another one when somebody scored again.
func (r *round) objected() (list []circular.Objection) {
	for _, o := range r.objections {
		list = append(list, circular.Objection{File: o.File, Raised: o.Objected, Decided: o.On, Changed: o.Reviewer != ""})
	}
	return list
}
