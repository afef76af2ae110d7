package indicators

import (
	"iter"
	"maps"

	"github.com/fazhi-go/fazhi"
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

// An Axis divides all disputes of a grid by one property (分类). Its rows add up to the total.
type Axis struct {
	Name string `json:"name"`
	Rows []Row  `json:"rows"`
}

// A Row counts the disputes of one value of a property, or of one month.
type Row struct {
	Name   string `json:"name"`
	Counts Counts `json:"counts"`
}

// Axis returns the rows of a property, nil if there is none of that name.
func (g *Grid) Axis(name string) []Row {
	for _, a := range g.Axes {
		if a.Name == name {
			return a.Rows
		}
	}
	return nil
}

// Row returns the numbers of one value of a property; nil, which reads as zeros, if there is no such row.
func (g *Grid) Row(axis, name string) Counts {
	for _, row := range g.Axis(axis) {
		if row.Name == name {
			return row.Counts
		}
	}
	return nil
}

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
func (g *Grid) all() iter.Seq2[fazhi.Path, Row] {
	return func(yield func(fazhi.Path, Row) bool) {
		if !yield("/total", Row{Counts: g.Total}) {
			return
		}
		for i, row := range g.Months {
			if !yield(fazhi.At("months", i), row) {
				return
			}
		}
		for i, a := range g.Axes {
			for j, row := range a.Rows {
				if !yield(fazhi.At("axes", i, "rows", j), row) {
					return
				}
			}
		}
	}
}

// mostOfAll is the largest number of a grid: every whole number up to it is exact in JSON, and as an amount it is more than
// 90万亿元.
const mostOfAll = 1 << 53

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

// plus returns the sum of two rows without zeros; false says that a number would be beyond mostOfAll.
func (c Counts) plus(d Counts) (Counts, bool) {
	sum := maps.Clone(c)
	if sum == nil {
		sum = make(Counts, len(d))
	}
	for item, n := range d {
		if sum[item]+n > mostOfAll {
			return nil, false
		}
		set(sum, item, sum[item]+n)
	}
	return sum, true
}
