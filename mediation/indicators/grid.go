package indicators

import (
	"iter"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// A Grid is the table of one unit for one period (统计表). All of it is data, to be kept, compared, added and checked again.
//
// The zero Grid has no rows; Check says so. Methods do not change a grid, so several goroutines may read one.
type Grid struct {
	Unit   string       `json:"unit"`
	Period fazhi.Period `json:"period"`
	Total  Counts       `json:"total"`
	Months []Row        `json:"months"` // 2024年1月, 2024年2月, …
	Axes   []Axis       `json:"axes"`
}

// Counts are the numbers of a row, amounts in fen. An item that is not there is zero.
type Counts map[Item]int64

// An Axis divides all disputes of a grid by one property (分类), its Name. Its Rows add up to the total.
type Axis = grid.Axis[Counts]

// A Row has the Counts of the disputes of one value of a property, or of one month, its Name.
type Row = grid.Row[Counts]

// Axis returns the rows of a property, nil if there is none of that name.
func (g *Grid) Axis(name string) []Row { return grid.Of(g.Axes, name) }

// Row returns the numbers of one value of a property; nil, which reads as zeros, if there is no such row.
func (g *Grid) Row(axis, name string) Counts { return grid.Find(g.Axis(axis), name) }

// carry gives every month what it carries over and leaves open.
func (g *Grid) carry() {
	open := g.Total[Carried]
	for _, m := range g.Months {
		set(m.Counts, Carried, open)
		open += m.Counts[Accepted] - m.Counts[Closed]
		set(m.Counts, Open, open)
	}
}

func set(c Counts, item Item, n int64) {
	if n == 0 {
		delete(c, item)
		return
	}
	c[item] = n
}

// all returns the numbers of all rows, the total first.
func (g *Grid) all() iter.Seq2[fazhi.Path, Row] { return grid.Rows(g.Total, g.Months, g.Axes) }

// mostOfAll is the largest number of a grid.
const mostOfAll = grid.Most

// sum adds items of a row. It is -1 when one of them or the sum is out of range, which no number of a grid is.
func (c Counts) sum(items ...Item) int64 {
	sum := int64(0)
	for _, item := range items {
		n := c[item]
		if sum += n; n < 0 || n > mostOfAll || sum > mostOfAll {
			return -1
		}
	}
	return sum
}
