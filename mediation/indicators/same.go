package indicators

import (
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/table"
)

// merged is a dispute that is entered as the same one as another.
type merged struct {
	from, into digest
	row        table.Row
}

// mostMerged is how many of these are followed to the one that counts.
const mostMerged = 100_000

// double reports whether a dispute of the same number was there before.
func (c *Counter) double(d *mediation.Case) bool {
	switch {
	case c.seen == nil:
		return false
	case d.Serial == "":
		c.notes.unnumbered++
		return false
	}
	key := digestOf(d.County, d.Serial)
	if _, found := c.seen[key]; found {
		c.notes.note(Double, d.Row, "/serial", "编号与前面的一件相同，没有重复计入")
		return true
	}
	c.seen[key] = struct{}{}
	if d.Same != "" {
		if len(c.merged) < mostMerged {
			c.merged = append(c.merged, merged{key, digestOf(d.County, d.Same), d.Row})
		} else {
			c.notes.unfollowed++
		}
	}
	return false
}

// repeated reports whether a screening of the same number was there before.
func (c *Counter) repeated(s *Screening) bool {
	if s.Serial == "" {
		c.notes.unnumbered++
		return false
	}
	key := digestOf(s.County, s.Serial)
	if _, found := c.visits[key]; found {
		c.notes.note(Double, s.Row, "/serial", "编号与前面的一次排查相同，没有重复计入")
		return true
	}
	c.visits[key] = struct{}{}
	return false
}

// follow says which disputes were merged into none that counts: into one that is not there, or in a circle.
func (c *Counter) follow(n *notes) {
	if c.seen == nil {
		n.uncompared = true
		return
	}
	w := way{into: make(map[digest]digest, len(c.merged)), seen: c.seen, ends: make(map[digest]end, len(c.merged))}
	for _, m := range c.merged {
		w.into[m.from] = m.into
	}
	for _, m := range c.merged {
		switch w.follow(m.from) {
		case circle:
			n.note(Circle, m.row, "/same", "并入编号相互指向，其中一件也没有计入")
		case missing:
			n.note(Missing, m.row, "/same", "并入编号不在本台账之中，本件没有计入")
		}
	}
}

// An end is where following a dispute to the one that counts comes to.
type end uint8

const (
	unknown end = iota
	counts
	missing
	circle // also while the way is under way
)

// way follows disputes; where a way has ended is remembered for all on it.
type way struct {
	into map[digest]digest
	seen map[digest]struct{}
	ends map[digest]end
}

func (w *way) follow(from digest) end {
	var path []digest
	at := from
	for w.ends[at] == unknown {
		next, more := w.into[at]
		if !more {
			w.ends[at] = missing
			if _, found := w.seen[at]; found {
				w.ends[at] = counts
			}
			break
		}
		w.ends[at] = circle
		path = append(path, at)
		at = next
	}
	for _, p := range path {
		w.ends[p] = w.ends[at]
	}
	return w.ends[from]
}
