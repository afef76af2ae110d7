package registertest

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
)

// peek returns what Append tells next, and keeps nothing.
func (t *trial) peek(key register.Key) register.Prior {
	var told register.Prior
	called := false
	_, err := t.Store.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
		told, called = p, true
		return nil, errNo
	})
	if !called {
		t.stop("next is not called; the error is %v", err)
	}
	return told
}

// errNo is what a next says that does not want anything kept.
var errNo = errors.New("registertest: nothing is to be kept")

func tellsHead(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"))
	if p := t.peek(key); !sameHead(p.Head, register.Head{Organ: organ}) {
		t.fault("the head of an empty book is seq %d of %q", p.Head.Seq, p.Head.Organ)
	}
	for range 3 {
		kept := t.keep(key, draft(ref("A")), draft(ref("B")))
		if p := t.peek(keyOf(organ, ref("C"))); !sameHead(p.Head, headOf(&kept[1])) {
			t.fault("after seq %d the head is seq %d with another Sum, At or Organ", kept[1].Seq, p.Head.Seq)
		}
	}
}

func tellsLast(t *trial) {
	organ := t.organ()
	if p := t.peek(keyOf(organ, ref("A"))); p.Last != nil {
		t.fault("a document that is not in the book has a last entry")
	}
	a := t.keep(keyOf(organ, ref("A")), draft(ref("A")), draft(ref("A")))
	t.keep(keyOf(organ, ref("B")), draft(ref("B")))
	other := draft(fazhi.Ref{Kind: "normdoc", ID: "A"})
	t.keep(keyOf(organ, other.Ref), other)
	p := t.peek(keyOf(organ, ref("A")))
	if p.Last == nil {
		t.stop("the document has no last entry")
	}
	t.same("the last entry", []register.Entry{*p.Last}, a[1:])
	if p := t.peek(keyOf(organ, ref("C"))); p.Last != nil {
		t.fault("a document that is not in the book has a last entry")
	}
}

func refusal(r fazhi.Ref) register.Entry {
	e := draft(r)
	e.Act, e.Doc, e.Codes, e.Reason = register.Refused, nil, []fazhi.Code{"contract/review/missing"}, "没有审查意见"
	return e
}

func lastIsNoRefusal(t *trial) {
	organ := t.organ()
	t.keep(keyOf(organ, ref("A")), refusal(ref("A")))
	if p := t.peek(keyOf(organ, ref("A"))); p.Last != nil {
		t.fault("a document that was only refused has a last entry")
	}
	kept := t.keep(keyOf(organ, ref("A")), draft(ref("A")), refusal(ref("A")))
	t.keep(keyOf(organ, ref("A")), refusal(ref("A")))
	p := t.peek(keyOf(organ, ref("A")))
	if p.Last == nil {
		t.stop("the document has no last entry")
	}
	t.same("the last entry", []register.Entry{*p.Last}, kept[:1])
}

func tellsSerials(t *trial) {
	organ := t.organ()
	a24, a25 := register.Counter{Series: "甲", Year: 2024}, register.Counter{Series: "甲", Year: 2025}
	b, ever := register.Counter{Series: "乙", Year: 2025}, register.Counter{Series: "甲"}
	t.serialsAre(organ, []register.Counter{a24, a25, b, ever}, 1, 1, 1, 1)
	t.drawn(organ, a24)
	t.drawn(organ, a25, b)
	t.drawn(organ, a25, ever)
	t.drawn(organ, ever)
	t.drawn(organ, ever)
	t.serialsAre(organ, []register.Counter{a24, a25, b, ever}, 2, 3, 2, 4)
	t.serialsAre(organ, []register.Counter{ever, b, a24}, 4, 2, 2)
	t.serialsAre(organ, nil)
	var many []register.Counter
	for i := range 99 {
		many = append(many, register.Counter{Series: "丙" + strconv.Itoa(i*37%99), Year: 2025})
	}
	t.drawn(organ, many[50:]...)
	want := append(slices.Repeat([]int{1}, 50), slices.Repeat([]int{2}, 49)...)
	t.serialsAre(organ, append(many, ever), append(want, 4)...)
}

