package enforcement_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/enforcement"
)

func checks(t *testing.T) []fazhi.Check {
	t.Helper()
	checks, err := enforcement.Checks(enforcement.Profile{})
	require.NoError(t, err)
	return checks
}

// decode reads the document of a case and refuses names that it does not know.
func decode[D fazhi.Document](doc D, data []byte) (fazhi.Document, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	return doc, d.Decode(doc)
}

func TestChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases"), checks(t), func(data []byte) (fazhi.Document, error) {
		return decode(new(enforcement.File), data)
	})
}

func TestCodes(t *testing.T) {
	checktest.Codes(t, "testdata/codes.txt", checks(t)...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	checks, err := enforcement.Checks(enforcement.Profile{Rule: "某区管理办法"})
	require.NoError(t, err)
	var found bool
	for _, c := range checks {
		found = found || c.Basis == "某区管理办法"
	}
	require.True(t, found)
}

// A bureau may be content with one score, or with a smaller gap.
func TestProfileOfScores(t *testing.T) {
	score := func(n int) *enforcement.Score { s := enforcement.Points(n); return &s }
	alone := &enforcement.File{Counsel: score(70)}
	apart := &enforcement.File{Counsel: score(70), Empowering: score(76)}
	for _, c := range []struct {
		name    string
		profile enforcement.Profile
		file    *enforcement.File
		code    fazhi.Code
		want    bool
	}{
		{"dual review needs both", enforcement.Profile{}, alone, "enforcement/score/both", true},
		{"single review needs one", enforcement.Profile{Single: true}, alone, "enforcement/score/both", false},
		{"single review needs at least one", enforcement.Profile{Single: true}, &enforcement.File{}, "enforcement/score/both", true},
		{"six points are within ten", enforcement.Profile{}, apart, "enforcement/score/arbitration", false},
		{"six points are more than five", enforcement.Profile{Tolerance: enforcement.Points(5)}, apart, "enforcement/score/arbitration", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			checks, err := enforcement.Checks(c.profile)
			require.NoError(t, err)
			issues, err := fazhi.Validate(t.Context(), c.file, fazhi.DateOf(2024, 6, 1), fazhi.DateOf(2024, 6, 1), checks)
			require.NoError(t, err)
			require.Equal(t, c.want, slices.ContainsFunc(issues, func(i fazhi.Issue) bool { return i.Code == c.code }))
		})
	}
}
