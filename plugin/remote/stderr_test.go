package remote

import (
	"bytes"
	"log/slog"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// said returns what is logged and kept of a text on standard error.
func said(t *testing.T, text string) (log, tail string) {
	var b bytes.Buffer
	r, w, err := os.Pipe()
	require.NoError(t, err)
	s := newStderr(&Process{Path: "/opt/licheng/check", Log: slog.New(slog.NewTextHandler(&b, nil))})
	s.from = r
	go s.read()
	_, err = w.WriteString(text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	<-s.done
	return b.String(), s.tail()
}

func TestStandardErrorIsLogged(t *testing.T) {
	log, tail := said(t, "第一行\nsecond\x1b[31m\n\xb3\xf6\xb4\xed")
	require.Equal(t, 3, strings.Count(log, "插件输出"))
	require.Contains(t, log, "program=/opt/licheng/check line=第一行")
	require.NotContains(t, log, "\x1b")
	require.Equal(t, "第一行\nsecond [31m\n\uFFFD", tail)
}

func TestStandardErrorIsBounded(t *testing.T) {
	log, tail := said(t, strings.Repeat("长", 10_000)+"\n"+strings.Repeat(strings.Repeat("行", 100)+"\n", 100)+"最后一行\n")
	require.Equal(t, maxLines, strings.Count(log, "插件输出"))
	for line := range strings.Lines(log) {
		require.Less(t, len(line), 2*maxLine)
	}
	require.LessOrEqual(t, len(tail), maxTail)
	require.True(t, strings.HasSuffix(tail, "行\n最后一行"))
	require.True(t, utf8.ValidString(tail))
}
