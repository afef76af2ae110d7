package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/casecode"
	"github.com/fazhi-go/fazhi/reconsideration/course"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/workday"
)

func (s *session) journey(ctx context.Context, args []string, out *trail) error {
	tale, err := tell(args)
	if err != nil {
		return err
	}
	if err := tale.spare(s.out, args); err != nil {
		return err
	}
	t, err := newTraveller(tale)
	if err != nil {
		return err
	}
	if err := t.follow(out); err != nil || out.Issues.Count(fazhi.Error) > 0 {
		return err // what cannot be is not entered
	}
	for _, m := range tale.moves() {
		if err := t.take(ctx, m); err != nil {
			return fmt.Errorf("%s（%s）：%w", m.Step, m.On, err)
		}
	}
	if err := t.look(ctx, out); err != nil {
		return err
	}
	return t.write(s.out, out)
}

// A traveller takes a case through a book that lasts as long as the journey. The book's clock shows the day of the step, so that
// a story gives the same answer at any time.
type traveller struct {
	story    *story
	calendar *workday.Calendar
	store    register.Store
	book     *register.Book
	scope    register.Scope
	code     casecode.Code
	today    fazhi.Date
}

func newTraveller(s *story) (*traveller, error) {
	t := &traveller{story: s, store: register.NewMemory(), scope: register.Scope{Organ: s.Organ}}
	series, err := s.series()
	if err != nil {
		return nil, err
	}
	var flows []*lifecycle.Machine
	for _, f := range []lifecycle.Flow{reconsideration.Flow(reconsideration.Profile{}), reconsideration.SuitFlow(reconsideration.Profile{})} {
		machine, err := lifecycle.Compile(f)
		if err != nil {
			return nil, err
		}
		flows = append(flows, machine)
	}
	if t.calendar, err = workday.StateCouncil(); err != nil {
		return nil, err
	}
	t.book, err = register.New(t.store, register.Options{
		Now: t.clock, Series: series, Flows: flows, Calendar: t.calendar,
		Hooks: register.Hooks{Before: casecode.Once(t.store, nil)},
	})
	return t, err
}

// series are the rows of numbers: the code, and the 案号 that the flow gives with the first step.
func (s *story) series() ([]register.Series, error) {
	code, err := casecode.SeriesOf(s.CodeOrgan)
	if err != nil {
		return nil, err
	}
	scheme, err := numbering.Parse(s.Number)
	return []register.Series{code, {Name: "案号", Number: scheme.Number}}, err
}

// clock is nine o'clock in China.
func (t *traveller) clock() time.Time {
	year, month, day := t.today.Date()
	return time.Date(year, month, day, 1, 0, 0, 0, time.UTC)
}

// take enters one event. What the flow refuses ends the journey.
func (t *traveller) take(ctx context.Context, m move) error {
	t.today = m.On
	r := register.Request{Scope: t.scope, Step: m.Step, On: m.On}
	r.Scope.Role = m.Role
	switch {
	case m.of >= 0:
		return t.inCourt(ctx, m, r)
	case m.first:
		return t.open(ctx, r)
	}
	r.Doc = t.story.Case
	_, err := t.book.Step(ctx, r)
	return err
}

// open registers the case, which gives it its code, and tries to do so once more.
func (t *traveller) open(ctx context.Context, r register.Request) (err error) {
	r.Doc = t.story.Case
	if t.code, _, err = casecode.Issue(ctx, t.book, r); err != nil {
		return err
	}
	if _, _, err = casecode.Issue(ctx, t.book, r); !errors.Is(err, register.ErrExists) {
		return errors.Join(errors.New("同一案件又得到了编号"), err)
	}
	return nil
}

// inCourt enters a suit under the code of the case, or takes it a step further.
func (t *traveller) inCourt(ctx context.Context, m move, r register.Request) error {
	s := &t.story.Suits[m.of]
	doc := &reconsideration.Suit{Serial: s.Serial, Defendant: s.Defendant, Level: s.Level, Instance: s.Instance, Result: s.Result, Form: "复议机关共同"}
	r.Doc = doc
	if !m.first {
		_, err := t.book.Step(ctx, r)
		return err
	}
	link := casecode.Link{Code: t.code, Stage: casecode.Stage(s.Instance), Organ: t.story.Organ, Of: fazhi.RefOf(doc)}
	if _, err := casecode.Connect(ctx, t.book, register.Request{Scope: t.scope}, link); err != nil {
		return err
	}
	_, err := t.book.Add(ctx, r)
	return err
}

// look asks the book for the whole course, and what of it the public may see.
func (t *traveller) look(ctx context.Context, out *trail) error {
	if t.code == (casecode.Code{}) {
		return errors.New("诉讼早于案件")
	}
	seen, err := casecode.Trace(ctx, t.store, t.scope, t.code)
	if err != nil {
		return err
	}
	out.Code, out.Steps, out.View = t.code.String(), seen.Steps, casecode.PublicView(seen, nil)
	out.ID, err = demoKey().ID(t.code)
	return err
}

// demoKey is that of a case that does not exist. A bureau keeps its own with its secrets.
func demoKey() casecode.Key {
	key, err := casecode.NewKey([]byte("an invented key for invented cases"))
	if err != nil {
		return casecode.Key{}
	}
	return key
}

// follow replays the events to the days that are asked for, and judges them.
func (t *traveller) follow(out *trail) error {
	r, err := course.New(t.calendar, reconsideration.Profile{})
	if err != nil {
		return err
	}
	file := t.story.file()
	if out.Issues, err = r.Check(file); err != nil {
		return err
	}
	for _, day := range t.story.AsOf {
		s, err := r.Replay(file, day)
		if err != nil {
			return err
		}
		out.Law = s.Law
		out.Standings = append(out.Standings, standingOf(s))
	}
	for i := range t.story.Suits {
		for _, issue := range reconsideration.Appearance(t.story.Suits[i].Sittings) {
			issue.Path = fazhi.At("suits", i, "sittings") + issue.Path
			out.Issues = append(out.Issues, issue)
		}
	}
	return t.defend(out)
}

// defend says who is sued after this reconsideration.
func (t *traveller) defend(out *trail) error {
	if len(t.story.Suits) == 0 {
		return nil
	}
	who, why, err := reconsideration.Reviewed{Outcomes: []reconsideration.Outcome{t.story.Case.Outcome}}.Defendant()
	out.Defendant = string(who) + "：" + why.Doc + "（" + why.Basis + "）"
	return err
}
