package register_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/register"
	"github.com/stretchr/testify/require"
)

// A receiver takes entries, and fails for the documents of a list.
type receiver struct {
	got   []string // "TZ-1/1" is the first entry of the book, of TZ-1
	tries []int
	fail  map[string]error // by id
}

func (r *receiver) deliver(_ context.Context, e *register.Event) error {
	if err := r.fail[e.Entry.Ref.ID]; err != nil {
		return err
	}
	r.got = append(r.got, fmt.Sprintf("%s/%d", e.Entry.Ref.ID, e.Entry.Seq))
	r.tries = append(r.tries, e.Attempt)
	return nil
}

func (r *receiver) take() []string {
	got := r.got
	r.got, r.tries = nil, nil
	return got
}

// A relay is a world with a follower.
type relay struct {
	*world
	receiver
	cursors register.Cursors
	f       *register.Follower
}

func newRelay(t *testing.T) *relay {
	r := &relay{world: newWorld(t, nil), cursors: register.NewMemoryCursors(), receiver: receiver{fail: make(map[string]error)}}
	r.f = r.follower("p1")
	return r
}

func (r *relay) follower(holder string) *register.Follower {
	return &register.Follower{
		Store: r.store, Cursors: r.cursors, Name: "档案系统", Holder: holder, Scope: register.Scope{Organ: register.AllOrgans},
		Deliver: r.deliver, Now: func() time.Time { return r.now },
	}
}

func (r *relay) adds(ids ...string) {
	r.t.Helper()
	for _, id := range ids {
		r.add(register.Request{Scope: scope(), Doc: notice(id, "一")})
	}
}

func (r *relay) steps(ids ...string) {
	r.t.Helper()
	for _, id := range ids {
		_, err := r.book.Step(r.t.Context(), register.Request{Scope: scope(), Ref: noticeRef(id), Step: "印发"})
		require.NoError(r.t, err)
	}
}

// pass makes a pass and returns what was delivered.
func (r *relay) pass() []string {
	r.t.Helper()
	n, err := r.f.Pass(r.t.Context())
	require.NoError(r.t, err)
	got := r.take()
	require.Len(r.t, got, n)
	return got
}

func (r *relay) parked() []register.Parked {
	r.t.Helper()
	out, err := collect(r.cursors.Parked(r.t.Context(), register.Subscription{Subscriber: "档案系统", Organ: organ}))
	require.NoError(r.t, err)
	return out
}

func (r *relay) wait(d time.Duration) { r.now = r.now.Add(d) }

func TestFollow(t *testing.T) {
	r := newRelay(t)
	require.Empty(t, r.pass())
	r.adds("A", "B")
	r.steps("A")
	other := request("C")
	other.Scope.Organ = "丰泽区司法局"
	r.add(other)
	require.Equal(t, []string{"C/1", "A/1", "B/2", "A/3"}, r.pass(), "all books")
	require.Empty(t, r.pass())
	r.steps("B")
	require.Equal(t, []string{"B/4"}, r.pass())

	r.f = r.follower("p1") // the process starts anew
	require.Empty(t, r.pass())
	r.f = r.follower("p1")
	r.f.Name, r.f.Scope = "统计系统", scope()
	require.Equal(t, []string{"A/1", "B/2", "A/3", "B/4"}, r.pass(), "another subscriber, of one book")
}

func TestParkedDocumentsHoldUpThemselves(t *testing.T) {
	for _, every := range []int{0, 2, 100} {
		r := newRelay(t)
		r.f.SaveEvery = every
		r.adds("A", "B", "C")
		r.steps("A", "B")
		r.fail["A"] = errors.New("not understood")
		require.Equal(t, []string{"B/2", "C/3", "B/5"}, r.pass())
		parked := r.parked()
		require.Equal(t, []register.Parked{{Ref: noticeRef("A"), From: 1, Attempts: 1, Next: r.now.Add(5 * time.Second)}}, parked)
		r.steps("C", "A")
		require.Equal(t, []string{"C/6"}, r.pass(), "A waits, with what follows")
		require.Equal(t, parked, r.parked(), "it is not tried before its time")
		r.fail = nil
		r.wait(5 * time.Second)
		r.steps("A")
		require.Equal(t, []string{"A/1", "A/4", "A/7", "A/8"}, r.pass(), "in their order")
		require.Empty(t, r.parked())
		require.Empty(t, r.pass())
	}
}

