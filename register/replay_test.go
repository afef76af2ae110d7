package register_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/register"
)

// A ReqID stands for one request: whatever differs makes it another.
func TestReplayOfAnotherRequest(t *testing.T) {
	w := newWorld(t, nil)
	first := request("TZ-1")
	first.ReqID, first.Reason, first.With = "r1", "补登", []string{"丰泽区司法局"}
	want := w.add(first)
	same, err := w.book.Add(t.Context(), first)
	require.NoError(t, err)
	require.Equal(t, want.Sum, same.Sum)
	for name, change := range map[string]func(*register.Request){
		"day":     func(r *register.Request) { r.On = day(2024, time.February, 1) },
		"reason":  func(r *register.Request) { r.Reason = "" },
		"joint":   func(r *register.Request) { r.With = nil },
		"series":  func(r *register.Request) { r.Series = []string{"登记"} },
		"none":    func(r *register.Request) { r.Series = nil },
		"step":    func(r *register.Request) { r.Step = "送审" },
		"content": func(r *register.Request) { r.Doc = notice("TZ-1", "另一内容") },
	} {
		r := first
		change(&r)
		_, err := w.book.Add(t.Context(), r)
		require.ErrorIs(t, err, register.ErrReplay, name)
	}
	require.Len(t, w.entries(), 1)
}

func TestJointOrgans(t *testing.T) {
	w := newWorld(t, nil)
	for _, with := range [][]string{{organ}, {"甲", "甲"}} {
		r := request("TZ-1")
		r.With = with
		_, err := w.book.Add(t.Context(), r)
		require.ErrorIs(t, err, register.ErrRequest)
	}
}

// A refusal without code or reason is no answer.
func TestEmptyRefusal(t *testing.T) {
	for _, refusal := range []*register.Refusal{{}, {Code: "licheng/late"}, {Reason: "材料不齐"}} {
		w := newWorld(t, func(o *register.Options) {
			o.Hooks.Before = func(context.Context, *register.Attempt) ([]string, error) { return nil, refusal }
		})
		_, err := w.book.Add(t.Context(), request("TZ-1"))
		require.ErrorContains(t, err, "审查未能完成")
		require.Empty(t, w.entries())
	}
}

func TestClockWithoutTime(t *testing.T) {
	book, err := register.New(register.NewMemory(), register.Options{Now: func() time.Time { return time.Time{} }})
	require.NoError(t, err)
	r := request("TZ-1")
	r.Series = nil
	_, err = book.Add(t.Context(), r)
	require.ErrorIs(t, err, register.ErrClock)
}

func TestFailedDeliveryIsTold(t *testing.T) {
	w := newWorld(t, nil)
	w.add(request("TZ-1"))
	down := errors.New("收文系统没有应答")
	var told []error
	f := register.Follower{
		Store: w.store, Cursors: register.NewMemoryCursors(), Name: "oa", Holder: "p1", Scope: scope(),
		Now:     func() time.Time { return w.now },
		Deliver: func(context.Context, *register.Event) error { return down },
		Failed:  func(_ *register.Event, err error) { told = append(told, err) },
	}
	_, err := f.Pass(t.Context())
	require.NoError(t, err)
	require.Equal(t, []error{down}, told)
}
