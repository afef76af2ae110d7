package statistics

import (
	"maps"

	"github.com/fazhi-go/fazhi"
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

// An Axis divides all contracts of a grid by one property (分类). Its rows add up to the total.
type Axis struct {
	Name string `json:"name"`
	Rows []Row  `json:"rows"`
}

// A Row counts the contracts of one value of a property.
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

// plus returns the sum of two rows without zeros; false says that a number would be beyond mostOfAll.
func (c Counts) plus(d Counts) (Counts, bool) {
	sum := make(Counts, max(len(c), len(d)))
	maps.Copy(sum, c)
	for item, n := range d {
		added, fits := plus(sum[item], n)
		if !fits {
			return nil, false
		}
		sum[item] = added
	}
	maps.DeleteFunc(sum, func(_ Item, n int64) bool { return n == 0 })
	return sum, true
}

// mostOfAll is the largest number of a grid: every whole number up to it is exact in JSON, and as an amount it is more than
// 90万亿元.
const mostOfAll = 1 << 53

// plus adds two numbers of a grid, and is false when the sum is beyond mostOfAll.
func plus(a, b int64) (int64, bool) {
	sum, fits := fazhi.Money(a).Plus(fazhi.Money(b))
	n := int64(sum.(fazhi.Money))
	return n, fits && n <= mostOfAll
}
