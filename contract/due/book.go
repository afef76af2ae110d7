package due

import (
	"context"
	"fmt"
	"iter"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
)

// Book yields the reminders of the limits that run in an organ's book (登记簿): those that contract.Flow began and no step has
// stopped. It asks the book once, for what ends within the window of Clock, so that an overdue step is found whether or not the
// ledger tells of it. A clock that stands still has no day and is not among them.
//
// An error of the store is yielded, and the others follow as the store has them.
func (f *Finder) Book(ctx context.Context, store register.Store, scope register.Scope, today fazhi.Date) iter.Seq2[Reminder, error] {
	return func(yield func(Reminder, error) bool) {
		windows := f.windows[Clock]
		if len(windows) == 0 || today.IsZero() {
			return
		}
		before := today.AddDays(windows[len(windows)-1] + 1)
		for e, err := range store.Entries(ctx, register.Query{Scope: scope, Kind: contract.Kind, DueBefore: before}) {
			if err != nil {
				if !yield(Reminder{}, fmt.Errorf("due: %w", err)) {
					return
				}
				continue
			}
			for _, r := range f.remind(clocks(&e, today)) {
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

// clocks are the limits that run after an entry, as items.
func clocks(e *register.Entry, today fazhi.Date) []Item {
	var items []Item
	for i := range e.Running {
		items = append(items, clock(e, &e.Running[i], today))
	}
	return items
}

func clock(e *register.Entry, r *lifecycle.Running, today fazhi.Date) Item {
	return Item{
		View: Limits, Code: Clock, Contract: e.Ref.ID, What: r.Clock, Day: r.Due, Left: r.Due.DaysSince(today), Basis: r.Basis,
		Provisional: r.Provisional, key: r.Clock,
	}
}
