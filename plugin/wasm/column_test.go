//go:build tools

package wasm_test

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/internal/faults/faulty"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/wasm"
)

// starts counts how often an instance was started.
type starts struct {
	slog.Handler
	n *atomic.Int64
}

func (s starts) Enabled(context.Context, slog.Level) bool { return true }

func (s starts) Handle(_ context.Context, r slog.Record) error {
	if r.Message == "插件实例已启动" {
		s.n.Add(1)
	}
	return nil
}

// TestColumn proves the column of plugin/wasm in the table of faults.
func TestColumn(t *testing.T) {
	m := named(built(t), wasm.Module{Cache: t.TempDir(), Timeout: 4 * time.Second, StartTimeout: 4 * time.Second})
	count := new(atomic.Int64)
	m.Args = []string{string(faults.None)}
	m.Log = slog.New(starts{slog.DiscardHandler, count})
	client, err := m.Connect(t.Context(), protocol.Options{})
	require.NoError(t, err)
	defer func() { require.NoError(t, client.Close()) }()
	host, err := plugin.NewHost(client.Plugin())
	require.NoError(t, err)
	for _, row := range faults.Rows(faults.WASM) {
		t.Run(string(row.Fault), func(t *testing.T) {
			if row.Fault.AtStart() {
				require.Equal(t, row.Cell.Outcome, connecting(t, m, row.Fault))
				return
			}
			require.Equal(t, row.Cell.Outcome, committing(t, host, count, row.Fault))
			require.Equal(t, faults.Answered, committing(t, host, count, faults.None)) // the host goes on
		})
	}
}

// connecting commits a fault of the start.
func connecting(t *testing.T, m wasm.Module, f faults.Fault) faults.Outcome {
	m.Args = []string{string(f)}
	_, err := m.Connect(t.Context(), protocol.Options{})
	want := map[faults.Fault]error{faults.Slow: plugin.ErrOverrun, faults.Version: protocol.ErrVersion, faults.Console: protocol.ErrProbe}
	require.ErrorIs(t, err, want[f])
	return faults.Refused
}

// committing commits a fault in a check, and says what came of it.
func committing(t *testing.T, host *plugin.Host, starts *atomic.Int64, f faults.Fault) faults.Outcome {
	before := starts.Load()
	found, err := host.Check(t.Context(), &plugin.CheckRequest{Doc: &faulty.Document{Fault: f, Argument: argument(t, f)}})
	if err == nil {
		require.Len(t, found.Issues, 1)
		return map[bool]faults.Outcome{true: faults.Blocked, false: faults.Answered}[found.Issues[0].Code == faulty.Blocked]
	}
	require.ErrorContains(t, err, faulty.Name)
	_, again := host.Check(t.Context(), &plugin.CheckRequest{Doc: &faulty.Document{Fault: faults.None}})
	require.NoError(t, again)
	t.Log(err)
	switch {
	case errors.Is(err, plugin.ErrOverrun):
		require.Equal(t, before+1, starts.Load())
		return faults.Overrun
	case starts.Load() > before:
		return faults.Restarted
	}
	return faults.Reported
}

// argument is what a fault reaches for: each is there for this process.
func argument(t *testing.T, f faults.Fault) string {
	switch f {
	case faults.File:
		path := filepath.Join(t.TempDir(), "file")
		require.NoError(t, os.WriteFile(path, nil, 0o600))
		return path
	case faults.Network:
		l, err := net.Listen("tcp", "127.0.0.1:0")
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, l.Close()) })
		return l.Addr().String()
	case faults.Secret:
		t.Setenv("FAZHI_SECRET", "invented")
		return "FAZHI_SECRET"
	}
	return ""
}
