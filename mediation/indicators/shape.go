package indicators

import (
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// shape says in which way a grid is not built as it should be.
func (k *checking) shape() {
	if k.g.Unit == "" {
		k.Report(BadShape, "/unit", "没有统计单位")
	}
	k.months()
	k.axes()
	for at, row := range k.g.all() {
		k.numbers(at, row.Counts)
	}
}

func (k *checking) months() {
	months := monthsOf(k.g.Period)
	if months == nil {
		k.Report(BadShape, "/period", "期间应当有首日和末日，首日不晚于末日，不超过一百年")
	}
	if len(months) != len(k.g.Months) {
		k.Report(BadShape, "/months", "应当有%d个月，有%d个", len(months), len(k.g.Months))
		return
	}
	for i, m := range months {
		if k.g.Months[i].Name != monthName(m) {
			k.Report(BadShape, fazhi.At("months", i, "name"), "第%d个月应当是%s", i+1, monthName(m))
		}
	}
}

// axes asks that the properties are such as a grid may have, in their order, 统计单位 first.
func (k *checking) axes() {
	next := 0
	for i, a := range k.g.Axes {
		at := fazhi.At("axes", i)
		found := slices.IndexFunc(k.f.axes[next:], func(x axis) bool { return x.name == a.Name })
		if found < 0 || i == 0 && a.Name != ByUnit {
			k.Report(BadShape, at.At("name"), "不是本表的分类，或者顺序不对")
			return
		}
		next += found + 1
		if !grid.Names(&k.Issues, BadShape, at.At("rows"), a.Rows, nil) {
			return
		}
	}
	if len(k.g.Axes) == 0 {
		k.Report(BadShape, "/axes", "没有分类")
	}
}

// numbers reports items that a grid does not have and numbers that nothing can be counted to.
func (k *checking) numbers(at fazhi.Path, counts Counts) {
	grid.Strangers(&k.Issues, BadShape, at, counts, k.f.at)
	for _, d := range k.f.items {
		grid.InRange(&k.Issues, BadNumber, at, counts, d.Item)
	}
}
