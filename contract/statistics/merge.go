package statistics

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi/internal/grid"
)

// ErrMerge says that grids are not of one kind: another period, other bands of amounts, other purchases, or none at all.
var ErrMerge = errors.New("statistics: 没有可以相加的表，或者期间、金额分段、采购类型不同")

// ErrRange says that the numbers of grids are too large to be added.
var ErrRange = errors.New("statistics: 合计超出范围")

// ErrTwice says that grids have a unit in common, which would be counted twice.
var ErrTwice = errors.New("statistics: 有统计单位已经计入，不能再加")

// Merge adds grids up to that of a larger unit, of counties to that of the city. The sum is what one counter would have counted of
// all contracts, but for the rows of 统计单位, which stay apart; in whichever groups grids are added, it is the same. Whether two
// counties have one contract is not known, for numbers are each county's own; that one county is there twice shows in the rows of
// 统计单位, also of grids that were merged before, and is ErrTwice. Counties of one name need the name of their city before it.
//
// The error is ErrUnit, ErrMerge, ErrTwice or ErrRange, or an *fazhi.InvalidError when a grid does not agree with itself.
func Merge(unit string, grids ...*Grid) (*Grid, error) {
	if unit == "" {
		return nil, ErrUnit
	}
	if len(grids) == 0 || slices.Contains(grids, nil) {
		return nil, ErrMerge
	}
	sum := &Grid{Unit: unit, Period: grids[0].Period, Total: Counts{}}
	sum.Rules = Rules{Bands: slices.Clone(grids[0].Rules.Bands), Purchases: slices.Clone(grids[0].Rules.Purchases)}
	units := make(map[string]bool)
	for i, g := range grids {
		err := sum.join(g)
		if err == nil {
			err = g.enter(units)
		}
		if err != nil {
			return nil, fmt.Errorf("statistics: 第%d张表：%w", i+1, err)
		}
	}
	slices.Sort(sum.Rules.Limits)
	sum.Rules.Limits = slices.Compact(sum.Rules.Limits)
	for i, a := range sum.Rules.axes(newForm()) {
		rows := grid.Merge(grids, func(g *Grid) []Row { return g.Axes[i].Rows })
		a.sort(rows)
		sum.Axes = append(sum.Axes, Axis{Name: a.name, Rows: rows})
	}
	return sum, nil
}

// join adds the total of a grid, if it may be added. Rows are never more than the total.
func (g *Grid) join(other *Grid) error {
	if err := other.Check().Err(); err != nil {
		return err
	}
	if other.Period != g.Period || !slices.Equal(other.Rules.Bands, g.Rules.Bands) || !slices.Equal(other.Rules.Purchases, g.Rules.Purchases) {
		return ErrMerge
	}
	total, fits := grid.Add(g.Total, other.Total)
	if !fits {
		return ErrRange
	}
	g.Total = total
	g.Rules.Limits = append(g.Rules.Limits, other.Rules.Limits...)
	return nil
}

// enter notes the units that a grid counts, unless one of them was noted before.
func (g *Grid) enter(units map[string]bool) error {
	for _, row := range g.Axis(ByUnit) {
		if units[row.Name] {
			return fmt.Errorf("%w：%s", ErrTwice, row.Name)
		}
		units[row.Name] = true
	}
	return nil
}
