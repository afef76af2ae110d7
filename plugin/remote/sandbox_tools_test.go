//go:build tools && linux

package remote_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/faults"
	"github.com/fazhi-go/fazhi/internal/faults/faulty"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

// block returns the lines between fences that follow a mark on the page.
func block(t testing.TB, mark string) string {
	text, err := os.ReadFile(page)
	require.NoError(t, err)
	_, rest, ok := strings.Cut(string(text), "<!-- "+mark+" -->\n```")
	require.True(t, ok, mark)
	_, rest, _ = strings.Cut(rest, "\n")
	inside, _, ok := strings.Cut(rest, "\n```\n")
	require.True(t, ok, mark)
	return inside
}

// folderOfPage and programOfPage stand on the page for those of a plug-in.
const (
	folderOfPage  = "/opt/licheng"
	programOfPage = "/opt/licheng/check"
)

// line returns a command of the page with another folder of the host in it.
func line(t testing.TB, mark, folder string) []string {
	words := strings.Fields(strings.ReplaceAll(block(t, mark), "\\\n", " "))
	at := slices.Index(words, folderOfPage)
	require.Equal(t, "--ro-bind", words[at-1])
	words[at] = folder
	return words
}

// install copies the program into a folder of its own.
func install(t testing.TB) (folder string) {
	folder = t.TempDir()
	text, err := os.ReadFile(programPath())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "check"), text, 0o755))
	require.NoError(t, os.Chmod(folder, 0o755))
	return folder
}

// sandboxed returns the program in the sandbox of the page.
func sandboxed(t testing.TB, folder string, start faults.Fault) remote.Process {
	words := line(t, "bubblewrap", folder)
	path, err := exec.LookPath(words[0])
	require.NoError(t, err)
	program := filepath.Join(folder, "check")
	return remote.Process{
		Path: path, SHA256: remote.Unchecked, Files: map[string]string{program: sum(t, program)},
		Args: append(words[1:], "stdio", string(start)),
	}
}

// memoryGroup makes a cgroup with a limit and returns the file that takes a process in.
func memoryGroup(t *testing.T, limit int) string {
	root, limits := "/sys/fs/cgroup/memory", map[string]int{"memory.limit_in_bytes": limit}
	if _, err := os.Stat("/sys/fs/cgroup/cgroup.controllers"); err == nil { // version 2
		root, limits = "/sys/fs/cgroup", map[string]int{"memory.max": limit, "memory.swap.max": 0}
	}
	folder, err := os.MkdirTemp(root, "fazhi-remote-")
	require.NoError(t, err)
	members := filepath.Join(folder, "cgroup.procs")
	t.Cleanup(func() {
		for { // what was killed with its parent needs a moment
			text, err := os.ReadFile(members)
			require.NoError(t, err)
			if len(text) == 0 {
				break
			}
		}
		require.NoError(t, os.Remove(folder))
	})
	for name, value := range limits {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), fmt.Append(nil, value), 0))
	}
	return members
}

// grouped lets a process run in a cgroup, by the line of the page.
func grouped(t *testing.T, p remote.Process) remote.Process {
	words := strings.Split(block(t, "cgroup"), "'")
	require.Len(t, words, 3)
	require.Equal(t, " sh "+programOfPage, words[2])
	command := strings.ReplaceAll(words[1], "/sys/fs/cgroup/fazhi-plugins/cgroup.procs", memoryGroup(t, 64<<20))
	if p.Files == nil {
		p.Files = map[string]string{p.Path: p.SHA256}
	}
	p.Args = append([]string{"-c", command, "sh", p.Path}, p.Args...)
	p.Path, p.SHA256 = "/bin/sh", remote.Unchecked
	return p
}

func TestFaultsInSandbox(t *testing.T) {
	for _, row := range faults.Rows(faults.Sandbox) {
		t.Run(string(row.Fault), func(t *testing.T) {
			t.Parallel()
			p := sandboxed(t, install(t), startOf(row.Fault))
			if row.Fault == faults.Memory {
				p = grouped(t, p)
			}
			proveProcess(t, row, p)
		})
	}
}

// memoryRow is the row that needs a cgroup.
func memoryRow(t *testing.T, transport faults.Transport) faults.Row {
	rows := faults.Rows(transport)
	at := slices.IndexFunc(rows, func(r faults.Row) bool { return r.Fault == faults.Memory })
	require.GreaterOrEqual(t, at, 0)
	return rows[at]
}

func TestMemoryOnStdio(t *testing.T) {
	proveProcess(t, memoryRow(t, faults.Stdio), grouped(t, program(t, faults.None)))
}

func TestMemoryOverHTTP(t *testing.T) {
	p := grouped(t, remote.Process{Path: programPath(), Args: []string{"http", string(faults.None), "127.0.0.1:0"}})
	proveService(t, memoryRow(t, faults.HTTP), exec.Command(p.Path, p.Args...))
}

// What the page says that a plug-in in the sandbox cannot do, it can without: each is tried both ways.
func TestSandboxBlocks(t *testing.T) {
	folder := install(t)
	for name, c := range map[string]struct {
		fault    faults.Fault
		argument string
	}{
		"passwd":    {faults.File, "/etc/passwd"},
		"ledger":    {faults.File, argument(t, faults.File)},
		"neighbour": {faults.File, fmt.Sprintf("/proc/%d/environ", os.Getpid())},
		"network":   {faults.Network, argument(t, faults.Network)},
		"write":     {faulty.Write, filepath.Join(t.TempDir(), "new")},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, faulty.Done, outcome(t, program(t, faults.None), c.fault, c.argument))
			require.Equal(t, faulty.Blocked, outcome(t, sandboxed(t, folder, faults.None), c.fault, c.argument))
		})
	}
	for want, p := range map[fazhi.Code]remote.Process{faulty.Done: program(t, faults.None), faulty.Blocked: sandboxed(t, folder, faults.None)} {
		p.Env = []string{secretName + "=虚构的口令"}
		require.Equal(t, want, outcome(t, p, faults.Secret, secretName))
	}
	for _, path := range []string{folderOfPage + "/new", folderOfPage + "/check", "/new", "/tmp/new", "/dev/null"} {
		require.Equal(t, faulty.Blocked, outcome(t, sandboxed(t, folder, faults.None), faulty.Write, path), path)
	}
}

