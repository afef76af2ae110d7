package checktest_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
	"github.com/fazhi-go/fazhi/lifecycle"
)

// A tb notes whether it was told of an error.
type tb struct {
	testing.TB
	failed bool
}

func (t *tb) Helper()               {}
func (t *tb) Errorf(string, ...any) { t.failed = true }

func TestGates(t *testing.T) {
	gate := lifecycle.Gate{Code: "lease/reviewed", Doc: "签订之前应当审查", Basis: "办法第十条", From: fazhi.DateOf(2024, 1, 1)}
	flow := lifecycle.Flow{Steps: []lifecycle.Step{{Name: "签订", Gates: []lifecycle.Gate{gate, {Code: "lease/other"}}}}}
	check := fazhi.Check{Code: gate.Code, Doc: gate.Doc, Basis: gate.Basis, From: gate.From}
	got := checktest.Gates(t, []fazhi.Check{check}, flow)
	require.Equal(t, []fazhi.Check{{Code: "lease/reviewed"}, {Code: "lease/other"}}, got)
	for name, change := range map[string]func(*fazhi.Check){
		"words":   func(c *fazhi.Check) { c.Doc = "另一句话" },
		"article": func(c *fazhi.Check) { c.Basis = "办法第十一条" },
		"days":    func(c *fazhi.Check) { c.Until = fazhi.DateOf(2025, 1, 1) },
	} {
		other, silent := check, &tb{TB: t}
		change(&other)
		checktest.Gates(silent, []fazhi.Check{other}, flow)
		require.True(t, silent.failed, name)
	}
}
