package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// Whatever a story says, the program answers with one object: well, with surprises, or with an error.
func FuzzJourney(f *testing.F) {
	for _, swap := range [][2]string{{"送审", "签订"}, {"2024-", "1024-"}, {"{year}", "{"}, {`"on"`, `"by"`}, {`"set"`, `"refused"`}, {`"serial"`, `"amount"`}} {
		require.Contains(f, other, swap[0])
		f.Add(strings.ReplaceAll(other, swap[0], swap[1]))
	}
	f.Add(other)
	f.Fuzz(func(t *testing.T, text string) {
		clitest.Folder(t, "历程.json", text)
		answered(t, []string{"journey", "历程.json"}, "surprises")
	})
}

// Whatever words there are, they are an amount or wrong at a character of theirs.
func FuzzAmount(f *testing.F) {
	for _, words := range []string{"人民币壹仟肆佰零玖元伍角", "壹仟伍元整", "負壹圓正", "1409.50", " ", "壹\xff元", "拾万元"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		if words == "" || strings.HasPrefix(words, "-") {
			return // a command line cannot say so
		}
		code, o := program().Object(t, "amount", words)
		require.Empty(t, o["error"])
		require.Equal(t, code == cli.Found, o["figures"] == "")
		if code == cli.Found {
			require.Positive(t, o["column"])
			require.LessOrEqual(t, int(o["column"].(float64)), len([]rune(words))+1)
		}
	})
}

// answered runs a command that is well, finds something that it lists in a member, or says why not.
func answered(t *testing.T, args []string, member string) {
	t.Helper()
	code, o := program().Object(t, args...)
	switch code {
	case cli.Well:
		require.Empty(t, o["error"])
		require.Empty(t, o[member])
	case cli.Found:
		require.Empty(t, o["error"])
		require.NotEmpty(t, o[member])
	default:
		require.NotEmpty(t, o["error"])
	}
}
