package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// Whatever a story says, the program answers with one object: well, with what it found, or with an error.
func FuzzJourney(f *testing.F) {
	for _, swap := range [][2]string{{"受理", "移送"}, {"2025-", "1025-"}, {`"on"`, `"by"`}, {`"set"`, `"refused"`}, {`"serial"`, `"amount"`}, {"registration", "agreement"}} {
		require.Contains(f, other, swap[0])
		f.Add(strings.ReplaceAll(other, swap[0], swap[1]))
	}
	f.Add(other)
	f.Fuzz(func(t *testing.T, text string) {
		clitest.Folder(t, "历程.json", text)
		code, o := program().Object(t, "journey", "历程.json")
		switch code {
		case cli.Well:
			require.Empty(t, o["error"])
			require.Empty(t, o["surprises"])
		case cli.Found:
			require.Empty(t, o["error"])
			require.NotEmpty(t, append(o["surprises"].([]any), o["issues"].([]any)...))
		default:
			require.NotEmpty(t, o["error"])
		}
	})
}

// Whatever a ledger says, due answers with one object.
func FuzzDue(f *testing.F) {
	f.Add(wrong)
	f.Add(strings.ReplaceAll(wrong, "2025", "9999"))
	f.Fuzz(func(t *testing.T, text string) {
		clitest.Folder(t, "台账.csv", text)
		code, o := program().Object(t, "due", "台账.csv")
		require.Equal(t, code == cli.Unusable, o["error"] != "")
	})
}
