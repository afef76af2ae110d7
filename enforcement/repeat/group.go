package repeat

import (
	"slices"
	"strconv"
)

// A slot is a group of records that may repeat each other: those of one party or one thing (owner), of one family, of one
// act or one year.
type slot struct {
	owner  [16]byte
	family uint8
	sub    uint64
}

// The families.
const (
	byCode uint8 = iota
	byCause
	byOrgans
	byYear
	byThing
	families
)

// A family is how the records of a slot are ordered in time, how long each may meet later ones, and how two are judged. In
// the family of the year, records are counted instead.
type family struct {
	rule        string
	from, until func(c *comparer, f *fact) int32
	pair        func(c *comparer, a, b *fact) *Warning
}

func familyOf(n uint8) family {
	actFrom := func(_ *comparer, f *fact) int32 { return f.from }
	actUntil := func(_ *comparer, f *fact) int32 { return f.until }
	visit := func(_ *comparer, f *fact) int32 { return f.inspected }
	return [families]family{
		byCode:   {"R1、R2", actFrom, actUntil, func(c *comparer, a, b *fact) *Warning { return c.act(a, b, false) }},
		byCause:  {"R1、R2", actFrom, actUntil, func(c *comparer, a, b *fact) *Warning { return c.act(a, b, true) }},
		byOrgans: {"R3", visit, func(c *comparer, f *fact) int32 { return f.inspected + c.apart }, (*comparer).organs},
		byYear:   {"R3", visit, visit, nil},
		byThing:  {"R4", func(_ *comparer, f *fact) int32 { return f.seized }, func(_ *comparer, f *fact) int32 { return f.ends() }, (*comparer).seizure},
	}[n]
}

// slots calls put for each slot that a record belongs to, with its fact for that slot.
func (c *comparer) slots(r *Record, put func(slot, *fact)) {
	f := c.reduce(r)
	code := known(string(r.Party))
	party := c.hidden('P', code)
	switch {
	case code == "":
	case r.Sort == Penalty && f.from != 0 && f.fine != fineNone:
		if f.code != 0 {
			put(slot{party, byCode, f.code}, f)
		}
		if f.cause != 0 {
			put(slot{party, byCause, f.cause}, f)
		}
	case r.Sort == Inspection && f.inspected != 0 && f.office != 0 && r.Follows != Recheck:
		put(slot{party, byOrgans, 0}, f)
		c.years(r, f, func(sub uint64, g *fact) { put(slot{party, byYear, sub}, g) })
	}
	if object := known(r.Object); r.Sort != Inspection && object != "" && f.seized != 0 && f.office != 0 && r.Status != Quashed {
		put(slot{c.hidden('O', object), byThing, 0}, f)
	}
}

// years calls put for each matter that is counted over the year, and for all of them together where that has a limit.
func (c *comparer) years(r *Record, f *fact, put func(sub uint64, g *fact)) {
	if led(f) {
		return
	}
	organ, items := known(r.Organ), append(r.matters(), "") // "": all together
	slices.Sort(items)
	for _, item := range slices.Compact(items) {
		times, known := c.limit(organ, item)
		if times == 0 {
			continue
		}
		g := *f
		g.items, g.groups = nil, nil // only the sort of slot says which matter it is
		g.limit = int32(times)
		if known {
			g.flags |= published
		}
		if item == "" {
			g.flags |= wholeYear
		}
		put(open('y', organ+"\x00"+item+"\x00"+strconv.Itoa(r.Inspected.Year())), &g)
	}
}
