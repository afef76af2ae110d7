package statistics

import (
	"errors"
	"fmt"
	"slices"
)

// ErrMerge says that grids cannot be added: there is none, or they are of several forms or periods.
var ErrMerge = errors.New("statistics: 表种或者期间不同，不能汇总")

// Merge adds grids of one form and period up to that of a larger unit: those of counties to the city's. The axis 统计单位 keeps
// a row for each of them; parts of one unit, counted apart, add up in one row. The order of the grids makes no difference.
//
// Every grid is checked first; the error wraps a *fazhi.InvalidError for the first one that does not agree with itself.
func Merge(unit string, grids ...*Grid) (*Grid, error) {
	if unit == "" {
		return nil, ErrUnit
	}
	if len(grids) == 0 || slices.Contains(grids, nil) {
		return nil, ErrMerge
	}
	sum := &Grid{Form: grids[0].Form, Unit: unit, Period: grids[0].Period, Total: Counts{}}
	for i, g := range grids {
		if err := g.Check().Err(); err != nil {
			return nil, fmt.Errorf("statistics: 第%d张表：%w", i+1, err)
		}
		if g.Form != sum.Form || g.Period != sum.Period {
			return nil, fmt.Errorf("%w：第%d张表", ErrMerge, i+1)
		}
		sum.Total = sum.Total.plus(g.Total)
	}
	for i, a := range formOf(sum.Form).axes {
		merged := Axis{Name: a.name, Rows: mergeRows(grids, func(g *Grid) []Row { return g.Axes[i].Rows })}
		a.sort(merged.Rows)
		sum.Axes = append(sum.Axes, merged)
	}
	sum.Months = mergeRows(grids, func(g *Grid) []Row { return g.Months })
	return sum, nil
}

// mergeRows adds the rows of grids by their names, in the order in which the names come.
func mergeRows(grids []*Grid, of func(*Grid) []Row) []Row {
	at := make(map[string]int)
	rows := []Row{}
	for _, g := range grids {
		for _, row := range of(g) {
			i, known := at[row.Name]
			if !known {
				i = len(rows)
				at[row.Name] = i
				rows = append(rows, Row{Name: row.Name})
			}
			rows[i].Counts = rows[i].Counts.plus(row.Counts)
		}
	}
	return rows
}
