package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/examples/internal/cli/clitest"
)

// Whatever a story says, the program answers with one object: well, with issues, or with an error.
func FuzzJourney(f *testing.F) {
	for _, swap := range [][2]string{{"答复", "决定"}, {"2024-", "2023-"}, {"{year}", "{"}, {`"on"`, `"role"`}, {"acceptance", "reply"}, {`"papers"`, `"suits"`}} {
		require.Contains(f, late, swap[0])
		f.Add(strings.ReplaceAll(late, swap[0], swap[1]))
	}
	f.Add(late)
	f.Fuzz(func(t *testing.T, text string) {
		clitest.Folder(t, "历程.json", text)
		code, o := program().Object(t, "journey", "历程.json")
		switch code {
		case cli.Well:
			require.Empty(t, o["error"])
			require.Empty(t, o["issues"])
			require.NotEmpty(t, o["code"])
		case cli.Found:
			require.Empty(t, o["error"])
			require.NotEmpty(t, o["issues"])
		default:
			require.NotEmpty(t, o["error"])
		}
	})
}

// A period that can be read is one of days in its order, within the year.
func FuzzPeriod(f *testing.F) {
	for _, text := range []string{"2024", "2024Q1", "2024Q4", "2024H2", "2024Q5", "2024H", "１９９９", "0001", "2024-01"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := parsePeriod(text)
		if err != nil {
			require.ErrorIs(t, err, cli.ErrUsage)
			return
		}
		require.False(t, p.To.Before(p.From))
		require.Equal(t, text[:4], p.From.String()[:4])
		require.Equal(t, text[:4], p.To.String()[:4])
	})
}
