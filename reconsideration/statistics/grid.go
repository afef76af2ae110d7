package statistics

import (
	"cmp"
	"maps"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A Grid is the table of one unit for one period (统计表). All of it is data, to be kept, compared, added and checked again.
// Months are the calendar months of the period; the first and the last may be parts.
//
// The zero Grid has no form; Check says so. Methods do not change a grid, so several goroutines may read one.
type Grid struct {
	Form   Form         `json:"form"`
	Unit   string       `json:"unit"`
	Period fazhi.Period `json:"period"`
	Total  Counts       `json:"total"`
	Axes   []Axis       `json:"axes"`
	Months []Row        `json:"months"`
}

// Counts are the numbers of a row. An item that is not there is zero.
type Counts map[Item]int64

// An Axis divides all cases of a grid by one property (分类). Its rows add up to the total.
type Axis struct {
	Name string `json:"name"`
	Rows []Row  `json:"rows"`
}

// A Row counts the cases of one value of an axis, or of one month.
type Row struct {
	Name   string `json:"name"`
	Counts Counts `json:"counts"`
}

// The names of rows that no value has.
const (
	Blank = "未填写" // the ledger says nothing
	Rest  = "其余"  // values beyond MaxRows
)

// MaxRows is how many values an axis tells apart; a ledger with more organs than that has something else in the column.
const MaxRows = 5_000

// Axis returns the rows of an axis, nil if there is none of that name.
func (g *Grid) Axis(name string) []Row {
	for _, a := range g.Axes {
		if a.Name == name {
			return a.Rows
		}
	}
	return nil
}

// sum adds items of a row.
func (c Counts) sum(items []Item) (n int64) {
	for _, item := range items {
		n += c[item]
	}
	return n
}

// plus returns the sum of two rows without zeros.
func (c Counts) plus(d Counts) Counts {
	sum := make(Counts, max(len(c), len(d)))
	maps.Copy(sum, c)
	for item, n := range d {
		sum[item] += n
	}
	maps.DeleteFunc(sum, func(_ Item, n int64) bool { return n == 0 })
	return sum
}

// sort puts rows in the order of the axis: its choices, other values by their text, what has no value last.
func (a *axis) sort(rows []Row) {
	choices := a.choices()
	slices.SortFunc(rows, func(x, y Row) int {
		return cmp.Or(cmp.Compare(place(choices, x.Name), place(choices, y.Name)), cmp.Compare(x.Name, y.Name))
	})
}

func place(choices []string, name string) int {
	switch i := slices.Index(choices, name); {
	case i >= 0:
		return i
	case name == Blank:
		return len(choices) + 1
	case name == Rest:
		return len(choices) + 2
	}
	return len(choices)
}
