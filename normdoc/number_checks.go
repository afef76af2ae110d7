package normdoc

import (
	"context"

	"github.com/fazhi-go/fazhi"
)

// A numberColumn is a column of the ledger that holds numbers of a series.
type numberColumn struct {
	series string
	Code   fazhi.Code
	path   fazhi.Path
	text   func(*Doc) string
	issued bool // the year is that of issue
}

func numberColumns() []numberColumn {
	return []numberColumn{
		{
			series: RegistrationSeries, Code: "normdoc/registration/form", path: "/registration", issued: true,
			text: func(d *Doc) string { return d.Registration },
		},
		{series: NumberSeries, Code: "normdoc/number/form", path: "/number", text: func(d *Doc) string { return d.Number.String() }},
		{series: IndexSeries, Code: "normdoc/index/form", path: "/index", text: func(d *Doc) string { return d.Index }},
	}
}

// check holds the column of the series against the rule; false when the ledger has no column of it.
func (n *Numbers) check(basis string) (fazhi.Check, bool) {
	for _, c := range numberColumns() {
		if c.series != n.series {
			continue
		}
		return fazhi.Check{
			Code: c.Code, Kind: Kind, Basis: basis, Doc: c.series + "应当符合本地的编号规则",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Doc) error {
				n.judge(p, d, c)
				return nil
			}),
		}, true
	}
	return fazhi.Check{}, false
}

func (n *Numbers) judge(p *fazhi.Pass, d *Doc, c numberColumn) {
	text := c.text(d)
	if text == "" {
		return
	}
	slot, err := n.Read(text)
	switch {
	case err != nil:
		p.Report(c.path, c.series+"不符合编号规则")
	case c.issued && slot.Year != 0 && !d.Issued.IsZero() && slot.Year != d.Issued.Year():
		p.Report(c.path, c.series+"的年份不是印发的年份")
	}
}
