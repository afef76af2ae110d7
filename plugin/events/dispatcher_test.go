package events_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/register"
)

var errUnknown = errors.New("500") // whose fault it is, nobody knows

func TestDelivers(t *testing.T) {
	w := newWorld(t)
	d := w.dispatcher("p1")
	require.Empty(t, w.pass(d))
	w.adds(organ, "A", "B")
	w.adds(other, "C")
	w.steps(organ, "A")
	require.Equal(t, []string{"C/1", "A/1", "B/2", "A/3"}, w.pass(d))
	require.Empty(t, w.pass(d))
	require.Empty(t, w.pass(w.dispatcher("p1")), "a new start repeats nothing")
	second, err := events.New(events.Subscription{Name: "统计系统", Sink: w}, w.options("p1"))
	require.NoError(t, err)
	require.Len(t, w.pass(second), 4, "another subscriber has them all")
}

func TestFilter(t *testing.T) {
	e := func(change func(*register.Entry)) *register.Entry {
		out := entry()
		change(&out)
		return &out
	}
	step := e(func(*register.Entry) {})
	refusal := e(func(e *register.Entry) { e.Act = register.Refused })
	for _, x := range []struct {
		filter events.Filter
		entry  *register.Entry
		want   bool
	}{
		{events.Filter{}, step, true},
		{events.Filter{}, refusal, false},
		{events.Filter{Acts: []register.Act{register.Refused}}, refusal, true},
		{events.Filter{Acts: []register.Act{register.Refused}}, step, false},
		{events.Filter{Organs: []string{other, organ}}, step, true},
		{events.Filter{Organs: []string{other}}, step, false},
		{events.Filter{Kinds: []fazhi.Kind{"contract"}}, step, true},
		{events.Filter{Kinds: []fazhi.Kind{"normdoc"}}, step, false},
		{events.Filter{Steps: []string{"签订"}}, step, true},
		{events.Filter{Steps: []string{"备案"}}, step, false},
		{events.Filter{Steps: []string{"签订"}, Kinds: []fazhi.Kind{"normdoc"}}, step, false},
	} {
		require.Equal(t, x.want, x.filter.Wants(x.entry), "%+v", x.filter)
	}
}

func TestFilteredBooks(t *testing.T) {
	w := newWorld(t)
	w.adds(organ, "A", "B")
	w.adds(other, "C")
	w.adds("洛江区司法局", "D")
	w.steps(organ, "A")
	filtered := func(f events.Filter) []string {
		d, err := events.New(events.Subscription{Name: fmt.Sprint(f), Filter: f, Sink: w}, w.options("p1"))
		require.NoError(t, err)
		return w.pass(d)
	}
	require.Equal(t, []string{"C/1"}, filtered(events.Filter{Organs: []string{other}}))
	require.Equal(t, []string{"C/1", "A/1", "B/2", "A/3"}, filtered(events.Filter{Organs: []string{organ, other}}))
	require.Equal(t, []string{"A/3"}, filtered(events.Filter{Acts: []register.Act{register.Stepped}}))
	require.Empty(t, filtered(events.Filter{Organs: []string{"没有"}}))
	_, err := w.cursors.Lease(t.Context(), register.Lease{
		Subscription: register.Subscription{Subscriber: fmt.Sprint(events.Filter{Organs: []string{organ, other}}), Organ: "洛江区司法局"},
		Holder:       "x", Now: w.now, Until: w.now,
	})
	require.NoError(t, err, "a book that is not asked for is not leased")
}

// An hour without a receiver: nobody is parked, nothing lost, nothing twice, all in order, and it is not asked too often.
func TestReceiverDownForAnHour(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.now = time.Now()
		w.option = func(o *events.Options) { o.Now = time.Now }
		d := w.dispatcher("p1")
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- d.Run(ctx, 5*time.Second) }()
		w.answer(fmt.Errorf("refused：%w", events.ErrDown))
		for minute := range 60 {
			w.now = time.Now()
			id := fmt.Sprintf("D%d", minute%7)
			if minute < 7 {
				w.adds(organ, id)
				w.adds(other, id)
			} else {
				w.steps(organ, id)
				w.steps(other, id)
			}
			time.Sleep(time.Minute)
			synctest.Wait()
		}
		require.Empty(t, w.got)
		require.Less(t, w.sent, 15)
		require.Empty(t, collect(t, d.Held(t.Context())), "no document has to wait")
		w.answer(nil)
		time.Sleep(10 * time.Minute)
		synctest.Wait()
		require.Len(t, w.got, 120)
		require.Len(t, w.ids, 120)
		w.ordered()
		cancel()
		require.ErrorIs(t, <-ended, context.Canceled)
	})
}

