package repeat

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A fact is a Record reduced to what is compared, without personal data: texts are hashes, days are counted from a fixed
// one, 0 is not known.
type fact struct {
	serial, organ, of string

	office, code, cause, place, joint uint64   // office: the organ
	items, groups                     []uint64 // matters, and the groups in which they can be merged; sorted

	from, until      int32 // of the act, cut at the decision or the order
	seized, released int32
	inspected        int32
	limit            int32 // of the frequency that is counted
	fine, status     uint8
	follows, lead    uint8
	measure          uint8
	flags            flag
}

type flag uint8

const (
	noUntil   flag = 1 << iota // the end of the act is not known
	published                  // the limit was
	wholeYear                  // all inspections of the organ are counted, not those of one matter
	ordered                    // the act ended with a decision or an order
)

// Whether there is a fine.
const (
	fineNone    uint8 = iota
	fineYes           // decided
	finePending       // the case is open
	fineUnknown
)

func statuses() []Status {
	return []Status{Open, Closed, Quashed, Transferred, NotPunished, Dropped}
}

func follows() []Follows { return []Follows{Recheck, Remade, Daily, Handed} }

func leads() []Lead { return []Lead{Routine, Campaign, Complaint, Referral, Signal, Asked} }

func measures() []Measure { return []Measure{Sealing, Seizing} }

// place returns the place of a word in its list, counted from 1; 0 if it is not there.
func place[T ~string](list []T, word T) uint8 { return uint8(slices.Index(list, word) + 1) }

func is[T ~string](list []T, n uint8, word T) bool { return n != 0 && list[n-1] == word }

// day counts days; the zero date is 0.
func day(d fazhi.Date) int32 {
	if d.IsZero() {
		return 0
	}
	return int32(d.DaysSince(fazhi.DateOf(1, 1, 1))) + 1
}

const farDay = int32(1) << 30 // after all days

// reduce makes a record's fact, without what belongs to one group only.
func (c *comparer) reduce(r *Record) *fact {
	f := &fact{
		serial: r.Serial, organ: r.Organ, of: r.Of,
		office: open('o', known(r.Organ)), code: open('c', known(r.ActCode)), cause: open('r', known(r.Cause)),
		place: c.short('p', address(r.Place, c.divisions)), joint: open('j', known(r.Joint)),
		seized: day(r.Seized), released: day(r.Released), inspected: day(r.Inspected),
		status: place(statuses(), r.Status), follows: place(follows(), r.Follows), lead: place(leads(), r.Lead),
		measure: place(measures(), r.Measure), fine: fineOf(r),
	}
	if f.office == 0 {
		f.organ = ""
	}
	if !isKnown(r.Of) {
		f.of = ""
	}
	for _, item := range r.matters() {
		f.items = append(f.items, open('m', item))
		if head, ok := c.merge[item]; ok {
			f.groups = append(f.groups, open('m', head))
		}
	}
	f.items, f.groups = set(f.items), set(f.groups)
	f.span(r)
	return f
}

// maxItems is how many matters of one inspection are compared.
const maxItems = 200

// matters returns the matters of an inspection that are known; none where there are more than maxItems.
func (r *Record) matters() []string {
	if len(r.Items) > maxItems {
		return nil
	}
	all := make([]string, 0, len(r.Items)+1)
	for _, item := range r.Items {
		if item = known(item); item != "" {
			all = append(all, item)
		}
	}
	return all
}

// set sorts hashes and leaves out zero and what is there twice.
func set(all []uint64) []uint64 {
	slices.Sort(all)
	all = slices.Compact(all)
	if len(all) > 0 && all[0] == 0 {
		all = all[1:]
	}
	return all
}

// span sets the time of the act: one day where the end is not known; to the earliest of order and decision, for what is
// done after that is a new act. A time that runs backwards is not known.
func (f *fact) span(r *Record) {
	f.from, f.until = day(r.From), day(r.Until)
	if f.until == 0 {
		f.until = f.from
		f.flags |= noUntil
	}
	if f.until < f.from || f.from == 0 {
		f.from, f.until = 0, 0
		return
	}
	for _, end := range []int32{day(r.Ordered), day(r.Decided)} {
		if end >= f.from && end < f.until {
			f.until = end
			f.flags |= ordered
		}
	}
}

// fineOf says whether a record has a fine that stands.
func fineOf(r *Record) uint8 {
	switch r.Status {
	case Quashed, Transferred, NotPunished, Dropped:
		return fineNone
	case Open:
		return finePending
	}
	switch {
	case r.Fine != nil && *r.Fine > 0:
		return fineYes
	case r.Fine != nil:
		return fineNone
	case slices.Contains(r.Penalties, "罚款"):
		return fineYes
	case len(r.Penalties) > 0:
		return fineNone
	case r.Status == "" && r.Decided.IsZero() && !r.Filed.IsZero():
		return finePending
	}
	return fineUnknown
}

// gap is what a record lacks to be compared at all: data for Tally.
type gap struct {
	sort  Sort
	field string
	is    func(*Record) bool
}

func gaps() []gap {
	noParty := func(r *Record) bool { return !isKnown(string(r.Party)) }
	noOrgan := func(r *Record) bool { return !isKnown(r.Organ) }
	noItems := func(r *Record) bool { return len(r.Items) <= maxItems && !slices.ContainsFunc(r.Items, isKnown) }
	return []gap{
		{Penalty, "当事人代码", noParty},
		{Penalty, "执法机关", noOrgan},
		{Penalty, "违法行为代码和案由", func(r *Record) bool { return !isKnown(r.ActCode) && !isKnown(r.Cause) }},
		{Penalty, "行为开始日期", func(r *Record) bool { return r.From.IsZero() }},
		{Penalty, "行为起止日期颠倒", func(r *Record) bool { return !r.Until.IsZero() && r.Until.Before(r.From) }},
		{Penalty, "地点", func(r *Record) bool { return !isKnown(r.Place) }},
		{Penalty, "罚款金额和处罚种类", func(r *Record) bool { return fineOf(r) == fineUnknown }},
		{Penalty, "关联编号", noOf},
		{Inspection, "当事人代码", noParty},
		{Inspection, "执法机关", noOrgan},
		{Inspection, "检查日期", func(r *Record) bool { return r.Inspected.IsZero() }},
		{Inspection, "检查事项", noItems},
		{Inspection, "检查事项超过200项", func(r *Record) bool { return len(r.Items) > maxItems }},
		{Inspection, "关联编号", noOf},
		{Coercion, "物品编号", func(r *Record) bool { return !isKnown(r.Object) }},
		{Coercion, "执法机关", noOrgan},
		{Coercion, "查封扣押日期", func(r *Record) bool { return r.Seized.IsZero() }},
		{Coercion, "关联编号", noOf},
	}
}

func noOf(r *Record) bool { return r.Follows != "" && !isKnown(r.Of) }
