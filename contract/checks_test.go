package contract_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/contract"
)

func checks(t *testing.T) []fazhi.Check {
	t.Helper()
	checks, err := contract.Checks(contract.Profile{})
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
		return decode(new(contract.Contract), data)
	})
}

func TestCodes(t *testing.T) {
	checktest.Codes(t, "testdata/codes.txt", checks(t)...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	checks, err := contract.Checks(contract.Profile{Rule: "某区管理办法"})
	require.NoError(t, err)
	var found bool
	for _, c := range checks {
		found = found || c.Basis == "某区管理办法"
	}
	require.True(t, found)
}
