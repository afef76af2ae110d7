package register_test

import (
	"context"
	"crypto/sha512"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

// A small document must not become a line that cannot be read back.
func TestDocumentThatGrows(t *testing.T) {
	w := newWorld(t, nil)
	doc := notice("TZ-1", "一")
	doc.JSON = []byte("[" + strings.Repeat("1e20,", 850_000) + "1]")
	r := request("TZ-1")
	r.Doc = doc
	_, err := w.book.Add(t.Context(), r)
	require.ErrorIs(t, err, register.ErrRequest)
	require.Empty(t, w.entries())
}

// A book that was empty when this Book saw it is looked at again before it goes on.
func TestHashOfABookThatWasEmpty(t *testing.T) {
	w := newWorld(t, nil)
	late := w.another(func(o *register.Options) { o.Hash = register.Hash{Name: "sha512-256", New: sha512.New512_256} })
	r := of("TZ-1")
	r.Reason = "没有这份文件"
	_, err := late.Void(t.Context(), r)
	require.ErrorIs(t, err, register.ErrNotFound)
	w.add(request("TZ-1"))
	_, err = late.Add(t.Context(), request("TZ-2"))
	require.ErrorIs(t, err, register.ErrHash)
	require.Len(t, w.entries(), 1)
}

// A nil *Refusal is a failure of the guard.
func TestNilRefusal(t *testing.T) {
	w := newWorld(t, func(o *register.Options) {
		o.Hooks.Before = func(context.Context, *register.Attempt) ([]string, error) {
			var none *register.Refusal
			return nil, fmt.Errorf("审查：%w", error(none))
		}
	})
	require.NotPanics(t, func() {
		_, err := w.book.Add(t.Context(), request("TZ-1"))
		require.ErrorContains(t, err, "审查未能完成")
	})
	require.Empty(t, w.entries())
}

func TestSeriesThatCannotBe(t *testing.T) {
	scheme := func(pattern string) numbering.Numberer {
		s, err := numbering.Parse(pattern)
		require.NoError(t, err)
		return s.Number
	}
	for name, series := range map[string][]register.Series{
		"reach each other":           {{Name: "甲", Number: scheme("Z-{serial}"), Continuous: true}, {Name: "乙", Number: scheme("Z-1{serial:1}"), Continuous: true}},
		"yearly without year":        {{Name: "甲", Number: scheme("Z-{serial}")}},
		"continuous with year":       {{Name: "甲", Number: scheme("Z-{year}-{serial}"), Continuous: true}},
		"one form under two names":   {{Name: "甲", Number: number("甲")}, {Name: "乙", Number: number("甲")}},
		"one name under two numbers": {{Name: "甲", Number: number("甲")}, {Name: "甲", Number: number("乙")}},
	} {
		_, err := register.New(register.NewMemory(), register.Options{Now: time.Now, Series: series})
		require.Error(t, err, name)
	}
}

// With SaveEvery the lease is prolonged in time, and nothing is delivered after it.
func TestLeaseIsProlonged(t *testing.T) {
	w := newWorld(t, nil)
	for i := range 20 {
		w.add(request(fmt.Sprint("TZ-", i)))
	}
	cursors := register.NewMemoryCursors()
	var log []string
	follower := func(holder string, takes time.Duration) *register.Follower {
		return &register.Follower{
			Store: w.store, Cursors: cursors, Name: "oa", Holder: holder, Scope: scope(), SaveEvery: 100, LeaseFor: 30 * time.Second,
			Now: func() time.Time { return w.now },
			Deliver: func(_ context.Context, e *register.Event) error {
				log = append(log, fmt.Sprint(holder, e.Entry.Seq))
				w.now = w.now.Add(takes)
				return nil
			},
		}
	}
	other := follower("B", 0)
	a := follower("A", 5*time.Second)
	deliver := a.Deliver
	a.Deliver = func(ctx context.Context, e *register.Event) error {
		_, err := other.Pass(ctx)
		require.NoError(t, err)
		return deliver(ctx, e)
	}
	n, err := a.Pass(t.Context())
	require.NoError(t, err)
	require.Equal(t, 20, n)
	require.Len(t, log, 20)
	require.NotContains(t, strings.Join(log, ""), "B")
}

// A delivery that succeeds while the context ends is noted.
func TestDeliveredAtTheEnd(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	w.add(request("TZ-2"))
	fail := true
	ctx, cancel := context.WithCancel(t.Context())
	var got []string
	f := register.Follower{
		Store: w.store, Cursors: register.NewMemoryCursors(), Name: "oa", Holder: "p1", Scope: scope(), SaveEvery: 50,
		Now: func() time.Time { return w.now },
		Deliver: func(_ context.Context, e *register.Event) error {
			if fail {
				return errors.New("忙")
			}
			got = append(got, e.Entry.Ref.ID)
			cancel()
			return nil
		},
	}
	_, err := f.Pass(t.Context())
	require.NoError(t, err)
	fail, w.now = false, w.now.Add(time.Minute)
	_, _ = f.Pass(ctx)
	_, err = f.Pass(t.Context())
	require.NoError(t, err)
	require.ElementsMatch(t, []string{"TZ-1", "TZ-2"}, got)
}

// Replays of Add and Reserve that ask for something else.
func TestReplayAfterReservation(t *testing.T) {
	w := newWorld(t, nil)
	r := request("TZ-1")
	r.Series, r.ReqID = nil, "r1"
	w.add(r)
	r.Series = []string{"发文"}
	_, err := w.book.Add(t.Context(), r)
	require.ErrorIs(t, err, register.ErrReplay, "it got no number, and none was reserved")

	w.reserve("TZ-2", "发文")
	r = request("TZ-2")
	r.ReqID = "r2"
	w.add(r)
	_, err = w.book.Add(t.Context(), r)
	require.NoError(t, err, "its number was reserved")

	hold := of("TZ-3")
	hold.Reason, hold.Series, hold.ReqID, hold.Until = "", []string{"发文"}, "r3", day(2024, time.March, 5)
	_, err = w.book.Reserve(t.Context(), hold)
	require.NoError(t, err)
	hold.Until = day(2024, time.March, 4)
	_, err = w.book.Reserve(t.Context(), hold)
	require.ErrorIs(t, err, register.ErrReplay)
}

// Reservations are not overdue documents.
func TestOverdueWithoutReservations(t *testing.T) {
	w := newWorld(t, nil)
	w.reserve("TZ-1", "发文")
	for e, err := range w.book.Overdue(t.Context(), scope(), day(2030, time.January, 1)) {
		require.NoError(t, err)
		t.Error(e.Ref)
	}
}

func TestNamesThatCannotBeTold(t *testing.T) {
	w := newWorld(t, nil)
	for _, id := range []string{"TZ\u202e1", "TZ\u200b1", "TZ\u00a01", "TZ　1", "TZ\ufeff"} {
		r := request(id)
		_, err := w.book.Add(t.Context(), r)
		require.ErrorIs(t, err, register.ErrRequest, "%q", id)
	}
	r := of("TZ-1")
	w.add(request("TZ-1"))
	r.Reason = "重复　发文"
	_, err := w.book.Void(t.Context(), r)
	require.NoError(t, err)
}

func TestVet(t *testing.T) {
	w := newWorld(t, nil)
	good := w.add(request("TZ-1"))
	require.NoError(t, good.Vet())
	for name, change := range map[string]func(*register.Entry){
		"act":    func(e *register.Entry) { e.Act = "x" },
		"seq":    func(e *register.Entry) { e.Seq = 0 },
		"organ":  func(e *register.Entry) { e.Organ = register.AllOrgans },
		"id":     func(e *register.Entry) { e.Ref.ID = "a\nb" },
		"step":   func(e *register.Entry) { e.Step = strings.Repeat("长", 65) },
		"number": func(e *register.Entry) { e.Numbers = []register.Numbered{{Series: "发文", Serial: 1}} },
		"with":   func(e *register.Entry) { e.With = []string{""} },
		"secret": func(e *register.Entry) {
			e.Secrets = []register.Secret{{Organ: "别的机关", Seq: e.Seq, Ref: e.Ref}}
		},
	} {
		e := good
		change(&e)
		require.ErrorIs(t, e.Vet(), register.ErrLine, name)
	}
}
