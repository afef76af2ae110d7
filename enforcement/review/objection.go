package review

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// ObjectionSheet is the name of the sheet of objections.
const ObjectionSheet = "异议复核"

// Codes of what is wrong with objections.
const (
	UnknownFile   fazhi.Code = "enforcement/review/objection/file"     // no such file in the round, or it has no result
	OpenRecheck   fazhi.Code = "enforcement/review/objection/open"     // not checked again yet (a warning)
	BadRecheck    fazhi.Code = "enforcement/review/objection/recheck"  // a re-check that cannot be
	BadObjection  fazhi.Code = "enforcement/review/objection/date"     // a day before the review
	LateObjection fazhi.Code = "enforcement/review/objection/late"     // after the limit of the policy (a notice)
	BadReviewer   fazhi.Code = "enforcement/review/objection/reviewer" // who must not score the file again
	NearUnit      fazhi.Code = "enforcement/review/objection/near"     // a unit that is nearly written as a department is (a notice)
)

// An Objection is a row of the sheet 异议复核: what a department objects to, and what was decided on it. With a Reviewer the
// file is scored again by him; without, the result stays (维持).
type Objection struct {
	table.Row `json:"-"`
	File      string     `json:"file" table:"案卷编号,required"`
	Objected  fazhi.Date `json:"objected" table:"异议日期,required"`
	Grounds   string     `json:"grounds" table:"异议理由,required"`
	On        fazhi.Date `json:"on" table:"复核日期" doc:"还没有复核的，不填"`
	Reason    string     `json:"reason" table:"复核理由"`
	Reviewer  string     `json:"reviewer" table:"复核人" doc:"重新评分的，填复核人编号；维持原结果的，不填"`
	Unit      string     `json:"unit" table:"复核人单位" doc:"复核人在评查人员名单中的，可以不填"`
}

// ReadObjections reads the sheet 异议复核. The error is that of table.Read.
func ReadObjections(src table.Source, sheet string) ([]*Objection, fazhi.Issues, error) {
	return table.All[Objection](src, sheet)
}

// RecheckTasks returns what re-checkers are to score again, a task for each objection that names one. Where a re-checker belongs
// the panel of the draw says, and of others the objection. What VetObjections has an error for is left out.
func (r *Round) RecheckTasks(files []Assigned, objections []*Objection) []Task {
	v, list := r.vetting(files), []Task{}
	for n, o := range objections {
		if v.vet(n, o).Count(fazhi.Error) > 0 || o.Reviewer == "" {
			continue
		}
		list = append(list, Task{Round: r.Name, Reviewer: o.Reviewer, Role: Rechecker, Unit: cmp.Or(v.panel.units[o.Reviewer], o.Unit),
			Override: r.Policy.Override, Files: []Assigned{*v.files[o.File]}})
	}
	return list
}

// Recheck decides on objections in their order, and returns the results with what came after them, in their order. Opinions
// are those of the round, those of re-checkers among them. The issues name what cannot be, by the objection's cell; the
// error is that of NewSettler. Note writes what stands now into the record.
func (r *Round) Recheck(files []Assigned, results []Settled, objections []*Objection, opinions Opinions) ([]History, fazhi.Issues, error) {
	list, index := make([]History, len(results)), make(map[string]int, len(results))
	for i := range results {
		list[i].Settled, index[results[i].File] = results[i], i
	}
	v := r.vetting(files)
	var issues fazhi.Issues
	for n, o := range objections {
		found := v.vet(n, o)
		if issues = append(issues, found...); found.Count(fazhi.Error) > 0 {
			continue
		}
		i, ok := index[o.File]
		if !ok {
			issues = append(issues, o.issue(n, UnknownFile, fazhi.Error, "/file", "本批次没有这一案卷的评查结果"))
			continue
		}
		s, err := NewSettler(r.Policy, *v.files[o.File].Rubric)
		if err != nil {
			return nil, issues, err
		}
		next, found := v.decide(o, s, n, list[i], opinions.of[o.File])
		list[i], issues = next, append(issues, found...)
	}
	return list, issues, nil
}

// decide adds one objection to a history, if it has been decided on.
func (v *vetting) decide(o *Objection, s *Settler, n int, h History, opinions []Opinion) (History, fazhi.Issues) {
	var again *Opinion
	if at := slices.IndexFunc(opinions, func(p Opinion) bool { return p.Role == Rechecker && p.Reviewer == o.Reviewer }); at >= 0 {
		opinion := opinions[at]
		again = &opinion
	}
	if o.On.IsZero() || o.Reviewer != "" && again == nil {
		return h, fazhi.Issues{o.issue(n, OpenRecheck, fazhi.Warning, "/on", "异议还没有复核")}
	}
	why := ""
	if again != nil {
		why = v.panel.admits(o.File, again)
	}
	if why == "" {
		h, why = s.tryRecheck(h, Recheck{Objected: o.Objected, Grounds: o.Grounds, On: o.On, Reason: o.Reason}, again)
	}
	if why != "" {
		return h, fazhi.Issues{o.issue(n, BadRecheck, fazhi.Error, "/on", "复核不成立："+why)}
	}
	return h, nil
}

func (o *Objection) issue(n int, code fazhi.Code, severity fazhi.Severity, field fazhi.Path, message string) fazhi.Issue {
	issues := fazhi.Issues{{Code: code, Severity: severity, Path: field, Message: message}}
	rubric.Locate(issues, o.Row)
	issues[0].Path = fazhi.At("objections", n) + field
	return issues[0]
}
