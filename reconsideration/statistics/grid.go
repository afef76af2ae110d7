package statistics

import (
	"maps"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
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

// An Axis divides all cases of a grid by one property (分类), its Name. Its Rows add up to the total.
type Axis = grid.Axis[Counts]

// A Row has the Counts of the cases of one value of an axis, or of one month, its Name.
type Row = grid.Row[Counts]

// The names of rows that no value has.
const (
	Blank = "未填写" // the ledger says nothing
	Rest  = "其余"  // values beyond MaxRows
)

// MaxRows is how many values an axis tells apart; a ledger with more organs than that has something else in the column.
const MaxRows = 5_000

// Axis returns the rows of an axis, nil if there is none of that name.
func (g *Grid) Axis(name string) []Row { return grid.Of(g.Axes, name) }

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
func (a *axis) sort(rows []Row) { grid.Sort(rows, a.choices(), []string{Blank, Rest}) }
