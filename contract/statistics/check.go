package statistics

import (
	"iter"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// Codes of what stands against a grid.
const (
	BadShape   fazhi.Code = "contract/statistics/shape"   // rows or properties are missing, double or too many
	BadNumber  fazhi.Code = "contract/statistics/number"  // negative, or larger than anything can be
	BadBalance fazhi.Code = "contract/statistics/balance" // parts do not add up to their item
	BadPart    fazhi.Code = "contract/statistics/part"    // a part is more than the whole
	BadTotal   fazhi.Code = "contract/statistics/total"   // rows do not add up to the total
	BadRow     fazhi.Code = "contract/statistics/row"     // a row has what its name does not allow
)

// A Balance is one identity of a grid with both its sides (核对): its Code, its Name such as “审查 = 各审查·之和”, the Path in the grid's JSON,
// Left and Right, and AtMost where the left side may be less. Holds reports whether the sides agree.
type Balance = grid.Balance

// Check says where the numbers of a grid disagree: every identity that does not hold, with its sides. Any one number that is
// changed is found. A grid whose rows or numbers are no such as a grid has is not compared further.
func (g *Grid) Check() fazhi.Issues {
	k := &checking{g: g, f: newForm()}
	k.shape()
	if k.Len() == 0 {
		k.Compare(g.balances(k.f))
	}
	return k.All()
}

// checking is the work on one grid.
type checking struct {
	grid.Issues
	g *Grid
	f *form
}

// Balances returns every identity of the grid: of the total and of each row, of each property with the total, and of rows with
// their names. Amounts are in fen. A sum that is out of range is -1, which no number of a grid is.
func (g *Grid) Balances() iter.Seq[Balance] { return g.balances(newForm()) }

func (g *Grid) balances(f *form) iter.Seq[Balance] {
	return func(yield func(Balance) bool) {
		for at, row := range g.all() {
			if !f.row(at, row.Counts, yield) {
				return
			}
		}
		for i, a := range g.Axes {
			if !f.total(g, i, a, yield) {
				return
			}
		}
		f.names(g, yield)
	}
}

// all returns the numbers of all rows, the total first.
func (g *Grid) all() iter.Seq2[fazhi.Path, Row] { return grid.Rows(g.Total, nil, g.Axes) }

// row compares the items of one row.
func (f *form) row(at fazhi.Path, counts Counts, yield func(Balance) bool) bool {
	for _, g := range f.groups {
		parts, fits := counts.sum(g.parts())
		if !fits {
			parts = -1
		}
		if !yield(Balance{Code: BadBalance, Name: string(g.whole) + " = 各" + string(g.whole) + "·之和", Path: at, Left: counts[g.whole], Right: parts}) {
			return false
		}
	}
	for _, b := range f.bounds {
		if !yield(grid.AtMost(BadPart, at, counts, b.part, b.whole)) {
			return false
		}
	}
	return true
}

// total compares the rows of a property with the total.
func (f *form) total(g *Grid, i int, a Axis, yield func(Balance) bool) bool {
	for _, d := range f.items {
		if !yield(grid.InTotal(BadTotal, fazhi.At("axes", i), a.Name, g.Total, a.Rows, d.Item)) {
			return false
		}
	}
	return true
}
