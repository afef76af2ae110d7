package statistics

import (
	"slices"

	"github.com/fazhi-go/fazhi"
)

// mostRows is how many rows a property of a grid that was read may have.
const mostRows = 100_000

// shape says in which way a grid is not built as it should be.
func (k *checking) shape() {
	if k.g.Unit == "" {
		k.report(BadShape, "/unit", "没有统计单位")
	}
	if !isClosed(k.g.Period) {
		k.report(BadShape, "/period", "期间应当有首日和末日，首日不晚于末日")
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
		k.report(BadShape, "/rules/bands", "应当是由小到大的正数，不超过五十个")
	}
	if !isSet(r.Purchases) {
		k.report(BadShape, "/rules/purchases", "应当按文字的顺序，不重复")
	}
	if !isSet(r.Limits) || len(r.Limits) == 0 {
		k.report(BadShape, "/rules/limits", "应当按文字的顺序，不重复，至少一项")
	}
}

func isSet(list []string) bool {
	return slices.IsSorted(list) && len(slices.Compact(slices.Clone(list))) == len(list)
}

// axes compares the properties with those that a grid has, in their order.
func (k *checking) axes() {
	if len(k.g.Axes) != len(k.f.axes) {
		k.report(BadShape, "/axes", "应当有%d个分类，有%d个", len(k.f.axes), len(k.g.Axes))
		return
	}
	for i, a := range k.g.Axes {
		at := fazhi.At("axes", i)
		if a.Name != k.f.axes[i].name {
			k.report(BadShape, at.At("name"), "第%d个分类应当是“%s”", i+1, k.f.axes[i].name)
		}
		if len(a.Rows) > mostRows {
			k.report(BadShape, at.At("rows"), "这个分类的行太多")
			return
		}
		k.rows(at, a)
	}
}

func (k *checking) rows(at fazhi.Path, a Axis) {
	var allowed []string
	if a.Name == ByAmount && ascending(k.g.Rules.Bands) {
		allowed = append(k.g.Rules.axis().values, Blank)
	}
	seen := make(map[string]bool, len(a.Rows))
	for j, row := range a.Rows {
		name := at.At("rows").At(j).At("name")
		if row.Name == "" || seen[row.Name] {
			k.report(BadShape, name, "没有名称，或者与前面的行重复")
		}
		if allowed != nil && !slices.Contains(allowed, row.Name) {
			k.report(BadShape, name, "不是所设的金额分段")
		}
		seen[row.Name] = true
	}
}

// numbers reports items that a grid does not have and numbers that nothing can be counted to.
func (k *checking) numbers(at fazhi.Path, counts Counts) {
	unknown := 0
	for item := range counts {
		if _, ok := k.f.at[item]; !ok {
			unknown++
		}
	}
	if unknown > 0 {
		k.report(BadShape, at, "有%d个数不属于本表的项目", unknown)
	}
	for _, d := range k.f.items {
		if n := counts[d.Item]; n < 0 || n > mostOfAll {
			k.report(BadNumber, at, "“%s”是负数，或者过大", d.Item)
		}
	}
}
