package casecode

import (
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// onceCode refuses a second code for a case (一案一码).
const onceCode fazhi.Code = "reconsideration/code/once"

// Once returns a function for register.Hooks.Before: what would give a document a second case code is refused, with
// reconsideration/code/once: a step of one that was given a code, and any attempt on one that carries the code of a case to which it
// is connected in the same book. Else next judges, which may be nil.
//
// Two steps at once cannot both pass, since the book asks again when the document has moved. A connection that is made while the
// document is being registered may slip through; Connect itself refuses what has a code. It costs up to two queries by document,
// of attempts that draw a code only.
func Once(store register.Store, next func(context.Context, *register.Attempt) ([]string, error)) func(context.Context, *register.Attempt) ([]string, error) {
	return func(ctx context.Context, a *register.Attempt) ([]string, error) {
		code, err := second(ctx, store, a)
		if err != nil {
			return nil, err
		}
		if code != (Code{}) {
			return nil, &register.Refusal{Code: onceCode, Reason: "这一案件已有案件编号，一案一码，不再给号"}
		}
		if next == nil {
			return nil, nil
		}
		return next(ctx, a)
	}
}

// second returns the code that a document has already when an attempt would give it one. A case that was reserved a code is
// registered with that.
func second(ctx context.Context, store register.Store, a *register.Attempt) (Code, error) {
	if !slices.Contains(a.Series, SeriesName) {
		return Code{}, nil
	}
	if a.Act == register.Stepped {
		code, err := given(store.Entries(ctx, register.Query{Scope: a.Scope, Ref: a.Ref}))
		if err != nil || code != (Code{}) {
			return code, err
		}
	}
	return linkedTo(ctx, store.Entries, a.Scope, a.Scope.Organ, a.Ref)
}
