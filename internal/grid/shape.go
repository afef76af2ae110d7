package grid

import "github.com/fazhi-go/fazhi"

// MostRows is how many rows a property of a grid that was read may have.
const MostRows = 100_000

// Names lists rows of a property without a name, or with that of one before. Then it calls other, which may be nil, with each
// row's name and its path. It is false, and has looked at no row, when there are more than MostRows.
func Names[C any](l *Issues, code fazhi.Code, at fazhi.Path, rows []Row[C], other func(at fazhi.Path, name string)) bool {
	if len(rows) > MostRows {
		l.Report(code, at, "这个分类的行太多")
		return false
	}
	seen := make(map[string]bool, len(rows))
	for i, row := range rows {
		name := at.At(i).At("name")
		if row.Name == "" || seen[row.Name] {
			l.Report(code, name, "没有名称，或者与前面的行重复")
		}
		if other != nil {
			other(name, row.Name)
		}
		seen[row.Name] = true
	}
	return true
}

// Strangers lists that a row has items which a grid does not have.
func Strangers[I ~string, C ~map[I]int64](l *Issues, code fazhi.Code, at fazhi.Path, counts C, known map[I]int) {
	unknown := 0
	for item := range counts {
		if _, ok := known[item]; !ok {
			unknown++
		}
	}
	if unknown > 0 {
		l.Report(code, at, "有%d个数不属于本表的项目", unknown)
	}
}

// InRange lists a number that nothing can be counted to.
func InRange[I ~string, C ~map[I]int64](l *Issues, code fazhi.Code, at fazhi.Path, counts C, item I) {
	if n := counts[item]; n < 0 || n > Most {
		l.Report(code, at, "“%s”是负数，或者过大", item)
	}
}
