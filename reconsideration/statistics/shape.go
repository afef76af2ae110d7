package statistics

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/grid"
)

// mostOfAll is the largest number of a grid: far above all cases that there are, and such sums of them fit.
const mostOfAll = 1_000_000_000_000

// shape says in which way a grid is not built as its form is.
func (k *checking) shape() {
	if k.f == nil {
		k.Report(BadShape, "/form", "应当是行政复议或者行政应诉")
		return
	}
	k.head()
	k.axes()
	k.months()
	k.numbers()
}

func (k *checking) head() {
	if k.g.Unit == "" {
		k.Report(BadShape, "/unit", "没有统计单位")
	}
}

// axes compares the axes with those of the form, in their order.
func (k *checking) axes() {
	if len(k.g.Axes) != len(k.f.axes) {
		k.Report(BadShape, "/axes", "应当有%d个分类，有%d个", len(k.f.axes), len(k.g.Axes))
		return
	}
	for i, a := range k.g.Axes {
		at := fazhi.At("axes", i)
		if a.Name != k.f.axes[i].name {
			k.Report(BadShape, at.At("name"), "第%d个分类应当是“%s”", i+1, k.f.axes[i].name)
		}
		if !grid.Names(&k.Issues, BadShape, at.At("rows"), a.Rows, nil) {
			return
		}
	}
}

func (k *checking) months() {
	months := monthsOf(k.g.Period)
	switch {
	case months == nil:
		k.Report(BadShape, "/period", "期间应当有首日和末日，首日不晚于末日，不超过一百年")
		return
	case len(months) != len(k.g.Months):
		k.Report(BadShape, "/months", "期间有%d个月，写了%d个", len(months), len(k.g.Months))
		return
	}
	for i, m := range months {
		if name := monthName(m); k.g.Months[i].Name != name {
			k.Report(BadShape, fazhi.At("months", i, "name"), "应当是%s", name)
		}
	}
}

// numbers reports items that the form does not have and numbers that nothing can be counted to.
func (k *checking) numbers() {
	at := k.f.index()
	for path, counts := range k.g.all() {
		grid.Strangers(&k.Issues, BadShape, path, counts, at)
		for _, d := range k.f.items {
			if n := counts[d.item]; n < 0 || n > mostOfAll {
				k.Report(BadNumber, path, "“%s”是负数，或者过大", d.item)
			}
		}
	}
}
