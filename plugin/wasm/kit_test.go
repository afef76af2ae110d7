//go:build tools

package wasm_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin/protocol/protocoltest"
	"github.com/fazhi-go/fazhi/plugin/wasm"
)

// built returns testdata/guest as the Go compiler makes it for WASI.
func built(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "guest.wasm")
	command := exec.Command("go", "build", "-o", path, "./testdata/guest")
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