func TestRetryLadder(t *testing.T) {
	r := newRelay(t)
	r.adds("A")
	down := errors.New("down")
	r.fail["A"] = down
	waits := []time.Duration{
		5 * time.Second, 30 * time.Second, 2 * time.Minute, 10 * time.Minute, time.Hour, 6 * time.Hour, 6 * time.Hour, 6 * time.Hour,
	}
	for i, wait := range waits {
		require.Empty(t, r.pass())
		p := r.parked()[0]
		require.Equal(t, register.Parked{Ref: noticeRef("A"), From: 1, Attempts: i + 1, Next: r.now.Add(wait)}, p)
		r.wait(wait - time.Millisecond)
		require.Empty(t, r.pass())
		require.Equal(t, p, r.parked()[0])
		r.wait(time.Millisecond)
	}
	r.fail = nil
	_, err := r.f.Pass(t.Context())
	require.NoError(t, err)
	require.Equal(t, []int{9}, r.tries)

	r.f.Retry = func(attempts int) time.Duration { return time.Duration(attempts) * time.Hour }
	r.fail = map[string]error{"B": down}
	r.adds("B")
	_, err = r.f.Pass(t.Context())
	require.NoError(t, err)
	require.Equal(t, r.now.Add(time.Hour), r.parked()[0].Next)
}

// A document whose first entry goes through and whose second does not is parked at the second.
func TestParkedInTheMiddle(t *testing.T) {
	r := newRelay(t)
	r.f.SaveEvery = 100
	r.adds("A")
	r.steps("A", "A")
	fails := map[int64]bool{1: true}
	deliver := r.f.Deliver
	r.f.Deliver = func(ctx context.Context, e *register.Event) error {
		if fails[e.Entry.Seq] {
			return errors.New("not understood")
		}
		return deliver(ctx, e)
	}
	require.Empty(t, r.pass())
	fails = map[int64]bool{2: true}
	r.wait(time.Minute)
	require.Equal(t, []string{"A/1"}, r.pass())
	require.Equal(t, []register.Parked{{Ref: noticeRef("A"), From: 2, Attempts: 1, Next: r.now.Add(5 * time.Second)}}, r.parked())

	// What was parked goes through, and what is new does not, in one pass and one Save.
	fails = map[int64]bool{4: true}
	r.steps("A")
	r.wait(time.Minute)
	require.Equal(t, []string{"A/2", "A/3"}, r.pass())
	require.Equal(t, int64(4), r.parked()[0].From)
	fails = nil
	r.wait(time.Minute)
	require.Equal(t, []string{"A/4"}, r.pass(), "nothing is forgotten")
	require.Empty(t, r.parked())
}

func TestStall(t *testing.T) {
	r := newRelay(t)
	r.adds("A", "B", "C")
	r.fail["B"] = fmt.Errorf("network: %w", register.ErrStall)
	n, err := r.f.Pass(t.Context())
	require.ErrorIs(t, err, register.ErrStall)
	require.Equal(t, 1, n)
	require.Equal(t, []string{"A/1"}, r.take())
	require.Empty(t, r.parked(), "nothing is parked")
	r.fail = nil
	require.Equal(t, []string{"B/2", "C/3"}, r.pass(), "and nothing has to wait")

	r.fail = map[string]error{"D": errors.New("not understood")}
	r.adds("D", "E")
	require.Equal(t, []string{"E/5"}, r.pass())
	r.wait(time.Minute)
	before := r.parked()
	r.fail["D"] = register.ErrStall
	_, err = r.f.Pass(t.Context())
	require.ErrorIs(t, err, register.ErrStall)
	require.Equal(t, before, r.parked())

	r.fail["D"] = errors.New("not understood")
	r.steps("D")
	require.Empty(t, r.pass())
	r.wait(time.Minute)
	deliver := r.f.Deliver
	r.f.Deliver = func(ctx context.Context, e *register.Event) error {
		if e.Entry.Seq == 6 {
			return register.ErrStall
		}
		return deliver(ctx, e)
	}
	r.fail = nil
	_, err = r.f.Pass(t.Context())
	require.ErrorIs(t, err, register.ErrStall)
	require.EqualValues(t, 5, r.parked()[0].From, "what was delivered of a parked document is saved")
	r.f.Deliver = deliver
	r.take()
	require.Equal(t, []string{"D/6"}, r.pass())
}