// outcome returns what a plug-in says became of a fault.
func outcome(t *testing.T, p remote.Process, f faults.Fault, argument string) fazhi.Code {
	found, err := check(t.Context(), hostOf(t, p), f, argument)
	require.NoError(t, err)
	require.Len(t, found.Issues, 1)
	return found.Issues[0].Code
}

// In the sandbox, too, nothing is left of what a plug-in has started.
func TestSandboxLeavesNothing(t *testing.T) {
	for _, f := range []faults.Fault{faulty.Family, faulty.Orphan} {
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			folder := install(t)
			_, held, free := pipe(t, folder)
			require.NoError(t, os.Chmod(filepath.Join(folder, "pipe"), 0o666))
			p := sandboxed(t, folder, faults.None)
			p.Timeout = short
			host := hostOf(t, p)
			_, err := check(t.Context(), host, f, folderOfPage+"/pipe")
			require.Error(t, err)
			<-held
			<-free
			goesOn(t, host)
		})
	}
}

// A host that is killed takes the sandbox with it, also when nobody reads the input.
func TestSandboxEndsWithHost(t *testing.T) {
	folder := install(t)
	_, held, free := pipe(t, folder)
	require.NoError(t, os.Chmod(filepath.Join(folder, "pipe"), 0o666))
	command := append(line(t, "bubblewrap", folder), "hold", folderOfPage+"/pipe")
	host := exec.Command("/bin/sh", append([]string{"-c", `"$@" & wait`, "sh"}, command...)...)
	require.NoError(t, host.Start())
	<-held
	require.NoError(t, host.Process.Kill())
	require.Error(t, host.Wait())
	<-free
}

// What has left the group of a plug-in that ends may hold its output open; nobody waits for that.
func TestStrayHoldsNobodyUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	require.NoError(t, errors.Join(syscall.Mkfifo(path, 0o600), syscall.Mkfifo(path+"2", 0o600)))
	p := script(t, strings.ReplaceAll(`read line; echo '{"jsonrpc":"2.0","id":1,"result":{}}'; read line
		setsid sh -c 'echo up >PIPE2; cat PIPE' &
		read up <PIPE2; exit 5`, "PIPE", path))
	p.Env, p.Timeout = []string{"PATH=/usr/bin:/bin"}, time.Hour
	conn, err := p.Conn()
	require.NoError(t, err)
	defer conn.Close()
	_, err = conn.Call(t.Context(), []byte(firstMessage))
	require.NoError(t, err)
	_, err = conn.Call(t.Context(), []byte(secondMessage))
	require.ErrorIs(t, err, remote.ErrEnded)
	require.ErrorContains(t, err, "exit status 5")
	stray, err := os.OpenFile(path, os.O_WRONLY, 0) // it is there, and ends with its input
	require.NoError(t, err)
	require.NoError(t, stray.Close())
}

// The Go code on the page and the line for the shell are the same.
func TestPageSaysTheSameTwice(t *testing.T) {
	text, err := os.ReadFile(page)
	require.NoError(t, err)
	words := strings.Fields(strings.ReplaceAll(block(t, "bubblewrap"), "\\\n", " "))
	var quoted []string
	for _, word := range words[1:] {
		quoted = append(quoted, fmt.Sprintf("%q,", word))
	}
	_, code, ok := strings.Cut(string(text), "\tArgs: []string{")
	require.True(t, ok)
	code, _, _ = strings.Cut(code, "\n\t},")
	require.Equal(t, quoted, strings.Fields(code))
}

func TestJavaStartsInSandbox(t *testing.T) {
	words := line(t, "bubblewrap java", t.TempDir())
	at := slices.Index(words, "-jar")
	out, err := exec.Command(words[0], append(words[1:at], "-version")...).CombinedOutput()
	require.NoError(t, err, string(out))
	require.Contains(t, string(out), "version")
}

// systemd finds nothing wrong with the unit, and the figure on the page is its own.
func TestUnit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "licheng-check.service")
	unit := strings.ReplaceAll(block(t, "unit"), programOfPage, "/bin/true") // verify wants the program to be there
	require.NoError(t, os.WriteFile(path, []byte(unit), 0o644))
	out, err := exec.Command("systemd-analyze", "verify", path).CombinedOutput()
	require.NoError(t, err, string(out))
	require.Empty(t, string(out))
	out, err = exec.Command("systemd-analyze", "security", "--offline=yes", "--threshold=10", "--no-pager", path).CombinedOutput()
	require.NoError(t, err, string(out))
	require.Contains(t, string(out), "licheng-check.service: 0.4 ")
}

// BenchmarkStartInSandbox is what BenchmarkStart is without a sandbox.
func BenchmarkStartInSandbox(b *testing.B) {
	p := sandboxed(b, install(b), faults.None)
	p.Files = nil
	benchmarkStart(b, p)
}

// BenchmarkStdioInSandbox is what BenchmarkStdio is without a sandbox.
func BenchmarkStdioInSandbox(b *testing.B) {
	client, err := sandboxed(b, install(b), faults.None).Connect(b.Context(), protocol.Options{})
	require.NoError(b, err)
	defer client.Close()
	benchmark(b, client.Plugin())
}
