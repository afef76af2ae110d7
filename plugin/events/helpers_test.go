package events_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/register"
)

const organ, other = "鲤城区司法局", "丰泽区司法局"

// A world is a register with one receiver, and a clock that the test moves.
type world struct {
	t       *testing.T
	store   register.Store
	cursors register.Cursors
	book    *register.Book
	now     time.Time
	option  func(*events.Options)

	mu    sync.Mutex         // for what follows
	got   []string           // "A/3": the third entry of the book, of document A
	ids   map[string]int     // by event id: how often it was sent
	fail  map[string]error   // by document: how its events fail
	all   error              // how every event fails
	sent  int                // calls of the sink, failed ones too
	times map[string][]int64 // by document, the sequences that arrived
	kept  []events.Discarded
}

func newWorld(t *testing.T) *world {
	w := &world{
		t: t, cursors: register.NewMemoryCursors(), store: register.NewMemory(), ids: make(map[string]int),
		fail: make(map[string]error), now: time.Date(2024, 5, 1, 2, 0, 0, 0, time.UTC), times: make(map[string][]int64),
	}
	book, err := register.New(w.store, register.Options{Now: func() time.Time { return w.now }})
	require.NoError(t, err)
	w.book = book
	return w
}

// Send is that of the receiver.
func (w *world) Send(_ context.Context, e *events.Envelope) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sent++
	id := e.Ref().ID
	if err := errors.Join(w.all, w.fail[id]); err != nil {
		return err
	}
	w.got = append(w.got, fmt.Sprintf("%s/%d", id, e.Sequence))
	w.ids[e.ID]++
	w.times[e.Organ()+id] = append(w.times[e.Organ()+id], e.Sequence)
	return nil
}

// answer changes how every event fails, while a dispatcher is at work.
func (w *world) answer(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.all = err
}

func (w *world) options(holder string) events.Options {
	o := events.Options{
		Store: w.store, Cursors: w.cursors, Holder: holder, Now: func() time.Time { return w.now },
		Record: func(_ context.Context, d events.Discarded) error { w.kept = append(w.kept, d); return nil },
	}
	if w.option != nil {
		w.option(&o)
	}
	return o
}

func (w *world) dispatcher(holder string) *events.Dispatcher {
	w.t.Helper()
	d, err := events.New(events.Subscription{Name: "档案系统", Sink: w}, w.options(holder))
	require.NoError(w.t, err)
	return d
}

func doc(id string) fazhi.Document {
	return &register.Raw{
		Of: fazhi.Ref{Kind: "contract", ID: id}, Name: id,
		JSON: json.RawMessage(`{"amount":128450000,"id":"` + id + `","name":"店面租赁合同","parties":["sha256:00"]}`),
	}
}

func ref(id string) fazhi.Ref { return fazhi.Ref{Kind: "contract", ID: id} }

func (w *world) adds(organ string, ids ...string) {
	w.t.Helper()
	for _, id := range ids {
		_, err := w.book.Add(w.t.Context(), register.Request{Scope: register.Scope{Organ: organ}, Doc: doc(id)})
		require.NoError(w.t, err)
	}
}

func (w *world) steps(organ string, ids ...string) {
	w.t.Helper()
	for _, id := range ids {
		_, err := w.book.Step(w.t.Context(), register.Request{Scope: register.Scope{Organ: organ}, Ref: ref(id), Step: "签订"})
		require.NoError(w.t, err)
	}
}

// pass makes a pass that must succeed, and returns what arrived.
func (w *world) pass(d *events.Dispatcher) []string {
	w.t.Helper()
	n, err := d.Pass(w.t.Context())
	require.NoError(w.t, err)
	got := w.take()
	require.Len(w.t, got, n)
	return got
}

func (w *world) take() []string {
	got := w.got
	w.got = nil
	return got
}

func (w *world) wait(d time.Duration) { w.now = w.now.Add(d) }

// ordered fails when an event of a document came before an earlier one of it.
func (w *world) ordered() {
	w.t.Helper()
	for id, list := range w.times {
		for i := 1; i < len(list); i++ {
			require.Greater(w.t, list[i], list[i-1], id)
		}
	}
}

func collect[T any](t *testing.T, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var out []T
	for x, err := range seq {
		require.NoError(t, err)
		out = append(out, x)
	}
	return out
}

// entry is an entry with everything in it.
func entry() register.Entry {
	return register.Entry{
		Organ: organ, Seq: 17, Ref: ref("HT-1"), Act: register.Stepped, Step: "签订",
		Numbers: []register.Numbered{{Series: "泉鲤司合", Year: 2024, Serial: 3, Text: "泉鲤司合〔2024〕3号"}},
		With:    []string{other}, At: time.Date(2024, 5, 1, 2, 0, 0, 5e6, time.UTC), On: fazhi.DateOf(2024, 5, 1),
		Due: fazhi.DateOf(2024, 6, 1), By: "zhang01", Role: "经办", Reason: "与某某协商一致", ReqID: "req-1",
		Codes: []fazhi.Code{"contract/filing/late"},
		Doc:   []byte(`{"amount":128450000,"name":"店面租赁合同","parties":["sha256:00"]}`), Sum: register.Sum{1, 2, 3},
	}
}