func TestMaxParked(t *testing.T) {
	r := newRelay(t)
	r.f.MaxParked = 2
	bad := errors.New("not understood")
	r.fail = map[string]error{"A": bad, "B": bad, "C": bad}
	r.adds("A", "B", "C", "D")
	_, err := r.f.Pass(t.Context())
	require.ErrorContains(t, err, "有 2 份文件不能投递")
	require.Empty(t, r.take())
	require.Len(t, r.parked(), 2)
	delete(r.fail, "A")
	r.wait(time.Minute)
	require.Equal(t, []string{"A/1", "D/4"}, r.pass(), "with room again it goes on")
	require.Len(t, r.parked(), 2)
	r.fail = nil
	r.wait(time.Minute)
	require.Equal(t, []string{"C/3", "B/2"}, r.pass(), "C is due first: B has failed twice")
}

// brokenCursors fail to save when they are told to.
type brokenCursors struct {
	register.Cursors
	saves func() error
}

func (c brokenCursors) Save(ctx context.Context, l register.Lease, p register.Progress) error {
	if err := c.saves(); err != nil {
		return err
	}
	return c.Cursors.Save(ctx, l, p)
}

// Each entry comes at least once, wherever the process stops; those of a document come in their order, but for repetitions.
func TestCrashBetweenDeliverAndSave(t *testing.T) {
	crash := errors.New("crash")
	for _, every := range []int{0, 3} {
		for at := range 14 {
			r := newRelay(t)
			r.adds("A", "B")
			r.steps("A", "B", "A")
			saves := 0
			r.f.SaveEvery = every
			r.f.Cursors = brokenCursors{Cursors: r.cursors, saves: func() error {
				if saves++; saves >= at {
					return crash
				}
				return nil
			}}
			r.fail["B"] = errors.New("not understood")
			_, _ = r.f.Pass(t.Context())
			r.fail = nil
			r.wait(time.Minute)
			_, _ = r.f.Pass(t.Context())

			r.f = r.follower("p2")
			r.wait(time.Minute)
			_, err := r.f.Pass(t.Context())
			require.NoError(t, err)
			require.Empty(t, r.parked())
			requireComplete(t, r.take(), map[string][]string{"A": {"A/1", "A/3", "A/5"}, "B": {"B/2", "B/4"}})
		}
	}
}

// requireComplete fails when an entry is missing, or when one comes before an earlier one of its document has come.
func requireComplete(t *testing.T, got []string, want map[string][]string) {
	t.Helper()
	for id, entries := range want {
		next := 0
		for _, g := range got {
			if !strings.HasPrefix(g, id+"/") {
				continue
			}
			at := slices.Index(entries, g)
			require.LessOrEqual(t, at, next, "%s comes too early in %v", g, got)
			next = max(next, at+1)
		}
		require.Equal(t, len(entries), next, "some of %s are missing in %v", id, got)
	}
}

func TestTwoHolders(t *testing.T) {
	r := newRelay(t)
	second := r.follower("p2")
	r.adds("A")
	require.Equal(t, []string{"A/1"}, r.pass())
	r.adds("B")
	n, err := second.Pass(t.Context())
	require.NoError(t, err, "a book that another has leased is left to it")
	require.Zero(t, n)
	r.wait(31 * time.Second)
	n, err = second.Pass(t.Context())
	require.NoError(t, err)
	require.Equal(t, 1, n)
	require.Equal(t, []string{"B/2"}, r.take())
	r.adds("C")
	require.Empty(t, r.pass(), "now it is the other's")
}

// The lease is lost while an entry is being delivered: what is done then is not saved, and comes again.
func TestLeaseLostWhileDelivering(t *testing.T) {
	r := newRelay(t)
	r.adds("A", "B")
	second := r.follower("p2")
	deliver := r.f.Deliver
	r.f.Deliver = func(ctx context.Context, e *register.Event) error {
		r.wait(time.Hour)
		if e.Entry.Ref.ID == "A" {
			_, err := second.Pass(ctx)
			require.NoError(t, err)
		}
		return deliver(ctx, e)
	}
	_, err := r.f.Pass(t.Context())
	require.NoError(t, err)
	require.Equal(t, []string{"A/1", "B/2", "A/1"}, r.take(), "p2 took both; p1 stops after its first")
	r.wait(time.Hour)
	require.Empty(t, r.pass())
}

