package registertest

import (
	"errors"
	"time"

	"github.com/fazhi-go/fazhi/register"
)

// refuses returns a case in which the second of two good entries is spoilt before it is given. The book has three entries,
// the counter two numbers.
func refuses(spoil func(e *register.Entry)) func(*trial) {
	return func(t *trial) {
		organ, c := t.organ(), register.Counter{Series: "甲", Year: 2025}
		want := []register.Entry{t.drawn(organ, c), t.drawn(organ, c)}
		want = append(want, t.keep(keyOf(organ, ref("B")), draft(ref("B")))...)
		key := keyOf(organ, ref("N"), c)
		kept, err := t.Store.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
			one, two := draft(ref("A")), draft(ref("A"))
			one.Numbers = []register.Numbered{numbered(c, p.Serials[0])}
			two.Numbers = []register.Numbered{numbered(c, p.Serials[0]+1)}
			entries, err := chained(p, key, one, two)
			if err == nil {
				spoil(&entries[1])
			}
			return entries, err
		})
		if !errors.Is(err, register.ErrChain) {
			t.fault("the error is %v, not ErrChain", err)
		}
		if len(kept) > 0 {
			t.fault("%d entries are returned with an error", len(kept))
		}
		t.holds("after the refusal", organ, want)
		t.serialsAre(organ, []register.Counter{c}, 3)
	}
}

func foreignOrgan(t *trial) {
	other := t.organ()
	refuses(func(e *register.Entry) { e.Organ = other })(t)
	t.holds("the foreign book", other, nil)
}

func wrongSeq(t *trial) {
	for _, by := range []int64{-1, 1, -5} {
		refuses(func(e *register.Entry) { e.Seq += by })(t)
	}
}

func wrongPrev(t *trial) {
	refuses(func(e *register.Entry) { e.Prev[31] ^= 1 })(t)
	refuses(func(e *register.Entry) { e.Prev = register.Sum{} })(t)
}

func earlierTime(t *trial) {
	refuses(func(e *register.Entry) { e.At = e.At.Add(-time.Hour) })(t)
}

func wrongSerial(t *trial) {
	for _, by := range []int{-3, -1, 1, 100} {
		refuses(func(e *register.Entry) { e.Numbers[0].Serial += by })(t)
	}
}

func unaskedCounter(t *trial) {
	for _, c := range []register.Counter{{Series: "乙", Year: 2025}, {Series: "甲", Year: 2024}, {Series: "甲"}} {
		refuses(func(e *register.Entry) { e.Numbers[0] = numbered(c, 1) })(t)
	}
}

func otherRequest(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"))
	key.ReqID = "R-1"
	_, err := t.Store.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
		entries, err := chained(p, key, draft(ref("A")))
		if err == nil {
			entries[0].ReqID = "R-2"
		}
		return entries, err
	})
	if !errors.Is(err, register.ErrChain) {
		t.fault("an entry of another request: the error is %v, not ErrChain", err)
	}
	t.keptNothing("an entry of another request", organ, key)
}

func takenNumber(t *trial) {
	organ, other := t.organ(), t.another()
	a, b := register.Counter{Series: "甲", Year: 2025}, register.Counter{Series: "乙"}
	first := t.drawn(organ, a)
	text := first.Numbers[0].Text
	for _, s := range []register.Store{t.Store, other.Store} {
		for _, texts := range [][]string{{text}, {"乙1", text}, {"乙1", "乙1"}} {
			t.taken(s, keyOf(organ, ref("B"), b), texts)
		}
	}
	t.holds("after the refusals", organ, []register.Entry{first})
	t.serialsAre(organ, []register.Counter{a, b}, 2, 1)
	t.drawn(organ, b)
	if e := t.drawn(t.organ(), a); e.Numbers[0].Text != text {
		t.fault("another organ's number is %s", e.Numbers[0].Text)
	}
}

// taken gives the next numbers of a counter under texts of which one has been given before.
func (t *trial) taken(s register.Store, key register.Key, texts []string) {
	kept, err := s.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
		var drafts []register.Entry
		for i, text := range texts {
			e := draft(key.Ref)
			e.Numbers = []register.Numbered{{Series: "乙", Serial: p.Serials[0] + i, Text: text}}
			drafts = append(drafts, e)
		}
		return chained(p, key, drafts...)
	})
	if !errors.Is(err, register.ErrTaken) || len(kept) > 0 {
		t.fault("a number that was given before: the error is %v, not ErrTaken", err)
	}
}
