package registertest

import (
	"sync"

	"github.com/fazhi-go/fazhi/register"
)

// requestKey is the key of a request.
func requestKey(organ, id string) register.Key {
	key := keyOf(organ, ref("A"), register.Counter{Series: "甲", Year: 2025})
	key.ReqID = id
	return key
}

// again repeats a request and notes when next is called, or when what comes back is not what was kept.
func (t *trial) again(what string, s register.Store, key register.Key, want []register.Entry) {
	kept, err := s.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
		t.fault("%s: next is called again", what)
		return draw(key)(p)
	})
	if err != nil {
		t.fault("%s: %v", what, err)
		return
	}
	t.same(what, without(kept), without(want))
}

func repeatedRequest(t *trial) {
	organ := t.organ()
	key := requestKey(organ, "R-1")
	want, err := t.Store.Append(t.ctx, key, draw(key))
	t.need("Append", err)
	t.keep(keyOf(organ, ref("A")), draft(ref("A")))
	t.again("the same request", t.Store, key, want)
	other := key
	other.Ref, other.Counters = ref("B"), nil
	t.again("another document under the same ReqID", t.Store, other, want)
	refused := requestKey(organ, "R-2")
	t.again("a refusal", t.Store, refused, t.keep(refused, refusal(ref("A"))))
	if n := len(t.all(organ)); n != 3 {
		t.fault("the book has %d entries instead of 3", n)
	}
	t.serialsAre(organ, key.Counters, 2)
}

func repeatedElsewhere(t *trial) {
	organ := t.organ()
	other := t.another()
	key := requestKey(organ, "R-1")
	want, err := t.Store.Append(t.ctx, key, draw(key))
	t.need("Append", err)
	t.again("by another handle", other.Store, key, want)
	back := requestKey(organ, "R-2")
	want, err = other.Store.Append(t.ctx, back, draw(back))
	t.need("Append by another handle", err)
	t.again("by the first handle", t.Store, back, want)
}

func repeatedTogether(t *trial) {
	organ := t.organ()
	handles := []register.Store{t.Store, t.another().Store}
	for _, id := range []string{"R-1", "R-2", "R-3"} {
		key := requestKey(organ, id)
		results := make([][]register.Entry, 32)
		t.together(len(results), func(i int) {
			kept, err := handles[i%2].Append(t.ctx, key, draw(key))
			if err != nil {
				t.fault("Append: %v", err)
			}
			results[i] = kept
		})
		kept := t.read(t.Store, register.Query{Scope: scopeOf(organ), ReqID: id})
		if len(kept) != 1 {
			t.fault("a request that was made %d times at once is kept %d times", len(results), len(kept))
		}
		for _, result := range results {
			t.same("of the same request at once", without(result), without(kept))
		}
	}
	t.serialsAre(organ, []register.Counter{{Series: "甲", Year: 2025}}, 4)
}

func repeatedManyEntries(t *trial) {
	organ := t.organ()
	key := requestKey(organ, "R-1")
	want := t.keep(key, draft(ref("A")), refusal(ref("B")), rich("C"), draft(ref("A")))
	t.keep(keyOf(organ, ref("A")), draft(ref("A")))
	t.again("a request of four entries", t.Store, key, want)
}

func repeatedWithoutSecrets(t *trial) {
	organ := t.organ()
	key := requestKey(organ, "R-1")
	t.keep(key, rich("A"))
	kept, err := t.Store.Append(t.ctx, key, draw(key))
	t.need("Append", err)
	for _, e := range kept {
		if len(e.Secrets) > 0 {
			t.fault("a repeated request is given %d secrets", len(e.Secrets))
		}
	}
}

func lastWithoutSecrets(t *trial) {
	organ := t.organ()
	t.keep(keyOf(organ, ref("A")), rich("A"))
	if p := t.peek(keyOf(organ, ref("A"))); p.Last != nil && len(p.Last.Secrets) > 0 {
		t.fault("next is told %d secrets", len(p.Last.Secrets))
	}
}

func requestsOfOrgansApart(t *trial) {
	one, two := t.organ(), t.organ()
	first := t.keep(requestKey(one, "R-1"), draft(ref("A")))
	second := t.keep(requestKey(two, "R-1"), draft(ref("B")))
	t.holds("the first book", one, first)
	t.holds("the second book", two, second)
	t.again("of the first book", t.Store, requestKey(one, "R-1"), first)
	t.again("of the second book", t.Store, requestKey(two, "R-1"), second)
}

func emptyRequestIsNone(t *trial) {
	organ := t.organ()
	key := requestKey(organ, "")
	for range 3 {
		_, err := t.Store.Append(t.ctx, key, draw(key))
		t.need("Append", err)
	}
	if n := len(t.all(organ)); n != 3 {
		t.fault("three requests without a ReqID keep %d entries", n)
	}
}