// The same, with failures that could be the events' fault: some documents are parked, but nothing dies, and soon after the
// receiver is back all is there.
func TestReceiverFailsForAWeek(t *testing.T) {
	w := newWorld(t)
	d := w.dispatcher("p1")
	w.all = errUnknown
	minutes := func(n int) {
		for range n {
			w.wait(time.Minute)
			_, _ = d.Pass(t.Context())
		}
	}
	for i := range 100 {
		w.adds(organ, fmt.Sprintf("D%d", i))
		w.steps(organ, fmt.Sprintf("D%d", i/2))
		minutes(101)
	}
	require.Empty(t, w.got)
	require.Less(t, w.sent, 2500)
	require.Empty(t, collect(t, d.Dead(t.Context())))
	require.NotEmpty(t, collect(t, d.Held(t.Context())))
	w.all = nil
	minutes(20)
	require.Len(t, w.ids, 200)
	require.Len(t, w.got, 200)
	w.ordered()
	require.Empty(t, collect(t, d.Held(t.Context())))
}

// Failures that nobody can explain stop the delivery after five documents; one success, or a rejection, and it goes on.
func TestTrouble(t *testing.T) {
	w := newWorld(t)
	d := w.dispatcher("p1")
	w.adds(organ, "A", "B", "C", "D", "E", "F", "G")
	w.all = errUnknown
	require.Error(t, second(d.Pass(t.Context())))
	require.Equal(t, 5, w.sent)
	w.wait(4 * time.Second)
	require.Empty(t, w.pass(d))
	require.Equal(t, 5, w.sent, "the receiver is left alone")
	w.all = nil
	w.wait(time.Second)
	require.ElementsMatch(t, []string{"A/1", "B/2", "C/3", "D/4", "E/5", "F/6", "G/7"}, w.pass(d))

	w = newWorld(t)
	d = w.dispatcher("p1")
	w.fail = map[string]error{"A": errUnknown, "B": errUnknown, "C": errUnknown, "D": errUnknown, "E": events.ErrReject, "F": errUnknown}
	w.adds(organ, "A", "B", "C", "D", "E", "F", "G")
	require.Equal(t, []string{"G/7"}, w.pass(d), "a receiver that rejects is there")
}

func second(_ int, err error) error { return err }

// While the receiver is in trouble, one old event and one new are tried each time; the first that goes through ends it.
func TestTroubleEnds(t *testing.T) {
	w := newWorld(t)
	d := w.dispatcher("p1")
	w.adds(organ, "A", "B", "C", "D", "E", "F", "G", "H")
	w.all = errUnknown
	require.Error(t, second(d.Pass(t.Context())))
	for i, wait := range []time.Duration{5 * time.Second, 30 * time.Second, 2 * time.Minute} {
		w.wait(wait - time.Second)
		require.Empty(t, w.pass(d))
		w.wait(time.Second)
		sent := w.sent
		_, _ = d.Pass(t.Context())
		require.Equal(t, 2, w.sent-sent, i)
	}
	w.all = nil
	w.fail = map[string]error{"A": errUnknown, "B": errUnknown, "C": errUnknown, "D": errUnknown, "E": errUnknown}
	w.adds(organ, "X", "Y")
	w.wait(10 * time.Minute)
	_, _ = d.Pass(t.Context())
	require.Subset(t, w.take(), []string{"X/9", "Y/10"}, "those that still fail hold up nobody")

	w.all = events.ErrDown
	w.adds(organ, "Z")
	require.Error(t, second(d.Pass(t.Context())))
	w.all = nil
	w.wait(5 * time.Second)
	_, _ = d.Pass(t.Context())
	require.Contains(t, w.take(), "Z/11", "the waits begin anew")
}

