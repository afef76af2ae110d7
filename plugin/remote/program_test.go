package remote_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/internal/faults/faulty"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

// run builds the program that commits the faults, once for all tests.
func run(m *testing.M) int {
	folder, err := os.MkdirTemp("", "fazhi-remote-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	build := exec.Command("go", "build", "-o", filepath.Join(folder, "program"), "../../internal/faults/program")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s\n%v\n", out, err)
		return 1
	}
	os.Setenv(folderName, folder)
	os.Setenv(secretName, "虚构的口令")
	os.Setenv("HTTP_PROXY", "http://proxy.invalid:1")
	return m.Run()
}

// Variables in the environment of the host: where the program is, and what it must not see.
const (
	folderName = "FAZHI_REMOTE_TEST_FOLDER"
	secretName = "FAZHI_REMOTE_TEST_SECRET"
)

func programPath() string { return filepath.Join(os.Getenv(folderName), "program") }

func sum(tb testing.TB, path string) string {
	b, err := os.ReadFile(path)
	require.NoError(tb, err)
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// program returns the program on standard input and output, with a fault of the start.
func program(tb testing.TB, start faults.Fault) remote.Process {
	return remote.Process{Path: programPath(), SHA256: sum(tb, programPath()), Args: []string{"stdio", string(start)}}
}

// starts is a log that counts how often a process was started.
type starts struct{ n atomic.Int32 }

func (s *starts) Enabled(context.Context, slog.Level) bool { return true }
func (s *starts) WithAttrs([]slog.Attr) slog.Handler       { return s }
func (s *starts) WithGroup(string) slog.Handler            { return s }
func (s *starts) Handle(_ context.Context, r slog.Record) error {
	if r.Message == "插件进程已启动" {
		s.n.Add(1)
	}
	return nil
}

// hostOf connects a process and puts it into a host.
func hostOf(tb testing.TB, p remote.Process) *plugin.Host {
	client, err := p.Connect(tb.Context(), protocol.Options{})
	require.NoError(tb, err)
	tb.Cleanup(func() { require.NoError(tb, client.Close()) })
	host, err := plugin.NewHost(client.Plugin())
	require.NoError(tb, err)
	return host
}

// check asks a host for a fault.
func check(ctx context.Context, host *plugin.Host, f faults.Fault, argument string) (*plugin.Findings, error) {
	return host.Check(ctx, &plugin.CheckRequest{Doc: &faulty.Document{Fault: f, Argument: argument}})
}

// goesOn fails unless the plug-in answers.
func goesOn(tb testing.TB, host *plugin.Host) {
	found, err := check(tb.Context(), host, faults.None, "")
	require.NoError(tb, err)
	require.Equal(tb, faulty.Done, found.Issues[0].Code)
}

// short is a limit of time that a fault exceeds for certain, and a healthy plug-in on a busy machine does not.
const short = time.Second

// Two messages for connections that look no further than the id.
const (
	firstMessage  = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}`
	secondMessage = `{"jsonrpc":"2.0","id":2,"method":"check","params":{}}`
)
