package main

import (
	"context"
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/examples/internal/journey"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/workday"
)

func (s *session) journey(ctx context.Context, args []string, out *trail) error {
	tale, err := tell(args)
	if err != nil {
		return err
	}
	t, err := newTraveller(tale)
	if err != nil {
		return fmt.Errorf("这份历程不能使用，见样例：%w", err)
	}
	for i := range tale.Steps {
		step := &tale.Steps[i]
		err := t.ask(ctx, step.On, out)
		if err == nil {
			_, err = t.Take(ctx, step)
		}
		if err != nil {
			return fmt.Errorf("%s（%s）：%w", step.Step, step.On, err)
		}
	}
	if out.Trail, err = t.Trail(ctx); err != nil {
		return err
	}
	out.Lines, out.Surprises = t.Lines, t.Surprises
	return t.ask(ctx, fazhi.DateOf(9999, 12, 31), out)
}

// A traveller takes a contract on the journey of a story.
type traveller struct {
	*journey.Traveller
	story  *story
	checks []fazhi.Check
}

func newTraveller(s *story) (*traveller, error) {
	calendar, err := workday.StateCouncil()
	if err != nil {
		return nil, err
	}
	t, rules := &traveller{story: s}, s.Place.profile(calendar)
	numbers, err := s.series()
	if err != nil {
		return nil, err
	}
	if t.checks, err = contract.Checks(rules); err != nil {
		return nil, err
	}
	t.Traveller, err = journey.New(journey.Plan{
		Organ: s.Organ, Flow: contract.Flow(rules), Calendar: calendar, Series: numbers, Read: contractOf, Judge: t.judge,
	})
	return t, err
}

// judge is the hook before a step: it runs the checks, and refuses what has an error.
func (t *traveller) judge(ctx context.Context, a *register.Attempt) ([]string, error) {
	judged := []string{"quanyuan/checks@1.0.0"}
	c, ok := a.Doc.(*contract.Contract)
	if !ok {
		return judged, nil
	}
	issues, err := fazhi.Validate(ctx, c, c.LawOn(a.On), a.On, t.checks)
	if err != nil {
		return nil, err
	}
	t.Line.Judged = fmt.Sprintf("检查 %d 项，错误 %d，警告 %d", len(t.checks), issues.Count(fazhi.Error), issues.Count(fazhi.Warning))
	var grave fazhi.Issues
	for _, i := range issues {
		if i.Severity == fazhi.Error {
			grave = append(grave, i)
		}
	}
	if len(grave) > 0 {
		return judged, &register.Refusal{Code: "quanyuan/contract/checks", Reason: grave[0].Message, Issues: grave}
	}
	return judged, nil
}

// ask asks the book, one query a day, what was overdue on the days that are asked for from the step before on and before a day.
func (t *traveller) ask(ctx context.Context, until fazhi.Date, out *trail) error {
	for _, on := range t.story.AsOf {
		if on.Before(t.Today) || !on.Before(until) {
			continue
		}
		late, err := t.late(ctx, on)
		if err != nil {
			return err
		}
		out.Overdue = append(out.Overdue, late)
	}
	return nil
}

// late is what the book says of a day: the clocks that ended before it and still run.
func (t *traveller) late(ctx context.Context, on fazhi.Date) (overdue, error) {
	late := overdue{On: on}
	for e, err := range t.Book.Overdue(ctx, t.Scope, on) {
		if err != nil {
			return late, err
		}
		for _, r := range e.Running {
			if !r.Due.IsZero() && r.Due.Before(on) {
				late.Limits = append(late.Limits, journey.LimitOf(r))
			}
		}
	}
	return late, nil
}
