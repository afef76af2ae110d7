package protocol

import (
	"context"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/report"
)

// check asks for all declared checks of a document in one call.
func (c *Client) check(ctx context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
	d, err := c.write.document(q.Doc)
	if err != nil {
		return nil, err
	}
	var r CheckResult
	err = c.call(ctx, Check, &CheckParams{Document: *d, LawOn: q.LawOn, Today: q.Today, Codes: list(q.Codes)}, &r)
	if err != nil {
		return nil, err
	}
	return &plugin.CheckResponse{Issues: issuesOf(r.Issues)}, nil
}

// issuesOf returns the issues without severity and basis, which are those of the checks.
func issuesOf(wire []Issue) fazhi.Issues {
	var issues fazhi.Issues
	for _, i := range wire {
		issues = append(issues, fazhi.Issue{Code: i.Code, Path: i.Path, Message: i.Message})
	}
	return issues
}

// guard asks whether an attempt may be kept.
func (c *Client) guard(ctx context.Context, q *plugin.GuardRequest) (*plugin.GuardResponse, error) {
	d, err := c.write.optional(q.Doc)
	if err != nil {
		return nil, err
	}
	p := &GuardParams{
		Act: q.Act, Organ: q.Scope.Organ, Role: q.Scope.Role, Ref: q.Ref, Document: d, Step: q.Step, Series: list(q.Series),
		On: q.On, By: q.By, Reason: q.Reason,
	}
	if l := q.Last; l != nil {
		p.Last = &Last{Seq: l.Seq, Act: l.Act, Step: l.Step, On: l.On, Numbers: list(l.Numbers)}
	}
	var r GuardResult
	if err := c.call(ctx, Guard, p, &r); err != nil || r.Refusal == nil {
		return nil, err
	}
	issues, err := c.reasons(r.Refusal.Issues)
	if err != nil {
		return nil, err
	}
	return &plugin.GuardResponse{Refusal: &register.Refusal{Code: r.Refusal.Code, Reason: r.Refusal.Reason, Issues: issues}}, nil
}

// maxReasons is how many issues of a refusal are looked at; a host takes no more.
const maxReasons = 1000

// reasons vets the issues of a refusal: their codes are among those that the plug-in has declared.
func (c *Client) reasons(wire []Issue) (fazhi.Issues, error) {
	issues := issuesOf(wire)
	if len(issues) > maxReasons {
		return nil, answerError("不予登记的逐项理由过多")
	}
	for k := range issues {
		i := &issues[k]
		n := slices.IndexFunc(c.plugin.Checks, func(k fazhi.Check) bool { return k.Code == i.Code })
		switch {
		case n < 0 && !slices.Contains(c.plugin.Refuses, i.Code):
			return nil, answerError("不予登记的理由的代码没有声明")
		case i.Message == "", i.Path != "" && i.Path[0] != '/':
			return nil, answerError("不予登记的理由没有说明，或者位置不是 JSON Pointer")
		case n >= 0:
			i.Severity, i.Basis = c.plugin.Checks[n].Severity, c.plugin.Checks[n].Basis
		}
	}
	return issues, nil
}

// number asks for the rule of a series.
func (c *Client) number(ctx context.Context, q *plugin.NumberRequest) (*plugin.NumberResponse, error) {
	var r NumberResult
	if err := c.call(ctx, Number, NumberParams{Series: q.Series, Organ: q.Organ}, &r); err != nil {
		return nil, err
	}
	return &plugin.NumberResponse{Pattern: r.Pattern}, nil // the host reads it
}

// section asks for one section of a report.
func (c *Client) section(ctx context.Context, q *plugin.SectionRequest) (*plugin.SectionResponse, error) {
	var r SectionResult
	err := c.call(ctx, Section, SectionParams{Slot: q.Slot, Organ: q.Organ, From: q.Period.From, To: q.Period.To}, &r)
	if err != nil {
		return nil, err
	}
	figures, err := figuresOf(r.Figures, q.Period)
	if err != nil {
		return nil, err
	}
	s, err := report.Sentence(q.Slot, r.Prose, figures)
	if err != nil {
		return nil, answerError("章节的文字中占位符写法不对")
	}
	return &plugin.SectionResponse{Section: s}, nil
}

// score asks for the score of a document.
func (c *Client) score(ctx context.Context, q *plugin.ScoreRequest) (*plugin.ScoreResponse, error) {
	d, err := c.write.document(q.Doc)
	if err != nil {
		return nil, err
	}
	var r ScoreResult
	err = c.call(ctx, Score, &ScoreParams{Rubric: q.Rubric, Document: *d, LawOn: q.LawOn, Today: q.Today}, &r)
	if err != nil {
		return nil, err
	}
	return &plugin.ScoreResponse{Result: r}, nil
}

// observe tells of one entry.
func (c *Client) observe(ctx context.Context, e *plugin.Event) error {
	line, err := e.Entry.AppendLine(nil)
	if err != nil {
		return fmt.Errorf("protocol: %w", err)
	}
	return c.call(ctx, Observe, &ObserveParams{Entry: line, Attempt: e.Attempt}, &Empty{})
}

func answerError(what string) error { return fmt.Errorf("protocol: %w：%s", plugin.ErrAnswer, what) }

// list returns s, and an empty slice for nil.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
