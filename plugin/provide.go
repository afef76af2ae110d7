package plugin

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

// providers are those of one kind, by name.
type providers[Q, R any] map[string]provider[Q, R]

// A provider is the one plug-in that answers under a name.
type provider[Q, R any] struct {
	by *member
	f  func(context.Context, *Q) (*R, error)
}

func collect[Q, R any](p *providers[Q, R], m *member, offered map[string]func(context.Context, *Q) (*R, error)) {
	if *p == nil {
		*p = make(providers[Q, R])
	}
	for name, f := range offered {
		(*p)[name] = provider[Q, R]{m, f}
	}
}

// provide finds who answers what.
func (h *Host) provide() {
	for _, m := range h.members {
		collect(&h.sections, m, m.Provide.Sections)
		collect(&h.numberers, m, m.Provide.Numberers)
		collect(&h.renderers, m, m.Provide.Renderers)
		collect(&h.calendars, m, m.Provide.Calendars)
		collect(&h.rubrics, m, m.Provide.Rubrics)
		collect(&h.signers, m, m.Provide.Signers)
	}
}

// ask calls the provider of a name. No provider is ErrNoProvider, no answer an error of the plug-in. What is wrong with the
// answer, if anything, is said by vet.
func ask[Q, R any](ctx context.Context, h *Host, hook Hook, from providers[Q, R], name string, q *Q, vet func(*R) error) (*R, *member, error) {
	p, ok := from[name]
	if !ok {
		return nil, nil, fmt.Errorf("plugin: %w“%s”（%s）", ErrNoProvider, name, hook)
	}
	r, err := invoke(ctx, h, p.by, hook, func(ctx context.Context, q *Q) (*R, error) {
		r, err := p.f(ctx, q)
		switch {
		case err != nil:
			return nil, err
		case r == nil:
			return nil, bad("没有内容")
		}
		return r, vet(r)
	}, q)
	return r, p.by, err
}

// Section returns one section of a report, with the plug-in's name in it.
func (h *Host) Section(ctx context.Context, q *SectionRequest) (report.Section, error) {
	r, m, err := ask(ctx, h, HookSection, h.sections, q.Slot, q, func(r *SectionResponse) error {
		return badIf(r.Section.Slot != "" && r.Section.Slot != q.Slot, "给出的是另一章节")
	})
	if err != nil {
		return report.Section{}, err
	}
	s := r.Section
	s.Slot, s.By = q.Slot, m.Name
	return s, nil
}

// Sections returns the sections of all plug-ins, in the order of the list and within a plug-in of their names: what
// report.Assemble takes beside those of the work areas. A plug-in that the template requires and that is not in the host is an
// error, ErrMissing. Slot of the request is not looked at.
func (h *Host) Sections(ctx context.Context, t report.Template, q SectionRequest) ([]report.Section, error) {
	if err := h.Require(t.Requires...); err != nil {
		return nil, err
	}
	var all []report.Section
	for _, m := range h.members {
		for _, slot := range slices.Sorted(maps.Keys(m.Provide.Sections)) {
			mine := q
			mine.Slot = slot
			s, err := h.Section(ctx, &mine)
			if err != nil {
				return nil, err
			}
			all = append(all, s)
		}
	}
	return all, nil
}

// Numberer returns how the numbers of a series are written, for register.Series.
func (h *Host) Numberer(ctx context.Context, q *NumberRequest) (numbering.Numberer, error) {
	var rule numbering.Numberer
	_, m, err := ask(ctx, h, HookNumber, h.numberers, q.Series, q, func(r *NumberResponse) (err error) {
		rule, err = r.Rule()
		return err
	})
	if err != nil {
		return nil, err
	}
	return func(s numbering.Slot) (text string, err error) {
		defer func() {
			if v := recover(); v != nil {
				text, err = "", m.panicked(HookNumber, v)
			}
		}()
		text, err = rule(s)
		return text, sound(err)
	}, nil
}

// Render writes a document in a format that a plug-in knows: whole, or not at all.
func (h *Host) Render(ctx context.Context, q *RenderRequest) (fazhi.Issues, error) {
	var whole bytes.Buffer
	mine := *q
	mine.To = &whole
	r, _, err := ask(ctx, h, HookRender, h.renderers, q.Format, &mine, func(*RenderResponse) error { return nil })
	if err != nil {
		return nil, err
	}
	if _, err := whole.WriteTo(q.To); err != nil {
		return nil, fmt.Errorf("plugin: %w", err)
	}
	return r.Issues, nil
}

// Calendar returns the working days of a region.
func (h *Host) Calendar(ctx context.Context, q *CalendarRequest) (*workday.Calendar, error) {
	r, _, err := ask(ctx, h, HookCalendar, h.calendars, q.Region, q, func(r *CalendarResponse) error {
		return badIf(r.Calendar == nil, "没有日历")
	})
	if err != nil {
		return nil, err
	}
	return r.Calendar, nil
}

// Score returns the score of a document by a rubric. Points of deductions and bonuses are in the marks but not in what is
// got, so it cannot be more than the marks have together.
func (h *Host) Score(ctx context.Context, q *ScoreRequest) (rubric.Result, error) {
	r, _, err := ask(ctx, h, HookScore, h.rubrics, q.Rubric, q, func(r *ScoreResponse) error {
		var most rubric.Points
		for _, m := range r.Result.Marks {
			most += max(m.Points, 0)
		}
		return badIf(r.Result.Got > most || r.Result.Got < 0, "得分与各项的分值不符")
	})
	if err != nil {
		return rubric.Result{}, err
	}
	return r.Result, nil
}

// Signer returns who signs with a key.
func (h *Host) Signer(ctx context.Context, q *SignerRequest) (checkpoint.Signer, error) {
	r, _, err := ask(ctx, h, HookSign, h.signers, q.Key, q, func(r *SignerResponse) error {
		return badIf(r.Signer == nil, "没有签名者")
	})
	if err != nil {
		return nil, err
	}
	return r.Signer, nil
}