// The new one has its try even if all the old ones go on failing.
func TestTroubleOfOldOnes(t *testing.T) {
	w := newWorld(t)
	d := w.dispatcher("p1")
	w.adds(organ, "A", "B", "C", "D", "E")
	w.fail = map[string]error{"A": errUnknown, "B": errUnknown, "C": errUnknown, "D": errUnknown, "E": errUnknown}
	require.Empty(t, w.pass(d))
	w.adds(organ, "X")
	w.wait(5 * time.Second)
	require.ErrorIs(t, second(d.Pass(t.Context())), register.ErrStall)
	require.Equal(t, []string{"X/6"}, w.take())
}

// One document that fails again and again is no trouble of the receiver's: it dies in its time.
func TestOneDocumentIsNoTrouble(t *testing.T) {
	w := newWorld(t)
	d := w.dispatcher("p1")
	w.fail["A"] = errUnknown
	w.adds(organ, "A")
	for _, wait := range []time.Duration{
		0, 5 * time.Second, 30 * time.Second, 2 * time.Minute, 10 * time.Minute, time.Hour, 4 * time.Hour, 12 * time.Hour, 24 * time.Hour,
	} {
		w.wait(wait)
		require.Empty(t, w.pass(d))
	}
	require.Equal(t, 9, w.sent)
	require.Len(t, collect(t, d.Dead(t.Context())), 1)
}

func TestPoison(t *testing.T) {
	w := newWorld(t)
	var log bytes.Buffer
	w.option = func(o *events.Options) { o.Log = slog.New(slog.NewTextHandler(&log, nil)) }
	d := w.dispatcher("p1")
	w.fail["A"] = fmt.Errorf("400：%w", events.ErrReject)
	w.adds(organ, "A", "B")
	w.steps(organ, "A", "B")
	require.Equal(t, []string{"B/2", "B/4"}, w.pass(d), "it holds up its own document only")
	waits := []time.Duration{
		5 * time.Second, 30 * time.Second, 2 * time.Minute, 10 * time.Minute, time.Hour, 4 * time.Hour, 12 * time.Hour, 24 * time.Hour,
	}
	for i, wait := range waits {
		require.Equal(t, []events.Letter{{Organ: organ, Ref: ref("A"), Seq: 1, Attempts: i + 1, Next: w.now.Add(wait)}},
			collect(t, d.Held(t.Context())))
		w.wait(wait - time.Second)
		require.Empty(t, w.pass(d))
		w.wait(time.Second)
		require.Empty(t, w.pass(d))
	}
	require.Equal(t, 1, strings.Count(log.String(), "level=ERROR"), "its death")
	dead := []events.Letter{{Organ: organ, Ref: ref("A"), Seq: 1, Attempts: 9, Dead: true}}
	require.Equal(t, dead, collect(t, d.Dead(t.Context())))
	w.wait(365 * 24 * time.Hour)
	sent := w.sent
	require.Empty(t, w.pass(d))
	require.Equal(t, sent, w.sent, "a dead event is not tried")
	require.Equal(t, dead, collect(t, w.dispatcher("p2").Dead(t.Context())), "any process knows")
	require.NotContains(t, log.String(), "店面", "no content in the log")
}

func TestDeadIsSaid(t *testing.T) {
	w := newWorld(t)
	var log bytes.Buffer
	w.option = func(o *events.Options) {
		o.Log = slog.New(slog.NewTextHandler(&log, nil))
		o.Retry = []time.Duration{time.Second}
	}
	d := w.dispatcher("p1")
	w.fail["A"] = errUnknown
	w.adds(organ, "A")
	require.Empty(t, w.pass(d))
	require.NotContains(t, log.String(), "level=ERROR")
	w.wait(time.Second)
	require.Empty(t, w.pass(d))
	require.Contains(t, log.String(), "level=ERROR")
	require.Len(t, collect(t, d.Dead(t.Context())), 1)
}