func TestFollowersContext(t *testing.T) {
	r := newRelay(t)
	r.adds("A", "B", "C")
	ctx, cancel := context.WithCancel(t.Context())
	deliver := r.f.Deliver
	r.f.Deliver = func(ctx context.Context, e *register.Event) error {
		if e.Entry.Seq == 2 {
			cancel()
		}
		return deliver(ctx, e)
	}
	_, err := r.f.Pass(ctx)
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, []string{"A/1", "B/2"}, r.take())
	require.Equal(t, []string{"C/3"}, r.pass(), "what was delivered is saved, though the context was over")
}

// One book that cannot be read does not keep the others waiting.
func TestOneBookFails(t *testing.T) {
	r := newRelay(t)
	r.adds("A")
	other := request("C")
	other.Scope.Organ = "丰泽区司法局"
	r.add(other)
	deliver := r.f.Deliver
	r.f.Deliver = func(ctx context.Context, e *register.Event) error {
		if e.Entry.Organ != organ {
			return register.ErrStall
		}
		return deliver(ctx, e)
	}
	_, err := r.f.Pass(t.Context())
	require.ErrorContains(t, err, "丰泽区司法局")
	require.Equal(t, []string{"A/1"}, r.take())
}

func TestRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRelay(t)
		r.f.Now = time.Now
		r.adds("A")
		r.fail["B"] = register.ErrStall
		ctx, cancel := context.WithCancel(t.Context())
		var reports []error
		done := make(chan struct{})
		go func() {
			r.f.Run(ctx, time.Minute, func(err error) { reports = append(reports, err) })
			close(done)
		}()
		synctest.Wait()
		require.Equal(t, []string{"A/1"}, r.take())
		r.adds("B")
		time.Sleep(time.Minute)
		synctest.Wait()
		require.Len(t, reports, 1)
		require.ErrorIs(t, reports[0], register.ErrStall)
		cancel()
		<-done
	})
}

func TestFollowerThatIsNotReady(t *testing.T) {
	_, err := new(register.Follower).Pass(t.Context())
	for _, message := range []string{"没有 Store", "没有 Cursors", "没有 Deliver", "没有 Now", "订阅者的名称", "进程的名称"} {
		require.ErrorContains(t, err, message)
	}
	r := newRelay(t)
	r.f.Scope = register.Scope{}
	_, err = r.f.Pass(t.Context())
	require.ErrorIs(t, err, register.ErrScope)
}

// A refusal is an entry like any other: it is delivered, in its place.
func TestRefusalsAreDelivered(t *testing.T) {
	r := newRelay(t)
	ref := fazhi.Ref{Kind: "contract", ID: "HT-1"}
	r.add(register.Request{Scope: scope(), Doc: contractDoc("HT-1")})
	_, err := r.book.Step(t.Context(), register.Request{Scope: scope(), Ref: ref, Step: "办结"})
	require.ErrorAs(t, err, new(*register.Refusal))
	require.Equal(t, []string{"HT-1/1", "HT-1/2"}, r.pass())
}

// What nobody wants is passed over without a step of the cursor for each, and does not come back.
func TestWants(t *testing.T) {
	r := newRelay(t)
	saves := 0
	r.f.Cursors = brokenCursors{Cursors: r.cursors, saves: func() error { saves++; return nil }}
	r.f.Wants = func(e *register.Entry) bool { return e.Act != register.Added }
	r.adds("A", "B", "C", "D")
	require.Empty(t, r.pass())
	require.Equal(t, 1, saves, "the end of the pass")
	looked := 0
	wants := r.f.Wants
	r.f.Wants = func(e *register.Entry) bool { looked++; return wants(e) }
	r.steps("A")
	r.adds("E")
	require.Equal(t, []string{"A/5"}, r.pass())
	require.Equal(t, 2, looked, "only what is new")

	r.fail["B"] = errors.New("not understood")
	r.steps("B")
	r.add(register.Request{Scope: scope(), Doc: notice("F", "一")})
	require.Empty(t, r.pass())
	require.EqualValues(t, 7, r.parked()[0].From)
	_, err := r.book.Correct(t.Context(), register.Request{Scope: scope(), Doc: notice("B", "二"), Reason: "更正"})
	require.NoError(t, err)
	r.f.Wants = func(e *register.Entry) bool { return e.Act == register.Corrected }
	r.fail = nil
	r.wait(time.Minute)
	require.Equal(t, []string{"B/9"}, r.pass(), "of a parked document too")
	require.Empty(t, r.parked())
}

