package indicators

import (
	"iter"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// Codes of what stands against a grid.
const (
	BadShape   fazhi.Code = "mediation/indicators/shape"   // rows or properties are missing, double or too many
	BadNumber  fazhi.Code = "mediation/indicators/number"  // negative, or larger than anything can be
	BadBalance fazhi.Code = "mediation/indicators/balance" // parts do not add up to their item
	BadPart    fazhi.Code = "mediation/indicators/part"    // a part is more than the whole
	BadTotal   fazhi.Code = "mediation/indicators/total"   // rows do not add up to the total
	BadRow     fazhi.Code = "mediation/indicators/row"     // a row has what its name does not allow
	BadMonth   fazhi.Code = "mediation/indicators/month"   // a month does not begin with what the one before left
)

// A Balance is one identity of a grid with both its sides (核对): its Code, its Name such as “办结 = 调解成功 + …”, the Path in the grid's
// JSON, Left and Right, and AtMost where the left side may be less. Holds reports whether the sides agree.
type Balance = grid.Balance

// Check says where the numbers of a grid disagree: every identity that does not hold, with its sides. Any one number that is
// changed is found. A grid whose rows or numbers are no such as a grid has is not compared further.
func (g *Grid) Check() fazhi.Issues { return g.check(newForm()) }

func (g *Grid) check(f *form) fazhi.Issues {
	k := &checking{g: g, f: f}
	k.shape()
	if k.Len() == 0 {
		k.Compare(g.balances(f))
	}
	return k.All()
}

// checking is the work on one grid.
type checking struct {
	grid.Issues
	g *Grid
	f *form
}

// Balances returns every identity of the grid: of the total, of each month and of each row, of each property with the total,
// of months with each other, and of rows with their names. Amounts are in fen. A sum that is out of range is -1, which no
// number of a grid is.
func (g *Grid) Balances() iter.Seq[Balance] { return g.balances(newForm()) }

func (g *Grid) balances(f *form) iter.Seq[Balance] {
	return func(yield func(Balance) bool) {
		for at, row := range g.all() {
			if !f.row(at, row.Counts, yield) {
				return
			}
		}
		for i, a := range g.Axes {
			if !f.rows(g, i, a, yield) {
				return
			}
		}
		_ = f.months(g, yield) && f.names(g, yield)
	}
}
