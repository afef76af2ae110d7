package plugin_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/numbering"
)

func panics(context.Context, *guardRequest) (*guardResponse, error) {
	var list []int
	_ = list[len(store.name)]
	return nil, nil
}

func TestAPanicIsCaughtAndNamed(t *testing.T) {
	for _, o := range []plugin.Options{{}, {Timeout: time.Minute}} {
		h, err := o.NewHost(guarding("a/one", panics, "a/lease/x"))
		require.NoError(t, err)
		err = h.Guard(t.Context(), &guardRequest{Doc: store})
		require.ErrorIs(t, err, plugin.ErrPanic)
		require.EqualError(t, err, "plugin: 插件 a/one@1.0.0（guard）：崩溃：runtime error: index out of range [24] with length 0")
		var named *plugin.Error
		require.ErrorAs(t, err, &named)
		require.Equal(t, plugin.HookGuard, named.Hook)
		require.Contains(t, string(named.Stack), "invoke_test.go")
	}
	own := guarding("a/one", func(context.Context, *guardRequest) (*guardResponse, error) { panic("张三") }, "a/lease/x")
	err := host(t, own).Guard(t.Context(), &guardRequest{Doc: store})
	require.EqualError(t, err, "plugin: 插件 a/one@1.0.0（guard）：崩溃", "what somebody else's panic holds is not told")
}

// A pointer that is nil is an error that is not nil, and panics when it is looked into.
func TestAnErrorThatPanicsIsAPanic(t *testing.T) {
	var none *fs.PathError
	broken := check("a/lease/broken")
	broken.Run = func(context.Context, *fazhi.Pass) error { return none }
	p := checking("a/one", broken, check("a/lease/last", "/z"))
	p.Guard, p.Refuses = func(context.Context, *guardRequest) (*guardResponse, error) { return nil, none }, []fazhi.Code{"a/lease/x"}
	p.Observe = func(context.Context, *plugin.Event) error { return none }
	p.Provide.Numberers = one[plugin.NumberRequest]("发文", &plugin.NumberResponse{Number: func(numbering.Slot) (string, error) { return "", none }})
	h, err := plugin.Options{Log: slog.New(slog.DiscardHandler)}.NewHost(p)
	require.NoError(t, err)
	f, err := h.Check(t.Context(), &plugin.CheckRequest{Doc: store})
	require.ErrorIs(t, err, plugin.ErrPanic)
	require.Equal(t, []string{"/z a/lease/last"}, found(f))
	require.ErrorIs(t, h.Guard(t.Context(), &guardRequest{Doc: store}), plugin.ErrPanic)
	require.ErrorIs(t, h.Followers(register.Follower{})[0].Deliver(t.Context(), &plugin.Event{}), plugin.ErrPanic)
	number, err := h.Numberer(t.Context(), &plugin.NumberRequest{Series: "发文"})
	require.NoError(t, err)
	_, err = number(numbering.Slot{})
	require.ErrorIs(t, err, plugin.ErrPanic)
}

// Who is passed over is logged, whatever error he gives; a caller that went away is not.
func TestFailuresAreLogged(t *testing.T) {
	var log bytes.Buffer
	p := guarding("a/one", func(ctx context.Context, _ *guardRequest) (*guardResponse, error) {
		if cancel, ok := ctx.Value(traced{}).(context.CancelFunc); ok {
			cancel()
		}
		return nil, context.Canceled
	}, "a/lease/x")
	p.FailOpen = true
	h, err := plugin.Options{Log: slog.New(slog.NewTextHandler(&log, nil))}.NewHost(p)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	require.ErrorIs(t, h.Guard(context.WithValue(ctx, traced{}, cancel), &guardRequest{Doc: store}), context.Canceled)
	require.Empty(t, log.String())
	require.NoError(t, h.Guard(t.Context(), &guardRequest{Doc: store}))
	require.Contains(t, log.String(), "a/one")
}

// stubborn does not end with its context.
func stubborn(release <-chan struct{}) func(context.Context, *guardRequest) (*guardResponse, error) {
	return func(context.Context, *guardRequest) (*guardResponse, error) {
		<-release
		return nil, nil
	}
}

func TestAnOverrunIsReportedAndThePluginPutAside(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		var log bytes.Buffer
		o := plugin.Options{Timeout: time.Second, Overruns: 2, Log: slog.New(slog.NewTextHandler(&log, nil))}
		h, err := o.NewHost(guarding("a/slow", stubborn(release), "a/lease/x"))
		require.NoError(t, err)
		began := time.Now()
		for range 2 {
			require.ErrorIs(t, h.Guard(t.Context(), &guardRequest{Doc: store}), plugin.ErrOverrun)
		}
		require.Equal(t, 2*(time.Second+50*time.Millisecond), time.Since(began))
		require.ErrorIs(t, h.Guard(t.Context(), &guardRequest{Doc: store}), plugin.ErrQuarantined)
		require.Equal(t, []string{"a/slow"}, h.Quarantined())
		require.True(t, h.Describe().Plugins[0].Quarantined)
		require.Equal(t, 1, strings.Count(log.String(), "插件已停用"))
		require.NotContains(t, log.String(), store.name)

		close(release)
		require.False(t, h.Release("b/nobody"))
		require.True(t, h.Release("a/slow"))
		require.NoError(t, h.Guard(t.Context(), &guardRequest{Doc: store}))
		require.Empty(t, h.Quarantined())
	})
}

