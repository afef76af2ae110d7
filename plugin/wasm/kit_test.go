//go:build tools

package wasm_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/protocol/protocoltest"
	"github.com/fazhi-go/fazhi/plugin/wasm"
	"github.com/fazhi-go/fazhi/register"
)

// built returns testdata/guest as the Go compiler makes it for WASI.
func built(t testing.TB) []byte { return compiled(t, "./testdata/guest") }

func compiled(t testing.TB, program string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "guest.wasm")
	command := exec.Command("go", "build", "-o", path, program)
	command.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	out, err := command.CombinedOutput()
	require.NoError(t, err, "%s", out)
	module, err := os.ReadFile(path)
	require.NoError(t, err)
	return module
}

func TestProtocol(t *testing.T) {
	m := named(built(t), wasm.Module{Args: []string{"kit"}, Cache: t.TempDir(), Workers: 2, Timeout: 20 * time.Second})
	protocoltest.Run(t, protocoltest.Harness{Open: m.Conn})
}

// A program for standard input and output, written with remote.ServeStdio, is a module as it stands.
func TestStdioProgramIsAModule(t *testing.T) {
	m := named(compiled(t, "../../internal/faults/program"), wasm.Module{Args: []string{"stdio", "none"}, Timeout: 20 * time.Second})
	client, err := m.Connect(t.Context(), protocol.Options{})
	require.NoError(t, err)
	defer func() { require.NoError(t, client.Close()) }()
	host, err := plugin.NewHost(client.Plugin())
	require.NoError(t, err)
	for range 2 {
		found, err := host.Check(t.Context(), &plugin.CheckRequest{Doc: &register.Raw{
			Of: fazhi.Ref{Kind: "example/faulty", ID: "1"}, Name: "甲", JSON: []byte(`{"do":"none"}`),
		}})
		require.NoError(t, err)
		require.Len(t, found.Applied, 1)
	}
}
