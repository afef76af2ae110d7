package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
)

func TestWidth(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "abc": 3, "登记": 4, "泉鲤司〔2024〕1号": 17, "（一）": 6, "𠮷": 2, "e\u0301": 1, "a\u200bb": 2, "ｈ": 2,
	} {
		require.Equal(t, want, width(text), text)
	}
}

func TestColumns(t *testing.T) {
	var b strings.Builder
	writeColumns(&b, [][]string{{"编号", "名"}, {"a", "b"}, {"abcdef", ""}})
	require.Equal(t, "编号    名\na       b\nabcdef\n", b.String())
}

// A book that was tampered with gives no orders to the terminal.
func TestPrintable(t *testing.T) {
	require.Equal(t, "a\uFFFD[31mb\uFFFDc", cli.Line("a\x1b[31mb\u202ec"))
}
