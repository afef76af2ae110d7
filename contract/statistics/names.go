package statistics

import (
	"math/big"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// names compares rows with what their names say: the row 通过 has no other opinions, the row of a band no amounts outside it.
func (f *form) names(g *Grid, yield func(Balance) bool) {
	for i, a := range g.Axes {
		for j, row := range a.Rows {
			at := fazhi.At("axes", i, "rows", j)
			goesOn := true
			switch a.Name {
			case ByOpinion:
				goesOn = f.only(Reviewed, at, row, yield)
			case ByAdoption:
				goesOn = f.only(Commented, at, row, yield)
			case ByAmount:
				goesOn = within(g.Rules.bands(), at, row, yield)
			}
			if !goesOn {
				return
			}
		}
	}
}

// only asks that of a group's parts a row has that of its name alone.
func (f *form) only(whole Item, at fazhi.Path, row Row, yield func(Balance) bool) bool {
	part := f.group(whole).part(row.Name)
	if row.Name == NoComment { // nothing was said, so there is no part
		part = ""
	}
	name := "“" + row.Name + "”行的“" + string(whole) + "”都是该项"
	return yield(Balance{Code: BadRow, Name: name, Path: at, Left: row.Counts[whole], Right: row.Counts[part]})
}

// within asks that the amounts of a row lie in its band: so many contracts have no less together, and no more.
func within(bands []band, at fazhi.Path, row Row, yield func(Balance) bool) bool {
	var b band // of contracts without an amount in yuan
	if i := slices.IndexFunc(bands, func(b band) bool { return b.name == row.Name }); i >= 0 {
		b = bands[i]
	}
	for _, p := range [...]struct{ n, amount Item }{{Reviewed, ReviewedAmount}, {Signed, SignedAmount}, {Outstanding, OutstandingAmount}} {
		n, amount := row.Counts[p.n], row.Counts[p.amount]
		least := times(n, b.low)
		if !yield(Balance{Code: BadRow, Name: "该段最低金额乘“" + string(p.n) + "” ≤ “" + string(p.amount) + "”", Path: at, Left: least, Right: amount, AtMost: true}) {
			return false
		}
		if b.high == 0 && b.low > 0 { // an open band
			continue
		}
		most := times(n, max(b.high-1, 0))
		if !yield(Balance{Code: BadRow, Name: "“" + string(p.amount) + "” ≤ 该段最高金额乘“" + string(p.n) + "”", Path: at, Left: amount, Right: most, AtMost: true}) {
			return false
		}
	}
	return true
}

// times multiplies; a product beyond mostOfAll is one more than that.
func times(n int64, m fazhi.Money) int64 {
	product := new(big.Int).Mul(big.NewInt(n), big.NewInt(int64(m)))
	if product.Cmp(big.NewInt(mostOfAll)) > 0 {
		return mostOfAll + 1
	}
	return product.Int64()
}