// The lease is prolonged while many entries are passed over.
func TestWantsLongBook(t *testing.T) {
	r := newRelay(t)
	r.adds("A", "B", "C", "D", "E")
	saves := 0
	r.f.Cursors = brokenCursors{Cursors: r.cursors, saves: func() error { saves++; return nil }}
	r.f.Wants = func(*register.Entry) bool { r.wait(10 * time.Second); return false }
	require.Empty(t, r.pass())
	require.Equal(t, 3, saves, "each 20 s, and in the end")
}

// A parked document on which the receiver stalls holds up the parked ones, not those that are new.
func TestStallOfParked(t *testing.T) {
	r := newRelay(t)
	r.fail["A"] = errors.New("not understood")
	r.adds("A")
	require.Empty(t, r.pass())
	r.wait(time.Minute)
	r.fail["A"] = register.ErrStall
	r.adds("B")
	n, err := r.f.Pass(t.Context())
	require.ErrorIs(t, err, register.ErrStall)
	require.Equal(t, 1, n)
	require.Equal(t, []string{"B/2"}, r.take())
	require.Equal(t, 1, r.parked()[0].Attempts, "A was not tried in earnest")
}

// A book in which nothing is new and nothing due costs nothing, but what others change is seen within a minute.
func TestIdleWhileParked(t *testing.T) {
	r := newRelay(t)
	leases := 0
	r.f.Cursors = countedCursors{Cursors: r.cursors, leases: &leases}
	r.f.Retry = func(int) time.Duration { return time.Hour }
	r.fail["A"] = errors.New("not understood")
	r.adds("A")
	require.Empty(t, r.pass())
	require.Equal(t, 1, leases)
	r.wait(59 * time.Second)
	require.Empty(t, r.pass())
	require.Equal(t, 1, leases)
	r.wait(time.Second)
	require.Empty(t, r.pass())
	require.Equal(t, 2, leases)

	s := register.Subscription{Subscriber: "档案系统", Organ: organ}
	r.wait(31 * time.Second)
	l := register.Lease{Subscription: s, Holder: "p2", Now: r.now, Until: r.now}
	seq, err := r.cursors.Lease(t.Context(), l)
	require.NoError(t, err, "an idle follower gives its lease up")
	require.NoError(t, r.cursors.Save(t.Context(), l, register.Progress{
		Seq: seq, Park: []register.Parked{{Ref: noticeRef("A"), From: 1, Next: r.now}},
	}))
	r.fail = nil
	r.wait(30 * time.Second)
	require.Equal(t, []string{"A/1"}, r.pass())
	require.Empty(t, r.parked())
}

type countedCursors struct {
	register.Cursors
	leases *int
}

func (c countedCursors) Lease(ctx context.Context, l register.Lease) (int64, error) {
	*c.leases++
	return c.Cursors.Lease(ctx, l)
}

// An entry of a parked document that cannot be read is passed over, if somebody is told.
func TestUnreadOfParked(t *testing.T) {
	r := newRelay(t)
	r.adds("A")
	r.steps("A", "A")
	r.fail["A"] = errors.New("not understood")
	require.Empty(t, r.pass())
	r.f.Store = damaged{Store: r.store, seq: 2}
	r.fail = nil
	r.wait(time.Minute)
	_, err := r.f.Pass(t.Context())
	require.ErrorIs(t, err, register.ErrLine)
	require.Equal(t, []string{"A/1"}, r.take())
	var told []error
	r.f.Failed = func(_ *register.Event, err error) { told = append(told, err) }
	require.Equal(t, []string{"A/3"}, r.pass())
	require.Len(t, told, 1)
	require.ErrorIs(t, told[0], register.ErrLine)
	require.Empty(t, r.parked())
}

// A damaged store has one entry that cannot be read.
type damaged struct {
	register.Store
	seq int64
}

func (d damaged) Entries(ctx context.Context, q register.Query) iter.Seq2[register.Entry, error] {
	return func(yield func(register.Entry, error) bool) {
		for e, err := range d.Store.Entries(ctx, q) {
			if err == nil && e.Seq == d.seq {
				e, err = register.Entry{Organ: e.Organ, Seq: e.Seq}, register.ErrLine
			}
			if !yield(e, err) {
				return
			}
		}
	}
}
