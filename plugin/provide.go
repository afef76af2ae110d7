package plugin

import (
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
func ask[Q, R any](ctx context.Context, h *Host, hook Hook, from providers[Q, R], name string, q *Q, vet func(*R) string) (*R, *member, error) {
	p, ok := from[name]
	if !ok {
		return nil, nil, fmt.Errorf("plugin: %w“%s”（%s）", ErrNoProvider, name, hook)
	}
	r, err := invoke(ctx, h, p.by, hook, p.f, q)
	if err != nil {
		return nil, nil, err
	}
	if r == nil {
		return nil, nil, p.by.fail(h, ctx, hook, bad("没有内容"))
	}
	if fault := vet(r); fault != "" {
		return nil, nil, p.by.fail(h, ctx, hook, bad(fault))
	}
	return r, p.by, nil
}

// Section returns one section of a report, with the plug-in's name in it.
func (h *Host) Section(ctx context.Context, q *SectionRequest) (report.Section, error) {
	r, m, err := ask(ctx, h, HookSection, h.sections, q.Slot, q, func(r *SectionResponse) string {
		if s := r.Section.Slot; s != "" && s != q.Slot {
			return "给出的是另一章节"
		}
		return ""
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
	r, m, err := ask(ctx, h, HookNumber, h.numberers, q.Series, q, func(*NumberResponse) string { return "" })
	if err != nil {
		return nil, err
	}
	rule, err := r.Rule()
	if err != nil {
		return nil, m.fail(h, ctx, HookNumber, err)
	}
	return func(s numbering.Slot) (text string, err error) {
		defer func() {
			if v := recover(); v != nil {
				text, err = "", m.panicked(HookNumber, v)
			}
		}()
		return rule(s)
	}, nil
}

// Render writes a document in a format that a plug-in knows.
func (h *Host) Render(ctx context.Context, q *RenderRequest) (fazhi.Issues, error) {
	r, _, err := ask(ctx, h, HookRender, h.renderers, q.Format, q, func(*RenderResponse) string { return "" })
	if err != nil {
		return nil, err
	}
	return r.Issues, nil
}

// Calendar returns the working days of a region.
func (h *Host) Calendar(ctx context.Context, q *CalendarRequest) (*workday.Calendar, error) {
	r, _, err := ask(ctx, h, HookCalendar, h.calendars, q.Region, q, func(r *CalendarResponse) string {
		if r.Calendar == nil {
			return "没有日历"
		}
		return ""
	})
	if err != nil {
		return nil, err
	}
	return r.Calendar, nil
}

// Score returns the score of a document by a rubric.
func (h *Host) Score(ctx context.Context, q *ScoreRequest) (rubric.Result, error) {
	r, _, err := ask(ctx, h, HookScore, h.rubrics, q.Rubric, q, func(r *ScoreResponse) string {
		var got rubric.Points
		for _, m := range r.Result.Marks {
			got += m.Points
		}
		if got != r.Result.Got {
			return "各项的分值与得分不符"
		}
		return ""
	})
	if err != nil {
		return rubric.Result{}, err
	}
	return r.Result, nil
}

// Signer returns who signs with a key.
func (h *Host) Signer(ctx context.Context, q *SignerRequest) (checkpoint.Signer, error) {
	r, _, err := ask(ctx, h, HookSign, h.signers, q.Key, q, func(r *SignerResponse) string {
		if r.Signer == nil {
			return "没有签名者"
		}
		return ""
	})
	if err != nil {
		return nil, err
	}
	return r.Signer, nil
}
