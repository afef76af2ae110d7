package normdoc_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/normdoc"
)

func checks(t *testing.T, profile normdoc.Profile) []fazhi.Check {
	t.Helper()
	checks, err := normdoc.Checks(profile)
	require.NoError(t, err)
	return checks
}

func TestDocChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases/docs"), checktest.Of(normdoc.Kind, checks(t, normdoc.Profile{})), checktest.Decode[normdoc.Doc])
}

func TestItemChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases/items"), checktest.Of(normdoc.ItemKind, checks(t, normdoc.Profile{})), checktest.Decode[normdoc.Item])
}

func TestCodes(t *testing.T) {
	all := checks(t, normdoc.Profile{})
	all = append(all, checktest.Gates(t, all, normdoc.Flow(normdoc.Profile{}), normdoc.ItemFlow(normdoc.Profile{}))...)
	checktest.Codes(t, "testdata/codes.txt", all...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	named := checks(t, normdoc.Profile{Rule: "某区管理办法"})
	require.True(t, slices.ContainsFunc(named, func(c fazhi.Check) bool { return c.Basis == "某区管理办法" }))
}
