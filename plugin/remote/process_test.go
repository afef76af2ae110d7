//go:build unix

package remote_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/internal/faults/faulty"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/protocol/protocoltest"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

func TestConnOfProcess(t *testing.T) {
	for name, workers := range map[string]int{"one worker": 1, "three workers": 3} {
		t.Run(name, func(t *testing.T) {
			protocoltest.Run(t, protocoltest.Harness{Open: func(context.Context) (protocol.Conn, error) {
				p := program(t, faults.None)
				p.Args, p.Workers = []string{"kit", "-"}, workers
				return p.Conn()
			}})
		})
	}
}

// pipe makes a named pipe. Held is closed when somebody has it open for writing, free when nobody has any more.
func pipe(t *testing.T, folder string) (path string, held, free chan struct{}) {
	path = filepath.Join(folder, "pipe")
	require.NoError(t, syscall.Mkfifo(path, 0o666))
	held, free = make(chan struct{}), make(chan struct{})
	go func() {
		f, err := os.Open(path) // waits for a writer
		close(held)
		if err == nil {
			_, _ = io.Copy(io.Discard, f)
			f.Close()
		}
		close(free)
	}()
	return path, held, free
}

// What a plug-in has started dies with it: at the limit, and when it ends by itself.
func TestWholeGroupIsKilled(t *testing.T) {
	for _, f := range []faults.Fault{faulty.Family, faulty.Orphan} {
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			path, held, free := pipe(t, t.TempDir())
			p := program(t, faults.None)
			p.Timeout = short
			host := hostOf(t, p)
			_, err := check(t.Context(), host, f, path)
			require.Error(t, err)
			<-held
			<-free
			goesOn(t, host)
		})
	}
}

func TestCloseLeavesNoProcess(t *testing.T) {
	path, held, free := pipe(t, t.TempDir())
	conn, err := program(t, faults.None).Conn()
	require.NoError(t, err)
	client, err := protocol.Connect(t.Context(), conn, protocol.Options{})
	require.NoError(t, err)
	host, err := plugin.NewHost(client.Plugin())
	require.NoError(t, err)
	failed := make(chan error, 1)
	go func() {
		_, err := check(context.Background(), host, faulty.Family, path)
		failed <- err
	}()
	<-held
	require.NoError(t, conn.Close())
	<-free
	require.ErrorIs(t, <-failed, protocol.ErrClosed)
	require.NoError(t, conn.Close())
	_, err = check(t.Context(), host, faults.None, "")
	require.ErrorIs(t, err, protocol.ErrClosed)
}

// A process that does not end with its input is killed after its grace.
func TestCloseKillsWhatDoesNotEnd(t *testing.T) {
	path, held, free := pipe(t, t.TempDir())
	p := script(t, "read line; exec 9>"+path+"; echo '{\"id\":1}'; while :; do :; done")
	p.Grace = time.Millisecond
	conn, err := p.Conn()
	require.NoError(t, err)
	_, err = conn.Call(t.Context(), []byte(firstMessage))
	require.NoError(t, err)
	<-held
	require.NoError(t, conn.Close())
	<-free
}

// A caller that goes away costs no process when the plug-in obeys.
func TestCancelledCall(t *testing.T) {
	path, held, free := pipe(t, t.TempDir())
	log := new(starts)
	p := program(t, faults.None)
	p.Log, p.Timeout, p.Grace = slog.New(log), time.Hour, time.Hour
	host := hostOf(t, p)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-held
		cancel()
	}()
	_, err := check(ctx, host, faulty.Wait, path)
	require.ErrorIs(t, err, context.Canceled)
	<-free
	goesOn(t, host)
	require.EqualValues(t, 1, log.n.Load(), "number of starts")
}

// One that does not is killed after its grace, and the next call has another.
func TestCancelledCallOfDeafPlugin(t *testing.T) {
	path, held, free := pipe(t, t.TempDir())
	p := program(t, faults.None)
	p.Timeout, p.Grace = time.Hour, time.Millisecond
	host := hostOf(t, p)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-held
		cancel()
	}()
	_, err := check(ctx, host, faulty.Family, path)
	require.ErrorIs(t, err, context.Canceled)
	<-free
	goesOn(t, host)
}

