package statistics

import (
	"fmt"
	"strings"
)

// Text writes the total and the rates that are given, one line each, for a screen or a message: numbers that are zero are left
// out, a rate of nothing says so. The error is that of a ratio that cannot be used.
func (g *Grid) Text(ratios []Ratio) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s\n", g.Unit, g.Period, g.Form)
	if f := formOf(g.Form); f != nil {
		for _, d := range f.items {
			if n := g.Total[d.item]; n != 0 {
				fmt.Fprintf(&b, "%s %d\n", d.item, n)
			}
		}
	}
	for _, r := range ratios {
		figure, err := r.Of(g)
		if err != nil {
			return "", err
		}
		rate := r.rate(g.Total)
		fmt.Fprintf(&b, "%s %s（%d/%d）\n", r.Name, textOf(figure), rate.Num, rate.Den)
	}
	return b.String(), nil
}
