package audit

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi/register/checkpoint"
)

// expect puts the checkpoints of this book in order.
func (c *Chain) expect(known []checkpoint.Checkpoint) {
	for _, k := range known {
		if k.Organ != c.result.Organ || k.Hash != c.hash.Name {
			c.fault(Checkpoint, k.Size, "存证不属于本登记簿，或者摘要算法不同")
			continue
		}
		c.known = append(c.known, k)
	}
	slices.SortStableFunc(c.known, func(a, b checkpoint.Checkpoint) int { return cmp.Compare(a.Size, b.Size) })
	c.compare() // with those of an empty book
}

// compare holds the book as read so far against the checkpoints of its size.
func (c *Chain) compare() {
	for len(c.known) > 0 && c.known[0].Size <= c.result.Entries {
		k := c.known[0]
		c.known = c.known[1:]
		head := c.tree.Head()
		switch {
		case head.Size != k.Size: // of a size below nought, or passed over
			c.fault(Checkpoint, k.Size, "存证的规模有误")
		case head.Root != k.Root || c.sum != k.Head && !c.lost:
			c.fault(Checkpoint, c.agreed+1, "第%d条至第%d条与存证不符，其中有条目被改写", c.agreed+1, k.Size)
		default:
			c.agreed = k.Size
			c.result.Known++
		}
	}
}
