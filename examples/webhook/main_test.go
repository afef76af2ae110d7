package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
	"github.com/fazhi-go/fazhi/plugin/events"
	"github.com/fazhi-go/fazhi/plugin/webhook"
)

// counting is a source of bytes that is the same each time.
type counting byte

func (c *counting) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(*c)
		*c++
	}
	return len(p), nil
}

func testWorld() world {
	return world{
		stdout: new(bytes.Buffer), stderr: new(bytes.Buffer), random: new(counting),
		now: func() time.Time { return time.Date(2024, 5, 1, 2, 0, 0, 0, time.UTC) },
	}
}

// program runs the program and returns its exit code and what it wrote.
func program(t *testing.T, args ...string) (int, string, string) {
	t.Helper()
	w := testWorld()
	code := run(t.Context(), args, w)
	return code, w.stdout.(*bytes.Buffer).String(), w.stderr.(*bytes.Buffer).String()
}

func TestDemo(t *testing.T) {
	for file, args := range map[string][]string{"text.golden": {"demo"}, "json.golden": {"demo", "-json"}} {
		code, out, complaint := program(t, args...)
		require.Equal(t, cli.Well, code, complaint)
		require.Empty(t, complaint)
		clitest.Golden(t, filepath.Join("testdata", file), out)
	}
}

// secretFile writes a secret and returns its file.
func secretFile(t *testing.T, b byte) string {
	path := filepath.Join(t.TempDir(), "密钥.txt")
	line := "whsec_" + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{b}, 32)) + "\n"
	require.NoError(t, os.WriteFile(path, []byte(line), 0o600))
	return path
}

// listening runs the receiver while do works with its address, and returns its exit code and what it wrote.
func listening(t *testing.T, args []string, do func(url string)) (int, string, string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	w := testWorld()
	addresses, codes := make(chan string, 1), make(chan int, 1)
	w.ready = func(address string) { addresses <- address }
	go func() { codes <- run(ctx, append([]string{"receive", "-listen", "127.0.0.1:0"}, args...), w) }()
	select {
	case address := <-addresses:
		do("http://" + address + "/")
	case code := <-codes:
		codes <- code
	}
	cancel()
	code := <-codes
	return code, w.stdout.(*bytes.Buffer).String(), w.stderr.(*bytes.Buffer).String()
}

// What one process sends, the other receives; with -keep it knows it again after a restart, without it does not.
func TestReceive(t *testing.T) {
	file := secretFile(t, 1)
	keep := filepath.Join(t.TempDir(), "收件.jsonl")
	sendTo := func(url string) {
		code, out, complaint := program(t, "send", "-secret", file, "-to", url, "-allow", "127.0.0.1/32")
		require.Equal(t, cli.Well, code, complaint)
		require.Equal(t, "投递了 1 个事件\n", out)
	}
	for _, x := range []struct {
		args []string
		want string
	}{
		{[]string{"-keep", keep}, "新事件："},
		{[]string{"-keep", keep}, "重复："},
		{nil, "新事件："},
		{nil, "新事件："},
	} {
		code, out, complaint := listening(t, append(x.args, "-secret", file), sendTo)
		require.Equal(t, cli.Well, code, complaint)
		require.True(t, strings.HasPrefix(out, x.want), out)
		require.Equal(t, x.args == nil, strings.Contains(complaint, "不记得"), "it says what it forgets")
	}
	text, err := os.ReadFile(keep)
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(string(text), "\n"))

	require.NoError(t, os.WriteFile(keep, append(text, text[:20]...), 0o600))
	code, out, _ := listening(t, []string{"-keep", keep, "-secret", file, "-json"}, sendTo)
	require.Equal(t, cli.Well, code, "a line that was cut off")
	var r receipt
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	require.Equal(t, isRepeated, r.Verdict)
	again, err := os.ReadFile(keep)
	require.NoError(t, err)
	require.Equal(t, text, again)
}

