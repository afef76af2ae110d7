package statistics

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// A Grid is the table of one unit for one period (统计表). All of it is data, to be kept, compared, added and checked again.
//
// The zero Grid has no rows; Check says so. Methods do not change a grid, so several goroutines may read one.
type Grid struct {
	Unit   string       `json:"unit"`
	Period fazhi.Period `json:"period"`
	Rules  Rules        `json:"rules"`
	Total  Counts       `json:"total"`
	Axes   []Axis       `json:"axes"`
}

// Counts are the numbers of a row, amounts in fen. An item that is not there is zero.
type Counts map[Item]int64

// An Axis divides all contracts of a grid by one property (分类), its Name. Its Rows add up to the total.
type Axis = grid.Axis[Counts]

// A Row has the Counts of the contracts of one value of a property, its Name.
type Row = grid.Row[Counts]

// Axis returns the rows of a property, nil if there is none of that name.
func (g *Grid) Axis(name string) []Row { return grid.Of(g.Axes, name) }

// Row returns the numbers of one value of a property; nil, which reads as zeros, if there is no such row.
func (g *Grid) Row(axis, name string) Counts { return grid.Find(g.Axis(axis), name) }

// sum adds items of a row, and is false when the sum is out of range.
func (c Counts) sum(items []Item) (int64, bool) {
	sum, fits := fazhi.Quantity(fazhi.Money(0)), true
	for _, item := range items {
		if sum, fits = sum.Plus(fazhi.Money(c[item])); !fits {
			return 0, false
		}
	}
	return int64(sum.(fazhi.Money)), true
}

// mostOfAll is the largest number of a grid.
const mostOfAll = grid.Most
