package repeat_test

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/repeat"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/sqlite"
)

const bureau = "某市某区司法局"

// A desk is a register with a hook, and what it was told.
type desk struct {
	t      *testing.T
	hook   repeat.Hook
	book   *register.Book
	follow register.Follower
	told   []string
	failed []error
}

type engine interface {
	register.Store
	register.Cursors
}

// memory is a Memory with cursors.
type memory struct {
	*register.Memory
	*register.MemoryCursors
}

func newDesk(t *testing.T, store engine, next func(context.Context, *register.Attempt) ([]string, error)) *desk {
	d := &desk{t: t}
	index, err := repeat.NewIndex(repeat.Options{})
	require.NoError(t, err)
	d.hook = repeat.Hook{
		Index: index,
		Attempted: func(_ context.Context, a *register.Attempt) (*repeat.Record, error) {
			if r, ok := a.Doc.(*repeat.Record); ok {
				return r, nil
			}
			if a.Ref.Kind == "broken" {
				return nil, errBroken
			}
			return nil, nil
		},
		Kept: func(_ context.Context, e *register.Entry) (*repeat.Record, error) {
			if e.Ref.Kind != repeat.Kind {
				return nil, nil
			}
			r := new(repeat.Record)
			return r, json.Unmarshal(e.Doc, r)
		},
		Tell: func(_ context.Context, _ *register.Attempt, found repeat.Found) {
			d.told = append(d.told, lines(found.Warnings)...)
		},
		Failed: func(_ *register.Attempt, err error) { d.failed = append(d.failed, err) },
	}
	before, err := d.hook.Before(next)
	require.NoError(t, err)
	now := func() time.Time { return time.Date(2024, 5, 6, 2, 0, 0, 0, time.UTC) }
	d.book, err = register.New(store, register.Options{Now: now, Hooks: register.Hooks{Before: before}})
	require.NoError(t, err)
	d.follow = register.Follower{
		Store: store, Cursors: store, Name: "repeat", Holder: "test", Scope: register.Scope{Organ: bureau}, Now: now, Deliver: d.hook.Deliver, Wants: d.hook.Wants,
	}
	return d
}

var errBroken = errors.New("broken")

func (d *desk) request(doc fazhi.Document) register.Request {
	return register.Request{Scope: register.Scope{Organ: bureau}, Doc: doc, By: "zhang01", Reason: "测试"}
}

func (d *desk) pass() {
	_, err := d.follow.Pass(d.t.Context())
	require.NoError(d.t, err)
}

func (d *desk) open(serial, organ string) *repeat.Record {
	return &repeat.Record{
		Serial: serial, Sort: repeat.Penalty, Organ: organ, Party: "TEST0001", ActCode: "W-100", Place: "某路1号",
		From: day("2024-03-01"), Until: day("2024-03-02"), Filed: day("2024-03-04"), Status: repeat.Open,
	}
}

func stores(t *testing.T) map[string]engine {
	lite, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), sqlite.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, lite.Close()) })
	return map[string]engine{"memory": memory{register.NewMemory(), register.NewMemoryCursors()}, "sqlite": lite}
}

// A new file is compared when it is registered; the index follows corrections and voids; nothing is refused.
func TestHook(t *testing.T) {
	for name, store := range stores(t) {
		t.Run(name, func(t *testing.T) {
			d, ctx := newDesk(t, store, nil), t.Context()
			add := func(r *repeat.Record) {
				entry, err := d.book.Add(ctx, d.request(r))
				require.NoError(t, err)
				require.Empty(t, entry.Applied, "a warning does not judge")
				d.pass()
			}
			add(d.open("CF-1", "甲局"))
			require.Empty(t, d.told)
			add(d.open("CF-2", "乙局"))
			require.Equal(t, []string{"R2 amber 100 CF-1 CF-2"}, d.told)

			dropped := d.open("CF-1", "甲局")
			dropped.Status = repeat.Dropped
			_, err := d.book.Correct(ctx, d.request(dropped))
			require.NoError(t, err)
			d.pass()
			add(d.open("CF-3", "丙局"))
			require.Equal(t, []string{"R2 amber 100 CF-2 CF-3"}, d.told[1:])

			_, err = d.book.Void(ctx, register.Request{Scope: register.Scope{Organ: bureau}, Ref: fazhi.RefOf(d.open("CF-2", "")), Reason: "重复立案"})
			require.NoError(t, err)
			d.pass()
			add(d.open("CF-4", "丁局"))
			require.Equal(t, []string{"R2 amber 100 CF-3 CF-4"}, d.told[2:])
			require.Empty(t, d.failed)

			again := newDesk(t, store, nil)
			require.NoError(t, again.hook.Rebuild(ctx, again.book.Find(ctx, register.Query{Scope: register.Scope{Organ: bureau}})))
			require.Equal(t, d.hook.Index.Len(), again.hook.Index.Len(), "after a restart the index is the same")
			found, err := again.hook.Index.Check(d.open("CF-5", "戊局"))
			require.NoError(t, err)
			require.Equal(t, []string{"R2 amber 100 CF-3 CF-5", "R2 amber 100 CF-4 CF-5"}, lines(found.Warnings))
		})
	}
}