// die makes a dead letter of A's first event, in front of a second one.
func die(t *testing.T) (*world, *events.Dispatcher) {
	w := newWorld(t)
	w.option = func(o *events.Options) { o.Retry = []time.Duration{time.Second} }
	d := w.dispatcher("p1")
	w.fail["A"] = events.ErrReject
	w.adds(organ, "A", "B")
	w.steps(organ, "A", "A")
	require.Equal(t, []string{"B/2"}, w.pass(d))
	w.wait(time.Second)
	require.Empty(t, w.pass(d))
	require.Len(t, collect(t, d.Dead(t.Context())), 1)
	return w, d
}

func TestRedeliver(t *testing.T) {
	w, d := die(t)
	require.NoError(t, d.Redeliver(t.Context(), organ, ref("A")))
	require.Empty(t, w.pass(d))
	require.Equal(t, []events.Letter{{Organ: organ, Ref: ref("A"), Seq: 1, Attempts: 1, Next: w.now.Add(time.Second)}},
		collect(t, d.Held(t.Context())), "it has all its attempts again")
	w.fail = nil
	require.NoError(t, d.Redeliver(t.Context(), organ, ref("A")), "one that is not dead yet is tried at once")
	require.Equal(t, []string{"A/1", "A/3", "A/4"}, w.pass(d))
	require.ErrorIs(t, d.Redeliver(t.Context(), organ, ref("A")), events.ErrNotHeld)
	require.ErrorIs(t, d.Redeliver(t.Context(), organ, ref("X")), events.ErrNotHeld)
	w.ordered()
}

func TestReplay(t *testing.T) {
	w, d := die(t)
	w.fail = nil
	require.NoError(t, d.Replay(t.Context(), organ, ref("B"), 1))
	require.Equal(t, []string{"B/2"}, w.pass(d))
	require.NoError(t, d.Replay(t.Context(), organ, ref("A"), 3))
	require.Equal(t, []string{"A/1", "A/3", "A/4"}, w.pass(d), "what is held up comes first")
	require.NoError(t, d.Replay(t.Context(), organ, ref("A"), 3))
	require.Equal(t, []string{"A/3", "A/4"}, w.pass(d))
	require.NoError(t, d.Replay(t.Context(), organ, ref("X"), -1))
	require.NoError(t, d.Replay(t.Context(), organ, ref("A"), 5), "which is still to come")
	require.Empty(t, w.pass(d))
	require.Empty(t, collect(t, d.Held(t.Context())))
	w.steps(organ, "A")
	require.Equal(t, []string{"A/5"}, w.pass(d))
}

// Dead events that are tried anew are no new ones: that they fail again says nothing of the receiver.
func TestRedeliverAllAtOnce(t *testing.T) {
	w := newWorld(t)
	w.option = func(o *events.Options) { o.Retry = []time.Duration{time.Second} }
	d := w.dispatcher("p1")
	w.adds(organ, "ok")
	require.Len(t, w.pass(d), 1)
	for i := range 20 { // one by one, each with a success behind it
		id := fmt.Sprintf("P%d", i)
		w.fail[id] = errUnknown
		w.adds(organ, id)
		w.steps(organ, "ok")
		require.Len(t, w.pass(d), 1)
		w.wait(time.Second)
		require.Empty(t, w.pass(d))
	}
	dead := collect(t, d.Dead(t.Context()))
	require.Len(t, dead, 20)
	for _, l := range dead {
		require.NoError(t, d.Redeliver(t.Context(), l.Organ, l.Ref))
	}
	w.adds(organ, "A", "B")
	require.Equal(t, []string{"A/42", "B/43"}, w.pass(d))
}

// A document whose turn has come, with all that waited behind it, takes no more of a pass than any other.
func TestBacklogOfOneDocument(t *testing.T) {
	w, d := die(t)
	for range 30 {
		w.steps(organ, "A")
	}
	require.Empty(t, w.pass(d))
	slow := w.dispatcherOf("p1", events.SinkFunc(func(ctx context.Context, e *events.Envelope) error {
		w.wait(time.Second)
		return w.Send(ctx, e)
	}))
	clear(w.fail)
	require.NoError(t, slow.Redeliver(t.Context(), organ, ref("A")))
	w.adds(organ, "C")
	require.ErrorIs(t, second(slow.Pass(t.Context())), register.ErrStall)
	got := w.take()
	require.Len(t, got, 11)
	require.Equal(t, "C/35", got[10], "the new one has its turn")
	for range 3 {
		_, _ = slow.Pass(t.Context())
	}
	require.Empty(t, collect(t, slow.Held(t.Context())))
	w.ordered()
}

