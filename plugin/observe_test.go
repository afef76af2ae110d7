package plugin_test

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register"
)

func observing(name string, f func(context.Context, *plugin.Event) error) plugin.Plugin {
	p := named(name)
	p.Observe = f
	return p
}

// One observer that panics parks its document; the other is told all the same, and what is kept stays kept.
func TestObserversAreToldEachByItself(t *testing.T) {
	var told []string
	tells := observing("a/tells", func(_ context.Context, e *plugin.Event) error {
		told = append(told, e.Subscriber+" "+e.Entry.Ref.String())
		return nil
	})
	dies := observing("b/dies", func(context.Context, *plugin.Event) error { panic("张三") })
	h := host(t, tells, checking("c/checks", check("c/lease/x")), dies)

	now := func() time.Time { return time.Date(2024, 5, 6, 9, 0, 0, 0, time.UTC) }
	books := register.NewMemory()
	book, err := register.New(books, register.Options{Now: now})
	require.NoError(t, err)
	for _, id := range []string{"ZL-1", "ZL-2"} {
		doc := &register.Raw{Of: fazhi.Ref{Kind: "lease", ID: id}, JSON: []byte(`{}`)}
		_, err := book.Add(t.Context(), register.Request{Scope: register.Scope{Organ: "泉源区司法局"}, Doc: doc})
		require.NoError(t, err)
	}

	var failed []error
	followers := h.Followers(register.Follower{
		Store: books, Cursors: register.NewMemoryCursors(), Holder: "测试", Scope: register.Scope{Organ: register.AllOrgans}, Now: now,
		Failed: func(_ *register.Event, err error) { failed = append(failed, err) },
	})
	require.Len(t, followers, 2)
	for _, f := range followers {
		_, err := f.Pass(t.Context())
		require.NoError(t, err)
	}
	require.Equal(t, []string{"a/tells lease:ZL-1", "a/tells lease:ZL-2"}, told)
	require.Len(t, failed, 2)
	require.ErrorIs(t, errors.Join(failed...), plugin.ErrPanic)
}

// A new field of register.Follower must not be forgotten here.
func TestFollowersAreLikeTheGivenOne(t *testing.T) {
	like := register.Follower{
		Store: register.NewMemory(), Cursors: register.NewMemoryCursors(), Holder: "测试", Scope: register.Scope{Organ: "泉源区司法局"},
		Wants: func(*register.Entry) bool { return true }, Now: time.Now, Failed: func(*register.Event, error) {},
		Retry: func(int) time.Duration { return 0 }, SaveEvery: 1, LeaseFor: 1, MaxParked: 1,
	}
	got := host(t, observing("a/one", func(context.Context, *plugin.Event) error { return nil })).Followers(like)[0]
	v := reflect.ValueOf(*got)
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.IsExported() {
			require.False(t, v.Field(i).IsZero(), f.Name)
		}
	}
}

// No document is to blame for a plug-in that is put aside: none is parked.
func TestAnObserverThatIsPutAsideStalls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		h, err := plugin.Options{Timeout: time.Second, Overruns: 1}.NewHost(observing("a/slow", func(context.Context, *plugin.Event) error {
			<-release
			return nil
		}))
		require.NoError(t, err)
		defer close(release)
		deliver := h.Followers(register.Follower{})[0].Deliver
		require.NotErrorIs(t, deliver(t.Context(), &plugin.Event{}), register.ErrStall)
		err = deliver(t.Context(), &plugin.Event{})
		require.ErrorIs(t, err, register.ErrStall)
		require.ErrorIs(t, err, plugin.ErrQuarantined)
	})
}
