package statistics_test

import (
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/reconsideration"
	"github.com/fazhi-go/fazhi/reconsideration/statistics"
)

// Count a ledger, print the total with a rate, and find the number that somebody changed.
func Example() {
	cases := []*reconsideration.Case{
		{Received: fazhi.DateOf(2023, 12, 20), Intake: "受理", Accepted: fazhi.DateOf(2023, 12, 26), Concluded: fazhi.DateOf(2024, 2, 9), Outcome: "维持"},
		{Received: fazhi.DateOf(2024, 3, 1), Intake: "受理", Accepted: fazhi.DateOf(2024, 3, 6), Concluded: fazhi.DateOf(2024, 4, 30), Outcome: "撤销"},
		{Received: fazhi.DateOf(2024, 5, 6), Intake: "不予受理", Handled: fazhi.DateOf(2024, 5, 10)},
		{Received: fazhi.DateOf(2024, 12, 9), Intake: "受理", Accepted: fazhi.DateOf(2024, 12, 13)},
	}
	counter, err := statistics.OfCases("某某区", fazhi.YearOf(2024))
	if err != nil {
		fmt.Println(err)
		return
	}
	statistics.Count(slices.Values(cases), counter)
	grid, _ := counter.Grid()
	text, err := grid.Text([]statistics.Ratio{statistics.DirectCorrection()})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(text)

	grid.Total[statistics.InWork] = 2
	fmt.Println(grid.Check()[0])
	// Output:
	// 某某区 2024年 行政复议
	// 本期新收 3
	// 上期结转（已受理） 1
	// 受理 3
	// 本期受理 2
	// 不予受理 1
	// 办理中 1
	// 审结 2
	// 撤销 1
	// 维持 1
	// 直接纠错率 50%（1/2）
	// /total：应当受理 = 办理中 + 中止 + 审结，左边是3，右边是4 [reconsideration/statistics/balance]
}

// The change of a rate is written in percentage points, and says what it compares.
func ExampleRatio_Change() {
	of := func(year, lost, all int) *statistics.Grid {
		counter, err := statistics.OfSuits("某某区", fazhi.YearOf(year))
		if err != nil {
			return &statistics.Grid{}
		}
		for i := range all {
			s := &reconsideration.Suit{Instance: "一审", Notified: fazhi.DateOf(year, 1, 8), Concluded: fazhi.DateOf(year, 5, 6), Result: "驳回诉讼请求"}
			if i < lost {
				s.Result = "确认违法"
			}
			counter.Add(s)
		}
		grid, _ := counter.Grid()
		return grid
	}
	change, err := statistics.LostSuits().Change(of(2024, 1, 73), of(2023, 7, 57))
	if err != nil {
		fmt.Println(err)
		return
	}
	text, _ := change.Text(fazhi.Form{})
	fmt.Println(change.Name, text)
	// Output:
	// 败诉率变化 下降10.91个百分点
}
