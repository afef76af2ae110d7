package plugin

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// Hooks returns the guards as the hooks of a book, which writes down who judged. Without guards, and without documents that
// name plug-ins, they have nothing to say.
func (h *Host) Hooks() register.Hooks {
	return register.Hooks{Before: func(ctx context.Context, q *GuardRequest) (judged []string, err error) {
		err = h.guard(ctx, q, func(m *member) { judged = append(judged, m.applied().String()) })
		return judged, err
	}}
}

// Guard asks the guards in the order of the list, until one refuses or cannot answer. A refusal comes back as a
// *register.Refusal; any other error, of *Error, means that nobody knows the answer. A guard with FailOpen that cannot
// answer is logged and passed over, unless the document requires it; one whose refusal does not fit has answered, and is not.
// The request is for one call at a time.
func (h *Host) Guard(ctx context.Context, q *GuardRequest) error {
	return h.guard(ctx, q, func(*member) {})
}

// guard is Guard, and tells of each who judged.
func (h *Host) guard(ctx context.Context, q *GuardRequest, judged func(*member)) error {
	must, err := h.demanded(q.Doc, nil)
	if err != nil {
		return err
	}
	given := *q
	for _, m := range h.members {
		if m.Plugin.Guard == nil {
			continue
		}
		r, err := invoke(ctx, h, m, HookGuard, m.askGuard, q)
		*q = given // whatever the guard did to it, the next one sees what was asked; a copy for each would be an allocation
		if err == nil {
			judged(m)
		} else if !m.isPassedOver(ctx, must) || errors.Is(err, ErrAnswer) {
			return err
		}
		if r != nil {
			return r.Refusal
		}
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
	switch {
	case r.Refusal.Reason == "" || !slices.Contains(m.Refuses, r.Refusal.Code):
		return nil, bad("不予登记没有理由，或者代码没有在 Refuses 中声明")
	case len(r.Refusal.Issues) > maxReasons:
		return nil, bad("不予登记的逐项理由超过 " + strconv.Itoa(maxReasons) + " 个")
	}
	return r, nil
}

// maxReasons is how many issues a refusal may have: their codes are kept in the book for ever.
const maxReasons = 1000

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

// demanded returns the plug-ins that a document or a caller asks for, or ErrMissing if one is not in the host.
func (h *Host) demanded(d fazhi.Document, more []string) ([]string, error) {
	if r, ok := d.(Requirer); ok {
		more = slices.Concat(more, r.RequiredPlugins())
	}
	return more, h.Require(more...)
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
