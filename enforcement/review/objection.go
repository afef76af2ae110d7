package review

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

// ObjectionSheet is the name of the sheet of objections.
const ObjectionSheet = "异议复核"

// Codes of what is wrong with objections.
const (
	UnknownFile fazhi.Code = "enforcement/review/objection/file"    // no such file in the round, or it has no result
	OpenRecheck fazhi.Code = "enforcement/review/objection/open"    // not checked again yet (a warning)
	BadRecheck  fazhi.Code = "enforcement/review/objection/recheck" // a re-check that cannot be
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
	Unit      string     `json:"unit" table:"复核人单位"`
}

// ReadObjections reads the sheet 异议复核. The error is that of table.Read.
func ReadObjections(src table.Source, sheet string) ([]*Objection, fazhi.Issues, error) {
	return table.All[Objection](src, sheet)
}

// RecheckTasks returns what re-checkers are to score again, a task for each objection that names one.
func (r *Round) RecheckTasks(files []Assigned, objections []*Objection) []Task {
	at, list := byFile(files), []Task{}
	for _, o := range objections {
		if a := at[o.File]; o.Reviewer != "" && a != nil && a.Rubric != nil {
			list = append(list, Task{Round: r.Name, Reviewer: o.Reviewer, Role: Rechecker, Unit: o.Unit,
				Override: r.Policy.Override, Files: []Assigned{*a}})
		}
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
	at := byFile(files)
	var issues fazhi.Issues
	for n, o := range objections {
		i, ok := index[o.File]
		if a := at[o.File]; !ok || a == nil || a.Rubric == nil {
			issues = append(issues, o.issue(n, UnknownFile, fazhi.Error, "/file", "本批次没有这一案卷的评查结果"))
			continue
		}
		s, err := NewSettler(r.Policy, *at[o.File].Rubric)
		if err != nil {
			return nil, issues, err
		}
		next, found := o.decide(s, n, list[i], opinions.of[o.File])
		list[i], issues = next, append(issues, found...)
	}
	return list, issues, nil
}

// decide adds one objection to a history, if it has been decided on.
func (o *Objection) decide(s *Settler, n int, h History, opinions []Opinion) (History, fazhi.Issues) {
	var again *Opinion
	if at := slices.IndexFunc(opinions, func(p Opinion) bool { return p.Role == Rechecker && p.Reviewer == o.Reviewer }); at >= 0 {
		again = &opinions[at]
	}
	if o.On.IsZero() || o.Reviewer != "" && again == nil {
		return h, fazhi.Issues{o.issue(n, OpenRecheck, fazhi.Warning, "/on", "异议还没有复核")}
	}
	h, why := s.tryRecheck(h, Recheck{Objected: o.Objected, Grounds: o.Grounds, On: o.On, Reason: o.Reason}, again)
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
