package grid

import (
	"iter"

	"github.com/fazhi-go/fazhi"
)

// A Balance is one identity of a grid with both its sides (核对). Path is that of the grid's JSON.
type Balance struct {
	Code        fazhi.Code
	Name        string // "受理 = 审结 + 未结"
	Path        fazhi.Path
	Left, Right int64
	AtMost      bool // the left side may be less
}

// Holds reports whether the sides agree.
func (b Balance) Holds() bool { return b.Left == b.Right || b.AtMost && b.Left < b.Right }

// Compare lists every identity that does not hold.
func (l *Issues) Compare(balances iter.Seq[Balance]) {
	for b := range balances {
		if !b.Holds() {
			l.Report(b.Code, b.Path, "应当%s，左边是%d，右边是%d", b.Name, b.Left, b.Right)
		}
	}
}

// AtMost says that a part is not more than its whole.
func AtMost[I ~string, C ~map[I]int64](code fazhi.Code, at fazhi.Path, counts C, part, whole I) Balance {
	return Balance{Code: code, Name: string(part) + " ≤ " + string(whole), Path: at, Left: counts[part], Right: counts[whole], AtMost: true}
}

// InTotal says that an item of all rows of a property is that of the total. A sum that is out of range is -1. The name of the
// property stands in the name, 各…之和.
func InTotal[I ~string, C ~map[I]int64](code fazhi.Code, at fazhi.Path, property string, total C, rows []Row[C], item I) Balance {
	name := "全部“" + string(item) + "” = 各" + property + "“" + string(item) + "”之和"
	return Balance{Code: code, Name: name, Path: at, Left: total[item], Right: column(rows, item)}
}

// column adds an item of several rows, -1 where that is out of range.
func column[I ~string, C ~map[I]int64](rows []Row[C], item I) int64 {
	sum, fits := int64(0), true
	for _, row := range rows {
		if sum, fits = Plus(sum, row.Counts[item]); !fits {
			return -1
		}
	}
	return sum
}