// drawn keeps an entry with a number of each counter.
func (t *trial) drawn(organ string, counters ...register.Counter) register.Entry {
	key := keyOf(organ, ref("N"), counters...)
	kept, err := t.Store.Append(t.ctx, key, draw(key))
	t.need("Append", err)
	if len(kept) != 1 {
		t.stop("Append of one entry returns %d", len(kept))
	}
	return kept[0]
}

func (t *trial) serialsAre(organ string, counters []register.Counter, want ...int) {
	if p := t.peek(keyOf(organ, ref("N"), counters...)); !slices.Equal(p.Serials, want) {
		t.fault("the next serials of %v are told as %v, not %v", counters, p.Serials, want)
	}
}

func severalNumbers(t *trial) {
	organ := t.organ()
	a, b := register.Counter{Series: "甲", Year: 2025}, register.Counter{Series: "乙"}
	key := keyOf(organ, ref("A"), a, b)
	one, two := draft(ref("A")), draft(ref("B"))
	one.Numbers = []register.Numbered{numbered(b, 1), numbered(a, 1)}
	two.Numbers = []register.Numbered{numbered(a, 2), numbered(a, 3)}
	kept := t.keep(key, one, two)
	t.holds("numbers of two counters in two entries", organ, kept)
	t.serialsAre(organ, []register.Counter{a, b}, 4, 2)
}

// rich is an entry with something in every field.
func rich(id string) register.Entry {
	e := draft(ref(id))
	e.With = []string{"某区财政局", "某区住建局"}
	e.Applied = []string{"licheng/caps@1.2.0", "a-1@2024.05-rc.1+b_7"}
	e.Due, e.Role, e.Reason = day(2025, time.March, 1), "法制员", "补充材料"
	if err := json.Unmarshal([]byte(runningJSON), &e.Running); err != nil {
		panic(err) // it is a constant
	}
	e.Codes = []fazhi.Code{"contract/filing/late", "local/second"}
	e.Doc = []byte(`{"amount":12345,"name":"\"某\"合同\\","none":null,"parties":[{"name":"\u0001甲"},[]],"rate":0.5}`)
	e.Secrets = []register.Secret{secretOf("/parties/0/name", "k1", "甲"), secretOf("/parties/0/id", "k1", "乙")}
	return e
}

// returnsWhatItKeeps also tries that every field is kept.
func returnsWhatItKeeps(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"))
	key.ReqID = "R-1"
	var given []register.Entry
	kept, err := t.Store.Append(t.ctx, key, func(p register.Prior) (out []register.Entry, err error) {
		given, err = chained(p, key, rich("A"), refusal(ref("B")), draft(ref("C")))
		return slices.Clone(given), err
	})
	t.need("Append", err)
	t.same("what Append returns", without(kept), without(given))
	t.holds("what is kept", organ, given)
}

func sumAsGiven(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"))
	for _, fill := range []byte{0xff, 0x01, 0x00} { // the last is the Sum of nothing, but given all the same
		var given []register.Entry
		_, err := t.Store.Append(t.ctx, key, func(p register.Prior) (out []register.Entry, err error) {
			given, err = chained(p, key, draft(ref("A")))
			for i := range given[0].Sum {
				given[0].Sum[i] = fill
			}
			return slices.Clone(given), err
		})
		t.need("Append", err)
		t.same("the entry kept last", t.all(organ)[given[0].Seq-1:], given)
	}
}

func keepsItsOwnCopy(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"))
	var given []register.Entry
	kept, err := t.Store.Append(t.ctx, key, func(p register.Prior) (out []register.Entry, err error) {
		given, err = chained(p, key, rich("A"))
		return given, err
	})
	t.need("Append", err)
	want, err := chained(register.Prior{Head: register.Head{Organ: organ}}, key, rich("A"))
	t.need("chained", err)
	spoil(given)
	spoil(kept)
	t.holds("after what was given and returned was written over", organ, want)
}

