package wasm_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/wasm"
)

func sum(module []byte) string {
	s := sha256.Sum256(module)
	return hex.EncodeToString(s[:])
}

// named returns a module with what is a must.
func named(module []byte, m wasm.Module) wasm.Module {
	m.Name, m.Wasm, m.SHA256 = "guest.wasm", module, sum(module)
	return m
}

// opened returns a Conn to a module that is closed with the test.
func opened(t testing.TB, module []byte, m wasm.Module) protocol.Conn {
	t.Helper()
	c, err := named(module, m).Conn(t.Context())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, c.Close()) })
	return c
}

// asks is a message of which only x matters.
func asks(x string) []byte { return []byte(`{"id":1,"x":"` + x + `"}`) }

func say(t testing.TB, c protocol.Conn, message, want string) {
	t.Helper()
	answer, err := c.Call(t.Context(), asks(message))
	require.NoError(t, err)
	require.Equal(t, string(asks(want)), string(answer))
}

func TestCallFaults(t *testing.T) {
	const short = 500 * time.Millisecond
	for name, c := range map[string]struct {
		message string
		module  wasm.Module
		want    error
		text    string
	}{
		"loop":            {message: "l", module: wasm.Module{Timeout: short}, want: plugin.ErrOverrun, text: "超过时限，没有答复"},
		"memory":          {message: "m", want: wasm.ErrEnded, text: "unreachable"},
		"recursion":       {message: "r", want: wasm.ErrEnded, text: "stack overflow"},
		"trap":            {message: "t", want: wasm.ErrEnded, text: "unreachable"},
		"exit":            {message: "x", want: wasm.ErrEnded, text: "退出码 3"},
		"silent":          {message: "s", want: plugin.ErrAnswer, text: "没有答复就读下一条消息"},
		"twice":           {message: "d", want: plugin.ErrAnswer, text: "不止一行"},
		"other-id":        {message: "i", want: plugin.ErrAnswer, text: "编号不是所问的"},
		"gbk":             {message: "b", want: plugin.ErrAnswer, text: "不是 UTF-8"},
		"half-a-line":     {message: "p", want: plugin.ErrAnswer, text: "换行"},
		"writes-for-ever": {message: "w", want: protocol.ErrTooLarge, text: "上限 1000 字节", module: wasm.Module{MaxAnswer: 1000}},
		"too-long":        {message: strings.Repeat("e", 1001), want: protocol.ErrTooLarge, text: "上限 1000 字节", module: wasm.Module{MaxAnswer: 1000}},
	} {
		t.Run(name, func(t *testing.T) {
			conn := opened(t, rogue().wasm(), c.module)
			say(t, conn, "echo", "echo")
			say(t, conn, "c0", "c1")
			say(t, conn, "c0", "c2")
			answer, err := conn.Call(t.Context(), asks(c.message))
			require.Nil(t, answer)
			require.ErrorIs(t, err, c.want)
			require.Equal(t, c.want == plugin.ErrOverrun, errors.Is(err, context.DeadlineExceeded))
			require.ErrorContains(t, err, "wasm: 模块 guest.wasm：")
			require.ErrorContains(t, err, c.text)
			say(t, conn, "c0", "c1") // another instance, which has forgotten
		})
	}
}

func TestCallLongest(t *testing.T) {
	const size = 1000
	conn := opened(t, rogue().wasm(), wasm.Module{MaxAnswer: size})
	longest := strings.Repeat("e", size-len(asks("")))
	say(t, conn, longest, longest)
}

func TestCallMaxMessage(t *testing.T) {
	g := rogue()
	g.pages = 130
	conn := opened(t, g.wasm(), wasm.Module{})
	longest := strings.Repeat("e", protocol.MaxMessage-len(asks("")))
	answer, err := conn.Call(t.Context(), asks(longest))
	require.NoError(t, err)
	require.True(t, bytes.Equal(asks(longest), answer))
}

// An instance that answers and ends has done its work; the next message goes to another.
func TestCallLastWords(t *testing.T) {
	conn := opened(t, rogue().wasm(), wasm.Module{})
	say(t, conn, "echo", "echo")
	say(t, conn, "quit", "quit")
	say(t, conn, "c0", "c1")
}

func TestCallGivesFirstMessageToEveryInstance(t *testing.T) {
	conn := opened(t, rogue().wasm(), wasm.Module{})
	say(t, conn, "c0", "c1")
	_, err := conn.Call(t.Context(), asks("trap"))
	require.ErrorIs(t, err, wasm.ErrEnded)
	say(t, conn, "c0", "c2") // the first message came before
}

// One message is always the first, so a module that leaves after each cannot be used.
func TestCallLeavesAfterFirst(t *testing.T) {
	conn := opened(t, rogue().wasm(), wasm.Module{})
	say(t, conn, "quit", "quit")
	_, err := conn.Call(t.Context(), asks("echo"))
	require.ErrorIs(t, err, wasm.ErrEnded)
	require.ErrorContains(t, err, "答复一条消息就退出")
}

func TestCallCancelled(t *testing.T) {
	conn := opened(t, rogue().wasm(), wasm.Module{})
	say(t, conn, "c0", "c1")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	_, err := conn.Call(ctx, asks("loop"))
	require.ErrorIs(t, err, context.Canceled)
	require.NotErrorIs(t, err, plugin.ErrOverrun)
	_, err = conn.Call(ctx, asks("echo"))
	require.ErrorIs(t, err, context.Canceled)
	say(t, conn, "c0", "c2")
}

