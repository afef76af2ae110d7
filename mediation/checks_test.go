package mediation_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/mediation"
)

func checks(t *testing.T, profile mediation.Profile) []fazhi.Check {
	t.Helper()
	checks, err := mediation.Checks(profile)
	require.NoError(t, err)
	return checks
}

func TestChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases"), checks(t, listing()), checktest.Decode[mediation.Case])
}

func TestCodes(t *testing.T) {
	all := checks(t, mediation.Profile{})
	all = append(all, checktest.Gates(t, all, mediation.Flow(mediation.Profile{}))...)
	checktest.Codes(t, "testdata/codes.txt", all...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	named := checks(t, mediation.Profile{Rule: "某区管理办法"})
	require.True(t, slices.ContainsFunc(named, func(c fazhi.Check) bool { return c.Basis == "某区管理办法" }))
}

// listing is a profile that lists what is in use.
func listing() mediation.Profile {
	return mediation.Profile{
		Extensions: []mediation.Extension{{Sort: "邻里", Details: []string{"通风采光"}}},
		Risks:      []string{"红", "黄", "低"},
		Sources:    []string{"主动调解", "当事人申请"},
	}
}

// A dossier is a Record that is not the ledger's own.
type dossier struct{ mediation.Case }

func (d *dossier) Ledger() *mediation.Case {
	c := d.Case
	return &c
}

// Whoever has a case is judged by it.
func TestChecksTakeEveryRecord(t *testing.T) {
	d := &dossier{mediation.Case{Serial: "RT-1", Committee: "某调委会", Accepted: day("2024-03-01"), Result: "成功", Closed: day("2024-03-05")}}
	found, err := fazhi.Validate(t.Context(), d, d.Closed, d.Closed, checks(t, mediation.Profile{}))
	require.NoError(t, err)
	require.Len(t, found, 1)
	require.Equal(t, fazhi.Code("mediation/agreement/form"), found[0].Code)
}
