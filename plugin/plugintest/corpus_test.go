package plugintest_test

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/enforcement"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/normdoc"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
	"github.com/fazhi-go/fazhi/reconsideration"
)

// An area is a kind of documents of the library, with its checks.
type area struct {
	doc    fazhi.Document
	checks []fazhi.Check
	err    error
}

func of(checks []fazhi.Check, err error) func(fazhi.Document) area {
	return func(d fazhi.Document) area { return area{d, checks, err} }
}

// The well-formed documents are in order by the checks of their work areas, and have no member that these do not know.
func TestTheWellFormedDocumentsAre(t *testing.T) {
	for kind, area := range map[fazhi.Kind]area{
		contract.Kind:            of(contract.Checks(contract.Profile{}))(&contract.Contract{}),
		enforcement.Kind:         of(enforcement.Checks(enforcement.Profile{}))(&enforcement.File{}),
		mediation.Kind:           of(mediation.Checks(mediation.Profile{}))(&mediation.Case{}),
		normdoc.Kind:             of(normdoc.Checks(normdoc.Profile{}))(&normdoc.Doc{}),
		normdoc.ItemKind:         of(normdoc.Checks(normdoc.Profile{}))(&normdoc.Item{}),
		reconsideration.Kind:     of(reconsideration.Checks(reconsideration.Profile{}))(&reconsideration.Case{}),
		reconsideration.SuitKind: of(reconsideration.Checks(reconsideration.Profile{}))(&reconsideration.Suit{}),
	} {
		t.Run(string(kind), func(t *testing.T) {
			c := plugintest.Corpus(kind)[0]
			d := json.NewDecoder(bytes.NewReader(c.Document.Content))
			d.DisallowUnknownFields()
			require.NoError(t, area.err)
			require.NoError(t, d.Decode(area.doc))
			require.Equal(t, fazhi.Ref{Kind: c.Document.Kind, ID: c.Document.ID}, fazhi.RefOf(area.doc))
			issues, err := fazhi.Validate(context.Background(), area.doc, fazhi.Date{}, c.Today, area.checks)
			require.NoError(t, err)
			require.Empty(t, issues)
		})
	}
}