func TestWrongSecret(t *testing.T) {
	code, out, complaint := listening(t, []string{"-secret", secretFile(t, 1)}, func(url string) {
		code, out, complaint := program(t, "send", "-secret", secretFile(t, 2), "-to", url, "-allow", "127.0.0.1/32", "-json")
		require.Equal(t, cli.Found, code)
		require.Equal(t, `{"delivered":0,"failure":"未能投递：接收方答复 401；请检查双方的密钥是否相同、时钟是否相差超过5分钟","error":""}`+"\n", out)
		require.Contains(t, complaint, "接收方答复 401")
	})
	require.Equal(t, cli.Found, code)
	require.Equal(t, "拒收：签名不符\n", out)
	require.Contains(t, complaint, "有 1 次投递应当查看")
}

func TestNotAllowed(t *testing.T) {
	code, out, complaint := listening(t, []string{"-secret", secretFile(t, 1)}, func(url string) {
		code, _, complaint := program(t, "send", "-secret", secretFile(t, 1), "-to", url, "-allow", "10.0.0.0/8")
		require.Equal(t, cli.Found, code)
		require.Contains(t, complaint, "不在许可的地址范围内；请检查 -allow")
	})
	require.Equal(t, cli.Well, code, complaint)
	require.Empty(t, out)
}

// An event that comes late, one that takes another's place, requests that are none.
func TestVerdicts(t *testing.T) {
	secret, err := webhook.NewSecret(bytes.Repeat([]byte{1}, 32))
	require.NoError(t, err)
	m, err := openMemory("")
	require.NoError(t, err)
	w := testWorld()
	var got []receipt
	r := &receiver{
		verifier: webhook.Verifier{Secrets: []webhook.Secret{secret}}, now: w.now, memory: m,
		told: func(out receipt) { got = append(got, out) },
	}
	post := func(id string, sequence int64) int {
		e := events.Envelope{ID: id, Source: "/x", Type: "cn.fazhi.contract.step.v1", Subject: "contract:HT-1", Time: w.now(), Sequence: sequence}
		body, err := e.Encode()
		require.NoError(t, err)
		q := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
		require.NoError(t, webhook.Sign(q.Header, webhook.HMACSHA256(), []webhook.Secret{secret}, id, w.now(), body))
		answer := httptest.NewRecorder()
		r.ServeHTTP(answer, q)
		return answer.Code
	}
	require.Equal(t, 204, post("a", 5))
	require.Equal(t, 204, post("a", 5))
	require.Equal(t, 204, post("b", 3))
	require.Equal(t, 409, post("c", 5))
	var verdicts []verdict
	for _, out := range got {
		verdicts = append(verdicts, out.Verdict)
	}
	require.Equal(t, []verdict{isNew, isRepeated, isLate, isConflict}, verdicts)
	require.Contains(t, got[3].String(), "登记簿可能被改写")
	require.Equal(t, 2, r.found)

	answer := httptest.NewRecorder()
	r.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/", nil))
	require.Equal(t, 405, answer.Code)
	q := httptest.NewRequest(http.MethodPost, "/", strings.NewReader("{}"))
	require.NoError(t, webhook.Sign(q.Header, webhook.HMACSHA256(), []webhook.Secret{secret}, "a", w.now(), []byte("{}")))
	answer = httptest.NewRecorder()
	r.ServeHTTP(answer, q)
	require.Equal(t, 400, answer.Code, "signed, but no event")
}

// Whoever sends twice sends the same event, whatever the time: it is a repetition, not a book that was rewritten.
func TestSentTwice(t *testing.T) {
	file := secretFile(t, 1)
	code, out, _ := listening(t, []string{"-secret", file}, func(url string) {
		for minutes := range 2 {
			w := testWorld()
			at := w.now().Add(time.Duration(minutes) * time.Minute)
			w.now = func() time.Time { return at }
			require.Equal(t, cli.Well, run(t.Context(), []string{"send", "-secret", file, "-to", url, "-allow", "127.0.0.1/32"}, w))
		}
	})
	require.Equal(t, cli.Well, code)
	require.Contains(t, out, "重复：")
}

