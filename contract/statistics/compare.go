package statistics

import (
	"errors"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// ErrCompare says that two grids are not of one unit, or not of an earlier and a later period.
var ErrCompare = errors.New("statistics: 两张表的统计单位不同，或者后一张的期间不在前一张之前")

// A Comparison sets a grid against one of an earlier period (同期比较).
type Comparison struct {
	Unit        string
	Now, Before fazhi.Period
	Items       []ItemChange
	Ratios      []RatioChange
	Sorts       []RowChange // by 合同类型
}

// An ItemChange is a number in both periods; of an amount both are fen.
type ItemChange struct {
	Definition
	Now, Before int64
}

// Difference returns by how much the number rose, negative if it fell.
func (c ItemChange) Difference() int64 { return c.Now - c.Before }

// Growth returns the difference as a share of the earlier number (增减率). It is not defined when that was zero (无可比).
func (c ItemChange) Growth() fazhi.Rate { return fazhi.Rate{Num: c.Difference(), Den: c.Before} }

// A RatioChange is a rate in both periods. It rises or falls by percentage points (百分点), never by percent.
type RatioChange struct {
	Ratio       Ratio
	Now, Before fazhi.Rate
}

// Points returns the change, which is not defined when one of the rates is not (无可比).
func (c RatioChange) Points() fazhi.Points { return fazhi.Points{Now: c.Now, Before: c.Before} }

// A RowChange is what was reviewed and signed of one value of a property.
type RowChange struct {
	Name  string
	Items []ItemChange
}

// Compare compares two grids of one unit, of which the second lies before the first. The ratios are those that are given; nil:
// Ratios. The error is ErrCompare or ErrRatio, or an *fazhi.InvalidError when a grid does not agree with itself.
func Compare(now, before *Grid, ratios []Ratio) (*Comparison, error) {
	if now == nil || before == nil || now.Unit != before.Unit || !before.Period.To.Before(now.Period.From) {
		return nil, ErrCompare
	}
	if err := errors.Join(now.Check().Err(), before.Check().Err()); err != nil {
		return nil, err
	}
	if ratios == nil {
		ratios = Ratios()
	}
	f := newForm()
	c := &Comparison{Unit: now.Unit, Now: now.Period, Before: before.Period, Items: f.changes(now.Total, before.Total)}
	for _, r := range ratios {
		rate, err := r.rate(f, now.Total)
		if err != nil {
			return nil, err
		}
		old, err := r.rate(f, before.Total)
		if err != nil {
			return nil, err
		}
		c.Ratios = append(c.Ratios, RatioChange{r, rate, old})
	}
	c.Sorts = f.sorts(now, before)
	return c, nil
}

// changes compares all items, or those that are named.
func (f *form) changes(now, before Counts, items ...Item) []ItemChange {
	if len(items) == 0 {
		for _, d := range f.items {
			items = append(items, d.Item)
		}
	}
	list := make([]ItemChange, len(items))
	for i, item := range items {
		list[i] = ItemChange{f.items[f.at[item]], now[item], before[item]}
	}
	return list
}

// sorts compares the kinds of contracts that either grid has, in the order of the ledger's list.
func (f *form) sorts(now, before *Grid) []RowChange {
	rows := grid.Merge([]*Grid{now, before}, func(g *Grid) []Row { return g.Axis(BySort) })
	for i := range f.axes {
		if f.axes[i].name == BySort {
			f.axes[i].sort(rows)
		}
	}
	list := make([]RowChange, len(rows))
	for i, row := range rows {
		list[i] = RowChange{row.Name, f.changes(now.Row(BySort, row.Name), before.Row(BySort, row.Name), Reviewed, Signed, SignedAmount)}
	}
	return list
}
