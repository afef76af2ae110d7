package plugin

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"sync/atomic"
	"time"

	"github.com/fazhi-go/fazhi"
)

// A Host holds plug-ins and calls their hooks in the order of the list. It never changes, and may be used by several
// goroutines; any number of hosts may be in one process.
type Host struct {
	o         Options
	members   []*member
	sections  providers[SectionRequest, SectionResponse]
	numberers providers[NumberRequest, NumberResponse]
	renderers providers[RenderRequest, RenderResponse]
	calendars providers[CalendarRequest, CalendarResponse]
	rubrics   providers[ScoreRequest, ScoreResponse]
	signers   providers[SignerRequest, SignerResponse]
}

// Options are how a host calls its plug-ins. The zero value calls them without a deadline of its own, and tells nobody.
type Options struct {
	// Timeout is how long one call may take; zero: as long as the caller's context. With it each call has a goroutine of its
	// own, which costs about two microseconds. A plug-in that does not end with its context cannot be stopped: its
	// goroutine is left behind, still holding what it was given, so do not change that afterwards.
	Timeout time.Duration

	// Overruns is after how many such calls a plug-in is asked no more; zero: 3. See Host.Release.
	Overruns int

	Log    *slog.Logger // of failures, by name, hook and the plug-in's own error; nil: none
	Tracer Tracer       // of every call; nil: none
}

// A Tracer is told of calls, for a system that collects traces or counts.
//
// Start is called before a call; the plug-in gets the context that it returns. The function that it returns, which is
// not nil, is called once after the call, with its error. Both may be called from several goroutines.
type Tracer interface {
	Start(ctx context.Context, c Call) (context.Context, func(error))
}

// A Call is one call of a hook.
type Call struct {
	Plugin Applied
	Hook   Hook
}

// NewHost makes a host of plug-ins with the zero Options. The error says everything that does not fit: names, versions,
// API levels, missing requirements, doubled codes and providers, plug-ins that offer nothing.
func NewHost(list ...Plugin) (*Host, error) { return Options{}.NewHost(list...) }

// NewHost makes a host of plug-ins. The error says everything that does not fit.
func (o Options) NewHost(list ...Plugin) (*Host, error) {
	h := &Host{o: o}
	if h.o.Overruns == 0 {
		h.o.Overruns = 3
	}
	if err := vet(o, list); err != nil {
		return nil, err
	}
	for i := range list {
		h.members = append(h.members, newMember(list[i]))
	}
	h.provide()
	return h, nil
}

// A member is a plug-in at work in a host.
type member struct {
	Plugin
	own      []fazhi.Check               // checks with Run, each with a net under it
	declared map[fazhi.Code]*fazhi.Check // those without
	overruns atomic.Int32

	// The hooks as invoke calls them. They are made once: a method value made at each call would be an allocation.
	askCheck    func(context.Context, *CheckRequest) (*CheckResponse, error)
	askGuard    func(context.Context, *GuardRequest) (*GuardResponse, error)
	askObserver func(context.Context, *Event) (*nothing, error)
}

func newMember(p Plugin) *member {
	m := &member{Plugin: p, declared: make(map[fazhi.Code]*fazhi.Check)}
	m.askCheck, m.askGuard, m.askObserver = m.check, m.guard, m.observe
	m.Requires, m.Refuses = slices.Clone(p.Requires), slices.Clone(p.Refuses)
	m.Checks, m.Provide = slices.Clone(p.Checks), p.Provide.clone()
	for i := range m.Checks {
		if c := &m.Checks[i]; c.Run == nil {
			m.declared[c.Code] = c
		} else {
			m.own = append(m.own, m.netted(*c))
		}
	}
	return m
}

func (p Providers) clone() Providers {
	return Providers{
		Sections: maps.Clone(p.Sections), Numberers: maps.Clone(p.Numberers), Renderers: maps.Clone(p.Renderers),
		Calendars: maps.Clone(p.Calendars), Rubrics: maps.Clone(p.Rubrics), Signers: maps.Clone(p.Signers),
	}
}

// netted returns a check whose panic is its own error and leaves the others at work.
func (m *member) netted(c fazhi.Check) fazhi.Check {
	run := c.Run
	c.Run = func(ctx context.Context, p *fazhi.Pass) (err error) {
		defer func() {
			if v := recover(); v != nil {
				err = m.panicked(HookCheck, v)
			}
		}()
		return sound(run(ctx, p))
	}
	return c
}

func (m *member) applied() Applied { return Applied{Name: m.Name, Version: m.Version} }

func (m *member) quarantined(h *Host) bool { return int(m.overruns.Load()) >= h.o.Overruns }

func (m *member) overran(h *Host) {
	if n := int(m.overruns.Add(1)); n == h.o.Overruns && h.o.Log != nil {
		h.o.Log.Error("插件已停用", "plugin", m.Name, "version", m.Version, "overruns", n)
	}
}

// Quarantined returns the names of the plug-ins that are asked no more because they overran their time too often.
func (h *Host) Quarantined() []string {
	var names []string
	for _, m := range h.members {
		if m.quarantined(h) {
			names = append(names, m.Name)
		}
	}
	return names
}

// Release lets a plug-in be asked again, and reports whether there is one of that name.
func (h *Host) Release(name string) bool {
	m := h.find(name)
	if m != nil {
		m.overruns.Store(0)
	}
	return m != nil
}

func (h *Host) find(name string) *member {
	for _, m := range h.members {
		if m.Name == name {
			return m
		}
	}
	return nil
}