// spoil writes over everything that entries point to.
func spoil(entries []register.Entry) {
	for i := range entries {
		e := &entries[i]
		fillBytes(e.Doc)
		for j := range e.Numbers {
			e.Numbers[j] = register.Numbered{}
		}
		for j := range e.With {
			e.With[j] = "x"
		}
		for j := range e.Codes {
			e.Codes[j] = "x"
		}
		for j := range e.Applied {
			e.Applied[j] = "x@1"
		}
		for j := range e.Running {
			for k := range e.Running[j].Pauses {
				e.Running[j].Pauses[k].Reason = "x"
			}
			e.Running[j].Clock = "x"
		}
		for j := range e.Secrets {
			fillBytes(e.Secrets[j].Box)
			fillBytes(e.Secrets[j].Digest)
			e.Secrets[j].Key = "x"
		}
	}
}

func fillBytes(b []byte) {
	for i := range b {
		b[i] = 'x'
	}
}

func priorIsACopy(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"))
	want := t.keep(key, rich("A"))
	p := t.peek(key)
	if p.Last == nil {
		t.stop("the document has no last entry")
	}
	spoil([]register.Entry{*p.Last})
	t.holds("after what next was told was written over", organ, want)
}

func allOrNothing(t *trial) {
	organ := t.organ()
	c := register.Counter{Series: "甲", Year: 2025}
	key := keyOf(organ, ref("A"), c)
	key.ReqID = "R-1"
	bad := draft(ref("C"))
	bad.Numbers = []register.Numbered{numbered(c, 7)}
	good := rich("A")
	good.Numbers = []register.Numbered{numbered(c, 1)}
	kept, err := t.Store.Append(t.ctx, key, give(key, good, draft(ref("B")), bad))
	if err == nil || len(kept) > 0 {
		t.fault("entries of which the third has a wrong number: the error is %v, and %d are returned", err, len(kept))
	}
	t.keptNothing("the third entry is wrong", organ, key)
	bad.Numbers = []register.Numbered{numbered(c, 2)}
	t.holds("all three", organ, t.keep(key, good, draft(ref("B")), bad))
}

// keptNothing notes everything that a failed Append has left in an empty book.
func (t *trial) keptNothing(what, organ string, key register.Key) {
	t.holds(what, organ, nil)
	called := false
	_, err := t.Store.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
		called = true
		if !sameHead(p.Head, register.Head{Organ: organ}) {
			t.fault("%s: the head has moved", what)
		}
		if p.Last != nil {
			t.fault("%s: the document has a last entry", what)
		}
		for _, serial := range p.Serials {
			if serial != 1 {
				t.fault("%s: the next serial is %d, so a number is used up", what, serial)
			}
		}
		return nil, errNo
	})
	if !called {
		t.fault("%s: next is not called again; the error is %v", what, err)
	}
	if t.Secrets != nil {
		left, err := collect(t.Secrets.Secrets(t.ctx, register.SecretQuery{Scope: scopeOf(organ)}))
		t.need("Secrets", err)
		if len(left) > 0 {
			t.fault("%s: secrets are kept", what)
		}
	}
}

func panicKeepsNothing(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"), register.Counter{Series: "甲", Year: 2025})
	key.ReqID = "R-1"
	func() {
		defer func() { _ = recover() }() // whether it comes through is the store's affair
		kept, err := t.Store.Append(t.ctx, key, func(register.Prior) ([]register.Entry, error) { panic("next") })
		if err == nil {
			t.fault("a next that panics: no error, and %d entries are returned", len(kept))
		}
	}()
	t.keptNothing("next panicked", organ, key)
	t.drawn(organ, key.Counters...)
	t.serialsAre(organ, key.Counters, 2)
}

func noEntries(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"), register.Counter{Series: "甲", Year: 2025})
	key.ReqID = "R-1"
	kept, err := t.Store.Append(t.ctx, key, func(register.Prior) ([]register.Entry, error) { return nil, nil })
	if err != nil || len(kept) > 0 {
		t.fault("a next that gives no entries: %d are returned, and the error is %v", len(kept), err)
	}
	t.keptNothing("next gave no entries", organ, key)
}

