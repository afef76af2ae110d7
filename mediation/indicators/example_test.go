package indicators_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/indicators"
)

// Four disputes, of which two are the same one, and a round of visits.
func Example() {
	counter, err := indicators.New("泉源镇", fazhi.YearOf(2024), indicators.Settings{})
	if err != nil {
		fmt.Println(err)
		return
	}
	may := func(d int) fazhi.Date { return fazhi.DateOf(2024, 5, d) }
	for _, c := range []*mediation.Case{
		{Serial: "RT-1", Accepted: may(1), Source: "当事人申请", Sort: "邻里", Result: "成功", Closed: may(6), Form: "口头"},
		{Serial: "RT-2", Accepted: may(2), Source: "12345热线", Sort: "物业", Result: "调解中"},
		{Serial: "RT-3", Accepted: may(3), Source: "公安移交", Sort: "邻里", Result: "成功", Closed: may(6), Same: "RT-1"},
		{Serial: "RT-4", Accepted: fazhi.DateOf(2023, 12, 30), Sort: "合同", Result: "不成功", Closed: fazhi.DateOf(2024, 1, 9)},
	} {
		counter.Add(c)
	}
	counter.Screen(&indicators.Screening{Serial: "P-1", On: may(31), Times: 20, Found: 2})
	grid, _ := counter.Grid()
	fmt.Println("受理", grid.Total[indicators.Accepted], "成功", grid.Total[indicators.Succeeded], "期末未结", grid.Total[indicators.Open])
	for _, row := range grid.Axis(indicators.BySort) {
		fmt.Println(row.Name, row.Counts[indicators.Accepted], row.Counts[indicators.Succeeded])
	}
	fmt.Println(grid.Check())
	grid.Total[indicators.Succeeded] = 2
	fmt.Println(grid.Check()[0].Message)
	// Output:
	// 受理 2 成功 1 期末未结 1
	// 邻里 1 1
	// 合同 0 0
	// 物业 1 0
	// 排查 0 0
	// []
	// 应当调解成功 = 各“调解成功·协议”之和，左边是2，右边是1
}
