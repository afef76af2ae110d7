package statistics

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
	if !isClosed(k.g.Period) {
		k.Report(BadShape, "/period", "期间应当有首日和末日，首日不晚于末日")
	}
	k.rules()
	k.axes()
	for at, row := range k.g.all() {
		k.numbers(at, row.Counts)
	}
}

func (k *checking) rules() {
	r := &k.g.Rules
	if !ascending(r.Bands) {
		k.Report(BadShape, "/rules/bands", "应当是由小到大的正数，不超过五十个")
	}
	if !isSet(r.Purchases) {
		k.Report(BadShape, "/rules/purchases", "应当按文字的顺序，不重复")
	}
	if !isSet(r.Limits) || len(r.Limits) == 0 {
		k.Report(BadShape, "/rules/limits", "应当按文字的顺序，不重复，至少一项")
	}
}

func isSet(list []string) bool {
	return slices.IsSorted(list) && len(slices.Compact(slices.Clone(list))) == len(list)
}

// axes compares the properties with those that a grid has, in their order.
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
		if !grid.Names(&k.Issues, BadShape, at.At("rows"), a.Rows, k.bands(a)) {
			return
		}
	}
}

// bands asks that the rows of 合同金额 are the bands that are set; nil for other properties.
func (k *checking) bands(a Axis) func(fazhi.Path, string) {
	if a.Name != ByAmount || !ascending(k.g.Rules.Bands) {
		return nil
	}
	allowed := append(k.g.Rules.axis().values, Blank)
	return func(at fazhi.Path, name string) {
		if !slices.Contains(allowed, name) {
			k.Report(BadShape, at, "不是所设的金额分段")
		}
	}
}

// numbers reports items that a grid does not have and numbers that nothing can be counted to.
func (k *checking) numbers(at fazhi.Path, counts Counts) {
	grid.Strangers(&k.Issues, BadShape, at, counts, k.f.at)
	for _, d := range k.f.items {
		grid.InRange(&k.Issues, BadNumber, at, counts, d.Item)
	}
}
