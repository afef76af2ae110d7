package reconsideration_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/reconsideration"
)

func checks(t *testing.T) []fazhi.Check {
	t.Helper()
	checks, err := reconsideration.Checks(reconsideration.Profile{})
	require.NoError(t, err)
	return checks
}

// of returns the checks of one kind.
func of(kind fazhi.Kind, checks []fazhi.Check) []fazhi.Check {
	var out []fazhi.Check
	for _, c := range checks {
		if c.Kind == kind {
			out = append(out, c)
		}
	}
	return out
}

// decode reads the document of a case and refuses names that it does not know.
func decode[D fazhi.Document](doc D, data []byte) (fazhi.Document, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	return doc, d.Decode(doc)
}

func TestCaseChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases/cases"), of(reconsideration.Kind, checks(t)), func(data []byte) (fazhi.Document, error) {
		return decode(new(reconsideration.Case), data)
	})
}

func TestSuitChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases/suits"), of(reconsideration.SuitKind, checks(t)), func(data []byte) (fazhi.Document, error) {
		return decode(new(reconsideration.Suit), data)
	})
}

func TestCodes(t *testing.T) {
	checktest.Codes(t, "testdata/codes.txt", checks(t)...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	checks, err := reconsideration.Checks(reconsideration.Profile{Rule: "某区管理办法"})
	require.NoError(t, err)
	var found bool
	for _, c := range checks {
		found = found || c.Basis == "某区管理办法"
	}
	require.True(t, found)
}
