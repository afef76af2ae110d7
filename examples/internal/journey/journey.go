// Package journey takes a document through a book, step by step, as a story tells it, for the programs of examples.
//
// A Stage is a step of the story. A Traveller tries one after the other, and notes what the hook, the flow and the follower said:
//
//	t, err := journey.New(journey.Plan{Organ: "泉源区司法局", Flow: contract.Flow(rules), Calendar: calendar, Read: read, Judge: judge})
//	for i := range stages {
//		refused, err := t.Take(ctx, &stages[i])
//	}
//	trail, err := t.Trail(ctx)
//
// The book lasts as long as the journey, and its clock shows the day of the step, so that a story gives the same answer at any
// time. A Traveller is not for several goroutines.
package journey

import (
	"context"
	"errors"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/workday"
)

// A Plan is what a journey needs beside its story.
type Plan struct {
	Organ    string // whose book it is
	Flow     lifecycle.Flow
	Calendar *workday.Calendar
	Series   []register.Series // the rows of numbers; where it is null, the JSON of steps has no numbers

	Read  func(Draft) (fazhi.Document, error)                              // reads the draft of the step that is tried
	Judge func(ctx context.Context, a *register.Attempt) ([]string, error) // the hook before a step
}

// A Traveller is on a journey.
type Traveller struct {
	Book      *register.Book
	Scope     register.Scope
	Today     fazhi.Date
	Doc       fazhi.Document // what was kept last; nil before the first step
	Line      Told           // of the step that is being tried
	Lines     []Told         // of those that were tried
	Surprises []string       // steps that were refused or taken, and should not have been

	plan  Plan
	clerk *register.Follower
	draft Draft
}

// New returns a Traveller before the first step. The error is that of the flow or the series.
func New(p Plan) (*Traveller, error) {
	machine, err := lifecycle.Compile(p.Flow)
	if err != nil {
		return nil, err
	}
	t := &Traveller{plan: p, Scope: register.Scope{Organ: p.Organ}, draft: Draft{}}
	store := register.NewMemory()
	t.clerk = &register.Follower{
		Store: store, Cursors: register.NewMemoryCursors(), Name: "经办人", Holder: "journey", Scope: t.Scope, Now: t.clock, Deliver: t.hear,
	}
	t.Book, err = register.New(store, register.Options{
		Now: t.clock, Series: p.Series, Flows: []*lifecycle.Machine{machine}, Calendar: p.Calendar, Hooks: register.Hooks{Before: p.Judge},
	})
	return t, err
}

// clock is nine o'clock in China.
func (t *Traveller) clock() time.Time {
	year, month, day := t.Today.Date()
	return time.Date(year, month, day, 1, 0, 0, 0, time.UTC)
}

// Take tries one step, lets the follower hear of it, and reports whether it was refused.
func (t *Traveller) Take(ctx context.Context, s *Stage) (refused bool, err error) {
	if s.On.IsZero() || s.On.Before(t.Today) {
		return false, errors.New("没有写日期（on），或者早于前一步")
	}
	t.Today, t.Line = s.On, Told{On: s.On, Step: s.Step}
	if refused, err = t.try(ctx, s); err != nil {
		return refused, err
	}
	if refused != s.Refused {
		t.Surprises = append(t.Surprises, s.Step+"（"+s.On.String()+"）")
	}
	if _, err = t.clerk.Pass(ctx); err != nil {
		return refused, err
	}
	t.Line.list(t.plan.Series != nil)
	t.Lines = append(t.Lines, t.Line)
	return refused, nil
}

// try asks the book for a step. A refused one leaves the document as it was.
func (t *Traveller) try(ctx context.Context, s *Stage) (refused bool, err error) {
	next := t.draft.With(s.Set)
	doc, err := t.plan.Read(next)
	if err != nil {
		return false, err
	}
	act := t.Book.Step
	if t.Doc == nil {
		act = t.Book.Add
	}
	entry, err := act(ctx, register.Request{Scope: t.Scope, Doc: doc, Step: s.Step, On: s.On, By: s.By})
	var no *register.Refusal
	if errors.As(err, &no) {
		t.Line.Refused = reasons(no)
		return true, nil
	}
	if err == nil {
		t.draft, t.Doc = next, doc
		t.Line.keep(&entry)
	}
	return false, err
}

// hear is told of every entry after it was kept, the refused ones among them.
func (t *Traveller) hear(_ context.Context, e *register.Event) error {
	t.Line.Heard = append(t.Line.Heard, heard(&e.Entry))
	return nil
}

// Trail asks the book for what it holds of the document.
func (t *Traveller) Trail(ctx context.Context) ([]Kept, error) {
	if t.Doc == nil {
		return nil, errors.New("没有一步办成")
	}
	var list []Kept
	for e, err := range t.Book.Trail(ctx, t.Scope, fazhi.RefOf(t.Doc)) {
		if err != nil {
			return nil, err
		}
		k := keptOf(&e)
		if t.plan.Series != nil {
			cli.Listed(&k.Numbers)
		}
		list = append(list, k)
	}
	return list, nil
}
