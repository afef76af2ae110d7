package contract_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/contract"
)

func checks(t *testing.T, profile contract.Profile) []fazhi.Check {
	t.Helper()
	checks, err := contract.Checks(profile)
	require.NoError(t, err)
	return checks
}

func TestChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases"), checks(t, contract.Profile{}), checktest.Decode[contract.Contract])
}

func TestCodes(t *testing.T) {
	all := checks(t, contract.Profile{})
	all = append(all, checktest.Gates(t, all, contract.Flow(contract.Profile{}))...)
	checktest.Codes(t, "testdata/codes.txt", all...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	named := checks(t, contract.Profile{Rule: "某区管理办法"})
	require.True(t, slices.ContainsFunc(named, func(c fazhi.Check) bool { return c.Basis == "某区管理办法" }))
}
