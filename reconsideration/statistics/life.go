package statistics

import "github.com/fazhi-go/fazhi"

// A life is what a grid has to know of one case: what happened on which day, and in which states it was.
type life struct {
	events []event
	spells []spell
}

// An event counts for the period in which its day lies.
type event struct {
	item Item
	on   fazhi.Date
	n    int64
	way  bool // item is what the ledger says of how the case ended, which the form may not know
}

// A spell is a time in one state, from a day until the day before another; the zero until means that it lasts.
type spell struct {
	state       Item
	from, until fazhi.Date
}

func (s *spell) covers(d fazhi.Date) bool {
	return !d.Before(s.from) && (s.until.IsZero() || d.Before(s.until))
}

func (l *life) reset() { l.events, l.spells = l.events[:0], l.spells[:0] }

// on notes an event.
func (l *life) on(d fazhi.Date, item Item) {
	l.events = append(l.events, event{item: item, on: d, n: 1})
}

// end notes that the case was closed, and how.
func (l *life) end(d fazhi.Date, way Item) {
	l.on(d, Concluded)
	l.events = append(l.events, event{item: way, on: d, n: 1, way: true})
}

// mostOfOne is how much one case adds to an item at most; more is a slip of the hand, which checks report.
const mostOfOne = 1_000_000

// onMany notes an event that counts several times, or not at all.
func (l *life) onMany(d fazhi.Date, item Item, n int) {
	if n > 0 {
		l.events = append(l.events, event{item: item, on: d, n: int64(min(n, mostOfOne))})
	}
}

// during notes a state from a day until another, with a second state between two days in it, which may be missing.
func (l *life) during(normal, between Item, from, until, start, end fazhi.Date) {
	if start.IsZero() {
		l.spell(normal, from, until)
		return
	}
	start = within(start, from, until)
	l.spell(normal, from, start)
	if end.IsZero() {
		l.spell(between, start, until)
		return
	}
	end = within(end, start, until)
	l.spell(between, start, end)
	l.spell(normal, end, until)
}

func (l *life) spell(state Item, from, until fazhi.Date) {
	l.spells = append(l.spells, spell{state, from, until})
}

// within moves a day into a time; the zero until is open.
func within(d, from, until fazhi.Date) fazhi.Date {
	if !until.IsZero() && d.After(until) {
		return until
	}
	return later(d, from)
}

func later(d, e fazhi.Date) fazhi.Date {
	if d.Before(e) {
		return e
	}
	return d
}
