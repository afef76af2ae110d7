package plugin

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// Findings are what the checks of all plug-ins found.
type Findings struct {
	Issues  fazhi.Issues // by path, code, then plug-in: the order of the list does not change it
	Applied []Applied    // the plug-ins that judged, in the order of the list
	Skipped []Applied    // those that could not, and have FailOpen
}

// Check asks every plug-in that has checks for the document's kind in force on the day, and returns what all of them found.
// The error, of *Error, joins those that could not answer; the findings of the others are returned all the same. A plug-in
// that is asked for, by the document or in Demand, is not passed over: without its answer there is an error.
func (h *Host) Check(ctx context.Context, q *CheckRequest) (*Findings, error) {
	out := &Findings{}
	if q.Doc == nil {
		return out, errors.New("plugin: 没有文件")
	}
	must, err := h.demanded(q.Doc, q.Demand)
	if err != nil {
		return out, err
	}
	var all []finding
	var failed []error
	for _, m := range h.members {
		codes, has := m.asked(q)
		if !has {
			continue
		}
		mine := *q
		mine.Codes = codes
		r, err := invoke(ctx, h, m, HookCheck, m.askCheck, &mine)
		if r != nil {
			for _, i := range r.Issues {
				all = append(all, finding{i, m})
			}
		}
		switch {
		case err == nil:
			out.Applied = append(out.Applied, m.applied())
		case m.isPassedOver(ctx, must):
			out.Skipped = append(out.Skipped, m.applied())
		default:
			failed = append(failed, err)
		}
	}
	out.Issues = sorted(all)
	return out, errors.Join(failed...)
}

// isPassedOver reports whether work goes on when the plug-in has failed: the site wants that, nobody must have it, and the
// failure is not the caller's.
func (m *member) isPassedOver(ctx context.Context, must []string) bool {
	return m.FailOpen && ctx.Err() == nil && !slices.Contains(must, m.Name)
}

// asked returns the declared checks that a request asks for, and whether the plug-in has anything to say to it.
func (m *member) asked(q *CheckRequest) (codes []fazhi.Code, has bool) {
	kind := q.Doc.Kind()
	for i := range m.Checks {
		c := &m.Checks[i]
		if !c.InForce(q.LawOn) || c.Kind != "" && c.Kind != kind {
			continue
		}
		has = true
		if c.Run == nil {
			codes = append(codes, c.Code)
		}
	}
	return codes, has
}

// check runs the plug-in's own checks and asks for the declared ones.
func (m *member) check(ctx context.Context, q *CheckRequest) (*CheckResponse, error) {
	issues, err := fazhi.Validate(ctx, q.Doc, q.LawOn, q.Today, m.own)
	out := &CheckResponse{Issues: issues}
	if len(q.Codes) == 0 {
		return out, err
	}
	r, err2 := m.Check(ctx, q)
	if err2 == nil && r != nil {
		err2 = m.take(out, q, r.Issues)
	}
	return out, errors.Join(err, err2)
}

// Limits of one answer.
const (
	maxIssues = 10_000
	maxText   = 4000 // bytes of a message or a path
)

// take adds issues of declared checks, as these say them; issues that do not fit make the whole answer an error.
func (m *member) take(out *CheckResponse, q *CheckRequest, issues fazhi.Issues) error {
	if len(issues) > maxIssues {
		return bad("问题超过 " + strconv.Itoa(maxIssues) + " 个")
	}
	located, _ := q.Doc.(fazhi.Located)
	kept := make(fazhi.Issues, 0, len(issues))
	for _, i := range issues {
		c := m.declared[i.Code]
		switch {
		case c == nil || !slices.Contains(q.Codes, i.Code):
			return bad("问题的代码不是所问的检查项")
		case i.Message == "" || len(i.Message) > maxText || len(i.Path) > maxText:
			return bad("问题 " + string(i.Code) + " 没有说明，或者说明、位置过长")
		case i.Path != "" && i.Path[0] != '/':
			return bad("问题 " + string(i.Code) + " 的位置不是 JSON Pointer")
		}
		i.Severity, i.Basis, i.Origin = c.Severity, c.Basis, fazhi.Origin{}
		if located != nil {
			i.Origin, _ = located.Origin(i.Path)
		}
		kept = append(kept, i)
	}
	out.Issues = append(out.Issues, kept...)
	return nil
}

// A finding is an issue with who found it.
type finding struct {
	fazhi.Issue
	by *member
}

func sorted(all []finding) fazhi.Issues {
	slices.SortStableFunc(all, finding.compare)
	var issues fazhi.Issues
	for _, f := range all {
		issues = append(issues, f.Issue)
	}
	return issues
}

func (f finding) compare(g finding) int {
	return cmp.Or(comparePaths(f.Path, g.Path), cmp.Compare(f.Code, g.Code), cmp.Compare(f.by.Name, g.by.Name))
}
