package registertest

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi/register"
)

// headsOfTrial returns those of the heads of all books that are the trial's. Others work on the same data.
func (t *trial) headsOfTrial() []register.Head {
	heads, err := collect(t.Store.Heads(t.ctx, scopeOf(register.AllOrgans)))
	t.need("Heads", err)
	return slices.DeleteFunc(heads, func(h register.Head) bool { return !strings.HasPrefix(h.Organ, t.name) })
}

func headsOfOne(t *trial) {
	one, two := t.organ(), t.organ()
	t.headIs("no entries", one, nil)
	first := t.fill(one, 3)
	t.headIs("three entries", one, first)
	second := t.keep(keyOf(two, ref("A")), draft(ref("A")))
	t.headIs("the first book", one, first)
	t.headIs("the second book", two, second)
	first = append(first, t.keep(keyOf(one, ref("A")), refusal(ref("A")))...)
	t.headIs("a refusal", one, first)
}

func headsOfAll(t *trial) {
	organs := []string{t.organ(), t.organ(), t.organ(), t.name + "-鲤城", t.name + "-A", t.name + "-a", t.name + "-Z", t.name + "-😀"}
	var want []register.Head
	for i := range organs {
		organ := organs[len(organs)-1-i]
		kept := t.fill(organ, i+1)
		want = append(want, headOf(&kept[i]))
	}
	slices.SortFunc(want, func(a, b register.Head) int { return strings.Compare(a.Organ, b.Organ) })
	if got := t.headsOfTrial(); !slices.EqualFunc(got, want, sameHead) {
		t.fault("the heads of all books are not those of the last entries in the order of the bytes of the organs: %s", headsText(got))
	}
}

func noEmptyBooks(t *trial) {
	organ := t.organ()
	t.peek(keyOf(organ, ref("A"), register.Counter{Series: "甲", Year: 2025}))
	t.all(organ)
	t.headIs("nothing was kept", organ, nil)
	if heads := t.headsOfTrial(); len(heads) > 0 {
		t.fault("a book without entries is listed: %s", headsText(heads))
	}
}

func scopeOfHeads(t *trial) {
	heads, err := collect(t.Store.Heads(t.ctx, register.Scope{}))
	if !errors.Is(err, register.ErrScope) || len(heads) > 0 {
		t.fault("without an organ: the error is %v, not ErrScope, and there are %d heads", err, len(heads))
	}
}

func breakHeads(t *trial) {
	t.fill(t.organ(), 1)
	t.fill(t.organ(), 1)
	for range 200 { // more than any pool has connections
		n := 0
		for _, err := range t.Store.Heads(t.ctx, scopeOf(register.AllOrgans)) {
			t.need("Heads", err)
			n++
			break
		}
		if n != 1 {
			t.stop("a loop that is left at once sees %d heads", n)
		}
	}
	t.fill(t.organ(), 1)
}

func callsInsideHeads(t *trial) {
	organs := []string{t.organ(), t.organ(), t.organ()}
	for _, organ := range organs {
		t.fill(organ, 2)
	}
	n := 0
	for h, err := range t.Store.Heads(t.ctx, scopeOf(register.AllOrgans)) {
		t.need("Heads", err)
		if !slices.Contains(organs, h.Organ) {
			continue
		}
		n++
		if entries := t.read(t.Store, register.Query{Scope: scopeOf(h.Organ)}); len(entries) != 2 {
			t.fault("within a loop: %d entries instead of 2", len(entries))
		}
		t.keep(keyOf(h.Organ, ref("A")), draft(ref("A")))
	}
	if n != len(organs) {
		t.fault("a loop over %d books sees %d", len(organs), n)
	}
}

func headsContext(t *trial) {
	organ := t.organ()
	t.fill(organ, 1)
	for _, scope := range []register.Scope{scopeOf(organ), scopeOf(register.AllOrgans)} {
		_, err := collect(t.Store.Heads(t.ended(), scope))
		if !errors.Is(err, context.Canceled) || errors.Is(err, errGoesOn) {
			t.fault("a context that is over: the error is %v", err)
		}
	}
}

// inspectFindsNothing tries stores that are an Inspector: in a book that nobody touched there is nothing to be found.
func inspectFindsNothing(t *trial) {
	inspector, ok := t.Store.(register.Inspector)
	if !ok {
		return
	}
	organ := t.organ()
	t.inspected(inspector, organ)
	t.mixed(organ)
	t.keep(keyOf(organ, ref("A")), rich("A"), refusal(ref("B")))
	t.drawn(organ, register.Counter{Series: "乙"}, register.Counter{Series: "甲", Year: 2024})
	t.inspected(inspector, organ)
	for _, organ := range []string{"", register.AllOrgans} {
		if _, err := collect(inspector.Inspect(t.ctx, scopeOf(organ))); !errors.Is(err, register.ErrScope) {
			t.fault("organ %q: the error of Inspect is %v, not ErrScope", organ, err)
		}
	}
}

func (t *trial) inspected(inspector register.Inspector, organ string) {
	found, err := collect(inspector.Inspect(t.ctx, scopeOf(organ)))
	t.need("Inspect", err)
	for _, d := range found {
		t.fault("Inspect finds at entry %d: %s", d.Seq, d.Message)
	}
}