// Each worker is busy with one thing; who finds none waits as long as its context allows.
func TestWorkers(t *testing.T) {
	log := new(starts)
	p := program(t, faults.None)
	p.Log, p.Workers, p.Timeout = slog.New(log), 2, time.Hour
	host := hostOf(t, p)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 2)
	for range 2 {
		path, held, _ := pipe(t, t.TempDir())
		go func() {
			_, err := check(ctx, host, faulty.Wait, path)
			ended <- err
		}()
		<-held
	}
	late, stop := context.WithTimeout(t.Context(), time.Millisecond)
	defer stop()
	_, err := check(late, host, faults.None, "")
	require.ErrorIs(t, err, context.DeadlineExceeded)
	cancel()
	require.ErrorIs(t, errors.Join(<-ended, <-ended), context.Canceled)
	goesOn(t, host)
	require.EqualValues(t, 2, log.n.Load(), "number of starts")
}

// The error says how the process ended. What it printed stands beside, because it may hold anything.
func TestErrorOfEnd(t *testing.T) {
	for f, want := range map[faults.Fault]struct{ status, printed string }{
		faults.Exit:  {"exit status 3", ""},
		faults.Crash: {"exit status 2", "panic: invented"},
		faults.Noise: {"signal: killed", "plug-in ready"},
	} {
		t.Run(string(f), func(t *testing.T) {
			_, err := check(t.Context(), hostOf(t, program(t, faults.None)), f, "")
			var e *remote.Error
			require.ErrorAs(t, err, &e)
			require.Equal(t, programPath(), e.Program)
			require.Equal(t, want.status, e.Status)
			require.Contains(t, e.Printed, want.printed)
			require.ErrorContains(t, err, want.status)
			require.NotContains(t, err.Error(), "invented")
			require.NotContains(t, err.Error(), "ready")
		})
	}
}

// Before there was a document nothing can be betrayed, and why a program does not start is worth knowing at once.
func TestErrorOfStartSaysWhatWasPrinted(t *testing.T) {
	p := program(t, faults.None)
	p.Args = nil
	_, err := p.Connect(t.Context(), protocol.Options{})
	require.ErrorIs(t, err, remote.ErrEnded)
	require.ErrorContains(t, err, "exit status 1")
	require.ErrorContains(t, err, "usage: program")
}

func TestNoiseNamesOnlyTheLength(t *testing.T) {
	_, err := check(t.Context(), hostOf(t, program(t, faults.None)), faults.Noise, "")
	require.ErrorIs(t, err, plugin.ErrAnswer)
	require.ErrorContains(t, err, "标准输出上 13 字节的一行不是对请求的答复")
}

// After two failures a program is left alone, and says so.
func TestFailingProgramIsLeftAlone(t *testing.T) {
	log := new(starts)
	p := program(t, faults.None)
	p.Log, p.Rest, p.MaxRest = slog.New(log), time.Hour, time.Hour
	host := hostOf(t, p)
	for range 2 {
		_, err := check(t.Context(), host, faults.Exit, "")
		require.ErrorIs(t, err, remote.ErrEnded)
	}
	for range 10 {
		_, err := check(t.Context(), host, faults.None, "")
		require.ErrorIs(t, err, remote.ErrResting)
		require.ErrorContains(t, err, faulty.Name)
	}
	require.EqualValues(t, 2, log.n.Load(), "number of starts")
}

func TestAnswersForgiveFailures(t *testing.T) {
	p := program(t, faults.None)
	p.Rest = time.Hour
	host := hostOf(t, p)
	for range 3 {
		_, err := check(t.Context(), host, faults.Exit, "")
		require.ErrorIs(t, err, remote.ErrEnded)
		goesOn(t, host)
	}
}

// script writes a program in the language of the shell.
func script(t *testing.T, text string) remote.Process {
	path := filepath.Join(t.TempDir(), "plugin.sh")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return remote.Process{Path: "/bin/sh", SHA256: remote.Unchecked, Args: []string{path}, Files: map[string]string{path: sum(t, path)}}
}

