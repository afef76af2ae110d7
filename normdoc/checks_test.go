package normdoc_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/normdoc"
)

func checks(t *testing.T) []fazhi.Check {
	t.Helper()
	checks, err := normdoc.Checks(normdoc.Profile{})
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

func TestDocChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases/docs"), of(normdoc.Kind, checks(t)), func(data []byte) (fazhi.Document, error) {
		return decode(new(normdoc.Doc), data)
	})
}

func TestItemChecks(t *testing.T) {
	checktest.Run(t, os.DirFS("testdata/cases/items"), of(normdoc.ItemKind, checks(t)), func(data []byte) (fazhi.Document, error) {
		return decode(new(normdoc.Item), data)
	})
}

func TestCodes(t *testing.T) {
	checktest.Codes(t, "testdata/codes.txt", checks(t)...)
}

// Issues cite the local rule when the bureau names it.
func TestProfileNamesTheRule(t *testing.T) {
	checks, err := normdoc.Checks(normdoc.Profile{Rule: "某区管理办法"})
	require.NoError(t, err)
	var found bool
	for _, c := range checks {
		found = found || c.Basis == "某区管理办法"
	}
	require.True(t, found)
}
