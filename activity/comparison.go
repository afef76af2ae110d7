package activity

import (
	"context"
	"math"

	"github.com/fazhi-go/fazhi"
)

// comparison is what must hold between the columns of a row.
type comparison struct {
	columns []string
	holds   func(values []value) (failing int, ok bool)
}

// value is what a cell holds as a number that compares as the values do.
type value struct {
	n     int64
	known bool
}

// run returns the run of a check: rows for which applies holds must fulfil the comparison, else the message is said at the
// column that fails.
func (c *comparison) run(applies func(*Record) bool, message string) func(context.Context, *fazhi.Pass, *Record) error {
	return func(_ context.Context, p *fazhi.Pass, r *Record) error {
		if !applies(r) {
			return nil
		}
		values := make([]value, len(c.columns))
		for i, name := range c.columns {
			values[i].n, values[i].known = ordinal(r.Get(name))
		}
		if at, ok := c.holds(values); !ok {
			p.Report(fazhi.At(c.columns[at]), message)
		}
		return nil
	}
}

// inOrder says whether no value is less than one before it; empty cells are passed over.
func inOrder(values []value) (failing int, ok bool) {
	last := int64(math.MinInt64)
	for i, v := range values {
		switch {
		case !v.known:
		case v.n < last:
			return i, false
		default:
			last = v.n
		}
	}
	return 0, true
}

// addsUp says whether the values but the last add up to it. Empty cells count as nought; where all of them are empty, or the
// whole is, nothing is said.
func addsUp(values []value) (failing int, ok bool) {
	whole := values[len(values)-1]
	known, sum, exact := false, int64(0), true
	for _, v := range values[:len(values)-1] {
		known = known || v.known
		next := sum + v.n
		exact = exact && (v.n >= 0) == (next >= sum)
		sum = next
	}
	return len(values) - 1, !known || !whole.known || exact && sum == whole.n
}
