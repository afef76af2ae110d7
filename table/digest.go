package table

// A digest stands for a text, or for the texts of a row, when it is compared with earlier ones: 128 bits under a key of
// this reading, so that no one can make two texts alike. The texts themselves are not kept.
type digest [2]uint64

// digests remembers in which row each digest first stood. It takes 32 to 64 bytes a row; the zero digests is empty.
type digests struct {
	slots []slot // a power of two, at most three quarters in use
	used  int
}

// slot is one digest; row 0 is a free one.
type slot struct {
	lowHalf, highHalf uint64
	row               uint32
}

// place returns the row where a digest stood before, 0 if it is a new one.
func (s *digests) place(d digest, row int) int {
	if s.used >= len(s.slots)/4*3 {
		s.grow()
	}
	at := s.find(d)
	if at.row != 0 {
		return int(at.row)
	}
	*at = slot{d[0], d[1], uint32(row)}
	s.used++
	return 0
}

// find returns the slot of a digest: its own, or the free one that it may have.
func (s *digests) find(d digest) *slot {
	last := uint64(len(s.slots) - 1)
	for i := d[0] & last; ; i = (i + 1) & last {
		if at := &s.slots[i]; at.row == 0 || at.lowHalf == d[0] && at.highHalf == d[1] {
			return at
		}
	}
}

func (s *digests) grow() {
	old := s.slots
	s.slots = make([]slot, max(64, 2*len(old)))
	for _, o := range old {
		if o.row != 0 {
			*s.find(digest{o.lowHalf, o.highHalf}) = o
		}
	}
}