// A program that says something else of itself after it was started again is another one.
func TestChangedProgram(t *testing.T) {
	p := script(t, `read line; echo "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"process\":$$}}"`)
	conn, err := p.Conn()
	require.NoError(t, err)
	defer conn.Close()
	answer, err := conn.Call(t.Context(), []byte(firstMessage))
	require.NoError(t, err)
	require.Contains(t, string(answer), `"process"`)
	for err = nil; err == nil || errors.Is(err, remote.ErrEnded); {
		_, err = conn.Call(t.Context(), []byte(secondMessage))
	}
	require.ErrorIs(t, err, remote.ErrChanged)
}

// The files are looked at before each start.
func TestChecksums(t *testing.T) {
	p := script(t, `read line; echo '{"jsonrpc":"2.0","id":1,"result":{}}'; read line; exit 4`)
	conn, err := p.Conn()
	require.NoError(t, err)
	defer conn.Close()
	_, err = conn.Call(t.Context(), []byte(firstMessage))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(p.Args[0], []byte("exit 0"), 0o600))
	_, err = conn.Call(t.Context(), []byte(secondMessage))
	require.ErrorContains(t, err, "exit status 4")
	_, err = conn.Call(t.Context(), []byte(secondMessage))
	require.ErrorIs(t, err, remote.ErrChecksum)
	require.ErrorContains(t, err, p.Args[0])

	q := program(t, faults.None)
	q.SHA256 = strings.Repeat("0", 64)
	_, err = q.Connect(t.Context(), protocol.Options{})
	require.ErrorIs(t, err, remote.ErrChecksum)

	q.Path, q.Dir = t.TempDir(), "/"
	_, err = q.Connect(t.Context(), protocol.Options{})
	require.ErrorIs(t, err, remote.ErrStart)
	q.SHA256 = remote.Unchecked
	_, err = q.Connect(t.Context(), protocol.Options{})
	require.ErrorIs(t, err, remote.ErrStart)
}

func TestEnvironmentIsWhatIsGiven(t *testing.T) {
	p := program(t, faults.None)
	p.Env = []string{secretName + "=虚构的口令"}
	found, err := check(t.Context(), hostOf(t, p), faults.Secret, secretName)
	require.NoError(t, err)
	require.Equal(t, faulty.Done, found.Issues[0].Code)
}

func TestFaultsOfConfiguration(t *testing.T) {
	_, err := remote.Process{
		Path: "check", SHA256: "12", Files: map[string]string{"a.jar": "34"}, Env: []string{"A", "=b"}, Workers: -1,
		MaxAnswer: protocol.MaxMessage + 1,
	}.Conn()
	for _, want := range []string{"Path", "SHA256", "Dir", "a.jar", "Env 的第 1 项", "Env 的第 2 项", "负数", "MaxAnswer"} {
		require.ErrorContains(t, err, want)
	}
	_, err = remote.Process{}.Conn()
	require.Error(t, err)
}

func TestMessagesThatAreNone(t *testing.T) {
	conn, err := program(t, faults.None).Conn()
	require.NoError(t, err)
	defer conn.Close()
	for _, message := range []string{"", "x", "{}", `{"id":null}`, `{"id":0}`, `{"id":-1}`, "{\"id\":1,\n\"method\":\"check\"}"} {
		_, err := conn.Call(t.Context(), []byte(message))
		require.ErrorIs(t, err, protocol.ErrMessage, message)
	}
	_, err = conn.Call(t.Context(), bytes.Repeat([]byte(" "), protocol.MaxMessage+1))
	require.ErrorIs(t, err, protocol.ErrTooLarge)
}

// Nothing is started only to say goodbye to it.
func TestGoodbyeToNobody(t *testing.T) {
	log := new(starts)
	p := program(t, faults.None)
	p.Log = slog.New(log)
	client, err := p.Connect(t.Context(), protocol.Options{})
	require.NoError(t, err)
	host, err := plugin.NewHost(client.Plugin())
	require.NoError(t, err)
	_, err = check(t.Context(), host, faults.Exit, "")
	require.ErrorIs(t, err, remote.ErrEnded)
	require.NoError(t, client.Close())
	require.EqualValues(t, 1, log.n.Load(), "number of starts")
}
