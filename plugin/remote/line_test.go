package remote

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/protocol"
)

func TestReadLine(t *testing.T) {
	long := strings.Repeat("长", 40)
	r := bufio.NewReaderSize(strings.NewReader("a\r\n\n"+long+"\n"+long+"x\ncut"), 16)
	for _, want := range []string{"a", "", long} {
		line, err := readLine(r, len(long))
		require.NoError(t, err)
		require.Equal(t, want, string(line))
	}
	_, err := readLine(r, len(long))
	require.ErrorIs(t, err, protocol.ErrTooLarge)
	_, err = readLine(bufio.NewReader(strings.NewReader("cut")), 10)
	require.ErrorIs(t, err, io.EOF)
}

func TestHeads(t *testing.T) {
	type seen struct {
		head head
		ok   bool
	}
	for message, want := range map[string]seen{
		`{"jsonrpc":"2.0","id":7,"method":"check","params":{"id":8}}`: {head{7, protocol.Check}, true},
		`{"method":"check","id":7,"params":{"id":8}}`:                 {head{7, protocol.Check}, true},
		`{"method":"cancel","params":{"id":7},"jsonrpc":"2.0"}`:       {head{0, protocol.Cancel}, false},
		`{"result":{"id":8},"id":7}`:                                  {head{7, ""}, true},
		`{"id":null,"error":{}}`:                                      {head{}, true},
		`{"id":7,"result":`:                                           {head{7, ""}, true},
		`{"id":7`:                                                     {head{7, ""}, true},
	} {
		h, ok := headOf([]byte(message))
		require.Equal(t, want, seen{h, ok}, message)
	}
	for _, message := range []string{"", "ready", "[]", `{"id":"7"}`, `{"id":1.5}`, `{"id":-1}`, `{7:1}`, `{"id"`} {
		h, ok := headOf([]byte(message))
		require.Equal(t, seen{}, seen{h, ok}, message)
	}
}

func FuzzHeadOf(f *testing.F) {
	f.Add([]byte(`{"jsonrpc":"2.0","id":7,"method":"check","params":{"id":8}}`))
	f.Add([]byte(`{"result":{"id":8},"id":7}`))
	f.Add([]byte("plug-in ready"))
	f.Fuzz(func(t *testing.T, message []byte) {
		h, ok := headOf(message)
		require.GreaterOrEqual(t, h.id, protocol.ID(0))
		var m map[string]json.RawMessage
		if json.Unmarshal(message, &m) != nil || !ok {
			return
		}
		require.Contains(t, m, "id")
	})
}

func FuzzReadLine(f *testing.F) {
	f.Add([]byte("a\r\nb\n"), 3)
	f.Add([]byte("没有行尾"), 100)
	f.Fuzz(func(t *testing.T, text []byte, most int) {
		most = max(0, min(most, 1000))
		r := bufio.NewReaderSize(bytes.NewReader(text), 16)
		for {
			line, err := readLine(r, most)
			if err != nil {
				require.True(t, errors.Is(err, io.EOF) || errors.Is(err, protocol.ErrTooLarge), err)
				return
			}
			require.LessOrEqual(t, len(line), most)
			require.NotContains(t, string(line), "\n")
			require.True(t, bytes.Contains(text, line))
		}
	})
}

// What stands on standard output is not repeated in an error, and cut in the field beside it.
func TestNoise(t *testing.T) {
	n := &noise{bytes.Repeat([]byte("秘\x1b\xff"), 1000), "不是 UTF-8"}
	require.ErrorIs(t, n, plugin.ErrAnswer)
	require.NotContains(t, n.Error(), "秘")
	require.LessOrEqual(t, len(n.start()), 3*maxLine)
	require.NotContains(t, n.start(), "\x1b")
	require.True(t, strings.HasPrefix(n.start(), "秘 \uFFFD秘"))
}