func TestAPluginThatEndsWithItsContextIsNotPutAside(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		obeys := func(ctx context.Context, _ *guardRequest) (*guardResponse, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}
		h, err := plugin.Options{Timeout: time.Second}.NewHost(guarding("a/slow", obeys, "a/lease/x"))
		require.NoError(t, err)
		for range 5 {
			require.ErrorIs(t, h.Guard(t.Context(), &guardRequest{Doc: store}), context.DeadlineExceeded)
		}
		require.Empty(t, h.Quarantined())
	})
}

func TestAGoroutineThatEndsItselfIsAnError(t *testing.T) {
	ends := func(context.Context, *guardRequest) (*guardResponse, error) {
		runtime.Goexit()
		return nil, nil
	}
	h, err := plugin.Options{Timeout: time.Minute}.NewHost(guarding("a/one", ends, "a/lease/x"))
	require.NoError(t, err)
	require.ErrorIs(t, h.Guard(t.Context(), &guardRequest{Doc: store}), plugin.ErrPanic)
}

// A spy notes what it is told.
type spy struct{ calls []string }

type traced struct{}

func (s *spy) Start(ctx context.Context, c plugin.Call) (context.Context, func(error)) {
	s.calls = append(s.calls, "start "+c.Plugin.String()+" "+string(c.Hook))
	return context.WithValue(ctx, traced{}, true), func(err error) {
		s.calls = append(s.calls, map[bool]string{true: "well", false: "failed"}[err == nil])
	}
}

var _ plugin.Tracer = (*spy)(nil)

func TestTheTracerIsToldOfEveryCall(t *testing.T) {
	watch := &spy{}
	seen := func(ctx context.Context, _ *guardRequest) (*guardResponse, error) {
		require.Equal(t, true, ctx.Value(traced{}))
		return nil, errors.New("不行")
	}
	h, err := plugin.Options{Tracer: watch}.NewHost(guarding("a/one", passes, "a/lease/x"), guarding("b/two", seen, "b/lease/x"))
	require.NoError(t, err)
	require.Error(t, h.Guard(t.Context(), &guardRequest{Doc: store}))
	require.Equal(t, []string{"start a/one@1.0.0 guard", "well", "start b/two@1.0.0 guard", "failed"}, watch.calls)

	watch.calls = nil
	h, err = plugin.Options{Tracer: watch}.NewHost(giving("a/one", sections{"空": always[plugin.SectionRequest]((*plugin.SectionResponse)(nil))}))
	require.NoError(t, err)
	_, err = h.Section(t.Context(), &plugin.SectionRequest{Slot: "空"})
	require.ErrorIs(t, err, plugin.ErrAnswer)
	require.Equal(t, []string{"start a/one@1.0.0 section", "failed"}, watch.calls, "an answer that does not fit is a failure too")
}

func TestNobodyIsAskedAfterTheContextIsOver(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := host(t, guarding("a/one", refuses, "a/lease/unreviewed")).Guard(ctx, &guardRequest{Doc: store})
	require.Equal(t, context.Canceled, err)
}

func TestHooksAllocateNothing(t *testing.T) {
	h := host(t, guarding("a/one", passes, "a/lease/x"), guarding("b/two", passes, "b/lease/x"))
	q, ctx := &guardRequest{Doc: store}, t.Context()
	require.Zero(t, testing.AllocsPerRun(100, func() { _ = h.Guard(ctx, q) }))
}

// The cost of a hook beside that of calling the function, and of a deadline.
func BenchmarkGuard(b *testing.B) {
	for _, c := range []struct {
		name string
		o    plugin.Options
		n    int
	}{{"none", plugin.Options{}, 0}, {"one", plugin.Options{}, 1}, {"ten", plugin.Options{}, 10}, {"deadline", plugin.Options{Timeout: time.Minute}, 1}} {
		b.Run(c.name, func(b *testing.B) {
			var list []plugin.Plugin
			for i := range c.n {
				name := "a/" + string(rune('a'+i))
				list = append(list, guarding(name, passes, fazhi.Code(name+"/x")))
			}
			h, err := c.o.NewHost(list...)
			require.NoError(b, err)
			q, ctx := &guardRequest{Doc: store}, b.Context()
			b.ReportAllocs()
			for b.Loop() {
				_ = h.Guard(ctx, q)
			}
		})
	}
}