// What was never delivered is not delivered again.
func TestReplayBeforeTheFirstPass(t *testing.T) {
	w := newWorld(t)
	w.adds(organ, "A")
	w.steps(organ, "A")
	d := w.dispatcher("p1")
	require.NoError(t, d.Replay(t.Context(), organ, ref("A"), 1))
	require.Equal(t, []string{"A/1", "A/2"}, w.pass(d))
}

func TestDiscard(t *testing.T) {
	w, d := die(t)
	l := collect(t, d.Dead(t.Context()))[0]
	moved := l
	moved.Seq = 3
	require.ErrorIs(t, d.Discard(t.Context(), moved, "zhang01", "接收方已经知道"), register.ErrMoved)
	require.Error(t, d.Discard(t.Context(), l, "", "接收方已经知道"))
	require.Error(t, d.Discard(t.Context(), l, "zhang01", ""))
	require.NoError(t, d.Discard(t.Context(), l, "zhang01", "接收方已经知道"))
	require.Equal(t, []events.Discarded{{
		Subscriber: "档案系统", Organ: organ, Ref: ref("A"), Seq: 1, ID: w.kept[0].ID, By: "zhang01", Reason: "接收方已经知道", At: w.now,
	}}, w.kept)
	require.Len(t, w.kept[0].ID, 64)
	require.ErrorIs(t, d.Discard(t.Context(), l, "zhang01", "再次"), register.ErrMoved)
	w.fail = nil
	require.Equal(t, []string{"A/3", "A/4"}, w.pass(d), "one event is given up, not the document")
	require.ErrorIs(t, d.Discard(t.Context(), l, "zhang01", "再次"), events.ErrNotHeld)
	require.Empty(t, collect(t, d.Held(t.Context())))
}

// What a filter leaves out is not what is discarded.
func TestDiscardHeedsTheFilter(t *testing.T) {
	w := newWorld(t)
	var stuck error
	d, err := events.New(events.Subscription{
		Name: "档案系统", Filter: events.Filter{Steps: []string{"签订"}},
		Sink: events.SinkFunc(func(ctx context.Context, e *events.Envelope) error {
			if e.Sequence == 4 {
				return stuck
			}
			return w.Send(ctx, e)
		}),
	}, w.options("p1"))
	require.NoError(t, err)
	w.adds(organ, "A")
	w.steps(organ, "A")
	_, err = w.book.Step(t.Context(), register.Request{Scope: register.Scope{Organ: organ}, Ref: ref("A"), Step: "备案"})
	require.NoError(t, err)
	w.steps(organ, "A", "A")
	w.fail["A"] = events.ErrReject
	require.Empty(t, w.pass(d))
	w.fail, stuck = nil, events.ErrDown
	w.wait(time.Minute)
	require.Error(t, second(d.Pass(t.Context())))
	require.Equal(t, []string{"A/2"}, w.take())
	l := collect(t, d.Held(t.Context()))[0]
	require.EqualValues(t, 3, l.Seq)
	require.NoError(t, d.Discard(t.Context(), l, "zhang01", "理由"))
	require.EqualValues(t, 4, w.kept[0].Seq)
	w.wait(time.Minute)
	require.Equal(t, []string{"A/5"}, w.pass(d))
}

func TestDiscardFailsClosed(t *testing.T) {
	w, d := die(t)
	l := collect(t, d.Dead(t.Context()))[0]
	broken := errors.New("disk full")
	record := func(context.Context, events.Discarded) error { return broken }
	for _, x := range []func(context.Context, events.Discarded) error{nil, record} {
		w.option = func(o *events.Options) { o.Record = x }
		require.Error(t, w.dispatcher("p1").Discard(t.Context(), l, "zhang01", "理由"))
	}
	require.Equal(t, []events.Letter{l}, collect(t, d.Dead(t.Context())))
}

