package repeat

import (
	"cmp"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A draft is a Warning in the making.
type draft struct {
	Warning
	c    *comparer
	weak bool // a red rule is amber here
}

func (c *comparer) draft(code fazhi.Code, a, b *fact) *draft {
	r := c.rules[code]
	basis := r.basis
	if a.office != 0 && b.office != 0 && a.office != b.office {
		basis = cmp.Or(r.apart, basis)
	}
	return &draft{c: c, Warning: Warning{
		Code: code, Level: r.level, Basis: basis, Look: r.look,
		A: Evidence{a.serial, a.organ}, B: Evidence{b.serial, b.organ},
	}}
}

func (d *draft) match(field string, how How, n int) {
	points := d.c.points[Weight{Code: d.Code, Field: field, How: how}]
	d.Matched = append(d.Matched, Match{field, how, n, points})
	d.Strength += points
}

func (d *draft) missing(lacks bool, column string) {
	if lacks {
		d.Missing = append(d.Missing, column)
	}
}

func (d *draft) against(is bool, what string) {
	if is {
		d.Against = append(d.Against, what)
	}
}

func (d *draft) done() *Warning {
	if d.Level == Red && (d.weak || len(d.Missing) > 0) {
		d.Level = Amber
	}
	return &d.Warning
}

// exempt reports whether one of two records follows the other, or both follow a third, in a way that is no repeat. One that
// follows without saying what is taken to follow.
func (r rule) exempt(a, b *fact) bool {
	no := func(f *fact) bool { return f.follows != 0 && slices.Contains(r.exempts, follows()[f.follows-1]) }
	after := func(f, g *fact) bool { return no(f) && (f.of == "" || f.of == g.serial) }
	return after(a, b) || after(b, a) || no(a) && no(b) && a.of == b.of
}