func durable(t *trial) {
	organ := t.organ()
	c := register.Counter{Series: "甲", Year: 2025}
	key := keyOf(organ, ref("A"), c)
	key.ReqID = "R-1"
	one := rich("A")
	one.Numbers = []register.Numbered{numbered(c, 1)}
	want := t.keep(key, one, draft(ref("B")))
	t.reopen()
	t.holds("opened again", organ, want)
	t.serialsAre(organ, []register.Counter{c}, 2)
	p := t.peek(keyOf(organ, ref("A"), c))
	if !sameHead(p.Head, headOf(&want[1])) || p.Last == nil || difference(p.Last, &without(want)[0]) != "" {
		t.fault("opened again: next is not told the head and the last entry that were kept")
	}
	again, err := t.Store.Append(t.ctx, key, give(key, draft(ref("C"))))
	t.need("opened again: the same request", err)
	t.same("opened again: the same request", without(again), without(want))
}

func seenByOthers(t *trial) {
	organ := t.organ()
	other := t.another()
	c := register.Counter{Series: "甲", Year: 2025}
	key := keyOf(organ, ref("A"), c)
	var want []register.Entry
	for i := range 4 {
		s := []register.Store{t.Store, other.Store}[i%2]
		kept, err := s.Append(t.ctx, key, draw(key))
		t.need("Append", err)
		want = append(want, kept...)
		t.same("one handle", t.read(t.Store, register.Query{Scope: scopeOf(organ)}), without(want))
		t.same("the other handle", t.read(other.Store, register.Query{Scope: scopeOf(organ)}), without(want))
	}
}

// lastAnswerCounts calls for a next that answers otherwise each time.
func lastAnswerCounts(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"))
	calls := 0
	kept, err := t.Store.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
		calls++
		e := draft(ref("A"))
		e.Reason = "第" + strconv.Itoa(calls) + "次"
		return chained(p, key, e)
	})
	t.need("Append", err)
	want := "第" + strconv.Itoa(calls) + "次"
	if len(kept) != 1 || kept[0].Reason != want {
		t.fault("what is returned is not the answer of the last of %d calls", calls)
	}
	if all := t.all(organ); len(all) != 1 || all[0].Reason != want {
		t.fault("what is kept is not the answer of the last of %d calls", calls)
	}
}

// A refusedError looks like what callers return from next.
type refusedError struct{ why string }

func (e *refusedError) Error() string { return e.why }

func errorAsItIs(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"))
	given := errors.Join(errNo, &refusedError{why: "不予登记"})
	kept, err := t.Store.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
		entries, _ := chained(p, key, draft(ref("A")))
		return entries, given
	})
	var typed *refusedError
	if !errors.Is(err, errNo) || !errors.As(err, &typed) || typed.why != "不予登记" {
		t.fault("the error of next does not come back: %v", err)
	}
	if errors.Is(err, register.ErrChain) || errors.Is(err, register.ErrUnknown) {
		t.fault("the error of next comes back as another one: %v", err)
	}
	if len(kept) > 0 {
		t.fault("%d entries are returned with an error", len(kept))
	}
}

func errorKeepsNothing(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"), register.Counter{Series: "甲", Year: 2025})
	key.ReqID = "R-1"
	_, err := t.Store.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
		entries, _ := draw(key)(p)
		return entries, errNo
	})
	if err == nil {
		t.fault("there is no error")
	}
	t.keptNothing("next returned an error", organ, key)
}

func errorUsesNoNumber(t *trial) {
	organ := t.organ()
	counters := []register.Counter{{Series: "甲", Year: 2025}, {Series: "乙"}}
	key := keyOf(organ, ref("N"), counters...)
	for i := range 6 {
		if i%2 == 0 {
			if _, err := t.Store.Append(t.ctx, key, func(register.Prior) ([]register.Entry, error) { return nil, errNo }); err == nil {
				t.fault("there is no error")
			}
			continue
		}
		e := t.drawn(organ, counters...)
		for _, n := range e.Numbers {
			if n.Serial != i/2+1 {
				t.fault("number %d of %s comes after %d were kept", n.Serial, n.Series, i/2)
			}
		}
	}
}

