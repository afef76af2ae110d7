package casefiletest_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
)

var update = flag.Bool("update", false, "write the golden file anew")

// The invented files are good files, come from all departments, are of all sorts, and most but not all keep the law.
func TestInvent(t *testing.T) {
	x := examiner(t)
	files := casefiletest.Invent(315, 1)
	organs, kinds, serials, faultless := map[string]int{}, map[casefile.Sort]int{}, map[string]bool{}, 0
	for _, f := range files {
		require.Empty(t, casefile.Vet(f))
		organs[f.Organ]++
		kinds[f.Sort]++
		serials[f.Serial] = true
		if len(broken(t, x, f)) == 0 {
			faultless++
		}
	}
	require.Len(t, organs, casefiletest.Departments)
	require.Len(t, kinds, len(sorts()))
	require.Len(t, serials, len(files))
	require.Greater(t, faultless, len(files)/2)
	require.Less(t, faultless, len(files)*9/10)
}

// The same seed gives the same files for ever; golden files of other packages rest on it.
func TestInventIsForEver(t *testing.T) {
	text, err := json.Marshal(casefiletest.Invent(315, 1))
	require.NoError(t, err)
	again, err := json.Marshal(casefiletest.Invent(315, 1))
	require.NoError(t, err)
	require.True(t, bytes.Equal(text, again))
	require.Equal(t, casefiletest.Invent(5, 9), casefiletest.Invent(50, 9)[:5])
	require.NotEqual(t, casefiletest.Invent(5, 9), casefiletest.Invent(5, 10))
	require.Empty(t, casefiletest.Invent(0, 1))
	require.Empty(t, casefiletest.Invent(-1, 1))
	sum := sha256.Sum256(text)
	const golden = "testdata/invented.txt"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(hex.EncodeToString(sum[:])+"\n"), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), hex.EncodeToString(sum[:])+"\n")
}
