package clause_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/contract/clause"
)

func TestCases(t *testing.T) {
	checks, err := clause.Checks(clause.Profile{})
	require.NoError(t, err)
	checktest.Run(t, os.DirFS("testdata/cases"), checks, checktest.Decode[clause.Draft])
}

func TestCodes(t *testing.T) {
	checks, err := clause.Checks(clause.Profile{})
	require.NoError(t, err)
	checktest.Codes(t, "testdata/codes.txt", checks...)
}
