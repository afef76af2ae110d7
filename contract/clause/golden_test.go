package clause_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write testdata/contracts.golden anew")

// The figures of the marked contracts, which are invented. The rules were sharpened on those called seen; those called unseen were
// written afterwards by the same hand, and no word was changed for them, so they say what is found in texts that nobody looked at.
// Whoever sharpens the words on them moves them to the seen ones and writes new ones. In those called clean nothing is planted: all
// that is found there is a false alarm.
func TestMarkedContracts(t *testing.T) {
	var b strings.Builder
	for _, folder := range []string{"unseen", "seen", "clean"} {
		counts := measure(t, folder)
		var cues, missing tally
		var lines strings.Builder
		for _, code := range slices.Sorted(maps.Keys(counts)) {
			c := counts[code]
			of := &cues
			if code == "缺" {
				of = &missing
			}
			of.due, of.hits, of.wrong = of.due+c.due, of.hits+c.hits, of.wrong+c.wrong
			fmt.Fprintf(&lines, "  %-20s %s\n", strings.ReplaceAll(code, "缺", "missing elements"), c)
		}
		fmt.Fprintf(&b, "%s\n  %-20s %s\n  %-20s %s\n\n%s\n", folder, "all cues", cues, "all missing elements", missing, &lines)
		if folder == "unseen" {
			require.Greater(t, cues.hits*10, cues.due*6, "recall on unseen contracts")
			require.Less(t, cues.wrong*5, cues.hits, "false alarms on unseen contracts")
		}
	}
	const file = "testdata/contracts.golden"
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), b.String())
}

func TestContractsAreMany(t *testing.T) {
	for folder, want := range map[string]int{"seen": 40, "unseen": 10, "clean": 5} {
		entries, err := os.ReadDir("testdata/contracts/" + folder)
		require.NoError(t, err)
		require.Len(t, entries, want)
	}
}
