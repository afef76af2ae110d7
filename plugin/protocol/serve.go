package protocol

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register"
)

// served is a plug-in that answers.
type served struct {
	*Server
	p *plugin.Plugin
}

// answer finds the hook of a method.
func (v served) answer(ctx context.Context, r Request) (any, *Fault) {
	switch r.Method {
	case Check:
		return ask(ctx, v.Server, r, v.check)
	case Guard:
		return ask(ctx, v.Server, r, v.guard)
	case Number:
		return ask(ctx, v.Server, r, v.number)
	case Section:
		return ask(ctx, v.Server, r, v.section)
	case Score:
		return ask(ctx, v.Server, r, v.score)
	case Observe:
		return ask(ctx, v.Server, r, v.observe)
	}
	return nil, fault(CodeNoMethod, "没有这种方法")
}

func keys[V any](m map[string]V) []string { return list(slices.Sorted(maps.Keys(m))) }

// check runs those checks that are asked for: with Run one by one, the others together.
func (v served) check(ctx context.Context, q *CheckParams) (*CheckResult, error) {
	doc, err := v.open(&q.Document)
	if err != nil {
		return nil, err
	}
	var run []fazhi.Check
	var codes []fazhi.Code
	for _, c := range v.p.Checks {
		switch {
		case !slices.Contains(q.Codes, c.Code):
		case c.Run != nil:
			run = append(run, c)
		default:
			codes = append(codes, c.Code)
		}
	}
	issues, err := fazhi.Validate(ctx, doc, q.LawOn, q.Today, run)
	if err != nil {
		return nil, err
	}
	if len(codes) > 0 {
		r, err := v.p.Check(ctx, &plugin.CheckRequest{Doc: doc, LawOn: q.LawOn, Today: q.Today, Codes: codes})
		if err != nil {
			return nil, err
		}
		if r != nil {
			issues = append(issues, r.Issues...)
		}
	}
	return &CheckResult{Issues: wireIssues(issues)}, nil
}

func wireIssues(issues fazhi.Issues) []Issue {
	wire := make([]Issue, 0, len(issues))
	for _, i := range issues {
		wire = append(wire, Issue{Code: i.Code, Path: i.Path, Message: i.Message})
	}
	return wire
}

// guard asks the plug-in's guard; a refusal that comes as an error is one all the same.
func (v served) guard(ctx context.Context, q *GuardParams) (*GuardResult, error) {
	if v.p.Guard == nil {
		return nil, fault(CodeNoMethod, "插件不把关")
	}
	a := &plugin.GuardRequest{
		Act: q.Act, Scope: register.Scope{Organ: q.Organ, Role: q.Role}, Ref: q.Ref, Step: q.Step, Series: q.Series,
		On: q.On, By: q.By, Reason: q.Reason,
	}
	if q.Document != nil {
		doc, err := v.open(q.Document)
		if err != nil {
			return nil, err
		}
		a.Doc = doc
	}
	if l := q.Last; l != nil {
		a.Last = &register.Entry{Organ: q.Organ, Ref: q.Ref, Seq: l.Seq, Act: l.Act, Step: l.Step, On: l.On, Numbers: l.Numbers}
	}
	r, err := v.p.Guard(ctx, a)
	var refusal *register.Refusal
	switch {
	case errors.As(err, &refusal) && refusal != nil:
	case err != nil:
		return nil, err
	case r == nil || r.Refusal == nil:
		return &GuardResult{}, nil
	default:
		refusal = r.Refusal
	}
	return &GuardResult{Refusal: &Refusal{Code: refusal.Code, Reason: refusal.Reason, Issues: wireIssues(refusal.Issues)}}, nil
}

func (v served) number(ctx context.Context, q *NumberParams) (*NumberResult, error) {
	f := v.p.Provide.Numberers[q.Series]
	if f == nil {
		return nil, fault(CodeInvalidParams, "插件不提供该序列的编号规则")
	}
	r, err := f(ctx, &plugin.NumberRequest{Series: q.Series, Organ: q.Organ})
	switch {
	case err != nil:
		return nil, err
	case r == nil || r.Pattern == "":
		return nil, fault(CodeInternal, "编号规则没有写成 Pattern，不能在进程之外提供")
	}
	return &NumberResult{Pattern: r.Pattern}, nil
}

func (v served) section(ctx context.Context, q *SectionParams) (*SectionResult, error) {
	f := v.p.Provide.Sections[q.Slot]
	if f == nil {
		return nil, fault(CodeInvalidParams, "插件不提供该章节")
	}
	r, err := f(ctx, &plugin.SectionRequest{Slot: q.Slot, Organ: q.Organ, Period: fazhi.Period{From: q.From, To: q.To}})
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, fault(CodeInternal, "插件没有给出内容")
	}
	prose, ok := proseOf(r.Section)
	out := &SectionResult{Prose: prose, Figures: []Figure{}}
	for _, f := range r.Section.Figures {
		wire, known := figureOf(f)
		ok = ok && known
		out.Figures = append(out.Figures, wire)
	}
	if !ok {
		return nil, fault(CodeInternal, "章节应当是一段文字（report.Sentence），每个数据项都有值")
	}
	return out, nil
}

func (v served) score(ctx context.Context, q *ScoreParams) (*ScoreResult, error) {
	f := v.p.Provide.Rubrics[q.Rubric]
	if f == nil {
		return nil, fault(CodeInvalidParams, "插件不提供该评分标准")
	}
	doc, err := v.open(&q.Document)
	if err != nil {
		return nil, err
	}
	r, err := f(ctx, &plugin.ScoreRequest{Rubric: q.Rubric, Doc: doc, LawOn: q.LawOn, Today: q.Today})
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, fault(CodeInternal, "插件没有给出得分")
	}
	return &r.Result, nil
}

func (v served) observe(ctx context.Context, q *ObserveParams) (*Empty, error) {
	if v.p.Observe == nil {
		return nil, fault(CodeNoMethod, "插件不接受通知")
	}
	e, err := register.ParseLine(q.Entry)
	if err != nil || q.Attempt < 1 {
		return nil, fault(CodeInvalidParams, "entry 不是登记簿中的一条，或者 attempt 小于 1")
	}
	if err := v.p.Observe(ctx, &plugin.Event{Subscriber: v.p.Name, Entry: e, Attempt: q.Attempt}); err != nil {
		return nil, err
	}
	return &Empty{}, nil
}
