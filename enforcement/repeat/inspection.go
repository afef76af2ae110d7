package repeat

import "slices"

// organs judges two inspections of one enterprise, the first of which is earlier, by two organs: R3.
func (c *comparer) organs(a, b *fact) *Warning {
	days := b.inspected - a.inspected
	switch {
	case days > c.apart, a.office == b.office, a.joint != 0 && a.joint == b.joint, a.serial == b.serial:
		return nil
	}
	same, merge := meet(a.items, b.items), meet(a.groups, b.groups)
	known := len(a.items) > 0 && len(b.items) > 0
	if known && !same && !merge && !c.anyItems {
		return nil
	}
	d := c.draft(CodeOrgans, a, b)
	d.match(fieldParty, Same, 0)
	d.match(fieldOrgan, Differ, 0)
	d.match(fieldDay, Within, int(days))
	switch {
	case same:
		d.match(fieldItems, Same, 0)
	case merge:
		d.match(fieldItems, Mergeable, 0)
	}
	d.missing(!known, fieldItems)
	d.against(known && !same && !merge, "检查事项不同")
	d.against(led(a) || led(b), "有一方的检查由投诉举报、转办交办、监测线索或者企业申请引起")
	return d.done()
}

// meet reports whether two sorted lists have a member in common.
func meet(a, b []uint64) bool {
	return slices.ContainsFunc(a, func(x uint64) bool {
		_, ok := slices.BinarySearch(b, x)
		return ok
	})
}

// led reports whether an inspection had a lead that is not bound by yearly limits.
func led(f *fact) bool {
	return f.lead != 0 && slices.Contains([]Lead{Complaint, Referral, Signal, Asked}, leads()[f.lead-1])
}

// frequency warns of the nth inspection in a year, b, if that is beyond the limit; a is the one before it: R3.
func (c *comparer) frequency(a, b *fact, n int) *Warning {
	if n <= int(b.limit) {
		return nil
	}
	d := c.draft(CodeFrequency, a, b)
	d.match(fieldParty, Same, 0)
	d.match(fieldOrgan, Same, 0)
	if b.flags&wholeYear == 0 {
		d.match(fieldItems, Same, 0)
	}
	d.match(fieldYear, Nth, n)
	if b.flags&published != 0 {
		d.match(fieldLimit, Published, int(b.limit))
	} else {
		d.match(fieldLimit, Assumed, int(b.limit))
		d.against(true, "没有公布的年度频次上限可以对照")
	}
	return d.done()
}

// A seen holds the numbers and the joint numbers of the inspections of a slot, hashed, so that each is counted once.
type seen map[uint64]struct{}

const mostSeen = 1 << 16

// add notes a record, and reports whether it belongs to none of the inspections before it.
func (s seen) add(f *fact) bool {
	fresh := true
	for _, key := range [2]uint64{open('n', f.serial), f.joint} {
		if _, held := s[key]; held {
			fresh = false
		}
		if key != 0 {
			s[key] = struct{}{}
		}
	}
	return fresh
}

// clear returns an empty one. A map keeps its room, and to clear a large one for each slot would take long.
func (s seen) clear() seen {
	if s == nil || len(s) > 64 {
		return seen{}
	}
	clear(s)
	return s
}