func TestCallWorkers(t *testing.T) {
	conn := opened(t, rogue().wasm(), wasm.Module{Workers: 3})
	say(t, conn, "echo", "echo")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, message := range []string{"e1", "e22", "e333", "trap", "e4444"} {
				answer, err := conn.Call(t.Context(), asks(message))
				if message == "trap" {
					require.ErrorIs(t, err, wasm.ErrEnded)
					continue
				}
				require.NoError(t, err)
				require.Equal(t, string(asks(message)), string(answer))
			}
		})
	}
	group.Wait()
}

func TestCallNoMessage(t *testing.T) {
	conn := opened(t, rogue().wasm(), wasm.Module{})
	for _, c := range []struct {
		message string
		want    error
	}{
		{"", protocol.ErrMessage},
		{"{}", protocol.ErrMessage},
		{"{\"id\":1}\n{\"id\":2}", protocol.ErrMessage},
		{string(asks(strings.Repeat("e", protocol.MaxMessage))), protocol.ErrTooLarge},
	} {
		_, err := conn.Call(t.Context(), []byte(c.message))
		require.ErrorIs(t, err, c.want)
	}
}

func TestClose(t *testing.T) {
	conn, err := named(rogue().wasm(), wasm.Module{Workers: 2}).Conn(t.Context())
	require.NoError(t, err)
	say(t, conn, "echo", "echo")
	failed := make(chan error)
	go func() {
		_, err := conn.Call(context.WithoutCancel(t.Context()), asks("loop"))
		failed <- err
	}()
	require.NoError(t, conn.Close())
	require.ErrorIs(t, <-failed, protocol.ErrClosed)
	require.NoError(t, conn.Close())
	_, err = conn.Call(t.Context(), asks("echo"))
	require.ErrorIs(t, err, protocol.ErrClosed)
}

func TestStartFaults(t *testing.T) {
	for name, c := range map[string]struct {
		first, before code
		limit         time.Duration
		want          error
		text          string
	}{
		"slow":       {nil, call(forever), 250 * time.Millisecond, plugin.ErrOverrun, "启动"},
		"slow-start": {code{forever}, nil, 250 * time.Millisecond, plugin.ErrOverrun, "启动"},
		"trap-start": {code{deep}, nil, 0, wasm.ErrEnded, "stack overflow"},
		"exit":       {nil, ops(i32(0), call(procExit)), 0, wasm.ErrEnded, "没有答复就退出"},
		"trap":       {nil, trap(), 0, wasm.ErrEnded, "unreachable"},
		"noise":      {nil, write(1, i32(data), i32(8)), 0, plugin.ErrAnswer, "还没有消息就输出"},
	} {
		t.Run(name, func(t *testing.T) {
			g := rogue()
			g.first, g.before = c.first, c.before
			conn := opened(t, g.wasm(), wasm.Module{StartTimeout: c.limit})
			for range 2 {
				_, err := conn.Call(t.Context(), asks("echo"))
				require.ErrorIs(t, err, c.want)
				require.ErrorContains(t, err, c.text)
			}
		})
	}
}

// logger writes without times.
func logger(out *bytes.Buffer) *slog.Logger {
	return slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
}

func TestLog(t *testing.T) {
	var out bytes.Buffer
	conn, err := named(rogue().wasm(), wasm.Module{Log: logger(&out)}).Conn(t.Context())
	require.NoError(t, err)
	say(t, conn, "y", "y")
	say(t, conn, "y", "y")
	require.NoError(t, conn.Close()) // which ends the second line
	require.Equal(t, []string{
		`level=INFO msg=插件实例已启动 module=guest.wasm`,
		`level=INFO msg=插件输出 module=guest.wasm line=warning`,
		`level=INFO msg=插件输出 module=guest.wasm line=morewarning`,
		`level=INFO msg=插件输出 module=guest.wasm line=more`,
	}, strings.Split(strings.TrimSpace(out.String()), "\n"))
}

func TestLogIsBounded(t *testing.T) {
	var out bytes.Buffer
	conn, err := named(rogue().wasm(), wasm.Module{Log: logger(&out), Timeout: 500 * time.Millisecond}).Conn(t.Context())
	require.NoError(t, err)
	_, err = conn.Call(t.Context(), asks("z")) // prints lines for ever
	require.ErrorIs(t, err, plugin.ErrOverrun)
	_, err = conn.Call(t.Context(), asks("v")) // prints one line for ever
	require.ErrorIs(t, err, plugin.ErrOverrun)
	require.NoError(t, conn.Close())
	require.Equal(t, 100, strings.Count(out.String(), "line=warning\n"))
	require.Less(t, out.Len(), 20_000)
}

// A module is told nothing that changes from one instance to the next.
func TestSameRandomNumbers(t *testing.T) {
	conn := opened(t, rogue().wasm(), wasm.Module{})
	say(t, conn, "echo", "echo")
	first, err := conn.Call(t.Context(), asks("g0"))
	require.NoError(t, err)
	_, err = conn.Call(t.Context(), asks("trap"))
	require.ErrorIs(t, err, wasm.ErrEnded)
	second, err := conn.Call(t.Context(), asks("g0"))
	require.NoError(t, err)
	require.Equal(t, string(first), string(second))
	require.NotEqual(t, asks("g0"), first)
}
