package registertest

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"strconv"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

func inOrder(t *trial) {
	organ := t.organ()
	want := t.fill(organ, 30)
	want = append(want, t.keep(keyOf(organ, ref("F-3")), draft(ref("F-3")), draft(ref("F-1")))...)
	t.same("a book", t.read(t.Store, register.Query{Scope: scopeOf(organ)}), want)
	q := register.Query{Scope: scopeOf(organ), Kind: "contract", From: day(2025, time.January, 1)}
	t.same("a query with fields", t.read(t.Store, q), want)
	q = register.Query{Scope: scopeOf(organ), Current: true}
	t.same("the current entries", t.read(t.Store, q), currentOf(want))
}

// currentOf returns the last entry of each document that is no refusal.
func currentOf(entries []register.Entry) []register.Entry {
	last := make(map[fazhi.Ref]int64)
	for i := range entries {
		if entries[i].Act != register.Refused {
			last[entries[i].Ref] = entries[i].Seq
		}
	}
	return only(entries, func(e *register.Entry) bool { return e.Act != register.Refused && last[e.Ref] == e.Seq })
}

func only(entries []register.Entry, is func(*register.Entry) bool) []register.Entry {
	var out []register.Entry
	for i := range entries {
		if is(&entries[i]) {
			out = append(out, entries[i])
		}
	}
	return out
}

func seenAtOnce(t *trial) {
	organ := t.organ()
	t.together(4, func(i int) {
		key := keyOf(organ, ref("S-"+strconv.Itoa(i)))
		for range 25 {
			kept, err := t.Store.Append(t.ctx, key, give(key, draft(key.Ref)))
			if err != nil || len(kept) != 1 {
				t.fault("Append: %d entries, error %v", len(kept), err)
				return
			}
			q := register.Query{Scope: scopeOf(organ), After: kept[0].Seq - 1, Upto: kept[0].Seq}
			got, err := collect(t.Store.Entries(t.ctx, q))
			if err != nil || len(got) != 1 {
				t.fault("entry %d, just kept, is not read: %d entries, error %v", kept[0].Seq, len(got), err)
				return
			}
		}
	})
}

// neverSkip reads as a follower does, while others write.
func neverSkip(t *trial) {
	organ := t.organ()
	reader := t.another()
	const writers, each = 8, 30
	t.together(writers+1, func(i int) {
		if i == writers {
			t.follow(reader.Store, organ, writers*each)
			return
		}
		key := keyOf(organ, ref("W-"+strconv.Itoa(i)))
		for range each {
			if _, err := t.Store.Append(t.ctx, key, give(key, draft(key.Ref))); err != nil {
				t.fault("Append: %v", err)
				return
			}
		}
	})
}

// neverHalf reads while others write five entries at a time.
func neverHalf(t *trial) {
	organ := t.organ()
	reader := t.another()
	const writers, each, batch = 4, 20, 5
	t.together(writers+1, func(i int) {
		if i == writers {
			t.countBatches(reader.Store, organ, writers*each, batch)
			return
		}
		r := ref("W-" + strconv.Itoa(i))
		for range each {
			key := keyOf(organ, r)
			if _, err := t.Store.Append(t.ctx, key, give(key, draft(r), draft(r), draft(r), draft(r), draft(r))); err != nil {
				t.fault("Append: %v", err)
				return
			}
		}
	})
}

// countBatches reads a book, again and again, until it has so many batches.
func (t *trial) countBatches(s register.Store, organ string, batches, batch int) {
	for looks := 0; looks < 1_000_000 && !t.hasFaults(); looks++ {
		got, err := collect(s.Entries(t.ctx, register.Query{Scope: scopeOf(organ)}))
		if err != nil || len(got)%batch != 0 {
			t.fault("of entries that are kept %d at a time a reader is given %d, error %v", batch, len(got), err)
		}
		if len(got) >= batches*batch {
			return
		}
		runtime.Gosched() // leaves the machine to the writers
	}
}

