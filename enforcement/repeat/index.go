package repeat

import (
	"cmp"
	"errors"
	"slices"
	"sync"
)

// ErrRecord says that a record cannot be named: it has no number, or one that is too long or holds control characters.
var ErrRecord = errors.New("repeat: 执法信息没有编号，或者编号、机关名称、关联编号不能使用")

// ErrIndex says that an Index was not made by NewIndex.
var ErrIndex = errors.New("repeat: 比对索引没有用 NewIndex 建立")

// An Index knows records, and compares a new one with them. It keeps no text of a record but numbers and the names of
// organs; a record of short texts takes about 600 bytes of memory
// (FAZHI_MEASURE=1 go test -run TestIndexMemory -v). To add a new record takes the same time whatever is there; to check
// one, to replace or to remove one takes time in proportion to the records of its party.
//
// Use NewIndex; an Index may be used by several goroutines. Of the zero Index and of nil, Add and Check say ErrIndex.
type Index struct {
	c    *comparer
	most int

	mu    sync.RWMutex
	held  map[string][]slot // by number
	slots map[slot][]*fact  // in the order in which they came
}

// NewIndex makes an empty index. Of the options it uses Policy and MaxPerParty. The error is ErrPolicy.
func NewIndex(o Options) (*Index, error) {
	c, err := newComparer(o.Policy)
	if err != nil {
		return nil, err
	}
	return &Index{c: c, most: cmp.Or(max(o.MaxPerParty, 0), 1000), held: map[string][]slot{}, slots: map[slot][]*fact{}}, nil
}

// Found is what Check found.
type Found struct {
	Warnings []Warning
	More     int // that were not given, beyond Options.MaxPerParty
}

// Add takes a record in; one that is there under its number is replaced. The error is ErrRecord or ErrIndex.
func (x *Index) Add(r *Record) error {
	if err := x.fault(r); err != nil {
		return err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.remove(r.Serial)
	x.held[r.Serial] = nil
	x.c.slots(r, func(at slot, f *fact) {
		x.slots[at] = append(x.slots[at], f)
		x.held[r.Serial] = append(x.held[r.Serial], at)
	})
	return nil
}

func (x *Index) fault(r *Record) error {
	switch {
	case x == nil || x.c == nil:
		return ErrIndex
	case !r.valid():
		return ErrRecord
	}
	return nil
}

// order compares facts of a slot as a sweep has them.
func (x *Index) order(at slot) func(f, g *fact) int {
	from := familyOf(at.family).from
	return func(f, g *fact) int {
		return cmp.Or(cmp.Compare(from(x.c, f), from(x.c, g)), cmp.Compare(f.serial, g.serial))
	}
}

// Remove forgets a record, such as one that was made void. It says whether it was there.
func (x *Index) Remove(serial string) bool {
	if x == nil {
		return false
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.remove(serial)
}

func (x *Index) remove(serial string) bool {
	held, ok := x.held[serial]
	for _, at := range held {
		x.slots[at] = slices.DeleteFunc(x.slots[at], func(f *fact) bool { return f.serial == serial })
		if len(x.slots[at]) == 0 {
			delete(x.slots, at)
		}
	}
	delete(x.held, serial)
	return ok
}

// Len returns how many records the index knows.
func (x *Index) Len() int {
	if x == nil {
		return 0
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.held)
}

// Check compares a record with those that the index knows, itself left out, and does not add it. Warnings have the order
// of Scan. Where records are checked and added by day, all warnings together are those of Scan; a check looks at every
// record of the party, so Window does not cut it. The error is ErrRecord or ErrIndex.
func (x *Index) Check(r *Record) (Found, error) {
	if err := x.fault(r); err != nil {
		return Found{}, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	var found []*Warning
	x.c.slots(r, func(at slot, f *fact) {
		if at.family == byYear {
			found = append(found, x.count(at, f)...)
			return
		}
		found = append(found, x.meet(at, f)...)
	})
	return x.give(found), nil
}

// give puts warnings in order, one of each code and pair: the first of compare.
func (x *Index) give(found []*Warning) Found {
	slices.SortFunc(found, compare)
	found = slices.CompactFunc(found, func(a, b *Warning) bool { return pairOrder(a, b) == 0 })
	more := max(len(found)-x.most, 0)
	out := Found{More: more}
	for _, w := range found[:len(found)-more] {
		out.Warnings = append(out.Warnings, *w)
	}
	return out
}

func (x *Index) meet(at slot, f *fact) (found []*Warning) {
	kind, order := familyOf(at.family), x.order(at)
	for _, g := range x.slots[at] {
		a, b := f, g
		if order(g, f) < 0 {
			a, b = g, f
		}
		if kind.until(x.c, a) < kind.from(x.c, b) {
			continue
		}
		if w := kind.pair(x.c, a, b); w != nil {
			found = append(found, w)
		}
	}
	return found
}

// count counts a fact in with the others of the year. One that is entered late is named with the one before it, the first
// of the year with the one after. One that belongs to an inspection that is there is none more.
func (x *Index) count(at slot, f *fact) []*Warning {
	var all []*fact
	for _, g := range x.slots[at] {
		switch {
		case g.serial == f.serial:
			continue
		case g.joint != 0 && g.joint == f.joint:
			return nil
		}
		all = append(all, g)
	}
	all = append(all, f)
	slices.SortFunc(all, x.order(at))
	if all = once(all); len(all) < 2 {
		return nil
	}
	i := max(slices.Index(all, f), 1)
	if w := x.c.frequency(all[i-1], all[i], len(all)); w != nil {
		return []*Warning{w}
	}
	return nil
}

// once leaves out what belongs to an inspection before it.
func once(all []*fact) []*fact {
	there := seen{}
	return slices.DeleteFunc(all, func(f *fact) bool { return !there.add(f) })
}
