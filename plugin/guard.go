package plugin

import (
	"context"
	"errors"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// Hooks returns the guards as the hooks of a book. Without guards, and without documents that name plug-ins, they have
// nothing to say.
func (h *Host) Hooks() register.Hooks {
	hooks := register.Hooks{Before: h.Guard}
	for _, m := range h.members {
		if m.Plugin.Guard != nil {
			hooks.Applied = append(hooks.Applied, m.applied().String())
		}
	}
	return hooks
}

// Guard asks the guards in the order of the list, until one refuses or cannot answer. A refusal comes back as a
// *register.Refusal; any other error, of *Error, means that nobody knows the answer. A guard with FailOpen that cannot
// answer is logged and passed over. Those that did not judge are taken out of what the book writes down; see
// register.Attempt.Skip.
func (h *Host) Guard(ctx context.Context, q *GuardRequest) error {
	if q.Doc != nil {
		if err := h.demand(q.Doc, nil); err != nil {
			return err
		}
	}
	var refusal *register.Refusal
	for _, m := range h.members {
		switch {
		case m.Plugin.Guard == nil:
			continue
		case refusal != nil:
			q.Skip(m.applied().String())
			continue
		}
		r, err := invoke(ctx, h, m, HookGuard, m.askGuard, q)
		switch {
		case err != nil && m.FailOpen && ctx.Err() == nil:
			q.Skip(m.applied().String())
		case err != nil:
			return err
		case r != nil:
			refusal = r.Refusal
		}
	}
	if refusal != nil {
		return refusal
	}
	return ctx.Err()
}

// guard asks the plug-in's guard. A refusal that comes as an error is a refusal all the same; one that does not fit is none.
func (m *member) guard(ctx context.Context, q *GuardRequest) (*GuardResponse, error) {
	r, err := m.Plugin.Guard(ctx, q)
	if err != nil {
		r, err = refusalIn(err)
	}
	if err != nil || r == nil || r.Refusal == nil {
		return nil, err
	}
	if r.Refusal.Reason == "" || !slices.Contains(m.Refuses, r.Refusal.Code) {
		return nil, bad("不予登记没有理由，或者代码没有在 Refuses 中声明")
	}
	return r, nil
}

// refusalIn returns the refusal that an error is, or the error.
func refusalIn(err error) (*GuardResponse, error) {
	var refusal *register.Refusal
	switch {
	case !errors.As(err, &refusal):
		return nil, err
	case refusal == nil:
		return nil, bad("不予登记没有内容")
	}
	return &GuardResponse{Refusal: refusal}, nil
}

// demand sees to it that the plug-ins that a document or a caller asks for are in the host.
func (h *Host) demand(d fazhi.Document, more []string) error {
	if r, ok := d.(Requirer); ok {
		if err := h.Require(r.RequiredPlugins()...); err != nil {
			return err
		}
	}
	return h.Require(more...)
}

// Require returns an error, ErrMissing, if one of the plug-ins is not in the host.
func (h *Host) Require(names ...string) error {
	var missing []error
	for _, name := range names {
		if h.find(name) == nil {
			missing = append(missing, missingError(name))
		}
	}
	return errors.Join(missing...)
}