// follow reads what is new, again and again, until it has the whole book.
func (t *trial) follow(s register.Store, organ string, entries int64) {
	var seq int64
	for looks := 0; seq < entries; looks++ {
		got, err := collect(s.Entries(t.ctx, register.Query{Scope: scopeOf(organ), After: seq}))
		if err != nil {
			t.fault("Entries: %v", err)
			return
		}
		for i := range got {
			if got[i].Seq != seq+1 {
				t.fault("after entry %d a reader is given entry %d", seq, got[i].Seq)
				return
			}
			seq++
		}
		if t.hasFaults() || looks > 1_000_000 {
			return
		}
		if len(got) == 0 {
			runtime.Gosched() // leaves the machine to the writers
		}
	}
}

func (t *trial) hasFaults() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.found) > 0 || t.over
}

func pages(t *trial) {
	organ := t.organ()
	want := t.fill(organ, 2600)
	t.same("a long book", t.read(t.Store, register.Query{Scope: scopeOf(organ)}), want)
	t.same("after entry 600", t.read(t.Store, register.Query{Scope: scopeOf(organ), After: 600}), want[600:])
	t.same("upto entry 2500", t.read(t.Store, register.Query{Scope: scopeOf(organ), Upto: 2500}), want[:2500])
	t.same("the current entries", t.read(t.Store, register.Query{Scope: scopeOf(organ), Current: true}), want)
	var paged []register.Entry
	for len(paged) < len(want) {
		n := len(paged)
		for e, err := range t.Store.Entries(t.ctx, register.Query{Scope: scopeOf(organ), After: int64(n)}) {
			t.need("Entries", err)
			paged = append(paged, e)
			if len(paged) == n+777 {
				break
			}
		}
		if len(paged) == n {
			break
		}
	}
	t.same("read in pages", paged, want)
}

func scopeOfEntries(t *trial) {
	for _, organ := range []string{"", register.AllOrgans} {
		got, err := collect(t.Store.Entries(t.ctx, register.Query{Scope: scopeOf(organ), Kind: "contract"}))
		if !errors.Is(err, register.ErrScope) || len(got) > 0 {
			t.fault("organ %q: the error is %v, not ErrScope, and there are %d entries", organ, err, len(got))
		}
	}
}

func entriesOfOneOrgan(t *trial) {
	one, two := t.organ(), t.organ()
	first := t.keep(keyOf(one, ref("A")), draft(ref("A")), draft(ref("B")))
	t.keep(keyOf(two, ref("A")), draft(ref("A")), draft(ref("C")), refusal(ref("B")))
	for _, q := range []register.Query{
		{}, {Current: true}, {Step: "审查"}, {Kind: "contract"}, {From: day(2025, time.January, 2)}, {Upto: 9},
	} {
		q.Scope = scopeOf(one)
		t.same("of one organ", t.read(t.Store, q), first)
	}
	q := register.Query{Scope: scopeOf(one), Ref: ref("C")}
	t.same("another organ's document", t.read(t.Store, q), nil)
}

func emptyBook(t *trial) {
	organ := t.organ()
	for _, q := range []register.Query{{}, {Current: true}, {Ref: ref("A")}, {Number: "甲1"}, {ReqID: "R"}, {DueBefore: day(2025, 1, 1)}} {
		q.Scope = scopeOf(organ)
		t.same("a book without entries", t.read(t.Store, q), nil)
	}
}

// mixed keeps a book in which every field of a query finds some entries and leaves some.
func (t *trial) mixed(organ string) []register.Entry {
	c := register.Counter{Series: "甲", Year: 2025}
	kinds, ids := []fazhi.Kind{"contract", "normdoc", "con"}, []string{"A", "B", "C", "a", "AB"}
	steps := []string{"登记", "审查", "签订", "审"}
	r := rand.New(rand.NewPCG(1, 2))
	var all []register.Entry
	for i := range 120 {
		e := draft(fazhi.Ref{Kind: kinds[r.IntN(3)], ID: ids[r.IntN(5)]})
		e.Step, e.On = steps[r.IntN(4)], day(2025, time.January, 1).AddDays(r.IntN(20))
		if r.IntN(3) > 0 {
			e.Due = day(2025, time.February, 1).AddDays(r.IntN(20))
		}
		if r.IntN(4) == 0 {
			e.Act, e.Doc, e.Due = register.Refused, nil, fazhi.Date{}
		}
		key := register.Key{Scope: scopeOf(organ), Ref: e.Ref, Counters: []register.Counter{c}}
		if r.IntN(2) == 0 {
			key.ReqID = "R-" + strconv.Itoa(i)
		}
		numbered := e.Act != register.Refused && r.IntN(2) == 0
		kept, err := t.Store.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
			if numbered {
				return withNumber(key, e)(p)
			}
			return chained(p, key, e)
		})
		t.need("Append", err)
		all = append(all, kept...)
	}
	return all
}

