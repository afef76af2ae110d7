package remote_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"flag"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/internal/faults/faulty"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

// argument returns what a fault needs: a file, an address where somebody listens, a variable of the host's environment.
func argument(t *testing.T, f faults.Fault) string {
	switch f {
	case faults.File:
		path := filepath.Join(t.TempDir(), "secret.txt")
		require.NoError(t, os.WriteFile(path, []byte("虚构的口令"), 0o600))
		return path
	case faults.Network:
		l, err := net.Listen("tcp", "127.0.0.1:0")
		require.NoError(t, err)
		t.Cleanup(func() { l.Close() })
		return l.Addr().String()
	case faults.Secret:
		return secretName
	}
	return ""
}

// verdict compares what a host says with what the table says. The name of the plug-in is in every error.
func verdict(t *testing.T, o faults.Outcome, found *plugin.Findings, err error) {
	t.Helper()
	codes := func() (codes []fazhi.Code) {
		for _, i := range found.Issues {
			codes = append(codes, i.Code)
		}
		return codes
	}
	switch o {
	case faults.Answered:
		require.NoError(t, err)
		require.NotContains(t, codes(), faulty.Blocked)
	case faults.Open:
		require.NoError(t, err)
		require.Equal(t, []fazhi.Code{faulty.Done}, codes())
	case faults.Blocked:
		require.NoError(t, err)
		require.Equal(t, []fazhi.Code{faulty.Blocked}, codes())
	default:
		var named *plugin.Error
		require.ErrorAs(t, err, &named)
		require.Equal(t, faulty.Name, named.Plugin.Name)
		overrun := o == faults.Overrun || o == faults.Left
		require.Equal(t, overrun, errors.Is(err, plugin.ErrOverrun), err.Error())
	}
}

// proveProcess proves one cell of a column of child processes.
func proveProcess(t *testing.T, row faults.Row, p remote.Process) {
	log := new(starts)
	p.Log = slog.New(log)
	if row.Cell.Outcome == faults.Refused {
		p.StartTimeout = short
		_, err := p.Connect(t.Context(), protocol.Options{})
		require.ErrorIs(t, err, refusal(row.Fault))
		if row.Fault == faults.Slow {
			require.ErrorContains(t, err, p.Path)
		}
		return
	}
	if row.Cell.Outcome == faults.Overrun {
		p.Timeout = short
	}
	host := hostOf(t, p)
	found, err := check(t.Context(), host, row.Fault, argument(t, row.Fault))
	verdict(t, row.Cell.Outcome, found, err)
	goesOn(t, host)
	again := row.Cell.Outcome == faults.Overrun || row.Cell.Outcome == faults.Restarted
	require.Equal(t, map[bool]int32{false: 1, true: 2}[again], log.n.Load(), "number of starts")
}

// refusal is why a plug-in with a fault of the start is not taken.
func refusal(f faults.Fault) error {
	return map[faults.Fault]error{
		faults.Slow: plugin.ErrOverrun, faults.Version: protocol.ErrVersion, faults.Console: protocol.ErrProbe,
	}[f]
}

// startOf returns the fault of the start for a row.
func startOf(f faults.Fault) faults.Fault {
	if f.AtStart() {
		return f
	}
	return faults.None
}

func TestFaultsOnStdio(t *testing.T) {
	for _, row := range faults.Rows(faults.Stdio) {
		t.Run(string(row.Fault), func(t *testing.T) {
			t.Parallel()
			if row.Fault == faults.Memory {
				t.Skip("needs a limit: see TestMemoryOnStdio, with the tag tools")
			}
			proveProcess(t, row, program(t, startOf(row.Fault)))
		})
	}
}

func TestFaultsOverHTTP(t *testing.T) {
	for _, row := range faults.Rows(faults.HTTP) {
		t.Run(string(row.Fault), func(t *testing.T) {
			t.Parallel()
			if row.Fault == faults.Memory {
				t.Skip("needs a limit: see TestMemoryOverHTTP, with the tag tools")
			}
			proveService(t, row, exec.Command(programPath(), "http", string(startOf(row.Fault)), "127.0.0.1:0"))
		})
	}
}