// While another process has the book, nobody changes anything; when it is idle, anybody may.
func TestChangesWantTheLease(t *testing.T) {
	w, d := die(t)
	admin := w.dispatcher("admin")
	require.ErrorIs(t, admin.Redeliver(t.Context(), organ, ref("A")), register.ErrLeased)
	require.ErrorIs(t, admin.Discard(t.Context(), collect(t, d.Dead(t.Context()))[0], "zhang01", "理由"), register.ErrLeased)
	require.Empty(t, w.kept)
	w.wait(31 * time.Second)
	require.Empty(t, w.pass(d), "nothing new, nothing due")
	require.NoError(t, admin.Redeliver(t.Context(), organ, ref("A")))
	sent := w.sent
	require.Empty(t, w.pass(w.dispatcher("p3")))
	require.Equal(t, 1, w.sent-sent, "the lease is given back at once")
	w.fail = nil
	w.wait(time.Minute)
	require.Equal(t, []string{"A/1", "A/3", "A/4"}, w.pass(d), "seen within a minute")
}

// A change that comes to nothing keeps nobody waiting either.
func TestFailedChangesGiveTheLeaseBack(t *testing.T) {
	w, d := die(t)
	letter := collect(t, d.Dead(t.Context()))[0]
	w.wait(31 * time.Second)
	admin, other := w.dispatcher("admin"), w.dispatcher("p2")
	require.ErrorIs(t, admin.Redeliver(t.Context(), organ, ref("X")), events.ErrNotHeld)
	require.ErrorIs(t, other.Redeliver(t.Context(), organ, ref("X")), events.ErrNotHeld)
	require.NoError(t, admin.Replay(t.Context(), organ, ref("B"), 99))
	letter.Seq++
	require.ErrorIs(t, other.Discard(t.Context(), letter, "zhang01", "理由"), register.ErrMoved)
	require.NoError(t, admin.Redeliver(t.Context(), organ, ref("A")))
}

func TestTenThousandBlocked(t *testing.T) {
	w := newWorld(t)
	d := w.dispatcher("p1")
	ids := make([]string, 10_000)
	for i := range ids {
		ids[i] = fmt.Sprintf("P%d", i)
		w.fail[ids[i]] = events.ErrReject
	}
	w.adds(organ, ids...)
	w.adds(organ, "A")
	require.Equal(t, []string{"A/10001"}, w.pass(d))
	require.Len(t, collect(t, d.Held(t.Context())), 10_000)
	w.steps(organ, "A", "P1")
	require.Equal(t, []string{"A/10002"}, w.pass(d))

	// They come due while the receiver takes a second for each: new events have their turn all the same.
	w.wait(time.Hour)
	slow := w.dispatcherOf("p1", events.SinkFunc(func(ctx context.Context, e *events.Envelope) error {
		w.wait(time.Second)
		return w.Send(ctx, e)
	}))
	for i := range 3 {
		w.steps(organ, "A")
		sent := w.sent
		_, err := slow.Pass(t.Context())
		require.ErrorIs(t, err, register.ErrStall, "some have to wait")
		require.Equal(t, []string{fmt.Sprintf("A/%d", 10_004+i)}, w.take())
		require.Equal(t, 11, w.sent-sent)
	}
	clear(w.fail)
	d = w.dispatcher("p1")
	w.pass(d)
	w.wait(time.Hour)
	w.pass(d)
	require.Len(t, w.ids, 10_006)
	require.Empty(t, collect(t, d.Held(t.Context())))
	w.ordered()
}

func (w *world) dispatcherOf(holder string, sink events.Sink) *events.Dispatcher {
	d, err := events.New(events.Subscription{Name: "档案系统", Sink: sink}, w.options(holder))
	require.NoError(w.t, err)
	return d
}

func TestMaxHeld(t *testing.T) {
	w := newWorld(t)
	w.option = func(o *events.Options) { o.MaxHeld = 1 }
	w.fail = map[string]error{"A": events.ErrReject, "B": events.ErrReject}
	w.adds(organ, "A", "B", "C")
	d := w.dispatcher("p1")
	require.ErrorContains(t, second(d.Pass(t.Context())), "有 1 份文件不能投递")
	require.Empty(t, w.take())
	w.fail = nil
	w.wait(time.Minute)
	require.Equal(t, []string{"A/1", "B/2", "C/3"}, w.pass(d))
}

