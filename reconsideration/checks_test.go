package reconsideration_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/reconsideration"
)

func checks(t *testing.T, profile reconsideration.Profile) []fazhi.Check {
	t.Helper()
	checks, err := reconsideration.Checks(profile)
	require.NoError(t, err)
	return checks
}

func TestCaseChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases/cases"), checktest.Of(reconsideration.Kind, checks(t, reconsideration.Profile{})), checktest.Decode[reconsideration.Case])
}

func TestSuitChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases/suits"), checktest.Of(reconsideration.SuitKind, checks(t, reconsideration.Profile{})), checktest.Decode[reconsideration.Suit])
}

func TestCodes(t *testing.T) {
	all := checks(t, reconsideration.Profile{})
	all = append(all, checktest.Gates(t, all, reconsideration.Flow(reconsideration.Profile{}), reconsideration.SuitFlow(reconsideration.Profile{}))...)
	checktest.Codes(t, "testdata/codes.txt", all...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	named := checks(t, reconsideration.Profile{Rule: "某区管理办法"})
	require.True(t, slices.ContainsFunc(named, func(c fazhi.Check) bool { return c.Basis == "某区管理办法" }))
}