// proveService proves one cell of the column of services. The test is the supervisor, which starts a service that has
// ended under its old address.
func proveService(t *testing.T, row faults.Row, cmd *exec.Cmd) {
	what := argument(t, row.Fault)
	address, wait := serve(t, cmd)
	h := remote.HTTP{URL: "http://" + address + "/", Timeout: short}
	client, err := h.Connect(t.Context(), protocol.Options{})
	if row.Cell.Outcome == faults.Refused {
		require.ErrorIs(t, err, refusal(row.Fault))
		return
	}
	require.NoError(t, err)
	defer func() { require.NoError(t, client.Close()) }()
	host, err := plugin.NewHost(client.Plugin())
	require.NoError(t, err)
	found, err := check(t.Context(), host, row.Fault, what)
	verdict(t, row.Cell.Outcome, found, err)
	if row.Cell.Outcome == faults.Supervised {
		wait()
		_, err := check(t.Context(), host, faults.None, "")
		verdict(t, faults.Supervised, nil, err)
		serve(t, exec.Command(programPath(), "http", string(faults.None), address))
	}
	goesOn(t, host)
}

// serve starts a service and returns its address, and a function that waits for its end.
func serve(t testing.TB, cmd *exec.Cmd) (address string, wait func()) {
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	ended := make(chan struct{})
	lines := bufio.NewReader(out)
	line, err := lines.ReadString('\n')
	require.NoError(t, err)
	go func() {
		defer close(ended)
		_, _ = lines.WriteTo(new(bytes.Buffer))
		_ = cmd.Wait()
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-ended
	})
	return strings.TrimSpace(line), func() { <-ended }
}

// inProcess returns the plug-in for the host's own process. An endless loop would burn a core until the test ends, so it is
// one that ends with the test; that its core is lost until then is out of reach.
func inProcess(t *testing.T) plugin.Plugin {
	ended := t.Context()
	p := faulty.Plugin()
	commit := p.Check
	p.Check = func(ctx context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
		if faults.Fault(q.Doc.Title()) == faults.Loop {
			for ended.Err() == nil {
				continue
			}
			return nil, nil
		}
		return commit(ctx, q)
	}
	return p
}

func TestFaultsInProcess(t *testing.T) {
	for _, row := range faults.Rows(faults.InProcess) {
		if !row.Cell.Outcome.Tested() {
			continue
		}
		t.Run(string(row.Fault), func(t *testing.T) {
			t.Parallel()
			p := inProcess(t)
			if row.Cell.Outcome == faults.Refused {
				p.API = plugin.API + 1
				_, err := plugin.NewHost(p)
				require.ErrorContains(t, err, faulty.Name)
				return
			}
			var o plugin.Options
			if row.Cell.Outcome == faults.Left {
				o.Timeout = short
			}
			host, err := o.NewHost(p)
			require.NoError(t, err)
			found, err := check(t.Context(), host, row.Fault, argument(t, row.Fault))
			verdict(t, row.Cell.Outcome, found, err)
			goesOn(t, host)
		})
	}
}

// Every fault stands in every column with an outcome, and what is out of reach is so in the host's process only.
func TestTableIsWhole(t *testing.T) {
	for _, transport := range faults.Transports() {
		for _, row := range faults.Rows(transport) {
			require.NotEmpty(t, row.Cell.Outcome, "%s, %s", transport, row.Fault)
			require.True(t, row.Cell.Outcome.Tested() || transport == faults.InProcess, "%s, %s", transport, row.Fault)
		}
	}
}

var update = flag.Bool("update", false, "write the table into the page")

const page = "../../docs/sandbox.md"

// The page shows the table as it is.
func TestPageShowsTable(t *testing.T) {
	text, err := os.ReadFile(page)
	require.NoError(t, err)
	want := faults.Table()
	if *update {
		before, rest, _ := strings.Cut(string(text), tableBegins)
		_, after, _ := strings.Cut(rest, tableEnds)
		text = []byte(before + tableBegins + want + tableEnds + after)
		require.NoError(t, os.WriteFile(page, text, 0o644))
	}
	require.Contains(t, string(text), tableBegins+want+tableEnds)
}

const (
	tableBegins = "<!-- faults: written by go test ./plugin/remote -update -->\n\n"
	tableEnds   = "\n<!-- end of faults -->\n"
)