// requestOfEntry is what a restored book asks for: the entries bring the ids of their requests.
func requestOfEntry(t *trial) {
	organ := t.organ()
	one, two, three := draft(ref("A")), draft(ref("B")), draft(ref("A"))
	one.ReqID, two.ReqID = "R-1", "R-2"
	want := t.keep(keyOf(organ, ref("A")), one, two, three)
	t.holds("the book", organ, want)
	t.again("the first request", t.Store, requestKey(organ, "R-1"), want[:1])
	t.again("the second request", t.Store, requestKey(organ, "R-2"), want[1:2])
}

func oneAfterAnother(t *trial) {
	organ, c := t.organ(), register.Counter{Series: "甲", Year: 2025}
	handles := []register.Store{t.Store, t.another().Store}
	const callers, rounds = 32, 6
	var mu sync.Mutex
	told := make(map[int64]register.Prior) // by the Seq of the entry that was kept
	t.together(callers, func(i int) {
		key := keyOf(organ, ref([]string{"A", "B", "C"}[i%3]), c)
		for round := range rounds {
			var seen register.Prior
			kept, err := handles[(i+round)%2].Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
				seen = p
				if (i+round)%5 == 0 {
					return nil, errNo
				}
				return draw(key)(p)
			})
			if (i+round)%5 == 0 {
				continue
			}
			if err != nil || len(kept) != 1 {
				t.fault("Append: %d entries, error %v", len(kept), err)
				return
			}
			mu.Lock()
			told[kept[0].Seq] = seen
			mu.Unlock()
		}
	})
	t.continues(t.read(t.Store, register.Query{Scope: scopeOf(organ)}), told)
}

// continues notes gaps in a book whose entries have one number each, and where next was told something stale.
func (t *trial) continues(entries []register.Entry, told map[int64]register.Prior) {
	if len(entries) != len(told) {
		t.fault("%d calls of Append returned without an error, and %d entries are kept", len(told), len(entries))
	}
	var head register.Head
	last := make(map[string]int64)
	for i := range entries {
		e := &entries[i]
		if e.Seq != head.Seq+1 || e.Prev != head.Sum {
			t.fault("entry %d comes after entry %d, or does not continue its chain", e.Seq, head.Seq)
		}
		if len(e.Numbers) != 1 || e.Numbers[0].Serial != i+1 {
			t.fault("entry %d does not have number %d", e.Seq, i+1)
		}
		p := told[e.Seq]
		var seen int64
		if p.Last != nil {
			seen = p.Last.Seq
		}
		if p.Head.Seq != e.Seq-1 || seen != last[e.Ref.ID] || len(p.Serials) != 1 || p.Serials[0] != i+1 {
			t.fault("next was told something stale for entry %d: head %d, last %d instead of %d, serials %v",
				e.Seq, p.Head.Seq, seen, last[e.Ref.ID], p.Serials)
		}
		head, last[e.Ref.ID] = headOf(e), e.Seq
	}
}

func organsApart(t *trial) {
	one, two := t.organ(), t.organ()
	c := register.Counter{Series: "甲", Year: 2025}
	first := []register.Entry{t.drawn(one, c), t.drawn(one, c)}
	if p := t.peek(keyOf(two, ref("N"), c)); p.Head.Seq != 0 || p.Last != nil || p.Serials[0] != 1 {
		t.fault("next is told of another organ's book: head %d, serials %v", p.Head.Seq, p.Serials)
	}
	second := []register.Entry{t.drawn(two, c)}
	t.holds("the first book", one, first)
	t.holds("the second book", two, second)
}

func thousandOrgans(t *trial) {
	const n, callers = 1000, 16
	organs := make([]string, n)
	for i := range organs {
		organs[i] = t.organ()
	}
	handles := []register.Store{t.Store, t.another().Store}
	c := register.Counter{Series: "甲", Year: 2025}
	t.together(callers, func(caller int) {
		for i := range n * 2 {
			if i%callers != caller && (i+1)%callers != caller {
				continue // so that two callers meet at each book
			}
			key := keyOf(organs[i%n], ref("A"), c)
			if _, err := handles[i%2].Append(t.ctx, key, draw(key)); err != nil {
				t.fault("Append: %v", err)
				return
			}
		}
	})
	heads := t.headsOfTrial()
	if len(heads) != n {
		t.fault("Heads has %d of %d books", len(heads), n)
	}
	for _, h := range heads {
		if h.Seq != 4 {
			t.fault("a book has %d entries instead of 4", h.Seq)
			return
		}
	}
	t.serialsAre(organs[n-1], []register.Counter{c}, 5)
}