// A file of somebody else is left as it is, even if it has one line only, without an end.
func TestKeepsOutOfOtherFiles(t *testing.T) {
	file := secretFile(t, 1)
	mine := filepath.Join(t.TempDir(), "mine")
	require.NoError(t, os.WriteFile(mine, []byte("whsec_AAAA"), 0o600))
	code, _, complaint := listening(t, []string{"-secret", file, "-keep", mine}, func(string) {})
	require.Equal(t, cli.Unusable, code)
	require.Contains(t, complaint, "收件文件不是")
	text, err := os.ReadFile(mine)
	require.NoError(t, err)
	require.Equal(t, "whsec_AAAA", string(text))
}

// After a line that could not be written whole nothing is written, so that the next start finds it at the end.
func TestWritesNothingAfterAFailure(t *testing.T) {
	path := filepath.Join(t.TempDir(), "收件.jsonl")
	m, err := openMemory(path)
	require.NoError(t, err)
	require.NoError(t, m.close())
	m.file, err = os.Open(path) // cannot be written
	require.NoError(t, err)
	e := &events.Envelope{ID: "a", Source: "/x", Sequence: 1, Subject: "contract:HT-1"}
	_, err = m.take(e)
	require.Error(t, err)
	require.ErrorIs(t, m.file.Close(), os.ErrClosed)
	require.EqualError(t, m.close(), errWrite.Error())
}

// An event that cannot be kept is not answered for.
func TestDiskFull(t *testing.T) {
	m, err := openMemory(filepath.Join(t.TempDir(), "收件.jsonl"))
	require.NoError(t, err)
	require.NoError(t, m.close())
	e := &events.Envelope{ID: "a", Source: "/x", Sequence: 1, Subject: "contract:HT-1"}
	_, err = m.take(e)
	require.Error(t, err)
	require.Empty(t, m.ids)
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{{"-h"}, {"help"}, {"receive", "-h"}} {
		code, _, complaint := program(t, args...)
		require.Equal(t, cli.Well, code)
		require.Contains(t, complaint, "用法")
		require.Contains(t, complaint, "-listen")
	}
	bad := filepath.Join(t.TempDir(), "bad")
	require.NoError(t, os.WriteFile(bad, []byte("no secret\n"), 0o600))
	empty := filepath.Join(t.TempDir(), "empty")
	require.NoError(t, os.WriteFile(empty, nil, 0o600))
	file := secretFile(t, 1)
	for want, args := range map[string][]string{
		"没有写命令":       {},
		"没有这个命令":      {"listen"},
		"多余的参数":       {"demo", "x"},
		"这个命令没有 -to":  {"demo", "-to", "x"},
		"没有写 -secret": {"receive"},
		"没有写 -allow":  {"send", "-secret", file, "-to", "http://127.0.0.1/"},
		"应当写作":        {"send", "-allow", "10.0.0.1"},
		"没有选项 -x":     {"demo", "-x"},
		"没有写值的选项 -to": {"send", "-to"},
		"不能打开":        {"receive", "-secret", filepath.Join(t.TempDir(), "absent")},
		"密钥应当":        {"receive", "-secret", bad},
		"没有密钥":        {"receive", "-secret", empty},
		"不能监听":        {"receive", "-secret", file, "-listen", "256.0.0.1:99999"},
		"收件文件不是":      {"receive", "-secret", file, "-keep", bad},
		"收件文件不能打开":    {"receive", "-secret", file, "-keep", t.TempDir()},
		"URL":         {"send", "-secret", file, "-to", "ftp://x/", "-allow", "10.0.0.0/8"},
	} {
		code, out, complaint := program(t, args...)
		require.Equal(t, cli.Unusable, code, want)
		require.Empty(t, out, want)
		require.Contains(t, complaint, want)
		require.NotContains(t, complaint, "no secret\n")

		code, out, _ = program(t, append(args, "-json")...)
		require.Equal(t, cli.Unusable, code, want)
		var object struct{ Error string }
		require.NoError(t, json.Unmarshal([]byte(out), &object), want)
		require.NotEmpty(t, object.Error)
	}
	w := testWorld()
	w.random = strings.NewReader("")
	require.Equal(t, cli.Unusable, run(t.Context(), []string{"demo"}, w), "no randomness")
}
