package indicators

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
	k.months()
	k.axes()
	for at, row := range k.g.all() {
		k.numbers(at, row.Counts)
	}
}

func (k *checking) months() {
	months := monthsOf(k.g.Period)
	if months == nil {
		k.report(BadShape, "/period", "期间应当有首日和末日，首日不晚于末日，不超过一百年")
	}
	if len(months) != len(k.g.Months) {
		k.report(BadShape, "/months", "应当有%d个月，有%d个", len(months), len(k.g.Months))
		return
	}
	for i, m := range months {
		if k.g.Months[i].Name != monthName(m) {
			k.report(BadShape, fazhi.At("months", i, "name"), "第%d个月应当是%s", i+1, monthName(m))
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
			k.report(BadShape, at.At("name"), "不是本表的分类，或者顺序不对")
			return
		}
		next += found + 1
		if len(a.Rows) > mostRows {
			k.report(BadShape, at.At("rows"), "这个分类的行太多")
			return
		}
		k.rows(at, a)
	}
	if len(k.g.Axes) == 0 {
		k.report(BadShape, "/axes", "没有分类")
	}
}

func (k *checking) rows(at fazhi.Path, a Axis) {
	seen := make(map[string]bool, len(a.Rows))
	for j, row := range a.Rows {
		if row.Name == "" || seen[row.Name] {
			k.report(BadShape, at.At("rows").At(j).At("name"), "没有名称，或者与前面的行重复")
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
