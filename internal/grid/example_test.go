package grid_test

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi/internal/grid"
)

// A row that does not add up is found.
func Example() {
	total := counts{"受理": 3}
	rows := []row{{Name: "邻里", Counts: counts{"受理": 1}}, {Name: "婚姻家庭", Counts: counts{"受理": 1}}}
	var l grid.Issues
	l.Compare(slices.Values([]grid.Balance{grid.InTotal("mediation/indicators/total", "/axes/0", "纠纷类型", total, rows, "受理")}))
	fmt.Println(l.All()[0].Message)
	// Output: 应当全部“受理” = 各纠纷类型“受理”之和，左边是3，右边是2
}
