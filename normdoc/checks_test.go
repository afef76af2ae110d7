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

func TestDecisionChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases/decisions"), checktest.Of(normdoc.DecisionKind, checks(t, local(t))), checktest.Decode[normdoc.Decision])
}

// The checks that only a profile brings.
func TestLocalChecks(t *testing.T) {
	all := checktest.Of(normdoc.Kind, checks(t, local(t)))
	known := checktest.Of(normdoc.Kind, checks(t, normdoc.Profile{}))
	own := slices.DeleteFunc(all, func(c fazhi.Check) bool {
		return slices.ContainsFunc(known, func(k fazhi.Check) bool { return k.Code == c.Code })
	})
	checktest.Run(t, os.DirFS("testdata/cases/local"), own, checktest.Decode[normdoc.Doc])
}

func TestCodes(t *testing.T) {
	all := checks(t, local(t))
	all = append(all, checktest.Gates(t, all, normdoc.Flow(local(t)), normdoc.ItemFlow(local(t)), normdoc.DecisionFlow(local(t)))...)
	for _, code := range []fazhi.Code{normdoc.CodeUnknownRelated, normdoc.CodeNumberTwice, normdoc.CodeNoEffective} {
		all = append(all, fazhi.Check{Code: code})
	}
	checktest.Codes(t, "testdata/codes.txt", all...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	named := checks(t, normdoc.Profile{Rule: "某区管理办法"})
	require.True(t, slices.ContainsFunc(named, func(c fazhi.Check) bool { return c.Basis == "某区管理办法" }))
}
