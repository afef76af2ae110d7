package indicators

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi/internal/grid"
)

// Errors of adding grids.
var (
	ErrMerge = errors.New("indicators: 没有可以相加的表，或者期间不同")
	ErrRange = errors.New("indicators: 合计超出范围")
)

// Merge adds grids up to that of a larger unit, of counties to that of the city. The sum is what one counter would have counted of
// all disputes, but for the rows of 统计单位, which stay apart; in whichever groups grids are added, it is the same. It has the
// properties that all of them have, without 乡镇街道 and 调解委员会: two counties may have one of the same name. Whether two
// counties have the same dispute is not known here.
//
// The error is ErrUnit, ErrMerge or ErrRange, or an *fazhi.InvalidError when a grid does not agree with itself.
func Merge(unit string, grids ...*Grid) (*Grid, error) {
	if unit == "" {
		return nil, ErrUnit
	}
	if len(grids) == 0 || slices.Contains(grids, nil) {
		return nil, ErrMerge
	}
	f := newForm()
	sum := &Grid{Unit: unit, Period: grids[0].Period, Total: Counts{}}
	for i, g := range grids {
		if err := sum.join(g, f); err != nil {
			return nil, fmt.Errorf("indicators: 第%d张表：%w", i+1, err)
		}
	}
	sum.Months = grid.Merge(grids, func(g *Grid) []Row { return g.Months })
	for i := range f.axes {
		a := &f.axes[i]
		if a.local || slices.ContainsFunc(grids, func(g *Grid) bool { return g.Axis(a.name) == nil }) {
			continue
		}
		rows := grid.Merge(grids, func(g *Grid) []Row { return g.Axis(a.name) })
		a.sort(rows)
		sum.Axes = append(sum.Axes, Axis{Name: a.name, Rows: rows})
	}
	return sum, nil
}

// join adds the total of a grid, if it may be added. Rows are never more than the total.
func (g *Grid) join(other *Grid, f *form) error {
	if err := other.check(f).Err(); err != nil {
		return err
	}
	if other.Period != g.Period {
		return ErrMerge
	}
	total, fits := grid.Add(g.Total, other.Total)
	if !fits {
		return ErrRange
	}
	g.Total = total
	return nil
}
