package due

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// A Reminder is an item of which somebody is to be told (提醒), from a day on until it is done.
type Reminder struct {
	// ID stays the same as long as its matter is the same, whatever becomes of its day. It names the contract, the matter, the
	// number of the instalment or milestone and, where there are several, the window. It is to be compared and not to be read.
	ID   string     `json:"id"`
	From fazhi.Date `json:"from,omitzero"` // the first day of it; zero where the day of the item is not known
	To   []string   `json:"to"`            // roles
	Item
}

// Reminders yields the reminders that are open on a day, contract by contract. What is late stays open until it is done; what
// has no day is none, unless the calendar is why.
func (f *Finder) Reminders(contracts iter.Seq[*contract.Contract], today fazhi.Date) iter.Seq[Reminder] {
	return func(yield func(Reminder) bool) {
		for c := range contracts {
			for _, r := range f.remind(f.Of(c, today)) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// remind turns the items of one contract into reminders.
func (f *Finder) remind(items []Item) []Reminder {
	var list []Reminder
	for i := range items {
		if r, ok := f.reminderOf(&items[i]); ok {
			list = append(list, r)
		}
	}
	return list
}

// reminderOf returns the reminder of an item, if it is time.
func (f *Finder) reminderOf(i *Item) (Reminder, bool) {
	windows := f.windows[i.Code]
	if len(windows) == 0 || i.Day.IsZero() && i.Note == "" {
		return Reminder{}, false
	}
	at, found := 0, i.Day.IsZero()
	if !found {
		at = slices.IndexFunc(windows, func(w int) bool { return i.Left <= w })
		found = at >= 0
	}
	if !found {
		return Reminder{}, false
	}
	r := Reminder{ID: i.Contract + "#" + strings.TrimPrefix(string(i.Code), "contract/due/"), To: f.roles(i.Code), Item: *i}
	if i.key != "" {
		r.ID += "/" + i.key
	}
	if len(windows) > 1 {
		r.ID += "@" + strconv.Itoa(windows[at])
	}
	if !i.Day.IsZero() {
		r.From = i.Day.AddDays(-windows[at])
	}
	return r, true
}

// roles are who is reminded. The list is the caller's.
func (f *Finder) roles(code fazhi.Code) []string {
	if to := f.to[code]; len(to) > 0 {
		return slices.Clone(to)
	}
	return []string{"承办人", "合同管理员"}
}

// A Difference says what became of reminders between two days.
type Difference struct {
	Opened []Reminder `json:"opened,omitempty"` // to be created
	Moved  []Reminder `json:"moved,omitempty"`  // open before and after, with another day, amount or receiver, as they are after
	Closed []Reminder `json:"closed,omitempty"` // to be closed, as they were before: done, or taken over by a narrower window
}

// Diff compares the reminders of two days. Opened and Moved are in the order of after, Closed in that of before.
func Diff(before, after []Reminder) Difference {
	old := make(map[string]*Reminder, len(before))
	for i := range before {
		old[before[i].ID] = &before[i]
	}
	var d Difference
	open := make(map[string]bool, len(after))
	for _, r := range after {
		open[r.ID] = true
		switch was := old[r.ID]; {
		case was == nil:
			d.Opened = append(d.Opened, r)
		case was.Day != r.Day || was.Amount != r.Amount || !slices.Equal(was.To, r.To):
			d.Moved = append(d.Moved, r)
		}
	}
	for _, r := range before {
		if !open[r.ID] {
			d.Closed = append(d.Closed, r)
		}
	}
	return d
}
