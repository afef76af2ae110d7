package repeat

// A sweep goes over the facts in the order of slots and days, and keeps those that may still meet later ones: at most
// window of them, so that the work grows with the number of records and not with its square.
type sweep struct {
	c      *comparer
	window int
	most   int // warnings of one party or thing in one family
	warn   func(*Warning) error
	tell   func(Cut) error

	begun  bool
	slot   slot
	active []*fact
	seen   seen
	nth    int
	given  int
	cut    Cut
}

// A Cut says that not everything of a party or thing was looked at. Serial is one of its records.
type Cut struct {
	Serial string `json:"serial"`
	Rule   string `json:"rule"`             // "R1、R2", "R3", "R4"
	Unseen int64  `json:"unseen,omitempty"` // records not compared, after Options.MaxPerParty warnings or 65,000 inspections of one matter in a year
	Passed int64  `json:"passed,omitempty"` // records that were not compared with all that came after, beyond Options.Window
}

// add takes the next fact.
func (s *sweep) add(at slot, f *fact) error {
	if !s.begun || at.owner != s.slot.owner || at.family != s.slot.family {
		if err := s.end(); err != nil {
			return err
		}
		s.given, s.cut = 0, Cut{Serial: f.serial, Rule: familyOf(at.family).rule}
	}
	if !s.begun || at != s.slot {
		s.active, s.nth, s.seen = s.active[:0], 0, s.seen.clear()
	}
	s.begun, s.slot = true, at
	switch {
	case s.given >= s.most, len(s.seen) >= mostSeen:
		s.cut.Unseen++
		return nil
	case at.family == byYear:
		return s.count(f)
	}
	return s.meet(f)
}

// end finishes a family of a party or thing.
func (s *sweep) end() error {
	if !s.begun || s.cut.Unseen == 0 && s.cut.Passed == 0 {
		return nil
	}
	return s.tell(s.cut)
}

// meet judges a fact with each that it may meet, so that the warnings may go beyond the most by those of one fact.
func (s *sweep) meet(f *fact) error {
	kind := familyOf(s.slot.family)
	from, kept := kind.from(s.c, f), s.active[:0]
	for _, a := range s.active {
		if kind.until(s.c, a) < from {
			continue
		}
		kept = append(kept, a)
		if err := s.give(kind.pair(s.c, a, f)); err != nil {
			return err
		}
	}
	if len(kept) == s.window {
		kept = kept[:copy(kept, kept[1:])]
		s.cut.Passed++
	}
	s.active = append(kept, f)
	return nil
}

// count counts a fact with those before it.
func (s *sweep) count(f *fact) error {
	if !s.seen.add(f) {
		return nil
	}
	s.nth++
	var w *Warning
	if len(s.active) > 0 {
		w = s.c.frequency(s.active[0], f, s.nth)
	}
	s.active = append(s.active[:0], f)
	return s.give(w)
}

func (s *sweep) give(w *Warning) error {
	if w == nil {
		return nil
	}
	s.given++
	return s.warn(w)
}
