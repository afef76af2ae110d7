package review

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/workday"
)

// VetObjections says what can be known of objections before a file is scored again: unknown files, days that cannot be, and
// re-checkers who must not be (BadReviewer). RecheckTasks leaves out what has an error here, and Recheck says it, too.
//
// With a calendar it also gives notice of objections that came after the policy's limit (LateObjection), which runs from the
// day of the feedback (反馈); the zero day stands for the day of the review. Whether a late one is heard is for the bureau.
// The error is that of the calendar.
func (r *Round) VetObjections(files []Assigned, objections []*Objection, feedback fazhi.Date, calendar *workday.Calendar) (fazhi.Issues, error) {
	v := r.vetting(files)
	var issues fazhi.Issues
	for n, o := range objections {
		issues = append(issues, v.vet(n, o)...)
		late, err := v.late(n, o, feedback, calendar)
		if err != nil {
			return nil, err
		}
		issues = append(issues, late...)
	}
	return issues, nil
}

// vetting is the work on objections in their order.
type vetting struct {
	round *Round
	files map[string]*Assigned
	panel *panel
	given map[[2]string]bool // file, reviewer: an opinion is there, or will be
}

func (r *Round) vetting(files []Assigned) *vetting {
	v := &vetting{round: r, files: byFile(files), panel: panelOf(&r.Drawn.Plan.Panel), given: make(map[[2]string]bool)}
	for i := range r.Files {
		for _, g := range r.Files[i].Opinions {
			if g.Role != Rechecker {
				v.given[[2]string{r.Files[i].File, g.Reviewer}] = true
			}
		}
	}
	return v
}

// vet looks at the n-th objection; nil is one of no file.
func (v *vetting) vet(n int, o *Objection) fazhi.Issues {
	if o == nil {
		o = &Objection{}
	}
	a := v.files[o.File]
	if a == nil || a.Rubric == nil {
		return fazhi.Issues{o.issue(n, UnknownFile, fazhi.Error, "/file", "本批次没有这一案卷的评查结果")}
	}
	var issues fazhi.Issues
	if o.Objected.Before(a.Case.Reviewed) {
		issues = append(issues, o.issue(n, BadObjection, fazhi.Error, "/objected", tooEarly))
	}
	if o.Reviewer == "" {
		return issues
	}
	return append(issues, v.reviewer(n, o, &a.Case)...)
}

const tooEarly = "异议日期早于评查日期"

// reviewer looks at the person who is to score again.
func (v *vetting) reviewer(n int, o *Objection, c *Case) fazhi.Issues {
	fault := func(field fazhi.Path, message string) fazhi.Issues {
		return fazhi.Issues{o.issue(n, BadReviewer, fazhi.Error, field, message)}
	}
	given := Opinion{Reviewer: o.Reviewer, Unit: o.Unit}
	why, who := v.panel.admits(o.File, &given), [2]string{o.File, o.Reviewer}
	switch {
	case why == otherUnit:
		return fault("/unit", why)
	case why != "":
		return fault("/reviewer", why)
	case given.Unit == "":
		return fault("/unit", noRecheckUnit)
	case given.Unit == c.Unit:
		return fault("/reviewer", ownUnit)
	case v.given[who]:
		return fault("/reviewer", "复核人对这一案卷已经有过评查或者复核")
	}
	v.given[who] = true
	if name, ok := near.Name(given.Unit, v.departments(c)); ok && name != given.Unit {
		return fazhi.Issues{o.issue(n, NearUnit, fazhi.Notice, "/unit", "复核人单位与一个办案部门的名称相近而不相同，未按本单位回避")}
	}
	return nil
}

const noRecheckUnit = "没有写明复核人单位，不能判断是否应当回避"

// departments are those of the file and of all files that were drawn.
func (v *vetting) departments(c *Case) []string {
	list := []string{c.Unit}
	for i := range v.round.Drawn.Picks {
		list = append(list, v.round.Drawn.Picks[i].Department)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// late gives notice of an objection after the policy's limit.
func (v *vetting) late(n int, o *Objection, feedback fazhi.Date, calendar *workday.Calendar) (fazhi.Issues, error) {
	span := v.round.Policy.Objection
	if o == nil || calendar == nil || span.IsZero() || v.files[o.File] == nil {
		return nil, nil
	}
	start := feedback
	if start.IsZero() {
		start = v.files[o.File].Case.Reviewed
	}
	if start.IsZero() {
		return nil, nil
	}
	deadline, err := calendar.Due(workday.Term{Start: start, Span: span, Basis: v.round.Policy.Name})
	if err != nil || !deadline.End.Before(o.Objected) {
		return nil, err
	}
	message := "异议超过“异议期限”，自反馈之日起算"
	if feedback.IsZero() {
		message = "异议超过“异议期限”，反馈日期未知，自评查之日起算"
	}
	return fazhi.Issues{o.issue(n, LateObjection, fazhi.Notice, "/objected", message)}, nil
}