// withNumber returns a next that gives one draft with the next number of the key's first counter.
func withNumber(key register.Key, e register.Entry) nextFunc {
	return func(p register.Prior) ([]register.Entry, error) {
		if len(p.Serials) == 0 {
			return nil, errors.New("no serial is told")
		}
		e.Numbers = []register.Numbered{numbered(key.Counters[0], p.Serials[0])}
		return chained(p, key, e)
	}
}

// A question is one way to fill fields of a query, and which entries it means.
type question struct {
	name string
	ask  func(q *register.Query, e *register.Entry) // as it is for an entry that may be meant
	is   func(q *register.Query, e *register.Entry) bool
}

func questions() []question {
	return []question{
		{"After", func(q *register.Query, e *register.Entry) { q.After = e.Seq }, func(q *register.Query, e *register.Entry) bool {
			return e.Seq > q.After
		}},
		{"Upto", func(q *register.Query, e *register.Entry) { q.Upto = e.Seq }, func(q *register.Query, e *register.Entry) bool {
			return e.Seq <= q.Upto
		}},
		{"Ref", func(q *register.Query, e *register.Entry) { q.Ref = e.Ref }, func(q *register.Query, e *register.Entry) bool {
			return e.Ref == q.Ref
		}},
		{"Kind", func(q *register.Query, e *register.Entry) { q.Kind = e.Ref.Kind }, func(q *register.Query, e *register.Entry) bool {
			return e.Ref.Kind == q.Kind
		}},
		{"Number", askNumber, func(q *register.Query, e *register.Entry) bool {
			return len(e.Numbers) == 1 && e.Numbers[0].Text == q.Number
		}},
		{"ReqID", askReqID, func(q *register.Query, e *register.Entry) bool { return e.ReqID == q.ReqID }},
		{"From", func(q *register.Query, e *register.Entry) { q.From = e.On }, func(q *register.Query, e *register.Entry) bool {
			return !e.On.Before(q.From)
		}},
		{"To", func(q *register.Query, e *register.Entry) { q.To = e.On }, func(q *register.Query, e *register.Entry) bool {
			return !e.On.After(q.To)
		}},
		{"Current", func(q *register.Query, _ *register.Entry) { q.Current = true }, nil},
		{"Step", func(q *register.Query, e *register.Entry) { q.Step = e.Step }, func(q *register.Query, e *register.Entry) bool {
			return e.Step == q.Step
		}},
		{"DueBefore", askDueBefore, func(q *register.Query, e *register.Entry) bool {
			return !e.Due.IsZero() && e.Due.Before(q.DueBefore)
		}},
	}
}

func askNumber(q *register.Query, e *register.Entry) {
	q.Number = "没有这个号"
	if len(e.Numbers) > 0 {
		q.Number = e.Numbers[0].Text
	}
}

func askReqID(q *register.Query, e *register.Entry) {
	q.ReqID = "没有这个请求"
	if e.ReqID != "" {
		q.ReqID = e.ReqID
	}
}

func askDueBefore(q *register.Query, e *register.Entry) {
	q.DueBefore = day(2025, time.February, 10)
	if !e.Due.IsZero() {
		q.DueBefore = e.Due.AddDays(int(e.Seq % 2))
	}
}

// meant returns the entries that answer all questions asked.
func meant(all []register.Entry, q *register.Query, asked []question) []register.Entry {
	from := all
	for _, x := range asked {
		if x.name == "Current" || x.name == "Step" || x.name == "DueBefore" {
			from = currentOf(all)
		}
	}
	return only(from, func(e *register.Entry) bool {
		for _, x := range asked {
			if x.is != nil && !x.is(q, e) {
				return false
			}
		}
		return true
	})
}