// Two processes share the books; when one dies, the other takes over its part.
func TestTwoProcesses(t *testing.T) {
	w := newWorld(t)
	one, two := w.dispatcher("p1"), w.dispatcher("p2")
	w.adds(organ, "A")
	require.Equal(t, []string{"A/1"}, w.pass(one))
	w.adds(other, "B")
	require.Equal(t, []string{"B/1"}, w.pass(two), "the first has one book, the second the other")
	for range 5 {
		w.wait(10 * time.Second)
		w.steps(organ, "A")
		w.steps(other, "B")
		require.Equal(t, []string{"B"}, documents(w.pass(two)))
		require.Equal(t, []string{"A"}, documents(w.pass(one)))
	}
	w.wait(31 * time.Second) // the first has died
	w.steps(organ, "A", "A")
	require.Equal(t, []string{"A", "A"}, documents(w.pass(two)))
	require.Len(t, w.ids, 14)
	w.ordered()
}

func documents(got []string) []string {
	var out []string
	for _, text := range got {
		out = append(out, text[:1])
	}
	return out
}

// A process that hangs in a delivery until its lease has gone to another: what it sent comes twice, nothing is lost.
func TestLeaseLostInTheMiddle(t *testing.T) {
	w := newWorld(t)
	w.adds(organ, "A", "B")
	w.steps(organ, "A")
	two := w.dispatcher("p2")
	hung := false
	one := w.dispatcherOf("p1", events.SinkFunc(func(ctx context.Context, e *events.Envelope) error {
		if err := w.Send(ctx, e); err != nil || hung {
			return err
		}
		hung = true
		w.wait(time.Hour)
		return second(two.Pass(ctx))
	}))
	require.NoError(t, second(one.Pass(t.Context())))
	require.Equal(t, []string{"A/1", "A/1", "B/2", "A/3"}, w.take())
	require.Len(t, w.ids, 3)
	require.Empty(t, w.pass(one))
	require.Empty(t, w.pass(two))
}

func TestGone(t *testing.T) {
	w := newWorld(t)
	d := w.dispatcher("p1")
	w.adds(organ, "A", "B")
	w.adds(other, "C")
	w.all = fmt.Errorf("410：%w", events.ErrGone)
	require.ErrorIs(t, second(d.Pass(t.Context())), events.ErrGone)
	require.Equal(t, 1, w.sent, "the other books are left alone")
	w.all = nil
	require.ErrorIs(t, second(d.Pass(t.Context())), events.ErrGone)
	require.ErrorIs(t, d.Run(t.Context(), time.Second), events.ErrGone)
	require.Equal(t, 1, w.sent)
	require.Empty(t, collect(t, d.Held(t.Context())), "nothing is parked")
	require.Len(t, w.pass(w.dispatcher("p1")), 3, "a subscription made anew goes on from there")
}

func TestLater(t *testing.T) {
	for _, x := range []struct{ after, want time.Duration }{
		{90 * time.Second, 90 * time.Second}, {0, time.Second}, {-time.Hour, time.Second}, {72 * time.Hour, time.Hour},
	} {
		w := newWorld(t)
		d := w.dispatcher("p1")
		w.adds(organ, "A", "B")
		w.all = fmt.Errorf("429：%w", &events.Later{After: x.after, Err: errUnknown})
		err := second(d.Pass(t.Context()))
		require.ErrorIs(t, err, register.ErrStall)
		require.ErrorIs(t, err, events.ErrDown)
		require.ErrorIs(t, err, errUnknown)
		w.all = nil
		w.wait(x.want - time.Millisecond)
		require.Empty(t, w.pass(d), x.after)
		w.wait(time.Millisecond)
		require.Len(t, w.pass(d), 2, x.after)
	}
	require.Equal(t, "接收方要求5s之后再投递", (&events.Later{After: 5 * time.Second}).Error())
}

