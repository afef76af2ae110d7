package due

import (
	"iter"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
)

// Items yields what is to be done and what looks wrong on a day, contract by contract, in the order of Of.
func (f *Finder) Items(contracts iter.Seq[*contract.Contract], today fazhi.Date) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for c := range contracts {
			for _, item := range f.Of(c, today) {
				if !yield(item) {
					return
				}
			}
		}
	}
}

// Of returns the items of one contract: what is to be handed over, accepted and paid, in the order of the contract, then the
// limits, then what looks wrong. A nil contract and a day that is zero have none.
func (f *Finder) Of(c *contract.Contract, today fazhi.Date) []Item {
	if c == nil || today.IsZero() || f.calendar == nil {
		return nil
	}
	l := &look{Finder: f, c: c, today: today}
	l.live = l.happened(c.Signed) && !l.over()
	l.performance()
	l.money()
	l.limits()
	todo := len(l.found)
	for i := range todo {
		l.late(l.found[i])
	}
	l.oddities()
	return l.found
}

// A look is one contract on one day.
type look struct {
	*Finder
	c     *contract.Contract
	today fazhi.Date
	live  bool // signed and not ended
	found []Item
	keys  map[string]int
}

// key tells the items of a list apart by what the ledger calls them, and by their order where it calls several the same. It is
// asked for done ones too, so that the key of another does not change when one is done.
func (l *look) key(list, name string) string {
	if l.keys == nil {
		l.keys = make(map[string]int)
	}
	name = strings.ReplaceAll(name, "~", "～")
	l.keys[list+name]++
	if n := l.keys[list+name]; n > 1 {
		return name + "~" + strconv.Itoa(n)
	}
	return name
}

// small returns what rules payments to a small or medium-sized enterprise, if the contract buys from one.
func (l *look) small() (contract.SmallLaw, bool) { return l.c.SmallLaw(l.profile.Purchases...) }

// happened reports whether a day has come.
func (l *look) happened(d fazhi.Date) bool { return !d.IsZero() && !d.After(l.today) }

// over reports whether the contract has ended. Where the ledger says when, that decides; the state of performance is that of
// the day on which the ledger was written.
func (l *look) over() bool {
	c := l.c
	if !c.Completed.IsZero() || !c.Archived.IsZero() {
		return l.happened(c.Completed) || l.happened(c.Archived)
	}
	return c.Progress == "履行完毕" || l.brokenOff()
}

// brokenOff reports whether nothing is handed over any more, though money may still be due.
func (l *look) brokenOff() bool { return l.c.Progress == "解除" || l.c.Progress == "终止" }

// add completes an item and keeps it.
func (l *look) add(i Item, day reckoned) {
	i.View = l.sorts[i.Code].view
	i.Contract, i.Name, i.Department = l.c.Serial, l.c.Name, l.c.Department
	i.Day, i.Provisional, i.Note = day.day, day.provisional, day.note
	if !i.Day.IsZero() {
		i.Left = i.Day.DaysSince(l.today)
	}
	i.Origin, _ = l.c.Origin(i.Path)
	l.found = append(l.found, i)
}

// late finds an item again as one that looks wrong, if its day is over.
func (l *look) late(i Item) {
	code := l.sorts[i.Code].late
	if code == "" || !i.Late() {
		return
	}
	if _, small := l.small(); small && i.Code == Payment && !i.disputed {
		code = LateSmall
	}
	i.Code, i.View, i.What = code, Abnormal, i.What+"："+l.sorts[code].doc
	l.found = append(l.found, i)
}
