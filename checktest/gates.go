package checktest

import (
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// Gates holds the gates of flows against the checks of the same work area: a gate that carries the code of a check says
// what that check says, in the same words, by the same article, from and until the same days. It returns the codes of all
// gates as checks, so that Codes can list them with the others.
func Gates(t testing.TB, checks []fazhi.Check, flows ...lifecycle.Flow) []fazhi.Check {
	t.Helper()
	known := make(map[fazhi.Code]fazhi.Check, len(checks))
	for _, c := range checks {
		known[c.Code] = c
	}
	var gates []fazhi.Check
	for _, flow := range flows {
		for _, step := range flow.Steps {
			for _, g := range step.Gates {
				gates = append(gates, fazhi.Check{Code: g.Code})
				if c, ok := known[g.Code]; ok && (c.Doc != g.Doc || c.Basis != g.Basis || c.From != g.From || c.Until != g.Until) {
					t.Errorf("the gate %s of the step %s does not say what the check of that code says", g.Code, step.Name)
				}
			}
		}
	}
	return gates
}
