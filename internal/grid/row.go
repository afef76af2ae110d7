package grid

import (
	"cmp"
	"iter"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// A Row counts what has one value of a property. Amounts are in fen; an item that is not there is zero.
type Row[C any] struct {
	Name   string `json:"name"`
	Counts C      `json:"counts"`
}

// An Axis divides all that a grid counts by one property (分类). Its rows add up to the total.
type Axis[C any] struct {
	Name string   `json:"name"`
	Rows []Row[C] `json:"rows"`
}

// Of returns the rows of a property, nil if there is none of that name.
func Of[C any](axes []Axis[C], name string) []Row[C] {
	for _, a := range axes {
		if a.Name == name {
			return a.Rows
		}
	}
	return nil
}

// Find returns the numbers of the row of a name, and the zero value, which reads as zeros, if there is none.
func Find[C any](rows []Row[C], name string) (counts C) {
	for _, row := range rows {
		if row.Name == name {
			return row.Counts
		}
	}
	return counts
}

// Rows returns all rows with their paths: the total, the months, those of the properties.
func Rows[C any](total C, months []Row[C], axes []Axis[C]) iter.Seq2[fazhi.Path, Row[C]] {
	return func(yield func(fazhi.Path, Row[C]) bool) {
		if !yield("/total", Row[C]{Counts: total}) {
			return
		}
		for i, row := range months {
			if !yield(fazhi.At("months", i), row) {
				return
			}
		}
		for i, a := range axes {
			for j, row := range a.Rows {
				if !yield(fazhi.At("axes", i, "rows", j), row) {
					return
				}
			}
		}
	}
}

// Merge adds rows of several grids by their names, in the order in which they come. The sums are in range, because those of the
// totals are.
func Merge[G any, I ~string, C ~map[I]int64](grids []G, of func(G) []Row[C]) []Row[C] {
	at := make(map[string]int)
	rows := []Row[C]{}
	for _, g := range grids {
		for _, row := range of(g) {
			i, known := at[row.Name]
			if !known {
				i = len(rows)
				at[row.Name] = i
				rows = append(rows, Row[C]{Name: row.Name})
			}
			rows[i].Counts, _ = Add(rows[i].Counts, row.Counts)
		}
	}
	return rows
}

// Sort puts rows in order: those of the first names, others by their text, those of the last names.
func Sort[C any](rows []Row[C], first, last []string) {
	place := func(name string) int {
		if i := slices.Index(first, name); i >= 0 {
			return i
		}
		return len(first) + 1 + slices.Index(last, name)
	}
	slices.SortFunc(rows, func(x, y Row[C]) int {
		return cmp.Or(cmp.Compare(place(x.Name), place(y.Name)), cmp.Compare(x.Name, y.Name))
	})
}
