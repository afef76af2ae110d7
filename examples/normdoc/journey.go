package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/workday"
)

func (s *session) journey(ctx context.Context, args []string, out *trail) error {
	var tale story
	if err := s.strict("历程", args[0], &tale); err != nil {
		return err
	}
	t, err := newTraveller(&tale)
	if err != nil {
		return fmt.Errorf("这份历程不能使用，见样例：%w", err)
	}
	for _, stage := range tale.Steps {
		if err := t.take(ctx, stage, out); err != nil {
			return fmt.Errorf("%s：%w", stage.Step, err)
		}
	}
	return t.arrive(ctx, out)
}

// A traveller takes a document through a book.
type traveller struct {
	story   *story
	profile normdoc.Profile
	book    *register.Book
	scope   register.Scope
	doc     normdoc.Doc
	today   fazhi.Date
	entered bool
}

// newTraveller makes a book that lasts as long as the journey. Its clock shows the day of the step, so that a story gives the
// same trail at any time.
func newTraveller(s *story) (*traveller, error) {
	t := &traveller{story: s, profile: s.profile(), scope: register.Scope{Organ: s.Organ}}
	series, err := t.profile.Series()
	if err != nil {
		return nil, err
	}
	machine, err := lifecycle.Compile(normdoc.Flow(t.profile))
	if err != nil {
		return nil, err
	}
	calendar, err := workday.StateCouncil()
	if err != nil {
		return nil, err
	}
	t.book, err = register.New(register.NewMemory(), register.Options{
		Now: t.clock, Series: series, Flows: []*lifecycle.Machine{machine}, Calendar: calendar,
	})
	return t, err
}

// clock is nine o'clock in China.
func (t *traveller) clock() time.Time {
	year, month, day := t.today.Date()
	return time.Date(year, month, day, 1, 0, 0, 0, time.UTC)
}

// take tries one step.
func (t *traveller) take(ctx context.Context, s stage, out *trail) error {
	switch {
	case s.On.IsZero():
		return errors.New("没有写日期（on）")
	case s.On.Before(t.today):
		return fmt.Errorf("日期（%s）早于前一步（%s）", s.On, t.today)
	}
	t.today = s.On
	next := t.doc
	if len(s.Set) > 0 && set(s.Set, &next) != nil {
		return errors.New("set 不是台账的内容，见样例")
	}
	act := t.book.Step
	if !t.entered {
		act = t.book.Add
	}
	entry, err := act(ctx, register.Request{Scope: t.scope, Doc: &next, Step: s.Step, On: s.On})
	line := told{On: s.On, Step: s.Step, Numbers: []string{}, Limits: []string{}, Refused: []string{}}
	var refusal *register.Refusal
	switch {
	case errors.As(err, &refusal):
		line.Refused = append(line.Refused, refusal.Reason)
	case err != nil:
		return err
	default:
		t.entered, t.doc = true, next
		t.keep(&entry, &line)
	}
	if s.Refused != (refusal != nil) {
		out.Surprises = append(out.Surprises, s.Step+"（"+s.On.String()+"）")
	}
	out.Trail = append(out.Trail, line)
	return nil
}

// set writes what a stage says into the document. A member that a document does not have is an error.
func set(data json.RawMessage, d *normdoc.Doc) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	return decoder.Decode(d)
}

// keep notes what an entry gave.
func (t *traveller) keep(e *register.Entry, line *told) {
	for _, n := range e.Numbers {
		line.Numbers = append(line.Numbers, n.Text)
		switch n.Series {
		case normdoc.RegistrationSeries:
			t.doc.Registration = n.Text
		case normdoc.NumberSeries:
			t.doc.Number, _ = fazhi.ParseNumber(n.Text) // a bureau's own form stays in the book
		}
	}
	for _, r := range e.Running {
		line.Limits = append(line.Limits, r.Clock+"至"+r.Due.String())
	}
}

// arrive asks the book what was in force, and the document what had to be done.
func (t *traveller) arrive(ctx context.Context, out *trail) error {
	versions, _, err := normdoc.TrailVersions(t.book.Find(ctx, register.Query{Scope: t.scope, Kind: normdoc.Kind}))
	if err != nil {
		return err
	}
	for _, on := range t.story.AsOf {
		day := inForce{On: on, Versions: []string{}}
		for _, v := range normdoc.AsOf(versions, on) {
			day.Versions = append(day.Versions, v.String())
		}
		out.InForce = append(out.InForce, day)
	}
	for _, on := range t.story.Reminders {
		day := remind{On: on, Due: []string{}}
		for _, r := range t.profile.Validity.Due(&t.doc, on) {
			day.Due = append(day.Due, r.Name)
		}
		out.Reminders = append(out.Reminders, day)
	}
	return nil
}