// byField returns a case that asks one question for every entry of a mixed book.
func byField(name string) func(*trial) {
	return func(t *trial) {
		organ := t.organ()
		all := t.mixed(organ)
		for _, x := range questions() {
			if x.name != name {
				continue
			}
			for i := range all {
				q := register.Query{Scope: scopeOf(organ)}
				x.ask(&q, &all[i])
				t.same(name+" as of entry "+strconv.Itoa(i+1), t.read(t.Store, q), meant(all, &q, []question{x}))
				if t.hasFaults() {
					return
				}
			}
		}
	}
}

func fieldsTogether(t *trial) {
	organ := t.organ()
	all := t.mixed(organ)
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		q := register.Query{Scope: scopeOf(organ)}
		var asked []question
		names := ""
		e := &all[r.IntN(len(all))]
		for _, x := range questions() {
			if r.IntN(3) == 0 {
				x.ask(&q, e)
				asked = append(asked, x)
				names += x.name + " "
			}
		}
		t.same("asked together: "+names, t.read(t.Store, q), meant(all, &q, asked))
		if t.hasFaults() {
			return
		}
	}
}

func secretsOnlyWhenAsked(t *trial) {
	organ := t.organ()
	want := t.keep(keyOf(organ, ref("A")), rich("A"), rich("B"))
	t.same("not asked for", t.read(t.Store, register.Query{Scope: scopeOf(organ)}), without(want))
	t.same("not asked for, current", t.read(t.Store, register.Query{Scope: scopeOf(organ), Current: true}), without(want))
	t.same("asked for", t.read(t.Store, register.Query{Scope: scopeOf(organ), Secrets: true}), want)
	q := register.Query{Scope: scopeOf(organ), Ref: ref("B"), Current: true, Secrets: true}
	t.same("asked for, of one document", t.read(t.Store, q), want[1:])
}

func callerOwns(t *trial) {
	organ := t.organ()
	t.keep(keyOf(organ, ref("A")), rich("A"))
	want, err := chained(register.Prior{Head: register.Head{Organ: organ}}, keyOf(organ, ref("A")), rich("A"))
	t.need("chained", err)
	spoil(t.all(organ))
	t.holds("after what was read was written over", organ, want)
}

func breakEntries(t *trial) {
	organ := t.organ()
	t.fill(organ, 800)
	for range 200 { // more than any pool has connections
		n := 0
		for _, err := range t.Store.Entries(t.ctx, register.Query{Scope: scopeOf(organ)}) {
			t.need("Entries", err)
			if n++; n == 2 {
				break
			}
		}
		if n != 2 {
			t.stop("a loop that is left at entry 2 sees %d", n)
		}
	}
	t.keep(keyOf(organ, ref("A")), draft(ref("A")))
}

func callsInsideEntries(t *trial) {
	organ := t.organ()
	want := t.fill(organ, 5)
	n := 0
	for e, err := range t.Store.Entries(t.ctx, register.Query{Scope: scopeOf(organ), Upto: 5}) {
		t.need("Entries", err)
		n++
		want = append(want, t.keep(keyOf(organ, e.Ref), draft(e.Ref))...)
		t.same("within a loop", t.read(t.Store, register.Query{Scope: scopeOf(organ)}), want)
		t.headIs("within a loop", organ, want)
	}
	if n != 5 {
		t.fault("a loop over 5 entries sees %d", n)
	}
}

func entriesContext(t *trial) {
	organ := t.organ()
	t.fill(organ, 3)
	_, err := collect(t.Store.Entries(t.ended(), register.Query{Scope: scopeOf(organ)}))
	if !errors.Is(err, context.Canceled) || errors.Is(err, errGoesOn) {
		t.fault("a context that is over: the error is %v", err)
	}
}

// neverShort ends the context in the middle: a book that breaks off without an error looks like one that ends there.
func neverShort(t *trial) {
	organ := t.organ()
	const n = 2600
	t.fill(organ, n)
	for _, stopAt := range []int{1, 700, n - 1} {
		ctx, cancel := context.WithCancel(t.ctx)
		seen := 0
		var failed error
		for _, err := range t.Store.Entries(ctx, register.Query{Scope: scopeOf(organ)}) {
			if failed = err; err == nil {
				seen++
			}
			if seen == stopAt {
				cancel()
			}
		}
		cancel()
		if failed == nil && seen < n || failed != nil && !errors.Is(failed, context.Canceled) {
			t.fault("the context ends at entry %d of %d: %d entries are yielded, and the error is %v", stopAt, n, seen, failed)
		}
	}
}
