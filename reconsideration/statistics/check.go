package statistics

import (
	"iter"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// Codes of what stands against a grid.
const (
	BadShape   fazhi.Code = "reconsideration/statistics/shape"   // rows, axes or months are missing, double or too many
	BadNumber  fazhi.Code = "reconsideration/statistics/number"  // negative, or larger than any place has cases
	BadBalance fazhi.Code = "reconsideration/statistics/balance" // items of one row do not balance
	BadPart    fazhi.Code = "reconsideration/statistics/part"    // a part is more than the whole
	BadTotal   fazhi.Code = "reconsideration/statistics/total"   // rows do not add up to the total
	BadMonth   fazhi.Code = "reconsideration/statistics/month"   // months do not add up, or one does not begin as the other ended
	Undated    fazhi.Code = "reconsideration/statistics/undated" // records have no date at all
)

// A Balance is one identity of a grid with both its sides (核对): its Code, its Name such as “受理 = 办理中 + 中止 + 审结”, the Path in
// the grid's JSON, Left and Right, and AtMost where the left side may be less. Holds reports whether the sides agree.
type Balance = grid.Balance

// Check says where the numbers of a grid disagree: every identity that does not hold, with its sides. A grid whose rows or
// numbers are no such as the form has is not compared further.
func (g *Grid) Check() fazhi.Issues {
	k := &checking{g: g, f: formOf(g.Form)}
	k.shape()
	if k.Len() == 0 {
		k.Compare(g.Balances())
	}
	return k.All()
}

// checking is the work on one grid.
type checking struct {
	grid.Issues
	g *Grid
	f *form
}

// Balances returns every identity of the grid: of the total and of each row, of each axis, of the months. There is none
// for a grid of an unknown form.
func (g *Grid) Balances() iter.Seq[Balance] {
	return func(yield func(Balance) bool) {
		f := formOf(g.Form)
		if f == nil {
			return
		}
		for path, counts := range g.all() {
			if !f.row(path, counts, yield) {
				return
			}
		}
		for i, a := range g.Axes {
			if !f.axis(g, i, a, yield) {
				return
			}
		}
		f.months(g, yield)
	}
}

// all returns the numbers of all rows.
func (g *Grid) all() iter.Seq2[fazhi.Path, Counts] {
	return func(yield func(fazhi.Path, Counts) bool) {
		if !yield("/total", g.Total) {
			return
		}
		for i, a := range g.Axes {
			for j, row := range a.Rows {
				if !yield(fazhi.At("axes", i, "rows", j), row.Counts) {
					return
				}
			}
		}
		for i, row := range g.Months {
			if !yield(fazhi.At("months", i), row.Counts) {
				return
			}
		}
	}
}

// row compares the items of one row.
func (f *form) row(at fazhi.Path, counts Counts, yield func(Balance) bool) bool {
	for _, e := range f.identities() {
		if !yield(Balance{Code: BadBalance, Name: e.text, Path: at, Left: counts.sum(e.left), Right: counts.sum(e.right)}) {
			return false
		}
	}
	for _, e := range f.bounds {
		if !yield(Balance{Code: BadPart, Name: e.text, Path: at, Left: counts.sum(e.left), Right: counts.sum(e.right), AtMost: true}) {
			return false
		}
	}
	return true
}

// axis compares the rows of an axis with the total.
func (f *form) axis(g *Grid, i int, a Axis, yield func(Balance) bool) bool {
	for _, d := range f.items {
		sum := int64(0)
		for _, row := range a.Rows {
			sum += row.Counts[d.item]
		}
		name := "全部“" + string(d.item) + "” = 各" + a.Name + "“" + string(d.item) + "”之和"
		if !yield(Balance{Code: BadTotal, Name: name, Path: fazhi.At("axes", i), Left: g.Total[d.item], Right: sum}) {
			return false
		}
	}
	return true
}