// The hook lets another judge, and says nothing in his place; what it cannot compare is registered all the same.
func TestHookBesideAnother(t *testing.T) {
	refusal := &register.Refusal{Code: "test/no", Reason: "不予登记"}
	d := newDesk(t, memory{register.NewMemory(), register.NewMemoryCursors()}, func(_ context.Context, a *register.Attempt) ([]string, error) {
		if a.Ref.ID == "CF-NO" {
			return []string{"test/judge@1"}, refusal
		}
		return []string{"test/judge@1"}, nil
	})
	ctx := t.Context()
	entry, err := d.book.Add(ctx, d.request(d.open("CF-1", "甲局")))
	require.NoError(t, err)
	require.Equal(t, []string{"test/judge@1"}, entry.Applied)
	_, err = d.book.Add(ctx, d.request(d.open("CF-NO", "甲局")))
	require.ErrorAs(t, err, &refusal)
	for _, kind := range []fazhi.Kind{"broken", "notice"} {
		_, err = d.book.Add(ctx, d.request(&register.Raw{Of: fazhi.Ref{Kind: kind, ID: "X-1"}, JSON: []byte(`{}`)}))
		require.NoError(t, err)
	}
	require.Equal(t, []error{errBroken}, d.failed)
	d.pass()
	require.Equal(t, 1, d.hook.Index.Len(), "what was refused is not in the index")
}

// The number of a record is made from organ and document, where books of several organs are in one index.
func TestHookNamesRecords(t *testing.T) {
	d := newDesk(t, memory{register.NewMemory(), register.NewMemoryCursors()}, nil)
	d.hook.Serial = func(organ string, ref fazhi.Ref) string { return organ + "/" + ref.ID }
	_, err := d.book.Add(t.Context(), d.request(d.open("CF-1", "甲局")))
	require.NoError(t, err)
	d.follow.Deliver = d.hook.Deliver
	d.pass()
	found, err := d.hook.Index.Check(d.open("CF-2", "乙局"))
	require.NoError(t, err)
	require.Equal(t, bureau+"/CF-1", found.Warnings[0].B.Serial, "of one day, in the order of numbers")
}

// What a record follows is named in the same way, of another organ where Hook.Of says so, so that what is no repeat stays none.
func TestHookNamesWhatIsFollowed(t *testing.T) {
	whole := func(organ string, ref fazhi.Ref) string { return organ + "/" + ref.ID }
	for name, c := range map[string]struct {
		of, follows string
		hook        func(organ string, of fazhi.Ref) string
		told        []string
	}{
		"of this organ":    {"CF-1", "按日连续", nil, nil},
		"of no other":      {"CF-9", "按日连续", nil, []string{"R1 red 100 某市某区司法局/CF-1 某市某区司法局/CF-2"}},
		"not said of what": {"", "按日连续", nil, nil},
		"placeholder":      {"——", "按日连续", nil, nil},
		"says the hook":    {"CF-1", "重作", func(_ string, of fazhi.Ref) string { return bureau + "/" + of.ID }, nil},
		"another, says it": {"CF-1", "重作", func(_ string, of fazhi.Ref) string { return "乙局/" + of.ID }, []string{"R1 red 100 某市某区司法局/CF-1 某市某区司法局/CF-2"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, memory{register.NewMemory(), register.NewMemoryCursors()}, nil)
			d.hook.Serial, d.hook.Of = whole, c.hook
			before, err := d.hook.Before(nil)
			require.NoError(t, err)
			require.NoError(t, d.hook.Index.Add(fined(bureau+"/CF-1", "甲局")))
			next := fined("CF-2", "甲局")
			next.Follows, next.Of = repeat.Follows(c.follows), c.of
			_, err = before(t.Context(), &register.Attempt{Act: register.Added, Ref: fazhi.Ref{Kind: repeat.Kind, ID: "CF-2"}, Doc: next, Scope: register.Scope{Organ: bureau}})
			require.NoError(t, err)
			require.Empty(t, d.failed)
			require.Equal(t, c.told, d.told)
			require.Equal(t, c.of, next.Of, "the record itself stays")
		})
	}
}

func TestHookLacksSomething(t *testing.T) {
	_, err := (&repeat.Hook{}).Before(nil)
	require.ErrorIs(t, err, repeat.ErrHook)
	require.ErrorIs(t, (&repeat.Hook{}).Deliver(t.Context(), &register.Event{}), repeat.ErrHook)
	failing := func(yield func(register.Entry, error) bool) { yield(register.Entry{}, register.ErrLine) }
	require.ErrorIs(t, (&repeat.Hook{}).Rebuild(t.Context(), failing), register.ErrLine)
}