// A sink that panics, and one that does not return until its time is over.
func TestSinkMisbehaves(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.option = func(o *events.Options) { o.Now = time.Now }
		w.now = time.Now()
		w.adds(organ, "A", "B", "C")
		d := w.dispatcherOf("p1", events.SinkFunc(func(ctx context.Context, e *events.Envelope) error {
			switch e.Ref().ID {
			case "A":
				panic("a name")
			case "B":
				<-ctx.Done()
				return ctx.Err()
			}
			return w.Send(ctx, e)
		}))
		begin := time.Now()
		require.Equal(t, []string{"C/3"}, w.pass(d))
		require.Equal(t, 10*time.Second, time.Since(begin))
		require.Len(t, collect(t, d.Held(t.Context())), 2)
	})
}

// When the process ends in a delivery, that says nothing of the event or the receiver.
func TestEndInADelivery(t *testing.T) {
	w := newWorld(t)
	w.adds(organ, "A", "B")
	ctx, cancel := context.WithCancel(t.Context())
	d := w.dispatcherOf("p1", events.SinkFunc(func(ctx context.Context, e *events.Envelope) error {
		if e.Sequence == 2 {
			cancel()
			return errors.Join(ctx.Err(), events.ErrGone)
		}
		return w.Send(ctx, e)
	}))
	require.ErrorIs(t, second(d.Pass(ctx)), context.Canceled)
	require.Equal(t, []string{"A/1"}, w.take())
	require.Empty(t, collect(t, d.Held(t.Context())))
	require.ErrorIs(t, second(d.Pass(ctx)), context.Canceled)
	require.Equal(t, []string{"B/2"}, w.pass(w.dispatcher("p1")))
	w.adds(organ, "C")
	d = w.dispatcherOf("p1", events.SinkFunc(w.Send))
	require.Equal(t, []string{"C/3"}, w.pass(d))
}

// A dispatcher whose context ended goes on with another.
func TestGoesOnAfterAnEnd(t *testing.T) {
	w := newWorld(t)
	w.adds(organ, "A")
	d := w.dispatcher("p1")
	ctx, cancel := context.WithCancel(t.Context())
	w.all = events.ErrGone
	ended := w.dispatcherOf("p1", events.SinkFunc(func(ctx context.Context, e *events.Envelope) error {
		if w.all == nil {
			return w.Send(ctx, e)
		}
		cancel()
		return w.all
	}))
	require.ErrorIs(t, second(ended.Pass(ctx)), context.Canceled)
	w.all = nil
	require.Equal(t, []string{"A/1"}, w.pass(ended))
	require.Empty(t, w.pass(d))
}

// Calls of several goroutines wait for each other.
func TestConcurrentCalls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.adds(organ, "A")
		release := make(chan struct{})
		d := w.dispatcherOf("p1", events.SinkFunc(func(ctx context.Context, e *events.Envelope) error {
			<-release
			return events.ErrReject
		}))
		done := make(chan error, 1)
		go func() { done <- second(d.Pass(t.Context())) }()
		synctest.Wait()
		ctx, cancel := context.WithCancel(t.Context())
		go func() { done <- d.Redeliver(ctx, organ, ref("A")) }()
		synctest.Wait()
		cancel()
		require.ErrorIs(t, <-done, context.Canceled, "who does not want to wait need not")
		go func() { done <- d.Redeliver(t.Context(), organ, ref("A")) }()
		close(release)
		require.NoError(t, <-done)
		require.NoError(t, <-done)
		require.Len(t, collect(t, d.Held(t.Context())), 1)
	})
}

func TestNewSaysAll(t *testing.T) {
	_, err := events.New(events.Subscription{Filter: events.Filter{Acts: []register.Act{"steps"}, Organs: []string{"*"}}},
		events.Options{Retry: []time.Duration{-1}, SendFor: -1, LeaseFor: -10, Source: "%zz"})
	for _, text := range []string{
		"没有 Store", "没有 Cursors", "没有 Now", "进程的名称", "订阅者的名称", "没有 Sink", "Retry", "SendFor", "LeaseFor", "steps", "Organs", "Source",
	} {
		require.ErrorContains(t, err, text)
	}
	for _, source := range []string{"/x", "a b/", "\x00/", "/" + strings.Repeat("x", 250) + "/"} {
		w := newWorld(t)
		w.option = func(o *events.Options) { o.Source = source }
		_, err := events.New(events.Subscription{Name: "x", Sink: w}, w.options("p1"))
		require.ErrorContains(t, err, "Source")
	}
}
