package repeat_test

import (
	"fmt"
	"iter"
	"math/rand/v2"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/repeat"
)

// generated makes records from a fixed seed, one at a time: of ten, six are penalties, three inspections, one a seizure;
// one of two hundred repeats the one before it under another organ; the thousand parties at the front have one in fifty.
func generated(n int) iter.Seq2[*repeat.Record, error] {
	return func(yield func(*repeat.Record, error) bool) {
		rng := rand.New(rand.NewPCG(20250301, 1))
		var last *repeat.Record
		for i := range n {
			r := generate(rng, i, n)
			if last != nil && rng.IntN(200) == 0 {
				again := *last
				again.Serial, again.Organ = r.Serial, organ(rng)
				r = &again
			}
			if last = r; !yield(r, nil) {
				return
			}
		}
	}
}

func organ(rng *rand.Rand) string { return fmt.Sprintf("某市某区第%02d执法局", rng.IntN(40)) }

func generate(rng *rand.Rand, i, n int) *repeat.Record {
	party := rng.IntN(n/3 + 1)
	if rng.IntN(50) == 0 {
		party = rng.IntN(1000)
	}
	start := fazhi.DateOf(2021, 1, 1).AddDays(rng.IntN(1800))
	r := &repeat.Record{
		Serial: fmt.Sprintf("某执〔%d〕%08d号", start.Year(), i), Organ: organ(rng), Party: repeat.PartyCode(fmt.Sprintf("TEST%014d", party)),
	}
	switch k := rng.IntN(10); {
	case k < 6:
		fine := fazhi.Money(rng.IntN(5) * 50000)
		r.Sort, r.Fine, r.Status = repeat.Penalty, &fine, repeat.Closed
		r.ActCode, r.Cause = fmt.Sprintf("33%06d", rng.IntN(900)), "占用道路经营"
		r.From, r.Until, r.Filed, r.Decided = start, start.AddDays(rng.IntN(20)), start.AddDays(21), start.AddDays(60)
		r.Place = fmt.Sprintf("某街道某路%d号", rng.IntN(5000))
		if rng.IntN(4) == 0 {
			r.Status, r.Fine, r.Decided = repeat.Open, nil, fazhi.Date{}
		}
	case k < 9:
		r.Sort, r.Inspected, r.Items = repeat.Inspection, start, []string{fmt.Sprintf("检查事项%03d", rng.IntN(300))}
	default:
		r.Sort, r.Object, r.Seized, r.Released, r.Status = repeat.Coercion, fmt.Sprintf("CJ%08d", rng.IntN(n)), start, start.AddDays(30), repeat.Closed
	}
	return r
}