func scopeOfAppend(t *trial) {
	for _, organ := range []string{"", register.AllOrgans} {
		key := keyOf(organ, ref("A"))
		kept, err := t.Store.Append(t.ctx, key, give(key, draft(ref("A"))))
		if !errors.Is(err, register.ErrScope) || len(kept) > 0 {
			t.fault("organ %q: the error is %v, not ErrScope", organ, err)
		}
	}
}

func appendContext(t *trial) {
	organ := t.organ()
	key := keyOf(organ, ref("A"), register.Counter{Series: "甲", Year: 2025})
	kept, err := t.Store.Append(t.ended(), key, draw(key))
	if !errors.Is(err, t.ended().Err()) || len(kept) > 0 {
		t.fault("a context that is over: the error is %v, and %d entries are returned", err, len(kept))
	}
	t.keptNothing("the context was over", organ, key)
}

// contextMidway ends the context while next is at work. What comes of it is the database's affair, but it must be told.
func contextMidway(t *trial) {
	for range 8 {
		organ := t.organ()
		key := requestKey(organ, "R-1")
		ctx, cancel := context.WithCancel(t.ctx)
		kept, err := t.Store.Append(ctx, key, func(p register.Prior) ([]register.Entry, error) {
			cancel()
			return draw(key)(p)
		})
		cancel()
		all := t.all(organ)
		switch {
		case err == nil && (len(all) != 1 || len(kept) != 1):
			t.fault("the context ends while next is at work: no error, %d entries returned, %d kept", len(kept), len(all))
		case err != nil && !errors.Is(err, register.ErrUnknown) && len(all) > 0:
			t.fault("the context ends while next is at work: the entry is kept, and the error, %v, is not ErrUnknown", err)
		case err != nil:
			_, err := t.Store.Append(t.ctx, key, draw(key))
			t.need("the same request again", err)
		}
		t.serialsAre(organ, key.Counters, 2)
	}
}

// harmNobody has many callers at once, some of whom fail in one way or another.
func harmNobody(t *trial) {
	organ, c := t.organ(), register.Counter{Series: "甲", Year: 2025}
	handles := []register.Store{t.Store, t.another().Store}
	const callers, rounds = 24, 4
	const good = callers / 4 * rounds
	t.together(callers, func(i int) {
		for range rounds {
			t.perhaps(handles[i/4%2], keyOf(organ, ref("H-"+strconv.Itoa(i)), c), i%4)
		}
	})
	entries := t.read(t.Store, register.Query{Scope: scopeOf(organ)})
	if len(entries) != good {
		t.fault("%d entries are kept, and %d calls were in order", len(entries), good)
	}
	for i := range entries {
		if e := &entries[i]; e.Seq != int64(i+1) || len(e.Numbers) != 1 || e.Numbers[0].Serial != i+1 {
			t.fault("entry %d is not the next one, or does not have number %d", e.Seq, i+1)
		}
	}
}

// perhaps makes a call that is in order, fails, is refused or panics.
func (t *trial) perhaps(s register.Store, key register.Key, how int) {
	defer func() {
		_ = recover() // whether a panic comes through is the store's affair
	}()
	_, err := s.Append(t.ctx, key, func(p register.Prior) ([]register.Entry, error) {
		entries, err := draw(key)(p)
		switch how {
		case 1:
			return entries, errNo
		case 2:
			entries[0].Prev[0]++
		case 3:
			panic(errNo)
		}
		return entries, err
	})
	switch {
	case how == 0 && err != nil:
		t.fault("a call that is in order, beside others that are not: %v", err)
	case how == 1 && !errors.Is(err, errNo), how == 2 && !errors.Is(err, register.ErrChain), how == 3 && err == nil:
		t.fault("a call that is not in order, beside others: the error is %v", err)
	}
}
