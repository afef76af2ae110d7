//go:build tools

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
	"github.com/fazhi-go/fazhi/plugin/protocol"
	"github.com/fazhi-go/fazhi/plugin/remote"
)

// languages are the other programs, each as a host starts it: with nothing in its environment.
func languages(t *testing.T) map[string]remote.Process {
	t.Helper()
	return map[string]remote.Process{
		"java":       {Path: program(t, "java"), Args: []string{"-cp", classes(t), "LargeContracts"}, SHA256: remote.Unchecked},
		"python":     {Path: python(t), Args: []string{beside(t, "python", "large_contracts.py")}, SHA256: remote.Unchecked},
		"javascript": {Path: program(t, "node"), Args: []string{beside(t, "javascript", "large-contracts.mjs")}, SHA256: remote.Unchecked},
	}
}

// program finds a tool, which must be there.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	require.NoError(t, err)
	return path
}

// python is the interpreter itself: what the PATH has may be a script that needs an environment.
func python(t *testing.T) string {
	t.Helper()
	path, err := exec.Command(program(t, "python3"), "-c", "import sys; print(sys.executable)").Output()
	require.NoError(t, err)
	return strings.TrimSpace(string(path))
}

func beside(t *testing.T, language, file string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "plugin-remote-"+language, file))
	require.NoError(t, err)
	return path
}

// classes compiles the plug-in in Java, without a warning.
func classes(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files, err := filepath.Glob("../plugin-remote-java/*.java")
	require.NoError(t, err)
	args := append([]string{"-Xlint:all", "-Werror", "-encoding", "UTF-8", "-d", dir}, files...)
	out, err := exec.Command(program(t, "javac"), args...).CombinedOutput()
	require.NoError(t, err, "%s", out)
	return dir
}

// All languages find, refuse, number, count and hear the same.
func TestLanguages(t *testing.T) {
	for name, p := range languages(t) {
		t.Run(name, func(t *testing.T) { require.Equal(t, wanted(t), answers(t, connect(t, p))) })
	}
}

// A console that is not UTF-8, as on Chinese Windows, changes nothing.
func TestLanguagesOnOtherConsoles(t *testing.T) {
	all := languages(t)
	java, python := all["java"], all["python"]
	java.Args = append([]string{"-Dfile.encoding=GBK", "-Dsun.stdout.encoding=GBK", "-Dsun.jnu.encoding=GBK"}, java.Args...)
	python.Env = []string{"PYTHONIOENCODING=gbk", "LC_ALL=C", "PYTHONUTF8=0"}
	require.Equal(t, wanted(t), answers(t, connect(t, java)))
	require.Equal(t, wanted(t), answers(t, connect(t, python)))
}

// All languages obey the rules of the kit.
func TestLanguagesConform(t *testing.T) {
	all := languages(t)
	all["go"] = self(t)
	for name, p := range all {
		t.Run(name, func(t *testing.T) {
			c := plugintest.Config{Remote: true, New: func(ctx context.Context) (plugin.Plugin, func(), error) {
				client, err := p.Connect(ctx, options())
				if err != nil {
					return plugin.Plugin{}, nil, err
				}
				return client.Plugin(), func() { _ = client.Close() }, nil
			}}
			require.Empty(t, plugintest.Verify(t.Context(), c))
		})
	}
}

// All languages answer every message of testdata/messages.jsonl alike, the broken ones too: the results are the same, and of
// the errors the codes.
func TestLanguagesAnswerAlike(t *testing.T) {
	messages, err := os.ReadFile("testdata/messages.jsonl")
	require.NoError(t, err)
	want := ofGo(t, messages)
	for name, p := range languages(t) {
		t.Run(name, func(t *testing.T) {
			c := exec.Command(p.Path, p.Args...)
			c.Env, c.Stdin = []string{}, bytes.NewReader(messages)
			out, err := c.Output() // ends with the input
			require.NoError(t, err)
			got := alike(t, out)
			require.Len(t, got, len(want))
			for i := range want {
				require.Equal(t, want[i], got[i])
			}
		})
	}
}

// ofGo has the plug-in in Go answer one message after the other.
func ofGo(t *testing.T, messages []byte) []any {
	t.Helper()
	server, err := newServer()
	require.NoError(t, err)
	var out bytes.Buffer
	for line := range bytes.Lines(messages) {
		if answer := server.Handle(t.Context(), bytes.TrimSuffix(line, []byte("\n"))); answer != nil {
			out.Write(append(answer, '\n'))
		}
	}
	return alike(t, out.Bytes())
}

// alike reads answers and leaves out what may differ.
func alike(t *testing.T, out []byte) []any {
	t.Helper()
	var all []any
	lines := bufio.NewScanner(bytes.NewReader(out))
	for lines.Scan() {
		var answer map[string]any
		require.NoError(t, json.Unmarshal(lines.Bytes(), &answer), "%s", lines.Bytes())
		if fault, ok := answer["error"].(map[string]any); ok {
			require.NotEmpty(t, fault["message"])
			answer["error"] = fault["code"]
		}
		all = append(all, answer)
	}
	require.NoError(t, lines.Err())
	return all
}

// What is no contract at all is no secret told: neither the answer nor what is printed beside it repeats a value.
func TestLanguagesRepeatNoValue(t *testing.T) {
	const secret = "某甲的隐私"
	q := `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocols":["fazhi/1"],"library":"","probe":"","settings":{"threshold":"1"}}}
{"jsonrpc":"2.0","id":2,"method":"check","params":{"document":{"kind":"contract","id":"HT-1","title":"","content":{"amount":"` + secret + `",` +
		`"reviewed":["` + secret + `"],"signed":"2024-05-01"}},"codes":["` + code + `"]}}
{"jsonrpc":"2.0","id":3,"method":"` + secret + `","params":"` + secret + `"}
{"` + secret
	all := languages(t)
	all["go"] = self(t)
	for name, p := range all {
		t.Run(name, func(t *testing.T) {
			c := exec.Command(p.Path, p.Args...)
			c.Env, c.Stdin = append([]string{}, p.Env...), strings.NewReader(q)
			out, err := c.CombinedOutput()
			require.NoError(t, err)
			require.Contains(t, string(out), `"error"`)
			require.NotContains(t, string(out), secret)
		})
	}
}

// A large message comes through whole in every language, and in time.
func TestLanguagesTakeLargeMessages(t *testing.T) {
	for name, p := range languages(t) {
		t.Run(name, func(t *testing.T) {
			host, err := plugin.NewHost(connect(t, p))
			require.NoError(t, err)
			c := *contracts()[1]
			c.Name = strings.Repeat("合同名称\u2028", protocol.MaxMessage/48) // eighteen bytes, and twice: it is the title too
			found, err := host.Check(t.Context(), &plugin.CheckRequest{Doc: &c})
			require.NoError(t, err)
			require.Len(t, found.Issues, 1)
		})
	}
}
