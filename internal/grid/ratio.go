package grid

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// VetRatio says everything that is wrong with a rate (指标口径), each wrapping fault: no ID or name, items that a grid does not have,
// that stand twice or are of different units, no numerator or denominator. Unit returns the unit of an item, and false for one
// that a grid does not have.
func VetRatio[I ~string](fault error, id, name string, num, den []I, unit func(I) (string, bool)) error {
	var faults []error
	say := func(format string, values ...any) {
		faults = append(faults, fmt.Errorf("%w："+format, append([]any{fault}, values...)...))
	}
	if id == "" || name == "" {
		say("没有编号或者名称")
	}
	units := make(map[string]bool)
	side := func(name string, items []I) {
		if len(items) == 0 {
			say("没有%s", name)
		}
		for i, item := range items {
			u, known := unit(item)
			if !known || slices.Contains(items[:i], item) {
				say("%s的第%d项不是统计表的项目，或者重复", name, i+1)
				continue
			}
			units[u] = true
		}
	}
	side("分子", num)
	side("分母", den)
	if len(units) > 1 {
		say("各项的单位不同")
	}
	return errors.Join(faults...)
}

// Join names items, with a separator between them.
func Join[I ~string](items []I, separator string) string {
	list := make([]string, len(items))
	for i, item := range items {
		list[i] = string(item)
	}
	return strings.Join(list, separator)
}

// Undefined stands for a rate of nothing, Incomparable for the change of what was nothing.
const (
	Undefined    = "—"
	Incomparable = "无可比"
)

// Percent prints a rate, "12.5%".
func Percent(r fazhi.Rate) string {
	if s, ok := r.Decimal(2); ok {
		return s + "%"
	}
	return Undefined
}
