package statistics_test

import (
	"fmt"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/contract/statistics"
	"github.com/fazhi-go/fazhi/workday"
)

// Three contracts, of which one stands in the ledger twice.
func Example() {
	calendar, err := workday.StateCouncil()
	if err != nil {
		fmt.Println(err)
		return
	}
	limits := contract.Limits{Review: workday.Span{N: 5}, Filing: workday.Span{N: 10}} // working days
	counter, err := statistics.New("清源市泉源区", fazhi.YearOf(2024), statistics.Settings{Profile: contract.Profile{Limits: limits, Calendar: calendar}})
	if err != nil {
		fmt.Println(err)
		return
	}
	may := func(d int) fazhi.Date { return fazhi.DateOf(2024, 5, d) }
	for _, c := range []*contract.Contract{
		{Serial: "泉源合2024-001", Sort: "服务", Amount: 12_0000_00, Submitted: may(6), Reviewed: may(9), Opinion: "修改后通过", Handling: contract.Handling{Adopted: "全部采纳"}, Signed: may(13), Filed: may(31)},
		{Serial: "泉源合2024-002", Sort: "工程", Amount: 860_0000_00, Submitted: may(6), Reviewed: may(8), Opinion: "通过", Signed: may(10), Filed: may(13)},
		{Serial: "泉源合2024-002", Sort: "工程", Amount: 860_0000_00, Submitted: may(6), Reviewed: may(8), Opinion: "通过", Signed: may(10), Filed: may(13)},
		{Serial: "泉源合2023-109", Sort: "租赁", Reviewed: fazhi.DateOf(2023, 5, 8), Opinion: "不通过"},
	} {
		counter.Add(c)
	}
	grid, issues := counter.Grid()
	for _, i := range issues {
		fmt.Println(i.Message)
	}
	days, _ := grid.Total.AverageDays()
	fmt.Println("审查", grid.Total[statistics.Reviewed], "份，平均", days, "个工作日；备案逾期", grid.Total[statistics.FilingLate], "份")
	for _, row := range grid.Axis(statistics.ByAmount) {
		fmt.Println(row.Name, row.Counts[statistics.Signed], fazhi.Money(row.Counts[statistics.SignedAmount]))
	}
	fmt.Println(grid.Check())
	grid.Total[statistics.Signed] = 3
	fmt.Println(grid.Check()[0].Message)
	// Output:
	// 合同编号与前面的一份合同相同，没有重复计入
	// 有1份合同的日期都不在本期，没有计入
	// 审查 2 份，平均 2.5 个工作日；备案逾期 1 份
	// 10万元以上不满50万元 1 120000.00
	// 500万元以上不满1000万元 1 8600000.00
	// []
	// 应当全部“签订” = 各统计单位“签订”之和，左边是3，右边是2
}
