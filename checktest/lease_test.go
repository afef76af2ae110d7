package checktest

import (
	"context"
	"time"

	"github.com/fazhi-go/fazhi"
)

// A lease is the document of these tests.
type lease struct {
	Serial   string     `json:"serial"`
	Name     string     `json:"name"`
	Reviewed fazhi.Date `json:"reviewed"`
	Signed   fazhi.Date `json:"signed"`
	Fen      int64      `json:"fen"`
}

func (*lease) Kind() fazhi.Kind { return "lease" }
func (l *lease) ID() string     { return l.Serial }
func (l *lease) Title() string  { return l.Name }

// leaseChecks obey every rule; the tests of the kit spoil them.
func leaseChecks() []fazhi.Check {
	return []fazhi.Check{
		{Code: "lease/name", Kind: "lease", Doc: "合同应当有名称。", Basis: "办法第三条", Run: fazhi.For(checkName)},
		{Code: "lease/reviewed", Kind: "lease", Doc: "签订之前应当审查。", Basis: "办法第十条",
			From: fazhi.DateOf(2024, time.January, 1), Run: fazhi.For(checkReviewed)},
	}
}

func checkName(_ context.Context, p *fazhi.Pass, l *lease) error {
	if l.Name == "" {
		p.Report("", "没有合同名称")
	}
	return nil
}

func checkReviewed(_ context.Context, p *fazhi.Pass, l *lease) error {
	if l.Reviewed.IsZero() || l.Reviewed.After(l.Signed) {
		p.Report(fazhi.At("reviewed"), "签订之前没有审查")
	}
	return nil
}
