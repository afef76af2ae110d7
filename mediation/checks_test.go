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
	checktest.Run(t, os.DirFS("testdata/cases"), checks(t, mediation.Profile{}), checktest.Decode[mediation.Case])
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
